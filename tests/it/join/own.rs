//! The applicant's own page.

use super::support::own;
use crate::support::Site;
use chrono::TimeDelta;

const EMAIL: &str = "koen@nieuw.example";
const SECRET: &str = "Zwaluwstaart: we doubt the plant exists.";

#[tokio::test]
async fn the_liaison_asks_and_the_applicant_answers_as_often_as_needed() {
    let site = Site::demo().await;
    let (page, request) = own(&site, EMAIL).await;
    let mut lotte = site.liaison().await;
    for round in ["first", "second"] {
        let question = format!("What do you run, for the {round} time?");
        assert_eq!(lotte.post(&format!("{request}/ask"), &[("question", &question)]).await.status(), 303);
        let mail = site.mails_to(EMAIL).await.pop().expect("a mail");
        assert_eq!(mail.kind, "join-mail-asked");
        assert!(mail.text.contains(&question), "{}", mail.text);
        assert_ne!(mail.link(), page, "each mail has a link of its own");
        let shown = site.anon().get(&mail.link()).await;
        assert_eq!(shown.text("h1"), "The liaison asks you something");
        assert!(shown.text("main").contains(&question));
        assert!(!shown.body().contains("Lotte") && !shown.body().contains("lotte@"), "no liaison is named");
        let answer = format!("Two pumping stations, for the {round} time.");
        assert_eq!(site.anon().post(&format!("{}/answer", mail.link()), &[("message", "")]).await.status(), 422);
        assert_eq!(site.anon().post(&format!("{}/answer", mail.link()), &[("message", &answer)]).await.status(), 303);
        assert!(lotte.get(&request).await.text("main .timeline").contains(&answer));
        assert_eq!(site.anon().get(&page).await.text("h1"), "Your request is with the liaison");
    }
    assert_eq!(lotte.post(&format!("{request}/approve"), &[]).await.status(), 303);
    for question in ["", "Too short", &"x".repeat(2001)] {
        let (_, other) = own(&site, &format!("k{}@nieuw.example", question.len())).await;
        let answer = lotte.post(&format!("{other}/ask"), &[("question", question)]).await;
        assert_eq!((answer.status(), answer.has("#question-error")), (422, true));
    }
}

#[tokio::test]
async fn an_internal_note_appears_nowhere_for_the_applicant() {
    let site = Site::demo().await;
    let mut lotte = site.liaison().await;
    for (number, (step, field)) in
        [("note", "internal"), ("ask", "question"), ("approve", "note"), ("decline", "reason")].into_iter().enumerate()
    {
        let email = format!("koen{number}@nieuw.example");
        let (page, request) = own(&site, &email).await;
        let words = "Words that the applicant may read.";
        let words = if field == "internal" { SECRET } else { words };
        let fields = [("internal", SECRET), (field, words)];
        let fields = if field == "internal" { &fields[..1] } else { &fields[..] };
        assert_eq!(lotte.post(&format!("{request}/{step}"), fields).await.status(), 303, "{step}");
        assert!(lotte.get(&request).await.body().contains("Zwaluwstaart"), "{step}: liaisons read it");
        assert!(!site.anon().get(&page).await.body().contains("Zwaluwstaart"), "{step}");
        for mail in site.mails_to(&email).await {
            assert!(!mail.text.contains("Zwaluwstaart"), "{step}: {}", mail.text);
        }
        let by_function = "select count(*) from pg_proc where prosecdef and prosrc like '%join_notes%'";
        assert_eq!(site.number(by_function).await, 0, "no function past the policies reads notes");
    }
    let mut kees = site.member().await;
    assert!(!kees.get("/log/mine").await.body().contains("Zwaluwstaart"));
}

#[tokio::test]
async fn opening_the_page_changes_nothing_and_nobody_in_between_keeps_it() {
    let site = Site::demo().await;
    let (page, _) = own(&site, EMAIL).await;
    site.tick().await;
    let before = site.word("select string_agg(r::text, ';' order by id) from join_requests r").await;
    for _ in 0..3 {
        let shown = site.anon().get(&page).await;
        assert_eq!(shown.status(), 200);
        assert!(shown.header("cache-control").contains("no-store"));
        assert_eq!(shown.header("referrer-policy"), "same-origin", "no other site learns the address");
        assert_eq!(shown.attribute("meta[name=robots]", "content"), "noindex");
    }
    assert_eq!(site.word("select string_agg(r::text, ';' order by id) from join_requests r").await, before);
    assert_eq!(site.tick().await, 0);
    assert_eq!(site.anon().get("/join/status/never-was").await.status(), 410);
}

#[tokio::test]
async fn an_applicant_withdraws_and_a_mail_confirms_it() {
    let site = Site::demo().await;
    let (page, request) = own(&site, EMAIL).await;
    assert!(site.anon().get(&page).await.has("details form[action$='/withdraw']"), "it is asked about first");
    assert_eq!(site.anon().post(&format!("{page}/withdraw"), &[]).await.status(), 303);
    let mail = site.mails_to(EMAIL).await.pop().expect("a mail");
    assert_eq!(mail.kind, "join-mail-withdrawn");
    assert_eq!(site.anon().get(&mail.link()).await.text("h1"), "You withdrew your request");
    assert_eq!(
        site.number("select count(*) from audit_log where action = 'join.withdrawn' and actor_id is null").await,
        1
    );
    let shown = site.liaison().await.get(&request).await;
    assert!(!shown.has("button[formaction$='/decline']") && shown.has("form[action$='/note']"));
    // The links stop some months after the end.
    site.later(TimeDelta::days(181));
    assert_eq!(site.anon().get(&page).await.status(), 410);
    polder::join::clock::round(&site.app).await.expect("the clock's steps");
    let links =
        "select count(*) from mail_links l join join_requests r on r.id = l.subject_id where r.email like 'koen@%'";
    assert_eq!(site.number(links).await, 0);
}

