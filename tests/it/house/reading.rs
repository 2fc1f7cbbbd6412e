//! A query without any `where`, in anybody's name, returns what the reference says and nothing else: the database
//! itself decides who may read.

use super::reference::World;
use super::scene::{self, LABELS, Scene, Stand};
use polder::access::Viewer;
use sqlx::{AssertSqlSafe, PgConnection, Row};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The tables whose rows follow an item: how to select the item of each row.
const FOLLOW_AN_ITEM: [(&str, &str); 5] = [
    ("items", "select id from items"),
    ("articles", "select id from articles"),
    ("revisions", "select id from revisions"),
    ("events", "select id from events"),
    ("item_grants", "select item_id as id from item_grants"),
];

async fn ids(conn: &mut PgConnection, sql: &'static str) -> BTreeSet<Uuid> {
    sqlx::query(sql).fetch_all(conn).await.expect(sql).iter().map(|row| row.get("id")).collect()
}

async fn count(conn: &mut PgConnection, table: &str) -> i64 {
    let sql = format!("select count(*) from {table}");
    sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(conn).await.expect(table)
}

/// The demo, with texts in every state and events of every label beside it.
async fn full_scene() -> (Scene, World) {
    let scene = Scene::new().await;
    let mut owner = scene.owner().await;
    for label in LABELS {
        for stand in [Stand::Draft, Stand::Submitted, Stand::Approved, Stand::Published] {
            scene::article(&mut owner, label, stand).await;
        }
        scene::event(&mut owner, label).await;
    }
    let world = World::load(&scene.site.owner).await;
    (scene, world)
}

#[tokio::test]
async fn a_select_without_where_returns_what_the_viewer_may_read_and_nothing_else() {
    let (scene, world) = full_scene().await;
    let mut owner = scene.owner().await;
    let mut all = BTreeMap::new();
    for (table, sql) in FOLLOW_AN_ITEM {
        all.insert(table, ids(&mut owner, sql).await);
    }
    let everybody = world.people.values().map(Some).chain([None]);
    for viewer in everybody {
        let name = viewer.map_or("nobody", |person| person.email.as_str());
        let readable = world.readable(viewer);
        let bound = viewer.map_or(Viewer::Nobody, |person| Viewer::OnBehalfOf(person.id));
        let mut tx = scene.site.app.db.read(&bound).await.expect("reads");
        for (table, sql) in FOLLOW_AN_ITEM {
            let seen = ids(&mut tx, sql).await;
            let expected: BTreeSet<Uuid> = all[table].intersection(&readable).copied().collect();
            for id in seen.symmetric_difference(&expected) {
                let verb = if seen.contains(id) { "sees" } else { "does not see" };
                panic!("{name} {verb} in {table}: {:?}", world.items[id]);
            }
        }
    }
}

#[tokio::test]
async fn with_no_viewer_set_only_clear_published_items_exist() {
    let (scene, world) = full_scene().await;
    let clear = |id: &Uuid| world.items[id].published && world.items[id].label == "CLEAR";
    // Not even a transaction that forgot to say who reads.
    let mut forgotten = scene.site.app.db.pool().acquire().await.expect("a connection");
    let mut nobody = scene.site.app.db.read(&Viewer::Nobody).await.expect("reads");
    let mut unknown = scene.site.app.db.read(&Viewer::OnBehalfOf(Uuid::now_v7())).await.expect("reads");
    for conn in [&mut *forgotten, &mut *nobody, &mut *unknown] {
        for (table, sql) in FOLLOW_AN_ITEM {
            let seen = ids(conn, sql).await;
            assert!(seen.iter().all(clear), "{table}");
            assert_eq!(seen.is_empty(), table == "item_grants", "{table}");
        }
        for table in ["attendances", "revision_events", "join_requests"] {
            assert_eq!(count(conn, table).await, 0, "{table}");
        }
    }
}

#[tokio::test]
async fn the_words_of_a_review_are_for_those_who_work_on_the_text() {
    let (scene, world) = full_scene().await;
    let sql = "select distinct revision_id as id from revision_events";
    let all = ids(&mut scene.owner().await, sql).await;
    for person in world.people.values() {
        let works_on = |id: &&Uuid| {
            let item = &world.items[*id];
            world.may_read(Some(person), item) && person.active && World::works_on(person, item)
        };
        let expected: BTreeSet<_> = all.iter().filter(works_on).copied().collect();
        let mut tx = scene.site.app.db.read(&Viewer::OnBehalfOf(person.id)).await.expect("reads");
        let seen = ids(&mut tx, sql).await;
        for id in seen.symmetric_difference(&expected) {
            let verb = if seen.contains(id) { "sees" } else { "does not see" };
            panic!("{} {verb} the history of {:?}", person.email, world.items[id]);
        }
    }
}

#[tokio::test]
async fn who_comes_is_seen_by_members_who_may_read_the_event() {
    let (scene, world) = full_scene().await;
    let sql = "select distinct event_id as id from attendances";
    let all = ids(&mut scene.owner().await, sql).await;
    for person in world.people.values() {
        let readable = if person.active { world.readable(Some(person)) } else { BTreeSet::new() };
        let mut tx = scene.site.app.db.read(&Viewer::OnBehalfOf(person.id)).await.expect("reads");
        let expected: BTreeSet<Uuid> = all.intersection(&readable).copied().collect();
        assert_eq!(ids(&mut tx, sql).await, expected, "{}", person.email);
    }
}

#[tokio::test]
async fn join_requests_are_seen_by_liaisons_alone() {
    let (scene, world) = full_scene().await;
    let all = count(&mut scene.owner().await, "join_requests").await;
    assert!(all >= 5);
    for person in world.people.values() {
        let mut tx = scene.site.app.db.read(&Viewer::OnBehalfOf(person.id)).await.expect("reads");
        let is_liaison = person.active && person.roles.iter().any(|role| role == "liaison");
        let expected = if is_liaison { all } else { 0 };
        assert_eq!(count(&mut tx, "join_requests").await, expected, "{}", person.email);
    }
}
