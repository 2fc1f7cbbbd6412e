//! The form: what it takes, what it refuses, and what it gives away.

use super::support::{MOTIVATION, form, send, waiting, with};
use crate::support::Site;

const GOOD: &str = "koen@nieuw.example";

#[tokio::test]
async fn an_empty_form_comes_back_with_an_error_at_every_field_and_nothing_is_kept() {
    let site = Site::demo().await;
    let before = site.number("select count(*) from join_requests").await;
    let answer = site.anon().post("/join", &[]).await;
    assert_eq!(answer.status(), 422);
    assert_eq!(answer.page(), "join/ask");
    for field in ["name", "email", "function", "organisation", "sector", "motivation", "language", "agree"] {
        assert!(answer.has(&format!("#{field}-error")), "an error at {field}");
        assert!(answer.has(&format!("#{field}[aria-invalid=true]")), "{field} is marked");
        assert!(answer.has(&format!(".error-summary a[href='#{field}']")), "the summary leads to {field}");
    }
    assert_eq!(site.number("select count(*) from join_requests").await, before);
    assert_eq!(site.tick().await, 0, "no mail leaves");
}

#[tokio::test]
async fn what_was_typed_stays_when_one_field_is_wrong() {
    let site = Site::demo().await;
    let odd = "We & <b>they</b> \"run\" pumps.\n\nTwo of them, and a lock 🚰. That is all there is to say about it.";
    let typed = with(form("not an address"), &[("name", "Łukasz O'Brien-Ünal"), ("motivation", odd)]);
    let answer = send(&mut site.anon(), "/join", &typed).await;
    assert_eq!(answer.status(), 422);
    assert_eq!(answer.value("name"), "Łukasz O'Brien-Ünal");
    assert_eq!(answer.value("email"), "not an address");
    assert_eq!(answer.value("motivation"), odd);
    assert_eq!(answer.value("organisation"), "waterschap-voorbeeldland");
    assert_eq!(answer.value("sector"), "waste-water");
    assert!(answer.has("input[name=agree][checked]"));
    assert_eq!(answer.count(".field-error"), 1, "only the address is wrong");
    assert_eq!(answer.count("#motivation b"), 0, "what was typed is text");
}

#[tokio::test]
async fn every_field_is_refused_when_it_is_too_long_and_taken_at_its_limit() {
    let site = Site::demo().await;
    for (field, limit) in [("name", 120), ("function", 120), ("motivation", 4000), ("new_organisation", 120)] {
        // Letters of four bytes each: the limit counts characters.
        let fits = "𝕏".repeat(limit);
        let other = if field == "new_organisation" { "" } else { "waterschap-voorbeeldland" };
        let email = format!("{field}@nieuw.example");
        let base = with(form(&email), &[("organisation", other), (field, &fits)]);
        assert_eq!(send(&mut site.anon(), "/join", &base).await.location(), "/join/sent", "{field} at its limit");
        let over = with(base, &[(field, &format!("{fits}x"))]);
        let answer = send(&mut site.anon(), "/join", &over).await;
        assert_eq!(answer.status(), 422, "{field} over its limit");
        assert!(answer.has(&format!("#{field}-error")), "{field}");
    }
    let long = format!("{}@nieuw.example", "a".repeat(260));
    assert_eq!(send(&mut site.anon(), "/join", &form(&long)).await.status(), 422);
}

#[tokio::test]
async fn names_in_any_alphabet_become_members_requests() {
    let site = Site::demo().await;
    for (n, name) in ["Юлия Петрова", "山田 太郎", "علي حسن", "Zoë Ångström", "Ngũgĩ wa Thiong'o"].iter().enumerate()
    {
        let typed = with(form(&format!("a{n}@nieuw.example")), &[("name", name)]);
        assert_eq!(send(&mut site.anon(), "/join", &typed).await.location(), "/join/sent", "{name}");
        let mail = site.mails_to(&format!("a{n}@nieuw.example")).await.pop().expect("a mail");
        assert!(mail.text.contains(name), "{name} in {}", mail.text);
    }
}