#[tokio::test]
async fn the_page_shows_all_that_was_sent_and_whom_the_applicant_named() {
    let site = Site::demo().await;
    let (page, request) = own(&site, EMAIL).await;
    for email in ["sam@kestrel.example", "nobody@nowhere.example"] {
        site.later(TimeDelta::minutes(1));
        assert_eq!(site.anon().post(&format!("{page}/acquaintance"), &[("email", email)]).await.status(), 303);
    }
    site.later(TimeDelta::minutes(1));
    assert_eq!(site.anon().post(&format!("{page}/add"), &[("message", "One more thing.")]).await.status(), 303);
    let shown = site.anon().reading("en").get(&page).await;
    let sent = shown.text("[aria-labelledby=sent]");
    for words in ["Control room lead", "Waste water", "English"] {
        assert!(sent.contains(words), "{words}: {sent}");
    }
    let course = ["Request sent", "Mail address confirmed", "Named an acquaintance", "Named an acquaintance", "Added"];
    assert_eq!(shown.texts(".timeline-what"), course);
    assert!(shown.text(".timeline").contains("nobody@nowhere.example"), "the same for an address of nobody");
    assert_eq!(site.liaison().await.reading("en").get(&request).await.texts(".timeline-what"), course);
}

#[tokio::test]
async fn after_the_decision_nothing_is_asked_of_the_applicant_that_cannot_be_done() {
    let site = Site::demo().await;
    let mut lotte = site.liaison().await;
    for (number, (step, heading)) in
        [("approve", "You are welcome"), ("decline", "Your request was declined")].into_iter().enumerate()
    {
        let (page, request) = own(&site, &format!("koen{number}@nieuw.example")).await;
        assert!(site.anon().get(&page).await.text("main").contains("can see and answer"));
        let reason = [("reason", "We only take people who run plants.")];
        assert_eq!(lotte.post(&format!("{request}/{step}"), &reason).await.status(), 303);
        let shown = site.anon().get(&page).await;
        let words = shown.text("main");
        assert_eq!((shown.text("h1").as_str(), shown.count("main form")), (heading, 0));
        for gone in ["answer", "vouch", "holds a link", "Withdraw"] {
            assert!(!words.contains(gone), "{gone}: {words}");
        }
        let decided = lotte.get(&request).await;
        assert!(!decided.body().contains("decide later") && !decided.body().contains("whichever button"));
        assert_eq!(decided.attribute("#main-form", "action"), format!("{request}/note"));
        assert_eq!(decided.count("#main-form button"), 1);
        assert_eq!(lotte.post(&format!("{request}/note"), &[("internal", "Seen.")]).await.location(), request);
    }
}

#[tokio::test]
async fn much_that_is_added_is_put_off_and_kept() {
    let mut site = Site::demo().await;
    let (page, _) = own(&site, EMAIL).await;
    let limits = polder::auth::limits::Limits { messages: "2/1d".parse().expect("a rate"), ..Default::default() };
    site.router = site.instance(limits).await;
    for status in [303, 303, 429] {
        let answer = site.anon().post(&format!("{page}/add"), &[("message", "One more thing.")]).await;
        assert_eq!(answer.status(), status);
        if status == 429 {
            assert_eq!(answer.value("message").trim(), "One more thing.");
        }
    }
}

#[tokio::test]
async fn a_question_without_an_answer_is_reminded_of_once_and_then_expires() {
    let site = Site::demo().await;
    let (page, request) = own(&site, EMAIL).await;
    let question = [("question", "What do you run yourself?")];
    assert_eq!(site.liaison().await.post(&format!("{request}/ask"), &question).await.status(), 303);
    let mut kinds = Vec::new();
    for days in [30, 17, 5, 9] {
        site.later(TimeDelta::days(days));
        for _ in 0..2 {
            polder::join::clock::round(&site.app).await.expect("the clock's steps");
        }
        kinds = site.mails_to(EMAIL).await.into_iter().map(|mail| mail.kind).collect();
    }
    assert_eq!(kinds, ["join-mail-proof", "join-mail-asked", "join-mail-reminder", "join-mail-expired"]);
    assert_eq!(site.anon().get(&page).await.text("h1"), "Your request has expired");
    // Who waits for us does not expire.
    let waits = "select count(*) from join_requests where state = 'waiting'";
    assert_eq!(site.number(waits).await, 4);
}

#[tokio::test]
async fn an_address_that_nobody_proves_expires_and_is_forgotten() {
    let site = Site::demo().await;
    super::support::ask(&site, &super::support::form(EMAIL)).await;
    let state = "select coalesce(max(state::text), 'gone') from join_requests where email = 'koen@nieuw.example'";
    for (days, expected) in [(6, "unproven"), (2, "expired"), (7, "gone")] {
        site.later(TimeDelta::days(days));
        polder::join::clock::round(&site.app).await.expect("the clock's steps");
        polder::jobs::tidy(site.app.db.pool(), &site.app.clock, site.app.limits()).await.expect("tidies");
        assert_eq!(site.word(state).await, expected);
    }
    assert_eq!(site.mails_to(EMAIL).await.len(), 1, "nobody is written to at an address that was never proven");
}
