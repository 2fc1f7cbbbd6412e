//! What is over goes, once a day, and is reported.

use crate::support::Site;
use chrono::TimeDelta;
use polder::audit::chain::from_hex;
use polder::audit::verify::{Broken, head, verify};
use polder::jobs::retention::{self, PERIODS};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};

async fn round(site: &Site) {
    retention::round(site.app.db.pool(), &site.app.clock).await;
}

async fn last(site: &Site, kind: &str) -> String {
    let sql = format!(
        "select concat_ws(' ', removed, kept, error) from retention_runs where kind = '{kind}' order by ran_at desc limit 1"
    );
    site.word(&sql).await
}

#[tokio::test]
async fn each_kind_goes_after_its_period_and_not_before() {
    let site = Site::demo().await;
    // Everything of the demo that has a period, put at one moment.
    let past = "'2026-11-24 12:00Z'";
    let (event, member) =
        ("(select id from events order by id limit 1)", "(select id from members where slug = 'kees-van-nergens')");
    site.run(&format!(
        "delete from attendances; delete from presences; delete from item_reads; delete from jobs;
         update join_requests set state = 'withdrawn', since = {past} where id = (select id from join_requests where state = 'waiting' order by id limit 1);
         update events set starts_at = {past}::timestamptz - interval '1 hour', ends_at = {past};
         insert into attendances (event_id, member_id, answer, at) values ({event}, {member}, 'yes', {past});
         insert into item_reads (item_id, member_id, at, beyond) select id, {member}, {past}, false from items limit 1;
         insert into address_changes (id, member_id, old_email, new_email, asked_at, stopped_at) values
            (gen_random_uuid(), {member}, 'a@x.example', 'b@x.example', {past}, {past});
         insert into jobs (id, kind, payload, run_at, created_at, state, ended_at) values
            (gen_random_uuid(), 'x', '{{}}', {past}, {past}, 'done', {past}), (gen_random_uuid(), 'x', '{{}}', {past}, {past}, 'failed', {past})"
    ))
    .await;
    let counts = "select concat_ws(' ', (select count(*) from join_requests where emptied_at is null and state = 'withdrawn' and since = '2026-11-24 12:00Z'),
        (select count(*) from attendances), (select count(*) from jobs where state = 'done'), (select count(*) from jobs where state = 'failed'), (select count(*) from item_reads), (select count(*) from address_changes))";
    let mut passed = 0;
    for (days, before, after) in
        [(14, "1 1 1 1 1 1", "1 1 0 1 1 1"), (180, "1 1 0 1 1 1", "0 1 0 0 1 0"), (730, "0 1 0 0 1 0", "0 0 0 0 0 0")]
    {
        site.later(TimeDelta::days(days - passed));
        round(&site).await;
        assert_eq!(site.word(counts).await, before, "{days} days to the second");
        site.later(TimeDelta::days(1));
        round(&site).await;
        assert_eq!(site.word(counts).await, after, "a day after {days} days");
        passed = days + 1;
    }
    assert_eq!(
        site.number("select count(*) from join_requests where name = '-' and email = '' and state = 'withdrawn' and since = '2026-11-24 12:00Z'").await,
        1,
        "the outcome stays"
    );
    let entries = site.number("select count(*) from audit_log").await;
    site.later(TimeDelta::days(7 * 365));
    round(&site).await;
    assert_eq!(last(&site, "audit").await, format!("0 {entries}"), "young by the database's clock");
    assert_eq!(site.number("select count(*) from audit_log").await, entries);
}

/// An entry of that day, past the time of the site.
async fn entry(site: &Site, day: &str) {
    site.run(&format!(
        "insert into audit_log (at, action, subject_kind, subject_id) values
            ('{day}', 'member.made', 'member', '00000000-0000-0000-0000-000000000001')"
    ))
    .await;
}

#[tokio::test]
async fn the_audit_log_loses_its_oldest_entries_and_what_is_left_is_proven() {
    let site = Site::empty().await;
    for day in ["2012-01-01", "2012-01-02", "2012-03-01", "2026-11-01", "2012-04-01", "2026-11-02"] {
        entry(&site, day).await;
    }
    let mut owner = PgConnection::connect_with(&site.owner).await.expect("the owner");
    let kept = head(&mut owner).await.expect("a head").hash;
    let gone = site.word("select encode(hash, 'hex') from audit_log where id = 2").await;
    let gone = from_hex(&gone).expect("a hash");
    round(&site).await;
    assert_eq!(last(&site, "audit").await, "2 2", "up to the last before one that is kept; one behind that waits");
    let told = site.word("select concat_ws(' ', action, detail ->> 'until', detail ->> 'entries') from audit_log order by id desc limit 1").await;
    assert_eq!(told, "installation.log-cut 2 2");
    let now = site.app.clock.now();
    let proof = verify(&mut owner, now, Some(&kept)).await.expect("answers").expect("it holds");
    assert_eq!((proof.head.id, proof.went, proof.known), (7, 2, Some(6)));
    assert!(proof.to_string().starts_with("The chain holds: 5 entries, from number 3,"), "{proof}");
    // A hash of an entry that went is known no more.
    assert_eq!(verify(&mut owner, now, Some(&gone)).await.expect("answers"), Err(Broken::Unknown));
    // The next day there is nothing worth a cut.
    site.later(TimeDelta::days(1));
    round(&site).await;
    assert_eq!(last(&site, "audit").await, "0 2");
    assert_eq!(site.number("select count(*) from audit_log").await, 5);
}