#[tokio::test]
async fn line_breaks_and_marks_that_deceive_never_reach_a_mail_header() {
    let site = Site::demo().await;
    let evil = "Koen\r\nBcc: victim@elsewhere.example\r\n\r\nHello";
    for field in ["name", "function", "new_organisation"] {
        let typed = with(form(GOOD), &[("organisation", ""), ("new_organisation", "Somewhere"), (field, evil)]);
        let answer = send(&mut site.anon(), "/join", &typed).await;
        assert_eq!(answer.status(), 422, "{field}");
        assert!(answer.has(&format!("#{field}-error")));
    }
    assert!(site.mails_to(GOOD).await.is_empty());
    for email in
        ["koen@nieuw.example\r\nBcc: x@y.example", "koen@nieuw.example,x@y.example", "Koen <koen@nieuw.example>"]
    {
        let answer = send(&mut site.anon(), "/join", &form(email)).await;
        assert_eq!(answer.status(), 422, "{email}");
        assert!(answer.has("#email-error"));
    }
    for name in ["Koen \u{202e}lesnizreV", "Ko\u{7}en", "Koen\u{2028}Bcc: x@y.example"] {
        let answer = send(&mut site.anon(), "/join", &with(form(GOOD), &[("name", name)])).await;
        assert_eq!(answer.status(), 422, "{name:?}");
        assert!(answer.has("#name-error"));
    }
}

#[tokio::test]
async fn a_nul_in_any_field_is_a_400_with_a_page() {
    let site = Site::demo().await;
    for field in ["name", "email", "function", "motivation", "new_organisation", "unknown"] {
        let answer = send(&mut site.anon(), "/join", &with(form(GOOD), &[(field, "a\0b")])).await;
        assert_eq!(answer.status(), 400, "{field}");
        assert_eq!(answer.page(), "error");
    }
}

#[tokio::test]
async fn a_choice_that_is_not_in_the_list_is_refused() {
    let site = Site::demo().await;
    for (field, value) in [("organisation", "no-such-thing"), ("sector", "witchcraft"), ("language", "tlh")] {
        let answer = send(&mut site.anon(), "/join", &with(form(GOOD), &[(field, value)])).await;
        assert_eq!(answer.status(), 422, "{field}");
        assert!(answer.has(&format!("#{field}-error")), "{field}");
    }
    let both = with(form(GOOD), &[("new_organisation", "Nieuwe Polder")]);
    assert!(send(&mut site.anon(), "/join", &both).await.has("#new_organisation-error"));
    let not_agreed = with(form(GOOD), &[("agree", "no")]);
    assert!(send(&mut site.anon(), "/join", &not_agreed).await.has("#agree-error"));
}

#[tokio::test]
async fn a_known_address_gets_the_same_answer_and_another_mail() {
    let site = Site::demo().await;
    let stranger = send(&mut site.anon(), "/join", &form(GOOD)).await;
    for known in ["sam@kestrel.example", "SAM@Kestrel.example"] {
        let answer = send(&mut site.anon(), "/join", &form(known)).await;
        assert_eq!(answer.status(), stranger.status());
        assert_eq!(answer.body(), stranger.body());
        let without_id = |answer: &crate::support::Answer| {
            let mut headers = answer.headers().clone();
            headers.remove("x-request-id");
            headers
        };
        assert_eq!(without_id(&answer), without_id(&stranger));
    }
    let mails = site.mails_to("sam@kestrel.example").await;
    assert_eq!(mails.len(), 2);
    assert!(mails.iter().all(|mail| mail.kind == "join-mail-already"), "{mails:?}");
    assert!(mails.iter().all(|mail| !mail.text.contains("/join/proof/")), "no link to prove");
    assert_eq!(site.mails_to(GOOD).await.pop().expect("a mail").kind, "join-mail-proof");
    // The same rows as for a stranger, so that time tells nothing; none of them can reach the liaison.
    let rows = "select count(*) from join_requests where lower(email) = 'sam@kestrel.example' and state = 'unproven'";
    assert_eq!(site.number(rows).await, 2);
    let links = "select count(*) from mail_links l join join_requests r on r.id = l.subject_id
                 where lower(r.email) = 'sam@kestrel.example'";
    assert_eq!(site.number(links).await, 0);
}

