//! The decision: once, with its mail, and with what it makes.

use super::support::{ask, form, status, waiting, with};
use crate::support::Site;

const EMAIL: &str = "koen@nieuw.example";
const REASON: &str = "We only take people who run or protect plants.";

#[tokio::test]
async fn approving_twice_makes_one_member_and_sends_one_mail() {
    let site = Site::demo().await;
    let request = waiting(&site, &form(EMAIL)).await;
    let (mut lotte, mut bram) = (site.liaison().await, site.demo_member("bram@voorbeeldpolder.example").await);
    assert_eq!(lotte.post(&format!("{request}/approve"), &[("note", "Welcome")]).await.status(), 303);
    for liaison in [&mut lotte, &mut bram] {
        let again = liaison.post(&format!("{request}/approve"), &[("note", "A second note")]).await;
        assert_eq!(again.status(), 409);
        assert_eq!(again.page(), "error");
        let declined = liaison.post(&format!("{request}/decline"), &[("reason", REASON)]).await;
        assert_eq!(declined.status(), 409);
    }
    assert_eq!(site.number(&format!("select count(*) from members where email = '{EMAIL}'")).await, 1);
    let mails = site.mails_to(EMAIL).await;
    let kinds: Vec<_> = mails.iter().map(|mail| mail.kind.as_str()).collect();
    assert_eq!(kinds, ["join-mail-proof", "join-mail-approved-note"]);
    let logged = site.number("select count(*) from audit_log where action = 'join.approved'").await;
    assert_eq!(logged, 1);
}

#[tokio::test]
async fn declining_needs_a_reason_and_mails_it() {
    let site = Site::demo().await;
    let request = waiting(&site, &form(EMAIL)).await;
    let mut liaison = site.liaison().await;
    for reason in ["", "   \r\n ", "Too short", &"x".repeat(2001)] {
        let answer = liaison.post(&format!("{request}/decline"), &[("reason", reason)]).await;
        assert_eq!(answer.status(), 422, "{} characters", reason.len());
        assert!(answer.has("#reason-error"));
        assert_eq!(answer.value("reason").trim(), reason.trim(), "what was typed stays");
    }
    let words = "<b>No</b>: we only take people who run plants.\n\nCome back when you do.";
    assert_eq!(liaison.post(&format!("{request}/decline"), &[("reason", words)]).await.status(), 303);
    let mail = site.mails_to(EMAIL).await.pop().expect("a mail");
    assert_eq!(mail.kind, "join-mail-declined");
    assert!(mail.text.contains(words), "{}", mail.text);
    let again = liaison.post(&format!("{request}/decline"), &[("reason", REASON)]).await;
    assert_eq!(again.status(), 409);
    assert_eq!(site.mails_to(EMAIL).await.len(), 2, "the proof and the refusal");
}

#[tokio::test]
async fn the_applicant_sees_the_reason_on_the_page_of_the_link() {
    let site = Site::demo().await;
    let link = ask(&site, &form(EMAIL)).await;
    let mut stranger = site.anon();
    assert_eq!(stranger.post(&link, &[]).await.status(), 303);
    let mut liaison = site.liaison().await;
    let queue = liaison.get("/join/requests").await;
    let request = queue.attributes("tbody th a", "href").pop().expect("a request");
    assert_eq!(liaison.post(&format!("{request}/decline"), &[("reason", REASON)]).await.status(), 303);
    let page = stranger.get(&status(&link)).await;
    assert_eq!(page.text("h1"), "Your request was declined");
    assert_eq!(page.text("blockquote"), REASON);
}

#[tokio::test]
async fn nobody_but_a_liaison_decides() {
    let site = Site::demo().await;
    let request = waiting(&site, &form(EMAIL)).await;
    let actors = [
        (site.anon(), 401),
        (site.member().await, 403),
        (site.publisher().await, 403),
        (site.demo_member("olga@voorbeeldpolder.example").await, 403),
    ];
    for (mut actor, status) in actors {
        assert_eq!(actor.get(&request).await.status(), status);
        assert_eq!(actor.get("/join/requests").await.status(), status);
        assert_eq!(actor.post(&format!("{request}/approve"), &[]).await.status(), status);
        assert_eq!(actor.post(&format!("{request}/decline"), &[("reason", REASON)]).await.status(), status);
    }
    let waits =
        site.number(&format!("select count(*) from join_requests where email = '{EMAIL}' and state = 'waiting'")).await;
    assert_eq!(waits, 1);
}

#[tokio::test]
async fn a_request_that_is_not_proven_is_not_there_for_the_liaison() {
    let site = Site::demo().await;
    ask(&site, &form(EMAIL)).await;
    let id = site.word(&format!("select id::text from join_requests where email = '{EMAIL}'")).await;
    let mut liaison = site.liaison().await;
    assert_eq!(liaison.get(&format!("/join/requests/{id}")).await.status(), 404);
    assert_eq!(liaison.post(&format!("/join/requests/{id}/approve"), &[]).await.status(), 404);
    assert_eq!(liaison.post(&format!("/join/requests/{id}/decline"), &[("reason", REASON)]).await.status(), 404);
    assert_eq!(site.number(&format!("select count(*) from members where email = '{EMAIL}'")).await, 0);
    for unknown in ["019376b0-0000-7000-8000-000000000000", "17", "%20", "..", "x'--"] {
        assert_eq!(liaison.get(&format!("/join/requests/{unknown}")).await.status(), 404, "{unknown}");
        assert_eq!(liaison.post(&format!("/join/requests/{unknown}/approve"), &[]).await.status(), 404, "{unknown}");
    }
}

