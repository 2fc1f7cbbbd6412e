//! A query without any `where`, in anybody's name, returns what the reference says and nothing else: the database
//! itself decides who may read.

use super::reference::{Person, World};
use super::scene::{self, Scene, Stand};
use super::serving_role::{DECISIONS, Decision};
use polder::access::{Me, Viewer};
use polder::i18n::Locale;
use sqlx::{AssertSqlSafe, PgConnection, Row};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use uuid::Uuid;

/// The tables whose rows follow an item: how to select the item of each row.
pub const FOLLOW_AN_ITEM: [(&str, &str); 8] = [
    ("items", "select id from items"),
    ("articles", "select id from articles"),
    ("revisions", "select id from revisions"),
    ("events", "select id from events"),
    ("files", "select id from files"),
    ("item_grants", "select item_id as id from item_grants"),
    ("revision_events", "select id from revision_events"),
    ("label_changes", "select item_id as id from label_changes"),
];

/// Tables that follow an item and something else; each has a test of its own.
const AND_MORE: [&str; 6] =
    ["attendances", "glass_breaks", "item_reads", "join_requests", "presences", "wider_requests"];

#[test]
fn every_table_that_follows_an_item_is_read_here() {
    let follow: BTreeSet<&str> = FOLLOW_AN_ITEM.iter().map(|table| table.0).chain(["attendances"]).collect();
    let decided: BTreeSet<&str> = DECISIONS
        .iter()
        .filter(|(_, decision)| *decision == Decision::FollowsAnItem)
        .map(|(table, _)| *table)
        .collect();
    assert_eq!(follow, decided, "say in reading.rs how the items of these tables are selected");
}

async fn ids(conn: &mut PgConnection, sql: &'static str) -> BTreeSet<Uuid> {
    sqlx::query(sql).fetch_all(conn).await.expect(sql).iter().map(|row| row.get("id")).collect()
}

async fn count(conn: &mut PgConnection, table: &str) -> i64 {
    let sql = format!("select count(*) from {table}");
    sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(conn).await.expect(table)
}

/// Fails with an item that is seen and should not be, or the other way round.
fn compare(world: &World, who: &str, seen: &BTreeSet<Uuid>, expected: &BTreeSet<Uuid>) {
    let difference = seen.symmetric_difference(expected).next();
    let verb = if difference.is_some_and(|id| seen.contains(id)) { "sees" } else { "does not see" };
    assert!(difference.is_none(), "{who} {verb} {:?}", difference.map(|id| &world.items[id]));
}

/// Somebody at a browser, whose session has a second factor or not.
pub fn at_a_browser(person: &Person, second_factor: bool) -> Viewer {
    Viewer::Member(Arc::new(Me {
        id: person.id,
        slug: String::new(),
        name: String::new(),
        language: Locale::En,
        roles: Vec::new(),
        organisations: Vec::new(),
        second_factor,
        amber_needs_second_factor: false,
        session: Uuid::nil(),
        resting_roles: Vec::new(),
        rests_as_coordinator: false,
        fresh: false,
        has_authenticator: second_factor,
        has_app: second_factor,
        has_passkey: false,
        has_password: true,
        provider: None,
        agreed_rules: 1,
        owes_rules: false,
        waiting_requests: 0,
    }))
}

#[tokio::test]
async fn a_select_without_where_returns_what_the_viewer_may_read_and_nothing_else() {
    let (scene, world) = Scene::full().await;
    let db = &scene.site.app.db;
    let mut owner = scene.owner().await;
    let mut all = BTreeMap::new();
    for (table, sql) in FOLLOW_AN_ITEM {
        all.insert(table, ids(&mut owner, sql).await);
    }
    let mut cells = 0;
    let everybody = world.people.values().map(Some).chain([None]);
    for viewer in everybody {
        let name = viewer.map_or("nobody", |person| person.email.as_str());
        for (second_factor, opening) in [(false, false), (true, false), (false, true), (true, true)] {
            let bound = viewer.map_or(Viewer::Nobody, |person| at_a_browser(person, second_factor));
            let tx = if opening { db.read_opened(&bound).await } else { db.read(&bound).await };
            let mut tx = tx.expect("reads");
            let readable = world.readable(viewer, second_factor, opening);
            for (table, sql) in FOLLOW_AN_ITEM {
                let seen = ids(&mut tx, sql).await;
                let expected: BTreeSet<Uuid> = all[table].intersection(&readable).copied().collect();
                let who = format!("{name} in {table} (second factor: {second_factor}, opening: {opening})");
                compare(&world, &who, &seen, &expected);
                cells += all[table].len();
            }
        }
    }
    assert!(cells > 50_000, "{cells} cells");
}