#[tokio::test]
async fn markup_in_a_request_is_text_on_the_liaisons_screen() {
    let site = Site::demo().await;
    let evil = format!("<script>alert(1)</script><img src=x onerror=alert(1)>\n\n{MOTIVATION}");
    let typed = with(
        form("x@nieuw.example"),
        &[
            ("name", "<b onmouseover=alert(1)>Koen"),
            ("function", "\"><svg onload=alert(1)>"),
            ("motivation", &evil),
            ("organisation", ""),
            ("new_organisation", "<i>Polder</i> & zonen"),
        ],
    );
    let request = super::support::waiting(&site, &typed).await;
    let mut liaison = site.liaison().await;
    for address in ["/join/requests", request.as_str()] {
        let page = liaison.get(address).await;
        assert_eq!(page.status(), 200);
        assert_eq!(
            page.count("main script, main svg:not(.icon), main b[onmouseover], main img[onerror], main i"),
            0,
            "{address}"
        );
    }
    let page = liaison.get(&request).await;
    assert_eq!(page.text("h1"), "<b onmouseover=alert(1)>Koen");
    assert!(page.text("dd[lang]").contains("<script>alert(1)</script>"));
}

#[tokio::test]
async fn a_name_that_says_nothing_or_leads_away_is_refused() {
    let site = Site::demo().await;
    for name in ["\u{200d}\u{200d}\u{200d}", "...", "http://evil.example/prize Click", "www.evil.example"] {
        let answer = send(&mut site.anon(), "/join", &with(form(GOOD), &[("name", name)])).await;
        assert_eq!(answer.status(), 422, "{name:?}");
        assert!(answer.has("#name-error"), "{name:?}");
    }
}

#[tokio::test]
async fn a_name_that_is_here_is_that_organisation_and_so_is_one_that_comes() {
    let site = Site::demo().await;
    let named = |email: &str, name: &str| with(form(email), &[("organisation", ""), ("new_organisation", name)]);
    waiting(&site, &named("an@kestrel.example", " KESTREL controls (Fictional)")).await;
    let of = |email: &str| {
        format!(
            "select coalesce(o.name, 'new') from join_requests r left join organisations o on o.id = r.organisation_id where r.email = '{email}'"
        )
    };
    assert_eq!(site.word(&of("an@kestrel.example")).await, "Kestrel Controls (fictional)");
    let first = waiting(&site, &named("bea@oost.example", "Waterbedrijf Oost (verzonnen)")).await;
    let second = waiting(&site, &named("cas@oost.example", "waterbedrijf oost (verzonnen)")).await;
    assert_eq!(site.word(&of("bea@oost.example")).await, "new");
    let mut lotte = site.liaison().await;
    assert_eq!(lotte.post(&format!("{first}/approve"), &[]).await.status(), 303);
    assert_eq!(site.word(&of("cas@oost.example")).await, "Waterbedrijf Oost (verzonnen)", "it has come");
    // One that was left out because somebody held it is not let in unseen.
    site.run("set session_replication_role = replica; update join_requests set organisation_id = null, organisation_name = 'Kestrel CONTROLS (fictional)' where email = 'cas@oost.example'").await;
    let refused = lotte.post(&format!("{second}/approve"), &[]).await;
    assert_eq!((refused.status(), refused.has("#organisation-error")), (422, true), "{}", refused.text("main"));
    assert_eq!(site.number("select count(*) from members where email = 'cas@oost.example'").await, 0);
}