#[tokio::test]
async fn a_new_organisation_is_made_once_however_it_is_capitalised() {
    let site = Site::demo().await;
    let mut liaison = site.liaison().await;
    for (n, name) in ["Gemeente Bloemendijk", "GEMEENTE  bloemendijk", "gemeente bloemendijk"].iter().enumerate() {
        let email = format!("a{n}@bloemendijk.example");
        let typed = with(form(&email), &[("organisation", ""), ("new_organisation", name)]);
        let request = waiting(&site, &typed).await;
        assert_eq!(liaison.post(&format!("{request}/approve"), &[]).await.status(), 303, "{name}");
    }
    let made = site.number("select count(*) from organisations where lower(name) = 'gemeente bloemendijk'").await;
    assert_eq!(made, 1);
    let people = "select count(*) from memberships s join organisations o on o.id = s.organisation_id
                  where lower(o.name) = 'gemeente bloemendijk'";
    assert_eq!(site.number(people).await, 3);
}

#[tokio::test]
async fn a_new_organisation_that_exists_in_other_letters_is_the_one_that_exists() {
    let site = Site::demo().await;
    let before = site.number("select count(*) from organisations").await;
    let name = site.word("select upper(name) from organisations where slug = 'waterschap-voorbeeldland'").await;
    let typed = with(form(EMAIL), &[("organisation", ""), ("new_organisation", &name)]);
    let request = waiting(&site, &typed).await;
    assert_eq!(site.liaison().await.post(&format!("{request}/approve"), &[]).await.status(), 303);
    assert_eq!(site.number("select count(*) from organisations").await, before);
}

#[tokio::test]
async fn two_new_organisations_whose_names_make_one_address_both_get_one() {
    let site = Site::demo().await;
    let mut liaison = site.liaison().await;
    for (n, name) in ["Café Polder!", "Cafe Polder", "cafe-polder"].iter().enumerate() {
        let typed = with(form(&format!("c{n}@cafe.example")), &[("organisation", ""), ("new_organisation", name)]);
        let request = waiting(&site, &typed).await;
        assert_eq!(liaison.post(&format!("{request}/approve"), &[]).await.status(), 303, "{name}");
    }
    assert_eq!(site.number("select count(distinct slug) from organisations where slug like 'cafe-polder%'").await, 3);
}

#[tokio::test]
async fn the_liaison_can_choose_another_organisation_and_nothing_that_is_not_there() {
    let site = Site::demo().await;
    let typed = with(form(EMAIL), &[("organisation", ""), ("new_organisation", "Kestrel Kontrols")]);
    let request = waiting(&site, &typed).await;
    let mut liaison = site.liaison().await;
    let fields = [("organisation", "no-such-thing"), ("note", "Hello")];
    let wrong = liaison.post(&format!("{request}/approve"), &fields).await;
    assert_eq!(wrong.status(), 422);
    assert!(wrong.has("#organisation-error"));
    assert_eq!(wrong.value("note"), "Hello");
    let right = [("organisation", "kestrel-controls"), ("note", "Hello")];
    assert_eq!(liaison.post(&format!("{request}/approve"), &right).await.status(), 303);
    assert_eq!(site.number("select count(*) from organisations where name = 'Kestrel Kontrols'").await, 0);
}

#[tokio::test]
async fn an_address_that_became_a_member_meanwhile_is_a_conflict_that_can_be_declined() {
    let site = Site::demo().await;
    let request = waiting(&site, &form(EMAIL)).await;
    site.run(
        "insert into members (id, slug, email, name, function, language, created_at)
         values (gen_random_uuid(), 'koen-elsewhere', 'KOEN@nieuw.example', 'Koen', 'x', 'en', '2026-11-24')",
    )
    .await;
    let mut liaison = site.liaison().await;
    let answer = liaison.post(&format!("{request}/approve"), &[("note", "Kept?")]).await;
    assert_eq!(answer.status(), 409);
    assert!(answer.text("main .notice").contains("already"), "{}", answer.text("main"));
    assert_eq!(liaison.post(&format!("{request}/decline"), &[("reason", REASON)]).await.status(), 303);
}

#[tokio::test]
async fn two_people_of_one_name_both_become_members() {
    let site = Site::demo().await;
    let mut liaison = site.liaison().await;
    for email in ["koen@een.example", "koen@twee.example"] {
        let request = waiting(&site, &form(email)).await;
        assert_eq!(liaison.post(&format!("{request}/approve"), &[]).await.status(), 303);
    }
    assert_eq!(site.number("select count(*) from members where name = 'Koen Verzinsel'").await, 2);
}