#[tokio::test]
async fn with_no_viewer_set_only_clear_published_items_exist() {
    let (scene, world) = Scene::full().await;
    let clear = |id: &Uuid| world.items[id].published && world.items[id].label == "CLEAR";
    // Not even a transaction that forgot to say who reads.
    let mut forgotten = scene.site.app.db.pool().acquire().await.expect("a connection");
    let mut nobody = scene.site.app.db.read(&Viewer::Nobody).await.expect("reads");
    let mut unknown = scene.site.app.db.read(&Viewer::OnBehalfOf(Uuid::now_v7())).await.expect("reads");
    for conn in [&mut *forgotten, &mut *nobody, &mut *unknown] {
        for (table, sql) in FOLLOW_AN_ITEM {
            let seen = ids(conn, sql).await;
            assert!(seen.iter().all(clear), "{table}");
            assert_eq!(
                seen.is_empty(),
                matches!(table, "item_grants" | "revision_events" | "label_changes"),
                "{table}"
            );
        }
        for table in AND_MORE {
            assert_eq!(count(conn, table).await, 0, "{table}");
        }
    }
}

#[tokio::test]
async fn who_comes_is_seen_by_members_who_may_read_the_event() {
    let (scene, world) = Scene::full().await;
    let sql = "select distinct event_id as id from attendances";
    let all = ids(&mut scene.owner().await, sql).await;
    for person in world.people.values() {
        let readable = if person.active { world.readable(Some(person), false, false) } else { BTreeSet::new() };
        let mut tx = scene.site.app.db.read(&Viewer::OnBehalfOf(person.id)).await.expect("reads");
        let expected: BTreeSet<Uuid> = all.intersection(&readable).copied().collect();
        assert_eq!(ids(&mut tx, sql).await, expected, "{}", person.email);
    }
}

#[tokio::test]
async fn join_requests_are_seen_by_liaisons_alone() {
    let (scene, world) = Scene::full().await;
    let all = count(&mut scene.owner().await, "join_requests").await;
    assert!(all >= 5);
    for person in world.people.values() {
        let mut tx = scene.site.app.db.read(&Viewer::OnBehalfOf(person.id)).await.expect("reads");
        let is_liaison = person.active && person.roles.iter().any(|role| role == "liaison");
        let expected = if is_liaison { all } else { 0 };
        assert_eq!(count(&mut tx, "join_requests").await, expected, "{}", person.email);
    }
}

#[tokio::test]
async fn who_makes_a_colleagues_text_red_keeps_it_and_other_colleagues_lose_it() {
    let scene = Scene::new().await;
    let mut owner = scene.owner().await;
    let (_, text) = scene::article(&mut owner, "CLEAR", Stand::Draft).await;
    let world = scene.world().await;
    let source = world.items[&text].source.to_string();
    let make_publisher = "update memberships set roles = '{publisher}' where member_id =
        (select id from members where email = 'tess@kestrel.example')";
    scene::run(&mut owner, make_publisher.into()).await;
    let address = format!("/articles/work/{text}");
    let form = [
        ("title", "A title"),
        ("kind", "case"),
        ("language", "en"),
        ("organisation", source.as_str()),
        ("label", "RED"),
        ("people", "nina"),
        ("body", "What happened."),
        ("version", "1"),
        ("action", "save"),
    ];
    let looks = [
        ("tess@kestrel.example", 200, 404),
        ("sam@kestrel.example", 200, 200),
        ("nina@elsewhere.example", 404, 404),
        ("pia@kestrel.example", 200, 200),
    ];
    let mut actors = Vec::new();
    for (email, before, after) in looks {
        let mut actor = scene.with_second_factor(email).await;
        assert_eq!(actor.get(&address).await.status(), before, "{email} before");
        actors.push((email, after, actor));
    }
    let pia = &mut actors.last_mut().expect("somebody").2;
    let saved = pia.post(&format!("{address}/edit"), &form).await;
    assert_eq!(saved.status(), 303, "{}", saved.text("main"));
    for (email, after, mut actor) in actors {
        assert_eq!(actor.get(&address).await.status(), after, "{email} after");
    }
}

#[tokio::test]
async fn saving_a_text_again_keeps_those_to_whom_it_is_addressed_and_drops_the_others() {
    let scene = Scene::new().await;
    let mut owner = scene.owner().await;
    for (label, field, kept) in [
        ("AMBER", "audience", "waterschap-voorbeeldland"),
        ("AMBER+STRICT", "audience", "elsewhere"),
        ("RED", "people", "nina"),
    ] {
        let (_, text) = scene::article(&mut owner, label, Stand::Draft).await;
        let before = scene.world().await.items[&text].clone();
        let source = before.source.to_string();
        let form = [
            ("title", "A title"),
            ("kind", "case"),
            ("language", "en"),
            ("organisation", source.as_str()),
            ("label", label),
            (field, kept),
            ("body", "What happened."),
            ("version", "1"),
            ("action", "save"),
        ];
        let mut author = scene.with_second_factor("sam@kestrel.example").await;
        let saved = author.post(&format!("/articles/work/{text}/edit"), &form).await;
        assert_eq!(saved.status(), 303, "{label}: {}", saved.text("main"));
        let after = scene.world().await.items[&text].clone();
        let is_same = after.organisations == before.organisations && after.persons == before.persons;
        assert_eq!(is_same, kept != "elsewhere", "{label}: {after:?}");
        assert_eq!(after.organisations.len() + after.persons.len(), if label == "RED" { 2 } else { 1 }, "{after:?}");
    }
}
