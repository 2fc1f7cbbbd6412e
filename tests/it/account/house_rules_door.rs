//! Until somebody agrees to the house rules in force: which pages are closed, which are open, and that nothing typed is lost.

use super::house_rules::{RULES, agree};
use crate::support::{Actor, Site};
use polder::access::Who;
use polder::app;
use polder::web::rules::OPEN;

const KEES: &str = "kees@voorbeeldland.example";

/// Kees, with a second factor shown, on a site where a newer version came into force.
async fn held_back() -> (Site, Actor) {
    let mut site = Site::demo().await;
    let mut kees = site.with_second_factor(KEES).await;
    site.has_rules(2);
    kees.goes_on_at(&site);
    (site, kees)
}

#[tokio::test]
async fn every_page_and_every_step_for_members_leads_to_the_rules() {
    let mut site = Site::demo().await;
    let mut lotte = site.liaison().await;
    site.has_rules(2);
    lotte.goes_on_at(&site);
    let entries = app::rooms().entries();
    for path in OPEN {
        assert!(entries.iter().any(|entry| entry.path == path), "{path} is no route any more");
    }
    let closed: Vec<_> =
        entries.iter().filter(|one| one.who != Who::Anyone.word() && !OPEN.contains(&one.path)).collect();
    assert!(closed.len() > 80, "{}", closed.len());
    let before = site.number("select count(*) from audit_log").await;
    for entry in closed {
        let address: Vec<_> =
            entry.path.split('/').map(|part| if part.starts_with('{') { "x" } else { part }).collect();
        let address = address.join("/");
        if entry.method == "GET" {
            let led = lotte.get(&address).await;
            assert!(led.location().starts_with("/account/house-rules?back=%2F"), "{address}: {}", led.location());
        } else {
            let refused = lotte.post(&address, &[("reason", "It closed its doors.")]).await;
            assert_eq!((refused.status(), refused.page().as_str()), (403, "error"), "{address}");
            assert_eq!(refused.attribute("#main-form", "action"), RULES, "{address}");
            assert!(refused.text("main").contains("What you typed is kept"), "{address}");
        }
    }
    assert_eq!(site.number("select count(*) from audit_log").await, before, "nothing was done");
}

#[tokio::test]
async fn what_everybody_may_read_stays_readable_and_the_rest_looks_like_what_does_not_exist() {
    let (site, mut kees) = held_back().await;
    let slug = |label: &'static str| {
        let site = &site;
        async move {
            site.word(&format!(
                "select a.slug from articles a join items i on i.id = a.published_id where i.label = '{label}' limit 1"
            ))
            .await
        }
    };
    let clear = kees.get(&format!("/articles/{}", slug("CLEAR").await)).await;
    assert_eq!(clear.status(), 200);
    assert!(clear.text(".page-top .notice").contains("new version of the house rules"));
    assert!(clear.attribute(".page-top .notice a", "href").starts_with("/account/house-rules?back=%2Farticles%2F"));
    assert!(clear.has("form[action='/account/sign-out']") && !clear.has(".menu-name"));
    for hidden in [slug("GREEN").await, slug("AMBER").await, "not-there".to_owned()] {
        let led = kees.get(&format!("/articles/{hidden}")).await;
        assert_eq!(led.location(), format!("/account/house-rules?back=%2Farticles%2F{hidden}"));
    }
    for (address, page) in [("/", "home/visitor"), ("/articles", "articles/list"), ("/events", "events/list")] {
        let (own, visitors) = (kees.get(address).await, site.anon().get(address).await);
        assert_eq!((own.status(), own.page().as_str()), (200, page));
        assert_eq!(own.texts("main h3"), visitors.texts("main h3"), "{address}: as a visitor sees it");
        assert!(!own.body().contains("TLP:AMBER</p>") && !own.has("main .tlp-green"), "{address}");
    }
    assert_eq!(kees.get("/join/house-rules").await.status(), 200);
}

