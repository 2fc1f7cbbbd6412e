//! Who is in a group, from when and until when.

use super::GROUP;
use crate::support::Site;
use chrono::TimeDelta;

const KEES: [(&str, &str); 1] = [("member", "kees-van-nergens")];

#[tokio::test]
async fn somebody_is_added_taken_out_and_added_again() {
    let site = Site::demo().await;
    let (mut lotte, mut kees) = (site.liaison().await, site.member().await);
    let (add, end) = (format!("{GROUP}/members"), format!("{GROUP}/members/kees-van-nergens/end"));
    assert!(lotte.get(GROUP).await.has("option[value=kees-van-nergens]"));
    let added = lotte.post(&add, &KEES).await;
    let page = lotte.follow(&added).await;
    assert!(page.text(".toast").contains("can read from now on"));
    assert!(page.has(&format!("details form[action='{end}'] .button-danger")), "asked for before it is done");
    assert!(!page.has("option[value=kees-van-nergens]"), "and not offered any more");
    assert_eq!(kees.get(GROUP).await.text(".page-head .badge-accent"), "You are in it");
    site.later(TimeDelta::days(1));
    lotte.second_factor().await;
    assert_eq!(lotte.post(&end, &[]).await.location(), GROUP);
    assert!(!kees.get(GROUP).await.body().contains("You are in it"));
    site.later(TimeDelta::days(1));
    lotte.second_factor().await;
    assert_eq!(lotte.post(&add, &KEES).await.location(), GROUP);
    let row = "from working_group_members w join members m on m.id = w.member_id where m.slug = 'kees-van-nergens'";
    assert_eq!(
        site.word(&format!("select to_char(since at time zone 'UTC', 'DD') || (until is null) {row}")).await,
        "26true"
    );
    let log = site.word("select string_agg(action || (detail ->> 'member' is not null), ' ' order by at) from audit_log where action like 'group.%'").await;
    assert_eq!(log, "group.member-addedtrue group.member-endedtrue group.member-addedtrue");
}

#[tokio::test]
async fn a_step_taken_twice_or_by_two_at_once_is_taken_once() {
    let site = Site::demo().await;
    let (mut lotte, mut bram) = (site.liaison().await, site.demo_member("bram@voorbeeldpolder.example").await);
    let (add, end) = (format!("{GROUP}/members"), format!("{GROUP}/members/kees-van-nergens/end"));
    let (one, two) = tokio::join!(lotte.post(&add, &KEES), bram.post(&add, &KEES));
    assert_eq!((one.status(), two.status()), (303, 303), "it is as both wished");
    assert_eq!(site.number("select count(*) from audit_log where action = 'group.member-added'").await, 1);
    let (one, two) = tokio::join!(lotte.post(&end, &[]), bram.post(&end, &[]));
    let mut statuses = [one.status(), two.status()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    assert_eq!(site.number("select count(*) from audit_log where action = 'group.member-ended'").await, 1);
}

#[tokio::test]
async fn nobody_joins_while_the_group_is_closed_at_the_same_time() {
    let site = Site::demo().await;
    let (mut lotte, mut bram) = (site.liaison().await, site.demo_member("bram@voorbeeldpolder.example").await);
    let (add, close) = (format!("{GROUP}/members"), format!("{GROUP}/close"));
    let (added, closed) = tokio::join!(lotte.post(&add, &KEES), bram.post(&close, &[]));
    assert_eq!(closed.status(), 303);
    assert!(matches!(added.status(), 303 | 409));
    let late = "select count(*) from working_group_members w join working_groups g on g.id = w.group_id
                join members m on m.id = w.member_id where m.slug = 'kees-van-nergens'";
    assert_eq!(site.number(late).await, i64::from(added.status() == 303));
}

#[tokio::test]
async fn only_somebody_who_is_an_active_member_is_added() {
    let site = Site::demo().await;
    let mut lotte = site.liaison().await;
    site.run("update members set state = 'suspended' where slug = 'wim-verdicht'").await;
    let page = lotte.get(GROUP).await;
    assert!(!page.has("option[value=wim-verdicht]"));
    for member in ["", "wim-verdicht", "nobody", "Доступ", "\u{0}"] {
        let answer = lotte.post(&format!("{GROUP}/members"), &[("member", member)]).await;
        assert!(matches!(answer.status(), 422 | 400), "{member:?}: {}", answer.status());
        assert!(answer.status() == 400 || answer.has("#member-error"));
    }
    for member in ["wim-verdicht", "nobody", "tess-testdijk"] {
        assert_eq!(lotte.post(&format!("{GROUP}/members/{member}/end"), &[]).await.status(), 409, "{member}");
    }
}

#[tokio::test]
async fn who_is_suspended_or_left_is_shown_no_more() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    site.run("update members set state = 'suspended' where slug = 'sam-example'").await;
    assert!(!kees.get(GROUP).await.body().contains("Sam Example"));
    assert!(kees.get("/groups").await.text(".card .meta").contains("3 members"));
    site.run("update memberships set until = '2026-11-01' where member_id = (select id from members where slug = 'noor-fictief')")
        .await;
    assert!(!kees.get(GROUP).await.body().contains("Noor"), "who left is in no group that others see");
}
