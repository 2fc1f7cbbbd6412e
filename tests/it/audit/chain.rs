//! Past the trigger, as somebody who has all rights on the database: each way to change the log, and what it is called.

use super::{entries, verified};
use crate::support::Site;
use polder::access::Viewer;
use polder::audit::verify::{Broken, head};
use polder::audit::{self, Action};
use serde_json::json;
use sqlx::{Connection, PgConnection};
use uuid::Uuid;

/// A log of six entries in which somebody changed this, by all means.
async fn changed(sql: &str) -> Result<i64, Broken> {
    let site = Site::empty().await;
    entries(&site, 6).await;
    assert_eq!(verified(&site, None).await.map(|proof| proof.head.id), Ok(6));
    site.run(&format!("set session_replication_role = replica; {sql}")).await;
    verified(&site, None).await.map(|proof| proof.head.id)
}

#[tokio::test]
async fn what_was_changed_is_named() {
    const NEW: &str = "(id, at, action, subject_kind, subject_id, previous_hash, hash)";
    let move_up = "update audit_log set id = -id - 1 where id > 3; update audit_log set id = -id where id < 0;";
    let forged = format!(
        "{move_up} insert into audit_log {NEW} select 4, at, action, subject_kind, subject_id, hash,
            audit_hash(hash, at, null, action, subject_kind, subject_id, '', null, '{{}}') from audit_log where id = 3"
    );
    let told = "delete from audit_log where id < 4; set session_replication_role = origin;
        insert into audit_log (at, action, subject_kind, subject_id, detail) values ('2026-11-24', 'installation.log-cut',
            'installation', gen_random_uuid(), '{\"until\": 3, \"entries\": 3}')"
        .to_owned();
    for (sql, broken) in [
        ("update audit_log set reason = 'Another' where id = 4", Broken::Altered(4)),
        ("update audit_log set at = at + interval '1 microsecond' where id = 1", Broken::Altered(1)),
        ("update audit_log set actor_id = null, detail = '{\"a\": 1}' where id = 6", Broken::Altered(6)),
        ("update audit_log set subject_kind = 'x' || subject_kind where id = 2", Broken::Altered(2)),
        ("update audit_log set request_id = gen_random_uuid() where id = 2", Broken::Altered(2)),
        ("update audit_log set hash = sha256('x') where id = 4", Broken::HashChanged(4)),
        ("update audit_log set hash = sha256('x') where id = 6", Broken::HashChanged(6)),
        ("update audit_log set previous_hash = sha256('x') where id = 4", Broken::Altered(4)),
        ("delete from audit_log where id = 1", Broken::Missing { from: 1, to: 1 }),
        ("delete from audit_log where id in (3, 4)", Broken::Missing { from: 3, to: 4 }),
        ("delete from audit_log where id = 3; update audit_log set id = id - 1 where id > 3", Broken::Replaced(3)),
        ("delete from audit_log where id > 4", Broken::CutOff { from: 5, to: 6 }),
        ("delete from audit_log", Broken::CutOff { from: 1, to: 6 }),
        (
            "update audit_log set id = -1 where id = 2; update audit_log set id = 2 where id = 3;
             update audit_log set id = 3 where id = -1",
            Broken::Moved { id: 2, after: 3 },
        ),
        (
            "update audit_log set id = -1 where id = 2; update audit_log set id = 2 where id = 5;
             update audit_log set id = 5 where id = -1",
            Broken::Moved { id: 2, after: 4 },
        ),
        (&forged, Broken::Inserted { from: 4, to: 4 }),
        (
            "insert into audit_log (at, action, subject_kind, subject_id) values ('2026-01-01', 'x', 'y', gen_random_uuid())",
            Broken::Unchained(-7),
        ),
        ("update audit_head set hash = sha256('x')", Broken::Head),
        ("update audit_head set id = 2", Broken::Head),
        ("delete from audit_head", Broken::Head),
        ("delete from audit_log where id < 4", Broken::Missing { from: 1, to: 3 }),
        // Told as the log itself tells it, and still too soon.
        ("delete from audit_log where id < 4; update audit_log set at = '2011-01-01' where id = 4", Broken::Altered(4)),
        (&told, Broken::Missing { from: 1, to: 3 }),
    ] {
        assert_eq!(changed(sql).await, Err(broken), "{sql}");
    }
}

#[tokio::test]
async fn a_hash_that_was_kept_elsewhere_tells_of_an_end_that_was_cut_off_and_of_a_log_written_anew() {
    let site = Site::empty().await;
    entries(&site, 3).await;
    let mut owner = PgConnection::connect_with(&site.owner).await.expect("the owner");
    let kept = head(&mut owner).await.expect("a head");
    entries(&site, 2).await;
    let proof = verified(&site, Some(&kept.hash)).await.expect("it holds");
    assert_eq!((proof.head.id, proof.known), (5, Some(3)));
    // With all rights and care: the end is gone from both places, and the chain in itself holds.
    let cut = "set session_replication_role = replica; delete from audit_log where id > 2;
        update audit_head set id = 2, hash = (select hash from audit_log where id = 2)";
    site.run(cut).await;
    assert_eq!(verified(&site, None).await.map(|proof| proof.head.id), Ok(2));
    assert_eq!(verified(&site, Some(&kept.hash)).await, Err(Broken::Unknown));
    // It goes on after the cut, and that does not make it whole.
    entries(&site, 1).await;
    assert_eq!(verified(&site, Some(&kept.hash)).await, Err(Broken::Unknown));
}

#[tokio::test]
async fn of_many_at_once_there_is_one_chain_without_gaps_whatever_is_rolled_back() {
    let site = Site::empty().await;
    let mut writers = tokio::task::JoinSet::new();
    for writer in 0..12_u128 {
        let app = site.app.clone();
        writers.spawn(async move {
            for turn in 0..8_u128 {
                let mut tx = app.db.write(&Viewer::Nobody).await.expect("begins");
                for part in 0..2 {
                    let detail = json!({ "writer": writer.to_string(), "turn": turn.to_string(), "part": part });
                    let subject = Uuid::from_u128(writer * 100 + turn);
                    audit::record(&mut tx, &app.clock, None, Action::MemberMade, subject, detail).await.expect("adds");
                }
                // A third of them change their mind, after their entries.
                if (writer + turn) % 3 != 0 {
                    tx.commit().await.expect("commits");
                }
            }
        });
    }
    while let Some(done) = writers.join_next().await {
        done.expect("a writer");
    }
    let kept = site.number("select count(*) from audit_log").await;
    assert_eq!(kept, 128, "twelve writers, eight turns, two thirds of them kept, two entries each");
    assert_eq!(verified(&site, None).await.map(|proof| proof.head.id), Ok(kept));
    // What belongs together stands together: nobody comes between the entries of one transaction.
    let apart = "select count(*) from audit_log a join audit_log b on b.id = a.id + 1
        where a.detail ->> 'part' = '0' and (b.detail ->> 'part' <> '1' or a.subject_id <> b.subject_id)";
    assert_eq!(site.number(apart).await, 0);
}

#[tokio::test]
async fn what_the_demo_and_its_people_do_makes_a_chain_that_holds() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    assert_eq!(sam.get("/articles/work").await.status(), 200);
    let proof = verified(&site, None).await.expect("it holds");
    assert!(proof.head.id >= 2);
    let signed_in = "select count(*) from audit_log where action = 'account.signed-in' and request_id is not null";
    assert_eq!(site.number(signed_in).await, 1);
}
