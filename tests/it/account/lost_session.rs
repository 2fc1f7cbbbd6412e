//! Nothing typed is lost when the session ends in the middle of writing.

use crate::support::{Actor, Answer, Site};
use polder::commands::demo::PASSWORD;

const SAM: &str = "sam@kestrel.example";

/// A text with everything that gets lost on the way in other places.
fn nasty() -> String {
    let odd = "\nFirst line after an empty one. 🚰💧 \"double\" 'single' &amp; & < > </textarea><script>alert(1)</script>\r\n\
               %41 %00x + = ; \\ \u{a0}no-break\u{a0} e\u{301} 日本語 ünïcödé\r\n\r\n\ttab\r\n    four spaces\n- [ ] a password: hunter2\r\n";
    format!("{odd}{}", "Every sentence of this text has been typed by a person. ".repeat(20))
}

/// Sends the form of a page on as a browser does: every field with its value, and the given changes.
async fn send_form(actor: &mut Actor, page: &Answer, changes: &[(&str, &str)]) -> Answer {
    let action = page.attribute("main form", "action");
    let mut fields: Vec<(String, String)> = Vec::new();
    let inputs = page.attributes("main form input[name]", "name");
    fields.extend(inputs.into_iter().zip(page.attributes("main form input[name]", "value")));
    for area in page.attributes("main form textarea[name]", "name") {
        // A browser sends the line ends of a text as CR LF (HTML, form submission).
        let value = page.value(&area).replace("\r\n", "\n").replace('\n', "\r\n");
        fields.push((area, value));
    }
    for (name, value) in changes {
        fields.retain(|field| field.0 != *name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    actor.post(&action, &fields).await
}

async fn article(site: &Site, body: &str) -> Vec<(&'static str, String)> {
    let kestrel = site.word("select id::text from organisations where slug = 'kestrel-controls'").await;
    [
        ("title", "What \"we\" lost & <found>"),
        ("summary", "For whoever wrote for an hour and then lost the session: nothing of it is gone."),
        ("kind", "practice"),
        ("language", "en"),
        ("organisation", kestrel.as_str()),
        ("label", "AMBER"),
        ("audience", "waterschap-voorbeeldland"),
        ("audience", "stichting-voorbeeldpolder"),
        ("sectors", "waste-water"),
        ("body", body),
        ("version", "0"),
        ("action", "save"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .into()
}

fn borrowed<'a>(fields: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

#[tokio::test]
async fn an_article_sent_without_a_session_is_offered_again_after_signing_in_and_saved_whole() {
    let site = Site::demo().await;
    let body = nasty();
    let mut sam = site.publisher().await;
    sam.lose_cookie("polder-session");
    let typed = article(&site, &body).await;
    let refused = sam.post("/articles/new", &borrowed(&typed)).await;
    assert_eq!(refused.status(), 401);
    assert!(refused.has("main form[action='/account/sign-in']"));
    assert!(refused.text("main").contains("What you typed is kept"));

    // The wrong password first: the text comes along.
    let wrong = send_form(&mut sam, &refused, &[("email", SAM), ("password", "not this one")]).await;
    assert_eq!(wrong.status(), 422);
    let offered = send_form(&mut sam, &wrong, &[("email", SAM), ("password", PASSWORD)]).await;
    assert_eq!((offered.status(), offered.page().as_str()), (200, "account/go_on"));
    assert_eq!(offered.attribute("main form", "action"), "/articles/new");
    let unix = |text: &str| text.replace("\r\n", "\n");
    assert_eq!(unix(&offered.value("body")), unix(&body), "every byte is offered");
    assert_eq!(offered.attributes("main form input[name=audience]", "value").len(), 2);
    assert_eq!(offered.count("main script"), 0);

    let sent = send_form(&mut sam, &offered, &[]).await;
    assert_eq!(sent.status(), 303, "{}", sent.text("main"));
    let form = sam.follow(&sent).await;
    assert_eq!(form.value("body"), unix(&body).trim(), "every byte is saved");
    assert_eq!(form.value("title"), "What \"we\" lost & <found>");
    assert_eq!(form.attributes("input[name=audience][checked]", "value").len(), 2);
    assert!(form.has("input[name=label][value=AMBER][checked]"));
}

#[tokio::test]
async fn a_text_about_passwords_is_kept_as_well() {
    let site = Site::demo().await;
    let mut sam = site.anon();
    let typed = article(&site, "Change every password of the supplier. The password list is in the safe.").await;
    let refused = sam.post("/articles/new", &borrowed(&typed)).await;
    let offered = send_form(&mut sam, &refused, &[("email", SAM), ("password", PASSWORD)]).await;
    assert_eq!(offered.page(), "account/go_on");
    assert!(offered.value("body").starts_with("Change every password"), "{}", offered.text("main"));
}

#[tokio::test]
async fn the_longest_article_in_an_alphabet_of_many_bytes_survives() {
    let site = Site::demo().await;
    let mut sam = site.anon();
    let body = "Вода, насосы и шлюзы. ".repeat(5_200);
    assert!((190_000..200_000).contains(&body.len()), "{}", body.len());
    let typed = article(&site, &body).await;
    let refused = sam.post("/articles/new", &borrowed(&typed)).await;
    assert_eq!(refused.status(), 401);
    let offered = send_form(&mut sam, &refused, &[("email", SAM), ("password", PASSWORD)]).await;
    assert_eq!((offered.status(), offered.page().as_str()), (200, "account/go_on"));
    assert_eq!(offered.value("body"), body);
    assert_eq!(send_form(&mut sam, &offered, &[]).await.status(), 303);
}

#[tokio::test]
async fn what_was_typed_leads_back_only_to_our_own_pages() {
    let site = Site::demo().await;
    for back in ["https://evil.example/x", "//evil.example"] {
        let fields = [("email", SAM), ("password", PASSWORD), ("back", back), ("carried", "body=secret+text")];
        let page = site.anon().post("/account/sign-in", &fields).await;
        assert_eq!(page.page(), "account/go_on");
        assert_eq!(page.attribute("main form", "action"), "/");
    }
}

#[tokio::test]
async fn a_button_without_fields_is_offered_again_as_well() {
    let site = Site::demo().await;
    let mut sam = site.anon();
    let refused = sam.post("/articles/supplier-remote-access/revise", &[]).await;
    assert_eq!(refused.status(), 401);
    let next = send_form(&mut sam, &refused, &[("email", SAM), ("password", PASSWORD)]).await;
    let next = if next.status() == 303 { sam.follow(&next).await } else { next };
    assert_eq!(next.status(), 200, "no dead end: {}", next.text("main"));
    assert_eq!(next.attribute("main form", "action"), "/articles/supplier-remote-access/revise");
    assert!(send_form(&mut sam, &next, &[]).await.location().ends_with("/edit"));
}
