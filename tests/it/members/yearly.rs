//! Once a year: who is still with their organisation? Asked, asked again, and asleep.

use crate::support::Site;
use chrono::TimeDelta;
use polder::members::yearly;

const PEOPLE: &str = "/partners/kestrel-controls/people";

async fn round(site: &Site) {
    yearly::round(&site.app).await.expect("the database is up");
}

async fn asked(site: &Site, email: &str) -> usize {
    site.mails_to(email).await.iter().filter(|mail| mail.subject.contains("still with")).count()
}

#[tokio::test]
async fn unanswered_the_access_sleeps_after_a_reminder_and_nothing_is_lost() {
    let site = Site::demo().await;
    // The membership begins on a leap day: a year is 365 days.
    site.run(
        "update memberships set since = '2024-02-29', confirmed_at = '2026-11-24 12:00Z';
              update members set roles = '{}' where slug like 'bram-%'; update members set language = 'en'",
    )
    .await;
    site.later(TimeDelta::days(365) - TimeDelta::seconds(1));
    round(&site).await;
    assert_eq!(asked(&site, "fatima@kestrel.example").await, 0);
    site.later(TimeDelta::seconds(1));
    round(&site).await;
    round(&site).await;
    assert_eq!(asked(&site, "fatima@kestrel.example").await, 1, "one mail a day, however often the worker looks");
    assert!(
        asked(&site, "lotte@voorbeeldpolder.example").await >= 1,
        "her own people, and Fatima, whom no other answers for"
    );
    assert_eq!(asked(&site, "sam@kestrel.example").await, 0);
    let mail = site.mails_to("fatima@kestrel.example").await.pop().expect("a mail");
    assert!(mail.text.contains("Sam Example") && !mail.text.contains("Fatima Sample:"), "{}", mail.text);

    let mut fatima = site.demo_member("fatima@kestrel.example").await;
    let page = fatima.get(PEOPLE).await;
    assert!(page.has("#person-fatima-sample[disabled]") && page.text("main").contains("another coordinator"));
    let nobody = fatima.post(&format!("{PEOPLE}/confirm"), &[]).await;
    assert_eq!((nobody.status(), nobody.has("#person-error")), (422, true));
    let own = fatima.post(&format!("{PEOPLE}/confirm"), &[("person", "fatima-sample")]).await;
    assert_eq!(own.status(), 409, "nobody answers for oneself");
    let some = [("person", "sam-example"), ("person", "wim-verdicht"), ("person", "kees-van-nergens")];
    assert_eq!(fatima.post(&format!("{PEOPLE}/confirm"), &some).await.location(), PEOPLE);
    assert_eq!(site.number("select count(*) from audit_log where action = 'membership.confirmed'").await, 2);
    assert_eq!(fatima.post(&format!("{PEOPLE}/confirm"), &some).await.status(), 409, "twice");

    site.later(TimeDelta::days(14));
    round(&site).await;
    assert_eq!(asked(&site, "fatima@kestrel.example").await, 2, "the reminder");
    site.later(TimeDelta::days(15));
    round(&site).await;
    assert_eq!(site.number("select count(*) from memberships where ended_because = 'asleep'").await, 0);
    let mut tess = site.demo_member("tess@kestrel.example").await;
    let mut sam = site.publisher().await;
    site.later(TimeDelta::days(1));
    // Two instances at once.
    tokio::join!(round(&site), round(&site));
    assert_eq!(asked(&site, "fatima@kestrel.example").await, 2);
    assert_eq!((tess.get("/members").await.status(), sam.get("/members").await.status()), (401, 200));
    let slept = site.mails_to("tess@kestrel.example").await;
    assert_eq!(slept.len(), 1, "told once");
    assert!(slept[0].text.contains("Nothing is lost"), "{}", slept[0].text);
    assert_eq!(
        site.word("select state::text from members where slug = 'lotte-verzonnen'").await,
        "active",
        "the last liaison never sleeps"
    );

    // The liaison wakes the coordinator, who wakes the others; roles are as before.
    let mut lotte = site.liaison().await;
    assert_eq!(lotte.post(&format!("{PEOPLE}/fatima-sample/wake"), &[]).await.status(), 303);
    let mut fatima = site.demo_member("fatima@kestrel.example").await;
    assert_eq!(fatima.post(&format!("{PEOPLE}/tess-testdijk/wake"), &[]).await.status(), 303);
    assert_eq!(site.demo_member("tess@kestrel.example").await.get("/members").await.status(), 200);
    // And a year after that the next question comes.
    site.later(TimeDelta::days(364));
    round(&site).await;
    let open = "select count(*) from memberships s join members m on m.id = s.member_id where m.slug = 'tess-testdijk' and s.asked_at is not null";
    assert_eq!(site.number(open).await, 0);
    site.later(TimeDelta::days(1));
    round(&site).await;
    assert_eq!(site.number(open).await, 1);
}

#[tokio::test]
async fn where_nobody_coordinates_the_liaison_is_asked_and_a_pause_of_the_site_puts_nobody_to_sleep() {
    let site = Site::demo().await;
    site.run("update memberships set roles = array_remove(roles, 'coordinator'); update members set language = 'en'")
        .await;
    site.later(TimeDelta::days(400));
    round(&site).await;
    assert!(asked(&site, "lotte@voorbeeldpolder.example").await >= 2, "a mail for each organisation");
    let to = site.mails();
    assert!(to.iter().all(|mail| !mail.subject.contains("still with") || mail.to.contains("voorbeeldpolder")));
    // The site stood still for months after the question: it is asked again first.
    site.later(TimeDelta::days(100));
    round(&site).await;
    assert_eq!(site.number("select count(*) from memberships where ended_because = 'asleep'").await, 0);
    site.later(TimeDelta::days(14));
    round(&site).await;
    assert!(site.number("select count(*) from memberships where ended_because = 'asleep'").await > 5);
}
