//! Choosing a language or colours loses nothing.

use super::forms::{ODD, choose, filled, kept, send, standing, with};
use super::steps::{step, waiting};
use crate::articles::support as articles;
use crate::support::{Actor, Answer, Site};
use polder::commands::demo::PASSWORD;
use polder::i18n::{Locale, Texts};

/// Every page with a form of its own, and who meets it.
async fn pages(site: &Site) -> Vec<(Actor, String)> {
    let mut sam = site.publisher().await;
    let form = articles::form(site, "A text").await;
    let draft = articles::draft(&mut sam, &form).await;
    let handed_in = articles::submitted(&mut sam, &articles::form(site, "Another text").await).await;
    let mut lotte = site.liaison().await;
    assert_eq!(lotte.post(&format!("{handed_in}/assign"), &[("reviewer", "noor-fictief")]).await.status(), 303);
    let request = waiting(site).await;
    let (setting_up, _, _) = step(site, "/account/second-factor").await;
    let (_, password, _) = step(site, "/account/password/{secret}").await;
    vec![
        (site.anon(), "/join".into()),
        (site.anon(), "/account/sign-in?back=/articles".into()),
        (site.anon(), "/account/new-link".into()),
        (site.anon(), password),
        // Asks to sign in.
        (site.anon(), "/articles/work".into()),
        (site.member().await, "/account/profile".into()),
        (setting_up, "/account/second-factor".into()),
        (site.member().await, "/account/second-factor/confirm?back=/events".into()),
        (sam.clone(), "/articles/new".into()),
        (sam, format!("{draft}/edit")),
        (site.demo_member("noor@voorbeeldland.example").await, handed_in.clone()),
        (lotte.clone(), handed_in),
        (lotte.clone(), format!("/join/requests/{request}")),
        (lotte.clone(), "/events/new".into()),
        (lotte, "/events/webinar-one-way-process-data/edit".into()),
    ]
}

#[tokio::test]
async fn a_switch_before_anything_was_sent_keeps_every_field_and_finds_no_fault() {
    let site = Site::demo().await;
    for (mut actor, address) in pages(&site).await {
        let page = actor.get(&address).await;
        let typed = filled(&page);
        assert!(
            typed.iter().any(|(_, value)| value.contains(ODD) || value.starts_with("hunter2")),
            "{address} has something to type in"
        );
        let dutch = choose(&mut actor, &page, &typed, ("show_in", "nl")).await;
        let language = dutch.attribute("html", "lang");
        assert_eq!((dutch.status(), language.as_str()), (200, "nl"), "{address}: {}", dutch.text("h1"));
        assert_eq!(kept(&standing(&dutch)), kept(&typed), "{address}");
        assert!(!dutch.has(".error-summary") && !dutch.has(".field-error"), "{address}: nothing was sent yet");
        assert!(!dutch.body().contains("hunter2"), "{address}: a password is never sent back");
        let asks_for_password = page.has("main input[type=password]");
        assert_eq!(dutch.body().contains("Wachtwoorden sturen we niet terug"), asks_for_password, "{address}");
        assert_eq!(actor.cookie("polder-language"), Some("nl"), "the choice holds from here on");
        // And in dark, and back again.
        let dark = choose(&mut actor, &dutch, &standing(&dutch), ("show_as", "dark")).await;
        let (theme, language) = (dark.attribute("html", "data-theme"), dark.attribute("html", "lang"));
        assert_eq!((theme.as_str(), language.as_str()), ("dark", "nl"), "{address}");
        let english = choose(&mut actor, &dark, &standing(&dark), ("show_in", "en")).await;
        assert_eq!((english.attribute("html", "data-theme").as_str(), english.status()), ("dark", 200));
        assert_eq!(kept(&standing(&english)), kept(&typed), "{address}");
    }
}