#[tokio::test]
async fn the_period_of_the_audit_log_is_the_databases_own_whatever_time_it_is_told() {
    let site = Site::empty().await;
    let days = PERIODS.iter().find(|period| period.kind == "audit").expect("a period").days;
    assert_eq!(site.number("select extract(day from audit_period())::bigint").await, days);
    for day in ["2026-01-01", "2026-11-01"] {
        entry(&site, day).await;
    }
    let mut served = site.app.db.pool().acquire().await.expect("a connection");
    served.execute("select run_retention('audit', '2099-01-01', '2099-01-01')").await.expect("runs");
    // By itself it sees no entry at all.
    served.execute("select cut_audit_log('2099-01-01', '2099-01-01')").await.expect("does nothing");
    for sql in ["delete from audit_log"] {
        let refused = served.execute(sql).await.expect_err(sql);
        let code = refused.as_database_error().and_then(sqlx::error::DatabaseError::code);
        assert_eq!(code.as_deref(), Some("42501"), "{sql}");
    }
    // Nor does the owner, without lifting the triggers.
    let mut owner = PgConnection::connect_with(&site.owner).await.expect("the owner");
    for sql in [
        "delete from audit_log where id = 1",
        "delete from audit_log where id = 2",
        "select cut_audit_log('2099-01-01', '2099-01-01'); delete from audit_log where id = 1",
    ] {
        owner.execute(AssertSqlSafe(format!("begin; {sql}; commit"))).await.expect_err(sql);
        owner.execute("rollback").await.expect("goes back");
    }
    assert_eq!(site.number("select count(*) from audit_log").await, 2);
    assert!(verify(&mut owner, site.app.clock.now(), None).await.expect("answers").is_ok());
}

#[tokio::test]
async fn who_was_there_is_known_as_long_as_something_is_addressed_to_them() {
    let site = Site::demo().await;
    site.run(
        "insert into item_grants (id, item_id, reason, event_id) select gen_random_uuid(), i.id, 'audience', p.event_id
         from items i, presences p where i.label = 'AMBER' and i.kind = 'article' limit 1",
    )
    .await;
    let all = site.number("select count(*) from presences").await;
    let needed = site
        .number(
            "select count(*) from presences p where exists (select from item_grants g where g.event_id = p.event_id)",
        )
        .await;
    assert!(needed > 0, "there is such a list");
    site.run("insert into presences (event_id, member_id, noted_at, noted_by) select e.id, m.id, m.created_at, l.id from events e, members m, members l
              where e.slug = 'webinar-one-way-process-data' and m.slug = 'kees-van-nergens' and l.slug = 'lotte-verzonnen' on conflict do nothing").await;
    assert_eq!(site.number("select count(*) from presences").await, all + 1);
    site.later(TimeDelta::days(8 * 365));
    round(&site).await;
    assert_eq!(site.number("select count(*) from presences").await, needed);
    assert!(last(&site, "attendance").await.ends_with(&format!(" {needed}")), "what stayed is reported");
}

#[tokio::test]
async fn two_instances_do_it_once_a_day_and_the_liaison_reads_of_it() {
    let site = Site::demo().await;
    let mut lotte = site.liaison().await;
    let page = lotte.get("/log/retention").await;
    assert_eq!((page.count("tbody tr"), page.text("tbody").matches("Not yet").count()), (PERIODS.len(), PERIODS.len()));
    tokio::join!(round(&site), round(&site), round(&site));
    let kinds = i64::try_from(PERIODS.len()).expect("few");
    assert_eq!(site.number("select count(*) from retention_runs").await, kinds);
    site.later(TimeDelta::hours(1));
    round(&site).await;
    assert_eq!(site.number("select count(*) from retention_runs").await, kinds, "an hour later nothing is due");
    site.later(TimeDelta::hours(23));
    round(&site).await;
    assert_eq!(site.number("select count(*) from retention_runs").await, 2 * kinds);
    let mut lotte = site.liaison().await;
    assert!(!lotte.get("/log/retention").await.text("tbody").contains("Not yet"));
    assert_eq!(site.member().await.get("/log/retention").await.status(), 403);
}

#[tokio::test]
async fn one_that_fails_is_reported_keeps_no_other_waiting_and_is_tried_again() {
    let site = Site::demo().await;
    site.run("alter table item_reads rename to item_reads_away").await;
    round(&site).await;
    assert!(last(&site, "reads").await.contains("item_reads"), "the cause");
    assert_eq!(last(&site, "runs").await, "0 0", "the others were done");
    let mut lotte = site.liaison().await;
    assert_eq!(lotte.get("/log/retention").await.texts("tbody .badge"), ["Failed"]);
    site.run("alter table item_reads_away rename to item_reads").await;
    site.later(TimeDelta::hours(1));
    round(&site).await;
    assert_eq!(last(&site, "reads").await, "0 0");
}
