//! What the serving role can do with the log: add entries, and see those that are for the viewer.

use super::{entries, verified};
use crate::support::Site;
use polder::access::Viewer;
use sqlx::{AssertSqlSafe, Executor};
use uuid::Uuid;

#[tokio::test]
async fn the_serving_role_can_neither_number_nor_chain_nor_take_back_an_entry() {
    let site = Site::empty().await;
    entries(&site, 2).await;
    let mut conn = site.app.db.pool().acquire().await.expect("a connection");
    for sql in [
        "insert into audit_log (id, at, action, subject_kind, subject_id) values (9, '2026-01-01', 'x', 'y', gen_random_uuid())",
        "insert into audit_log (at, action, subject_kind, subject_id, hash) values ('2026-01-01', 'x', 'y', gen_random_uuid(), null)",
        "insert into audit_log (at, action, subject_kind, subject_id, previous_hash)
         values ('2026-01-01', 'x', 'y', gen_random_uuid(), null)",
        "update audit_log set reason = 'x'",
        "delete from audit_log",
        "truncate audit_log",
        "select * from audit_head",
        "update audit_head set id = 0",
        "insert into audit_head (only_one, id, hash) values (true, 0, sha256('x'))",
        "delete from audit_head",
        "insert into audit_log (at, action, subject_kind, subject_id) values ('2026-01-01', 'installation.log-cut', 'y', gen_random_uuid())",
        "alter table audit_log disable trigger all",
        "set session_replication_role = replica",
        "select setval(pg_get_serial_sequence('audit_log', 'id'), -5)",
    ] {
        let refused = conn.execute(sql).await.expect_err(sql);
        let code = refused.as_database_error().and_then(|e| e.code().map(std::borrow::Cow::into_owned));
        assert_eq!(code.as_deref(), Some("42501"), "{sql}: {refused}");
    }
    // Asking for the chain to be made at once makes no other chain.
    let early = "begin; set constraints all immediate;
        insert into audit_log (at, action, subject_kind, subject_id) values ('2026-01-01', 'x', 'y', gen_random_uuid()); commit";
    conn.execute(early).await.expect("adds");
    assert_eq!(verified(&site, None).await.map(|proof| proof.head.id), Ok(3));
}

#[tokio::test]
async fn a_viewer_sees_the_entries_about_themselves_and_a_liaison_all() {
    let site = Site::demo().await;
    let id = |slug: &str| {
        let sql = format!("select id::text from members where slug = '{slug}'");
        let site = &site;
        async move { site.word(&sql).await.parse::<Uuid>().expect("an id") }
    };
    let (sam, kees) = (id("sam-example").await, id("kees-van-nergens").await);
    let lotte: Uuid =
        site.word("select id::text from members where 'liaison' = any (roles) limit 1").await.parse().expect("an id");
    let operator: Uuid =
        site.word("select id::text from members where roles = '{operator}' limit 1").await.parse().expect("an id");
    for (actor, kind, subject, detail) in [
        (lotte, "group", Uuid::nil(), format!("{{\"member\": \"{sam}\"}}")),
        (lotte, "member", sam, "{}".to_owned()),
        (sam, "event", Uuid::nil(), format!("{{\"added\": [\"{kees}\"], \"removed\": []}}")),
    ] {
        site.run(&format!(
            "insert into audit_log (at, actor_id, action, subject_kind, subject_id, detail)
             values ('2026-11-24', '{actor}', 'made.for-this', '{kind}', '{subject}', '{detail}')"
        ))
        .await;
    }
    for (viewer, there) in [
        (Viewer::OnBehalfOf(sam), 3),
        (Viewer::OnBehalfOf(kees), 1),
        (Viewer::OnBehalfOf(lotte), 3),
        (Viewer::OnBehalfOf(operator), 0),
        (Viewer::Nobody, 0),
    ] {
        let mut tx = site.app.db.read(&viewer).await.expect("reads");
        let sql = "select count(*) from audit_log where action = 'made.for-this'";
        let count: i64 = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut *tx).await.expect("counts");
        assert_eq!(count, there, "{viewer:?}");
    }
    // Nor does anybody write in the name of another.
    let mut tx = site.app.db.write(&Viewer::OnBehalfOf(sam)).await.expect("begins");
    let forged = format!(
        "insert into audit_log (at, actor_id, action, subject_kind, subject_id) values ('2026-01-01', '{kees}', 'x', 'y', '{kees}')"
    );
    assert!(tx.execute(AssertSqlSafe(forged)).await.is_err());
}
