//! How liaisons are told.

use super::support::{form, own, waiting, with};
use crate::support::Site;
use chrono::TimeDelta;

const LOTTE: &str = "lotte@voorbeeldpolder.example";
const BRAM: &str = "bram@voorbeeldpolder.example";

#[tokio::test]
async fn each_liaison_chooses_how_to_be_told() {
    let site = Site::demo().await;
    let mut lotte = site.liaison().await;
    assert!(lotte.get("/join/notices").await.has("#notices-at-once[checked]"));
    assert_eq!(lotte.post("/join/notices", &[("notices", "hourly")]).await.status(), 422);
    assert_eq!(lotte.post("/join/notices", &[("notices", "never")]).await.status(), 303);
    assert!(lotte.get("/join/notices").await.has("#notices-never[checked]"));
    let (page, _) = own(&site, "koen@nieuw.example").await;
    assert_eq!(site.anon().post(&format!("{page}/add"), &[("message", "One more thing.")]).await.status(), 303);
    assert_eq!(site.mails_to(LOTTE).await.len(), 0);
    let kinds: Vec<_> = site.mails_to(BRAM).await.into_iter().map(|mail| mail.kind).collect();
    assert_eq!(kinds, ["join-mail-waiting", "join-mail-added"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_daily_mail_comes_once_after_seven_and_never_empty() {
    let site = Site::demo().await;
    assert_eq!(site.liaison().await.post("/join/notices", &[("notices", "daily")]).await.status(), 303);
    // Noon in universal time; at 5:30 it is 6:30 in Amsterdam in winter.
    site.later(TimeDelta::minutes(17 * 60 + 30));
    polder::join::clock::round(&site.app).await.expect("the clock's steps");
    assert_eq!(site.mails_to(LOTTE).await.len(), 0, "too early");
    site.later(TimeDelta::minutes(31));
    let rounds = (0..4).map(|_| {
        let app = site.app.clone();
        tokio::spawn(async move { polder::join::clock::round(&app).await.expect("the clock's steps") })
    });
    for round in rounds.collect::<Vec<_>>() {
        round.await.expect("runs");
    }
    let mails = site.mails_to(LOTTE).await;
    assert_eq!(mails.len(), 1, "however many instances there are");
    assert_eq!(mails[0].kind, "join-mail-digest");
    assert!(mails[0].text.contains("Oscar Inventado") && mails[0].text.contains("/join/requests"), "{}", mails[0].text);
    assert_eq!(site.mails_to(BRAM).await.len(), 0, "who is told at once gets none");
    site.run("update join_requests set state = 'withdrawn' where state = 'waiting'").await;
    site.later(TimeDelta::days(1));
    polder::join::clock::round(&site.app).await.expect("the clock's steps");
    assert_eq!(site.mails_to(LOTTE).await.len(), 1, "never empty");
}

#[tokio::test]
async fn no_name_adds_a_line_to_the_head_of_a_mail() {
    let site = Site::demo().await;
    let evil = "Koen\r\nBcc: all@evil.example\r\n\r\nHello";
    let typed = with(form("koen@nieuw.example"), &[("organisation", ""), ("new_organisation", "Somewhere")]);
    let request = waiting(&site, &typed).await;
    // The form refuses it; a mail holds even if it came in another way.
    site.run(&format!(
        "update join_requests set name = '{evil}', organisation_name = '{evil}' where email = 'koen@nieuw.example'"
    ))
    .await;
    let reason = [("reason", "Subject: x\r\nBcc: all@evil.example\r\n\r\nWe only take people who run plants.")];
    assert_eq!(site.liaison().await.post(&format!("{request}/decline"), &reason).await.status(), 303);
    site.tick().await;
    for mail in site.mails() {
        let head = mail.raw.split("\r\n\r\n").next().unwrap_or_default();
        assert!(!head.lines().any(|line| line.to_lowercase().starts_with("bcc")), "{head}");
    }
}