#[tokio::test]
async fn errors_that_were_shown_are_shown_in_the_other_language() {
    let site = Site::demo().await;
    let summary = |page: &Answer| (page.attributes(".error-summary a", "href"), page.texts(".error-summary li"));
    for (mut actor, address) in pages(&site).await {
        let page = actor.get(&address).await;
        let mut form = page.attribute("#main-form", "action");
        if address.starts_with("/join/requests/") {
            form = form.replace("/approve", "/decline");
        }
        // One letter in every field of text, and nothing chosen.
        let typed: Vec<_> = filled(&page)
            .into_iter()
            .filter(|(name, value)| value.contains(ODD) || name == "version")
            .map(|(name, value)| (name, if value.contains(ODD) { "x".to_owned() } else { value }))
            .chain([("verdict".to_owned(), "changes".to_owned())])
            .collect();
        let wrong = send(&mut actor, &form, &typed).await;
        assert_eq!(wrong.status(), 422, "{address} {}", wrong.text("h1"));
        let again = choose(&mut actor, &wrong, &standing(&wrong), ("show_in", "nl")).await;
        assert_eq!((again.status(), again.attribute("html", "lang").as_str()), (422, "nl"), "{address}");
        let ((links, english), (same_links, dutch)) = (summary(&wrong), summary(&again));
        assert!(!links.is_empty() && links == same_links, "{address}: {links:?} {same_links:?}");
        assert!(english.iter().zip(&dutch).all(|(one, other)| one != other), "{address}: {dutch:?}");
        assert!(!again.body().contains('⟦'), "{address}");
        assert_eq!(kept(&standing(&again)), kept(&standing(&wrong)), "{address}");
        let back = choose(&mut actor, &again, &standing(&again), ("show_in", "en")).await;
        assert_eq!(summary(&back).1, english, "{address}");
    }
}

#[tokio::test]
async fn a_preview_stays() {
    let site = Site::demo().await;
    for (mut actor, address) in [(site.publisher().await, "/articles/new"), (site.liaison().await, "/events/new")] {
        let fields =
            [("title", "A title"), ("language", "en"), ("body", "Some **bold** words."), ("action", "preview")];
        let page = actor.post(address, &fields).await;
        assert_eq!(page.text(".preview strong"), "bold");
        let again = choose(&mut actor, &page, &standing(&page), ("show_in", "nl")).await;
        assert_eq!((again.status(), again.text(".preview strong").as_str()), (200, "bold"), "{address}");
        // It does not come back with the next page that is no preview.
        let saved = actor.post(address, &[("title", ""), ("previewed", "yes"), ("action", "save")]).await;
        assert!(saved.status() == 422 && !saved.has(".preview"), "{address}");
    }
}

#[tokio::test]
async fn an_error_page_keeps_what_it_holds_and_the_number_of_what_went_wrong() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    let typed = [("title", "Typed with care"), ("body", "One\r\ntwo & <more>"), ("sectors", "a"), ("sectors", "b")];
    let refused = kees.post("/articles/new", &typed).await;
    assert_eq!(refused.status(), 403);
    let mut page = refused.clone();
    for (choice, language) in [(("show_in", "nl"), "nl"), (("show_as", "dark"), "nl"), (("show_in", "en"), "en")] {
        page = choose(&mut kees, &page, &standing(&page), choice).await;
        assert_eq!((page.status(), page.page().as_str()), (200, "error"), "nothing went wrong this time");
        assert_eq!(page.attribute("html", "lang"), language);
        assert_eq!(kept(&standing(&page)), kept(&standing(&refused)));
        assert_eq!(page.text("main code"), refused.text("main code"), "the number under which the log has it");
    }
    assert_eq!(page.text("main"), refused.text("main"));
}

#[tokio::test]
async fn what_came_too_late_is_told_again_in_the_other_language() {
    let site = Site::demo().await;
    let mut lotte = site.liaison().await;
    let decline = format!("/join/requests/{}/decline", waiting(&site).await);
    let form = [("reason", "A reason that somebody thought about.")];
    assert_eq!(lotte.post(&decline, &form).await.status(), 303);
    let late = lotte.post(&decline, &form).await;
    assert_eq!(late.status(), 409);
    let dutch = choose(&mut lotte, &late, &standing(&late), ("show_in", "nl")).await;
    assert!(dutch.text("main").contains("Deze aanvraag is al afgewezen"), "{}", dutch.text("main"));
    assert_eq!(dutch.value("reason"), form[0].1);
    // Also where nothing was typed.
    let over = site.anon().post("/join/proof/over", &[]).await;
    let dutch = choose(&mut site.anon(), &over, &standing(&over), ("show_in", "nl")).await;
    assert_eq!(dutch.text("h1"), "Deze link werkt niet meer");
}

