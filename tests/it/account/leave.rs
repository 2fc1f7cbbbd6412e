//! Leaving of one's own accord.

use crate::support::Site;

const LEAVE: &str = "/account/leave";
const ALL: [(&str, &str); 2] = [("from", "all"), ("sure", "yes")];
const KEES: &str = "kees@voorbeeldland.example";
const IRIS: &str = "iris@voorbeeldland.example";
const LOTTE: &str = "lotte@voorbeeldpolder.example";

#[tokio::test]
async fn a_member_leaves_and_is_signed_out_everywhere() {
    let site = Site::demo().await;
    let (mut kees, mut elsewhere) = (site.with_second_factor(KEES).await, site.member().await);
    let page = kees.get(LEAVE).await;
    assert!(page.has("#from-waterschap-voorbeeldland[checked]"), "there is only one");
    let unsure = kees.post(LEAVE, &[("from", "waterschap-voorbeeldland")]).await;
    assert_eq!((unsure.status(), unsure.has("#sure-error")), (422, true));
    let other = kees.post(LEAVE, &[("from", "kestrel-controls"), ("sure", "yes")]).await;
    assert_eq!((other.status(), other.has("#from-error")), (422, true), "not where he is");
    let left = kees.post(LEAVE, &[("from", "all"), ("sure", "yes")]).await;
    assert_eq!(left.location(), "/");
    assert!(kees.follow(&left).await.text(".toast").contains("signed out"));
    assert_eq!((kees.get("/members").await.status(), elsewhere.get("/members").await.status()), (401, 401));
    let mail = site.mails_to("kees@voorbeeldland.example").await.pop().expect("a mail");
    assert!(mail.text.contains("Iris"), "whom to ask: {}", mail.text);
    assert_eq!(
        site.word("select string_agg(action, ' ') from audit_log where action like 'membership.%'").await,
        "membership.left"
    );
}

#[tokio::test]
async fn leaving_one_of_two_keeps_the_rest() {
    let site = Site::demo().await;
    site.run(
        "insert into memberships (member_id, organisation_id, since) select m.id, o.id, m.created_at from members m, organisations o
         where m.slug = 'kees-van-nergens' and o.slug = 'tno'",
    )
    .await;
    let mut kees = site.with_second_factor(KEES).await;
    assert!(!kees.get(LEAVE).await.has("[name=from][checked]"), "he chooses");
    assert_eq!(kees.post(LEAVE, &[("from", "tno"), ("sure", "yes")]).await.location(), "/account/profile");
    assert_eq!(kees.get("/members").await.status(), 200);
    let (one, two) = {
        let mut again = site.with_second_factor(KEES).await;
        let form = [("from", "waterschap-voorbeeldland"), ("sure", "yes")];
        tokio::join!(kees.post(LEAVE, &form), again.post(LEAVE, &form))
    };
    assert!([one.status(), two.status()].contains(&303));
    assert_eq!(
        site.mails_to("kees@voorbeeldland.example").await.len(),
        2,
        "one for each, however often it was pressed"
    );
}

#[tokio::test]
async fn of_two_liaisons_who_leave_at_once_one_stays() {
    let site = Site::demo().await;
    site.run("update members set roles = '{}'; update members set roles = '{liaison}' where slug in ('lotte-verzonnen', 'kees-van-nergens')").await;
    let (mut lotte, mut kees) = (site.liaison().await, site.member().await);
    let form = [("from", "all"), ("sure", "yes")];
    let (one, two) = tokio::join!(lotte.post(LEAVE, &form), kees.post(LEAVE, &form));
    let mut statuses = [one.status(), two.status()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    assert_eq!(site.number("select count(*) from members where 'liaison' = any (roles) and state = 'active'").await, 1);
    let mut last = if one.status() == 409 { lotte } else { kees };
    assert!(!last.get(LEAVE).await.has("#main-form") && last.get(LEAVE).await.has(".notice-warning"));
}

#[tokio::test]
async fn the_coordinators_are_told_who_left_and_the_liaison_where_there_is_none() {
    let site = Site::demo().await;
    assert_eq!(site.with_second_factor(KEES).await.post(LEAVE, &ALL).await.status(), 303);
    let mail = site.mails_to(IRIS).await.pop().expect("a mail");
    assert_eq!(mail.kind, "members-mail-person-left");
    assert_eq!(mail.link(), "/partners/waterschap-voorbeeldland/people");
    assert!(mail.text.contains("Kees van Nergens") && mail.text.contains("je hoeft niets te doen"), "{}", mail.text);
    assert!(site.mails_to(LOTTE).await.iter().all(|mail| mail.kind != "members-mail-person-left"));
    // The last coordinator leaves: nobody but the liaison is there to be told.
    assert_eq!(site.demo_member(IRIS).await.post(LEAVE, &ALL).await.status(), 303);
    let mail = site.mails_to(LOTTE).await.pop().expect("a mail");
    assert_eq!(mail.kind, "members-mail-person-left");
    assert!(mail.text.contains("Iris") && mail.text.contains("heeft nu geen coördinator"), "{}", mail.text);
    assert_eq!(site.mails_to(IRIS).await.iter().filter(|mail| mail.kind == "members-mail-person-left").count(), 1);
}

#[tokio::test]
async fn the_coordinators_are_told_who_deleted_the_account_and_no_job_keeps_the_name() {
    let site = Site::demo().await;
    let form = [("texts", "former-member"), ("sure", "yes")];
    let mut sam = site.with_second_factor("sam@kestrel.example").await;
    assert_eq!(sam.post("/account/delete", &form).await.status(), 303);
    let mail = site.mails_to("fatima@kestrel.example").await.pop().expect("a mail");
    assert_eq!(mail.kind, "members-mail-person-deleted");
    assert!(mail.text.contains("Sam Example") && mail.text.contains("Kestrel Controls"), "{}", mail.text);
    assert_eq!(site.number("select count(*) from jobs where payload::text like '%Sam Example%'").await, 0);
    // The last coordinator: the liaison is told.
    let mut fatima = site.with_second_factor("fatima@kestrel.example").await;
    assert_eq!(fatima.post("/account/delete", &form).await.status(), 303);
    let mail = site.mails_to(LOTTE).await.pop().expect("a mail");
    assert_eq!(mail.kind, "members-mail-person-deleted");
    assert!(mail.text.contains("Fatima") && mail.text.contains("heeft nu geen coördinator"), "{}", mail.text);
}
