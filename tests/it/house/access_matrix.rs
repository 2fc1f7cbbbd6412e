//! Route x viewer x label: every route of the sitemap has a row that says who gets what, and what is not allowed looks
//! in no way different from what does not exist.

use super::matrix_rows::{About, COLUMNS, LABELLED, Labelled, PLAIN, Plain};
use super::reference::{Person, Reach};
use super::scene::{self, COMBINATIONS, Scene, Stand};
use crate::support::{Actor, Answer};
use polder::app;
use sqlx::PgConnection;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

#[test]
fn every_route_of_the_sitemap_has_a_row_in_the_matrix() {
    let plain = PLAIN.iter().map(|row| (row.method, row.path));
    let labelled = LABELLED.iter().map(|row| (row.method, row.path));
    let rows: BTreeSet<_> = plain.chain(labelled).collect();
    let routes: BTreeSet<_> = app::rooms().entries().iter().map(|entry| (entry.method, entry.path)).collect();
    let missing: Vec<_> = routes.difference(&rows).collect();
    let extra: Vec<_> = rows.difference(&routes).collect();
    assert!(missing.is_empty(), "say in tests/it/house/matrix_rows.rs who gets what at {missing:?}");
    assert!(extra.is_empty(), "no such route: {extra:?}");
}

#[test]
fn the_doors_of_the_matrix_are_those_of_the_sitemap() {
    for row in &LABELLED {
        let entries = app::rooms().entries();
        let entry = entries.iter().find(|entry| (entry.method, entry.path) == (row.method, row.path)).expect("a route");
        assert_eq!(entry.who, if row.door.is_empty() { "anyone" } else { row.door }, "{} {}", row.method, row.path);
    }
}

/// Routes that end what the calls after them stand on.
const ENDINGS: [&str; 4] =
    ["/account/second-factor/remove", "/account/sessions/end-all", "/account/sessions/end-others", "/account/sign-out"];