/// A form that somebody is filling in: who, its address, and what its page says once the step is over.
type Begun = (Actor, String, &'static str);

/// Forms whose step somebody else takes first, with the change that takes it.
async fn overtaken(site: &Site) -> Vec<(Begun, String)> {
    let mut people = articles::People::of(site).await;
    let draft = articles::draft(&mut people.sam, &articles::form(site, "A draft").await).await;
    let judged = people.assigned(&articles::form(site, "Judged").await).await;
    let given_back = people.assigned(&articles::form(site, "Given back").await).await;
    let (decided, event) = (waiting(site).await, "/events/webinar-one-way-process-data");
    let work = |address: &str, state: &str| {
        let id = address.rsplit('/').next().expect("an id").to_owned();
        format!("update revisions set state = '{state}' where id = '{id}'")
    };
    let lotte = people.lotte;
    vec![
        ((people.sam, format!("{draft}/edit"), "articles-conflict-edit"), work(&draft, "submitted")),
        ((people.noor, judged.clone(), "articles-conflict-review"), work(&judged, "changes-asked")),
        ((lotte.clone(), given_back.clone(), "articles-conflict-review"), work(&given_back, "changes-asked")),
        (
            (lotte.clone(), format!("/join/requests/{decided}"), "join-conflict-withdrawn"),
            format!("update join_requests set state = 'withdrawn' where id = '{decided}'"),
        ),
        (
            (lotte, format!("{event}/edit"), "events-conflict-cancelled"),
            format!("update events set cancelled_at = now() where slug = '{}'", &event["/events/".len()..]),
        ),
    ]
}

#[tokio::test]
async fn a_switch_keeps_what_was_typed_also_when_the_step_is_over() {
    let site = Site::demo().await;
    for ((mut actor, address, key), over) in overtaken(&site).await {
        let page = actor.get(&address).await;
        let typed = filled(&page);
        site.run(&over).await;
        let dutch = choose(&mut actor, &page, &typed, ("show_in", "nl")).await;
        assert_eq!((dutch.status(), dutch.attribute("html", "lang").as_str()), (409, "nl"), "{address}");
        let sentence = Texts::of(Locale::Nl).text(key).to_string();
        assert!(dutch.text("main").contains(&sentence), "{address}: {}", dutch.text("main"));
        assert_eq!(kept(&standing(&dutch)), kept(&typed), "{address}");
        let dark = choose(&mut actor, &dutch, &standing(&dutch), ("show_as", "dark")).await;
        assert_eq!(kept(&standing(&dark)), kept(&typed), "{address}");
    }
    // Also the choice of a reviewer.
    let mut lotte = site.liaison().await;
    let draft = articles::draft(&mut site.publisher().await, &articles::form(&site, "Not handed in").await).await;
    let approved = articles::People::of(&site).await.approved(&articles::form(&site, "Approved").await).await;
    for (work, status) in [(draft, 404), (approved, 409)] {
        let fields = [("reviewer", "noor-fictief"), ("show_in", "en")];
        let late = lotte.post(&format!("{work}/assign"), &fields).await;
        assert_eq!((late.status(), late.value("reviewer").as_str()), (status, "noor-fictief"), "{work}");
    }
}

#[tokio::test]
async fn a_form_that_waits_to_be_sent_again_after_signing_in_waits_on() {
    let site = Site::demo().await;
    let mut sam = site.anon();
    let refused = sam.post("/articles/new", &[("title", "Typed"), ("body", "Two words.")]).await;
    assert_eq!(refused.status(), 401);
    // Already the page that asks to sign in keeps it, and the mail address.
    let fields = with(standing(&refused), "email", "sam@kestrel.example");
    let dutch = choose(&mut sam, &refused, &fields, ("show_in", "nl")).await;
    assert_eq!((dutch.page().as_str(), dutch.value("email").as_str()), ("account/sign_in", "sam@kestrel.example"));
    let offered = send(&mut sam, "/account/sign-in", &with(standing(&dutch), "password", PASSWORD)).await;
    assert_eq!(offered.page(), "account/go_on");
    let typed = with(standing(&offered), "body", "Three more words.");
    let english = choose(&mut sam, &offered, &typed, ("show_in", "en")).await;
    assert_eq!((english.status(), english.page().as_str()), (200, "account/go_on"));
    assert_eq!(english.attribute("#main-form", "action"), "/articles/new");
    assert_eq!((english.value("title").as_str(), english.value("body").as_str()), ("Typed", "Three more words."));
}
