//! Every list shows exactly what the reference says, to every viewer: no title, no row, no count more.

use super::reference::{Person, World};
use super::scene::Scene;
use crate::support::{Actor, Answer};
use chrono::{DateTime, Utc};
use sqlx::{PgConnection, Row};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Something that a list can show: its item, its address, and by what lists are ordered or cut.
struct Listed {
    item: Uuid,
    address: String,
    source: String,
    at: DateTime<Utc>,
}

async fn listed(conn: &mut PgConnection, sql: &'static str) -> Vec<Listed> {
    let rows = sqlx::query(sql).fetch_all(conn).await.expect(sql);
    rows.iter()
        .map(|row| Listed {
            item: row.get("item"),
            address: row.get("address"),
            source: row.get("source"),
            at: row.get("at"),
        })
        .collect()
}

const ARTICLES: &str = "select r.id as item, '/articles/' || a.slug as address, o.slug as source, r.published_at as at
    from articles a join revisions r on r.id = a.published_id join items i on i.id = r.id
    join organisations o on o.id = i.source_id order by r.published_at desc, r.id desc";
const WORK: &str = "select r.id as item, '/articles/work/' || r.id as address, o.slug as source, r.updated_at as at
    from revisions r join items i on i.id = r.id join organisations o on o.id = i.source_id
    where r.state not in ('published', 'superseded')";
const EVENTS: &str = "select e.id as item, '/events/' || e.slug as address, o.slug as source, e.ends_at as at
    from events e join items i on i.id = e.id join organisations o on o.id = i.source_id order by e.starts_at, e.id";

/// The addresses of those that this viewer may read.
fn expected<'a>(world: &World, viewer: Option<&Person>, all: impl Iterator<Item = &'a Listed>) -> Vec<String> {
    all.filter(|row| world.may_read(viewer, &world.items[&row.item])).map(|row| row.address.clone()).collect()
}

/// The links of a page's main part that lead to something with a label.
fn links(page: &Answer, room: &str) -> BTreeSet<String> {
    let fixed = ["/articles/new", "/articles/work", "/events/new"];
    let all = page.attributes(&format!("main a[href^='/{room}/']"), "href");
    all.into_iter().filter(|address| !fixed.contains(&address.as_str())).collect()
}

/// The same over all pages of a list.
async fn all_links(actor: &mut Actor, address: &str, room: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut next = Some(address.to_owned());
    while let Some(address) = next {
        let page = actor.get(&address).await;
        assert_eq!(page.status(), 200, "{address}");
        found.extend(links(&page, room));
        next = page.attributes(".pagination a[rel=next]", "href").pop();
    }
    found
}

fn set(addresses: Vec<String>) -> BTreeSet<String> {
    addresses.into_iter().collect()
}

#[tokio::test]
async fn every_list_shows_each_viewer_what_the_reference_says() {
    let mut scene = Scene::full().await.0;
    let world = scene.world().await;
    let mut owner = scene.owner().await;
    let articles = listed(&mut owner, ARTICLES).await;
    let events = listed(&mut owner, EVENTS).await;
    let now = scene.site.app.clock.now();
    for (name, email, actor) in &mut scene.actors {
        let viewer = email.map(|email| world.person(email));
        let may_read = set(expected(&world, viewer, articles.iter()));
        assert!(!may_read.is_empty());
        assert_eq!(all_links(actor, "/articles", "articles").await, may_read, "/articles for {name}");
        let meetings = set(expected(&world, viewer, events.iter()));
        assert_eq!(all_links(actor, "/events", "events").await, meetings, "/events for {name}");

        for source in ["kestrel-controls", "waterschap-voorbeeldland", "stichting-voorbeeldpolder", "elsewhere"] {
            let theirs = articles.iter().filter(|row| row.source == source);
            let newest: Vec<_> = expected(&world, viewer, theirs).into_iter().take(20).collect();
            let page = actor.get(&format!("/partners/{source}")).await;
            assert_eq!(links(&page, "articles"), set(newest), "/partners/{source} for {name}");
        }

        let home = actor.get("/").await;
        let newest: Vec<_> = expected(&world, viewer, articles.iter()).into_iter().take(6).collect();
        assert_eq!(links(&home, "articles"), set(newest), "/ for {name}: articles");
        let coming = events.iter().filter(|row| row.at > now);
        let next: Vec<_> = expected(&world, viewer, coming).into_iter().take(6).collect();
        assert_eq!(links(&home, "events"), set(next), "/ for {name}: events");
    }
}

#[tokio::test]
async fn the_list_of_work_shows_those_texts_that_the_viewer_works_on() {
    let mut scene = Scene::full().await.0;
    let world = scene.world().await;
    let work = listed(&mut scene.owner().await, WORK).await;
    for (name, email, actor) in &mut scene.actors {
        let Some(viewer) = email.map(|email| world.person(email)).filter(|person| person.active) else { continue };
        let may_see = set(expected(&world, Some(viewer), work.iter()));
        assert_eq!(all_links(actor, "/articles/work", "articles").await, may_see, "/articles/work for {name}");
        // The number on the home page counts the same.
        let home = actor.get("/").await;
        let counter = home.text("main .counters a[href='/articles/work'] b");
        let works = !viewer.publishes_for.is_empty() || !viewer.rested().roles.is_empty();
        let expected = if works { may_see.len().to_string() } else { String::new() };
        assert_eq!(counter, expected, "/ for {name}");
    }
}

#[tokio::test]
async fn narrowing_a_list_shows_no_more_than_the_list() {
    let mut scene = Scene::full().await.0;
    for (name, _, actor) in &mut scene.actors {
        let all = all_links(actor, "/articles", "articles").await;
        for query in ["kind=practice", "kind=case", "sector=waste-water", "language=nl", "kind=%27&page=-1", "page=99"]
        {
            let some = all_links(actor, &format!("/articles?{query}"), "articles").await;
            assert!(some.is_subset(&all), "/articles?{query} for {name}");
        }
    }
}
