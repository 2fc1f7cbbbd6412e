//! Many at once: whatever the order, one effect.

use super::support::{ask, form, waiting, with};
use crate::support::{Actor, Site};
use tokio::task::JoinSet;

/// Who sends what where.
type Step = (Actor, String, Vec<(&'static str, &'static str)>);

/// Sends the same kind of request from many browsers at once, and counts the answers by status.
async fn at_once(actors: Vec<Step>) -> Vec<u16> {
    let mut tasks = JoinSet::new();
    for (mut actor, address, fields) in actors {
        tasks.spawn(async move { actor.post(&address, &fields).await.status() });
    }
    tasks.join_all().await
}

fn count(statuses: &[u16], wanted: u16) -> usize {
    statuses.iter().filter(|status| **status == wanted).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_decisions_at_once_by_two_liaisons_have_one_effect() {
    let site = Site::demo().await;
    let request = waiting(&site, &form("koen@nieuw.example")).await;
    let lotte = site.liaison().await;
    let bram = site.demo_member("bram@voorbeeldpolder.example").await;
    let decisions = (0..50).map(|n| {
        let actor = if n % 2 == 0 { lotte.clone() } else { bram.clone() };
        if n % 4 < 2 {
            (actor, format!("{request}/approve"), vec![("note", "Welcome to the community.")])
        } else {
            (actor, format!("{request}/decline"), vec![("reason", "We only take people who run plants.")])
        }
    });
    let statuses = at_once(decisions.collect()).await;
    assert_eq!(count(&statuses, 303), 1, "{statuses:?}");
    assert_eq!(count(&statuses, 409), 49, "{statuses:?}");

    let approved = site.number("select count(*) from members where email = 'koen@nieuw.example'").await;
    let state = site.word("select state::text from join_requests where email = 'koen@nieuw.example'").await;
    assert_eq!(approved, i64::from(state == "approved"), "{state}");
    let mails = site.mails_to("koen@nieuw.example").await;
    assert_eq!(mails.len(), 2, "the proof and one decision: {mails:?}");
    assert_eq!(site.number("select count(*) from audit_log where action like 'join.%'").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_pressed_by_many_at_once_proves_once() {
    let site = Site::demo().await;
    let link = ask(&site, &form("koen@nieuw.example")).await;
    let presses = (0..20).map(|_| (site.anon(), link.clone(), Vec::new())).collect();
    let statuses = at_once(presses).await;
    assert_eq!(count(&statuses, 303), 20, "{statuses:?}");
    site.tick().await;
    assert_eq!(site.mails().iter().filter(|mail| mail.kind == "join-mail-waiting").count(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_requests_of_one_address_proven_at_once_leave_one_that_waits() {
    let site = Site::demo().await;
    for round in 0..5 {
        let email = format!("koen{round}@nieuw.example");
        let mut presses = Vec::new();
        for _ in 0..4 {
            presses.push((site.anon(), ask(&site, &form(&email)).await, Vec::new()));
        }
        let statuses = at_once(presses).await;
        assert_eq!(count(&statuses, 303), 4, "{statuses:?}");
        let waits = format!("select count(*) from join_requests where email = '{email}' and state = 'waiting'");
        assert_eq!(site.number(&waits).await, 1, "round {round}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_of_one_new_organisation_and_one_name_are_approved_at_once() {
    let site = Site::demo().await;
    let liaison = site.liaison().await;
    let mut approvals = Vec::new();
    for n in 0..8 {
        let typed = with(
            form(&format!("koen{n}@bloemendijk.example")),
            &[("organisation", ""), ("new_organisation", "Gemeente Bloemendijk")],
        );
        let request = waiting(&site, &typed).await;
        approvals.push((liaison.clone(), format!("{request}/approve"), Vec::new()));
    }
    let statuses = at_once(approvals).await;
    assert_eq!(count(&statuses, 303), 8, "{statuses:?}");
    assert_eq!(site.number("select count(*) from organisations where name = 'Gemeente Bloemendijk'").await, 1);
    assert_eq!(site.number("select count(*) from members where email like '%@bloemendijk.example'").await, 8);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_approvals_at_once_make_one_member_with_one_mail() {
    let site = Site::demo().await;
    let request = waiting(&site, &form("koen@nieuw.example")).await;
    let lotte = site.liaison().await;
    let approvals = (0..50).map(|_| (lotte.clone(), format!("{request}/approve"), Vec::new()));
    let statuses = at_once(approvals.collect()).await;
    assert_eq!((count(&statuses, 303), count(&statuses, 409)), (1, 49), "{statuses:?}");
    assert_eq!(site.number("select count(*) from members where email = 'koen@nieuw.example'").await, 1);
    let memberships =
        "select count(*) from memberships s join members m on m.id = s.member_id where m.email = 'koen@nieuw.example'";
    assert_eq!(site.number(memberships).await, 1);
    assert_eq!(site.mails_to("koen@nieuw.example").await.len(), 2, "the proof and the welcome");
    assert_eq!(site.number("select count(*) from audit_log where action = 'join.approved'").await, 1);
}