#[tokio::test]
async fn nothing_typed_is_lost_on_the_way_over_the_rules() {
    let (site, mut kees) = held_back().await;
    let about = "We let no supplier in without a call.\r\n\r\n\"Twice\" & <always> 🚰";
    let typed = [
        ("name", "Kees Anders"),
        ("function", "Duty engineer"),
        ("language", "en"),
        ("about", about),
        ("expertise", ""),
    ];
    let refused = kees.post("/account/profile", &typed).await;
    assert_eq!(refused.status(), 403);
    // The switches keep it, on each page of the way.
    let fields = |page: &crate::support::Answer| -> Vec<(String, String)> {
        let names = page.attributes("#main-form input[name]", "name");
        names.into_iter().zip(page.attributes("#main-form input[name]", "value")).collect()
    };
    let send = |fields: Vec<(String, String)>, more: &'static [(&'static str, &'static str)]| {
        let mut fields = fields;
        fields.extend(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        serde_html_form::to_string(fields).expect("fields")
    };
    let page = kees.post_body(RULES, send(fields(&refused), &[])).await;
    assert_eq!((page.status(), page.page().as_str()), (200, "account/house_rules"));
    assert!(page.text("main .notice").contains("What you typed is kept"));
    let dutch = kees.post_body(RULES, send(fields(&page), &[("show_in", "nl")])).await;
    assert_eq!((dutch.status(), dutch.attribute("html", "lang").as_str()), (200, "nl"));
    let english = kees.post_body(RULES, send(fields(&dutch), &[("show_in", "en")])).await;
    assert_eq!(fields(&english), fields(&page));
    let offered = agree(&mut kees, &english).await;
    assert_eq!((offered.status(), offered.page().as_str()), (200, "account/go_on"));
    assert!(offered.has(".menu-name") && !offered.has(".page-top p.notice"), "a member's page again");
    assert_eq!(offered.attribute("#main-form", "action"), "/account/profile");
    let dutch = kees.post_body(RULES, send(fields(&offered), &[("show_in", "nl")])).await;
    assert_eq!((dutch.page().as_str(), dutch.attribute("html", "lang").as_str()), ("account/go_on", "nl"));
    let unix = |text: &str| text.replace("\r\n", "\n");
    assert_eq!(unix(&offered.value("about")), unix(about));
    let mut all = fields(&offered);
    all.retain(|(name, _)| name != "about");
    all.extend(offered.attributes("#main-form textarea[name]", "name").into_iter().map(|name| {
        let value = offered.value(&name);
        (name, value)
    }));
    assert_eq!(kees.post_body("/account/profile", send(all, &[])).await.status(), 303);
    assert_eq!(site.word(&format!("select name from members where email = '{KEES}'")).await, "Kees Anders");
    assert_eq!(
        unix(&site.word(&format!("select about_markdown from members where email = '{KEES}'")).await),
        unix(about)
    );
}

#[tokio::test]
async fn a_button_without_fields_is_offered_again_as_well() {
    let (_site, mut kees) = held_back().await;
    let refused = kees.post("/account/second-factor/begin", &[]).await;
    assert_eq!((refused.status(), refused.value("resend").as_str()), (403, "yes"));
    let asked = [("version", "2"), ("agree", "yes"), ("resend", "yes"), ("back", "/account/second-factor/begin")];
    let offered = kees.post(RULES, &asked).await;
    assert_eq!(offered.attribute("#main-form", "action"), "/account/second-factor/begin");
}

#[tokio::test]
async fn who_owes_agreement_sees_and_ends_sessions_first() {
    let mut site = Site::demo().await;
    let (mut here, mut stolen, mut third) =
        (site.with_second_factor(KEES).await, site.member().await, site.member().await);
    site.has_rules(2);
    for actor in [&mut here, &mut stolen, &mut third] {
        actor.goes_on_at(&site);
    }
    let page = here.get("/account/sessions").await;
    assert_eq!((page.status(), page.page().as_str()), (200, "account/sessions"));
    let ends = page.attributes("main form[action$='/end']", "action");
    assert_eq!(ends.len(), 2, "{ends:?}");
    let open = "select count(*) from sessions";
    let other = "select s.id::text from sessions s where s.second_factor_at is null limit 1";
    let address = format!("/account/sessions/{}/end", site.word(other).await);
    assert_eq!(here.post(&address, &[]).await.location(), "/account/sessions");
    assert_eq!(site.number(open).await, 2);
    assert_eq!(here.post("/account/sessions/end-others", &[]).await.location(), "/account/sessions");
    assert_eq!(site.number(open).await, 1);
    assert_eq!(here.post("/account/sessions/end-all", &[]).await.status(), 303);
    assert_eq!(site.number(open).await, 0);
}

#[tokio::test]
async fn who_does_not_agree_takes_the_own_data_and_goes() {
    let (site, mut kees) = held_back().await;
    for address in ["/account/data", "/account/delete", "/account/leave"] {
        let page = kees.get(address).await;
        assert_eq!(page.status(), 200, "{address}");
        assert!(page.has(".page-top .notice a[href^='/account/house-rules']"), "{address}");
    }
    let taken = kees.post("/account/data/export", &[]).await;
    assert_eq!((taken.status(), taken.header("content-type")), (200, "application/zip"));
    // Minutes later it asks for proof first, and takes it.
    site.later(chrono::TimeDelta::minutes(11));
    assert_eq!(
        kees.post("/account/data/export", &[]).await.attribute("#main-form", "action"),
        "/account/second-factor/confirm"
    );
    let now = crate::support::code(polder::commands::demo::SECOND_FACTOR, site.app.clock.now());
    let shown = kees.post("/account/second-factor/confirm", &[("code", &now), ("back", "/account/delete")]).await;
    assert_eq!(shown.location(), "/account/delete");
    let gone = kees.post("/account/delete", &[("texts", "former-member"), ("sure", "yes")]).await;
    assert_eq!(gone.location(), "/");
    assert_eq!(
        site.number(
            "select count(*) from rule_agreements a join members m on m.id = a.member_id where m.state = 'deleted'"
        )
        .await,
        0
    );
    let mut site = site;
    site.has_rules(1);
    let mut iris = site.with_second_factor("iris@voorbeeldland.example").await;
    site.has_rules(2);
    iris.goes_on_at(&site);
    let left = iris.post("/account/leave", &[("from", "all"), ("sure", "yes")]).await;
    assert_eq!(left.status(), 303);
    for (address, field) in [("/account/language", ("language", "nl")), ("/account/appearance", ("appearance", "dark"))]
    {
        let (_, mut kees) = held_back().await;
        assert_eq!(kees.post(address, &[field, ("back", "/")]).await.location(), "/");
    }
}
