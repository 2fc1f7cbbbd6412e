//! Every step from every state: those that the table lacks are refused with a sentence, and change nothing.

use super::support::{ask, form, own, status};
use crate::support::Site;
use chrono::TimeDelta;
use polder::join::clock;
use polder::join::model::{Actor, Event, JoinState};

/// Who takes a step, which, at which address, with which form.
type Taken = (Actor, Event, &'static str, &'static [(&'static str, &'static str)]);

const STEPS: [Taken; 6] = [
    (Actor::Applicant, Event::Add, "add", &[("message", "Two pumps.")]),
    (Actor::Applicant, Event::Answer, "answer", &[("message", "Two pumps.")]),
    (Actor::Applicant, Event::Withdraw, "withdraw", &[]),
    (Actor::Liaison, Event::Ask, "ask", &[("question", "What do you run yourself?")]),
    (Actor::Liaison, Event::Approve, "approve", &[]),
    (Actor::Liaison, Event::Decline, "decline", &[("reason", "We only take people who run plants.")]),
];

/// A request in a state: its own page and its address for the liaison.
async fn brought_to(site: &Site, state: JoinState, number: usize) -> (String, String) {
    let email = format!("koen{number}@nieuw.example");
    if state == JoinState::Unproven {
        let link = ask(site, &form(&email)).await;
        let id = site.word(&format!("select id::text from join_requests where email = '{email}'")).await;
        return (status(&link), format!("/join/requests/{id}"));
    }
    let (page, request) = own(site, &email).await;
    let mut lotte = site.liaison().await;
    let (address, fields): (String, &[(&str, &str)]) = match state {
        JoinState::Unproven | JoinState::Waiting => return (page, request),
        JoinState::Asked | JoinState::Expired => (format!("{request}/ask"), STEPS[3].3),
        JoinState::Approved => (format!("{request}/approve"), &[]),
        JoinState::Declined => (format!("{request}/decline"), STEPS[5].3),
        JoinState::Withdrawn => (format!("{page}/withdraw"), &[]),
    };
    assert_eq!(lotte.post(&address, fields).await.status(), 303, "{address}");
    if state == JoinState::Expired {
        site.later(TimeDelta::days(61));
        clock::round(&site.app).await.expect("the clock's steps");
    }
    site.tick().await;
    (page, request)
}

async fn everything(site: &Site) -> String {
    site.word(
        "select (select string_agg(r::text, ';' order by id) from join_requests r) || (select count(*) from join_messages)
             || '/' || (select count(*) from members) || '/' || (select count(*) from jobs) || '/' || (select count(*) from audit_log
             where action like 'join.%')",
    )
    .await
}

#[tokio::test]
async fn a_step_that_the_table_lacks_is_refused_with_a_sentence_and_changes_nothing() {
    let site = Site::demo().await;
    let mut number = 0;
    for state in JoinState::ALL {
        number += 1;
        let (page, request) = brought_to(&site, state, number).await;
        let mut lotte = site.liaison().await;
        for (actor, event, end, fields) in STEPS {
            if state.step(actor, event).is_some() {
                continue;
            }
            let before = everything(&site).await;
            let answer = if actor == Actor::Liaison {
                lotte.post(&format!("{request}/{end}"), fields).await
            } else {
                site.anon().post(&format!("{page}/{end}"), fields).await
            };
            // What is not proven does not exist for the liaison.
            let is_hidden = state == JoinState::Unproven && actor == Actor::Liaison;
            assert_eq!(answer.status(), if is_hidden { 404 } else { 409 }, "{state} {end}");
            if !is_hidden {
                let key = state.conflict(actor);
                let sentence = site.app.texts(polder::i18n::Locale::En).text(key).to_string();
                let dutch = site.app.texts(polder::i18n::Locale::Nl).text(key).to_string();
                let said = answer.text("main");
                assert!(said.contains(&sentence) || said.contains(&dutch), "{state} {end}: {said}");
            }
            assert_eq!(everything(&site).await, before, "{state} {end}");
        }
    }
}

#[tokio::test]
async fn a_step_that_the_table_has_is_taken_with_its_mails() {
    let site = Site::demo().await;
    let mut number = 100;
    for state in JoinState::ALL {
        for (actor, event, end, fields) in STEPS {
            let Some(step) = state.step(actor, event) else { continue };
            number += 1;
            let (page, request) = brought_to(&site, state, number).await;
            let email = format!("koen{number}@nieuw.example");
            let (applicants, all) = (site.mails_to(&email).await.len(), site.mails().len());
            let base = if actor == Actor::Liaison { &request } else { &page };
            let mut who = if actor == Actor::Liaison { site.liaison().await } else { site.anon() };
            assert_eq!(who.post(&format!("{base}/{end}"), fields).await.status(), 303, "{state} {end}");
            let now = site.word(&format!("select state::text from join_requests where email = '{email}'")).await;
            assert_eq!(now, step.next.word(), "{state} {end}");
            let mails = site.mails_to(&email).await.len() - applicants;
            assert_eq!(mails, usize::from(step.applicant.is_some()), "{state} {end}");
            let told = site.mails().len() - all - mails;
            assert_eq!(told, if step.liaisons.is_some() { 2 } else { 0 }, "{state} {end}: each liaison");
        }
    }
}

#[tokio::test]
async fn the_database_keeps_the_table_too() {
    let site = Site::demo().await;
    for (from, to) in [("approved", "waiting"), ("declined", "approved"), ("unproven", "asked"), ("expired", "waiting")]
    {
        let sql = format!(
            "do $$ begin update join_requests set state = '{to}' where state = '{from}'; raise exception 'it let that pass';
             exception when check_violation then null; end $$"
        );
        site.run(&sql).await;
    }
}