#[tokio::test]
async fn every_viewer_gets_what_the_matrix_says_where_nothing_has_a_label() {
    let (last, rows): (Vec<_>, Vec<_>) = PLAIN.iter().partition(|row| ENDINGS.contains(&row.path));
    let mut wrong = plain(&rows).await;
    for row in last {
        wrong.extend(plain(&[row]).await);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Calls each of these routes as everybody, who all showed within minutes who they are. Without a second factor a role
/// that decides about others rests, and its holder is a member like others.
async fn plain(rows: &[&Plain]) -> Vec<String> {
    let scene = Scene::new().await;
    let sql = "select id from join_requests where state = 'waiting' limit 1";
    let request: Uuid = sqlx::query_scalar(sql).fetch_one(&mut scene.owner().await).await.expect("a request");
    let world = scene.world().await;
    let mut viewers: Vec<(&str, Option<Person>, Actor)> = Vec::new();
    for (name, email, actor) in &scene.actors {
        let person = email.map(|email| world.person(email));
        viewers.push((name, person.map(Person::rested), actor.clone()));
        if let Some(person) = person.filter(|person| person.active && person.rested().roles != person.roles) {
            viewers.push((name, Some(person.clone()), scene.with_second_factor(&person.email).await));
        }
    }
    scene.site.run("update sessions set proven_at = created_at").await;
    let mut wrong = Vec::new();
    for row in rows {
        // The newest session of a person first: an ending must not take the next one's call away.
        for (name, person, actor) in viewers.iter_mut().rev() {
            let column = column(person.as_ref());
            let answer = call(actor, row, &row.address.replace("{request}", &request.to_string())).await;
            let is_over = ENDINGS.contains(&row.path) && answer.status() == 401;
            if answer.status() != row.statuses[column] && !is_over {
                let (expected, got, column) = (row.statuses[column], answer.status(), COLUMNS[column]);
                wrong.push(format!("{} {} for {name} ({column}): {got} instead of {expected}", row.method, row.path));
            }
        }
    }
    wrong
}

fn column(viewer: Option<&Person>) -> usize {
    match viewer.filter(|person| person.active) {
        None => 0,
        Some(me) if me.roles.iter().any(|role| role == "liaison") => 3,
        Some(me) if !me.publishes_for.is_empty() => 2,
        Some(_) => 1,
    }
}

async fn call(actor: &mut Actor, row: &Plain, address: &str) -> Answer {
    if row.method == "GET" { actor.get(address).await } else { actor.post(address, row.form).await }
}

#[tokio::test]
async fn a_published_article_is_there_for_whom_its_label_and_audience_allow() {
    cells(|row| row.about == About::Article).await;
}

#[tokio::test]
async fn a_text_in_work_is_there_for_those_who_work_on_it() {
    cells(|row| matches!(row.about, About::Work(_))).await;
}

#[tokio::test]
async fn a_file_is_there_for_whom_its_page_is() {
    cells(|row| row.about == About::File).await;
}

#[tokio::test]
async fn an_event_is_there_for_whom_its_label_and_audience_allow() {
    cells(|row| row.about == About::Event).await;
}

/// Calls each of these routes as every viewer, with a second factor and without, on an item of every label and audience.
/// An item that was changed is made anew for the next cell, and the reference says the same of it as of the first; where
/// things may change, the usual audience of each label will do.
async fn cells(choose: fn(&Labelled) -> bool) {
    let mut scene = Scene::new().await;
    let mut owner = scene.owner().await;
    let mut actors = scene.actors_with_and_without().await;
    let mut all = Vec::new();
    for row in LABELLED.iter().filter(|row| choose(row)) {
        for combination in COMBINATIONS.into_iter().filter(|one| row.method == "GET" || one.1 == scene::usual(one.0)) {
            all.push((row, combination, make(&mut owner, row.about, combination).await));
        }
    }
    let world = scene.world().await;
    let mut missing = BTreeMap::new();
    let mut wrong = Vec::new();
    for (row, combination, mut made) in all {
        let item = &world.items[&made.item];
        for (at, (name, email, second_factor, actor)) in actors.iter_mut().enumerate() {
            let viewer = email.map(|email| world.person(email));
            // With a second factor it is only another thing under TLP:RED; elsewhere one audience of each label will do,
            // and where things may change none, because what a change needs is what reading needs.
            if *second_factor
                && viewer.is_none_or(|person| person.rested().roles == person.roles)
                && combination.0 != "RED"
                && (row.method == "POST" || combination.1 != scene::usual(combination.0))
            {
                continue;
            }
            let expected = row.expected(&world, (viewer, *second_factor), item);
            let answer = send(actor, row, &made.address).await;
            let factor = if *second_factor { " with a second factor" } else { "" };
            let cell = format!("{} {} of {combination:?} for {name}{factor}", row.method, row.path);
            if answer.status() != expected {
                wrong.push(format!("{cell}: {} instead of {expected}", answer.status()));
            }
            if world.reach(viewer, item) == Reach::Closed {
                // Where nothing is, nothing has a label: it is asked for once.
                let missing = match missing.entry((row.method, row.path, at)) {
                    Entry::Occupied(known) => known.into_mut(),
                    Entry::Vacant(new) => new.insert(looks(&send(actor, row, &made.missing).await, &made.missing)),
                };
                if looks(&answer, &made.address) != *missing {
                    wrong.push(format!("{cell}: looks different from what does not exist"));
                }
            }
            if row.method == "POST" && answer.status() < 400 {
                made = make(&mut owner, row.about, combination).await;
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// An item to call a route with, and an address of the same form where nothing is.
struct Made {
    item: Uuid,
    address: String,
    missing: String,
}

async fn make(owner: &mut PgConnection, about: About, combination: (&str, &[&str])) -> Made {
    let other = Uuid::now_v7();
    match about {
        About::Article => {
            let (article, _) = scene::article_for(owner, combination, Stand::Published).await;
            Made { item: article, address: format!("made-{article}"), missing: format!("made-{other}") }
        }
        About::Work(stand) => {
            let (_, revision) = scene::article_for(owner, combination, stand).await;
            Made { item: revision, address: revision.to_string(), missing: other.to_string() }
        }
        About::Event => {
            let event = scene::event_for(owner, combination).await;
            Made { item: event, address: format!("made-{event}"), missing: format!("made-{other}") }
        }
        About::File => {
            let (_, revision) = scene::article_for(owner, combination, Stand::Published).await;
            Made { item: revision, address: file(owner, revision).await.to_string(), missing: other.to_string() }
        }
    }
}

/// Adds a file, as its page, that holds what a file of the demo holds.
pub async fn file(owner: &mut PgConnection, parent: Uuid) -> Uuid {
    let id = Uuid::now_v7();
    let sql = format!(
        "insert into items (id, kind, stage, label, source_id, owner_id, parent_id, inherits)
             select '{id}', 'file', 'published', label, source_id, owner_id, id, true from items where id = '{parent}';
         insert into files (id, name, media_type, bytes, sha256, created_at)
             select '{id}', 'Made.txt', media_type, bytes, sha256, created_at from files limit 1;"
    );
    scene::run(owner, sql).await;
    id
}

async fn send(actor: &mut Actor, row: &Labelled, place: &str) -> Answer {
    let address = row.path.replace("{slug}", place).replace("{id}", place).replace("{name}", "Made.txt");
    actor.lose_cookie("polder-flash"); // what the page before wanted said is no part of the answer
    if row.method == "GET" { actor.get(&address).await } else { actor.post(&address, row.form).await }
}

/// All that a browser can tell an answer by, without the number of the request and the address asked for.
pub fn looks(answer: &Answer, place: &str) -> (u16, Vec<String>, String) {
    let number = answer.header("x-request-id");
    let mask = |text: &str| {
        let text = text.replace(place, "[address]");
        if number.is_empty() { text } else { text.replace(number, "[number]") }
    };
    let mut headers: Vec<_> = answer
        .headers()
        .iter()
        .map(|(name, value)| format!("{name}: {}", mask(value.to_str().expect("text"))))
        .collect();
    headers.sort();
    (answer.status(), headers, mask(answer.body()))
}
