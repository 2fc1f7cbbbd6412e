//! What everybody reads and can do, and where that is not what it should be.

use super::super::reading::FOLLOW_AN_ITEM;
use super::super::reference::{Person, World};
use super::super::scene::{Scene, VIEWERS};
use super::attempts::Attempts;
use super::mutants::Look;
use sqlx::{AssertSqlSafe, Executor, PgConnection, Row};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

type Ids = BTreeSet<Uuid>;

/// Looks as everybody, on one connection, in one transaction that never ends well.
pub struct Observer {
    viewers: Vec<(&'static str, Option<Person>)>,
    /// What each viewer should read from each table, by occasion: second factor, and opening something on purpose.
    expected: Vec<(usize, (bool, bool), Vec<Ids>)>,
    /// Who by a key of their own can open what is not for everybody.
    readers: BTreeMap<Uuid, (Ids, bool, String)>,
    attempts: Attempts,
    now: String,
}

impl Observer {
    pub async fn new(scene: &Scene, conn: &mut PgConnection) -> Self {
        let attempts = Attempts::prepare(conn).await;
        let world = scene.world().await;
        let people = VIEWERS.iter().filter(|(name, _)| !["applicant", "without-session"].contains(name));
        let viewers: Vec<_> =
            people.map(|(name, email)| (*name, email.map(|email| world.person(email).clone()))).collect();
        conn.execute("begin").await.expect("begins");
        let mut all = Vec::new();
        for (_, sql) in FOLLOW_AN_ITEM {
            all.push(ids(conn, sql).await);
        }
        let mut expected = Vec::new();
        for (number, (_, person)) in viewers.iter().enumerate() {
            for occasion in [(true, true), (false, false), (true, false), (false, true)] {
                let readable = world.readable(person.as_ref(), occasion.0, occasion.1);
                expected.push((number, occasion, all.iter().map(|ids| ids & &readable).collect()));
            }
        }
        let readers = readers(&world);
        Self { viewers, expected, readers, attempts, now: scene.site.app.clock.now().to_rfc3339() }
    }

    /// The first thing that is not as it should be, anywhere.
    pub async fn whole_difference(&self, conn: &mut PgConnection) -> Option<String> {
        let tables: Vec<usize> = (0..FOLLOW_AN_ITEM.len()).collect();
        if let Some(found) = self.reads(conn, &tables).await {
            return Some(found);
        }
        if let Some(found) = self.readers(conn).await {
            return Some(found);
        }
        self.attempts(conn, "").await
    }

    /// The same, only there where this change must show.
    pub async fn difference(&self, conn: &mut PgConnection, look: Look) -> Option<String> {
        let place = |name: &str| FOLLOW_AN_ITEM.iter().position(|(table, _)| *table == name);
        match look {
            Look::Table(table) => {
                let there: Vec<usize> = place(table).into_iter().collect();
                match self.reads(conn, &there).await {
                    None => self.attempts(conn, table).await,
                    found => found,
                }
            }
            Look::Items => match self.readers(conn).await {
                None => match self.reads(conn, &place("items").into_iter().collect::<Vec<_>>()).await {
                    None => self.attempts(conn, "sealed_items").await,
                    found => found,
                },
                found => found,
            },
            Look::Readers => self.readers(conn).await,
            Look::Attempts => self.attempts(conn, "").await,
        }
    }

    async fn reads(&self, conn: &mut PgConnection, tables: &[usize]) -> Option<String> {
        if tables.is_empty() {
            return None;
        }
        for (number, (strong, opening), expected) in &self.expected {
            let (name, person) = &self.viewers[*number];
            self.enter(conn, person.as_ref(), (*strong, *opening, *opening)).await;
            let one = |table: &usize| {
                format!("select array(select distinct x.id from ({}) x) as ids", FOLLOW_AN_ITEM[*table].1)
            };
            let sql = tables.iter().map(one).collect::<Vec<_>>().join(" union all ");
            let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(&mut *conn).await.expect("reads");
            leave(conn).await;
            for (row, table) in rows.iter().zip(tables) {
                let seen: Ids = row.get::<Vec<Uuid>, _>("ids").into_iter().collect();
                if seen != expected[*table] {
                    return Some(format!("{name} reads {} otherwise", FOLLOW_AN_ITEM[*table].0));
                }
            }
        }
        None
    }

    async fn readers(&self, conn: &mut PgConnection) -> Option<String> {
        (self.found(conn).await != self.readers).then(|| "others are told to be readers".into())
    }

    /// Who the database says can open each item by a key of their own.
    async fn found(&self, conn: &mut PgConnection) -> BTreeMap<Uuid, (Ids, bool, String)> {
        let sql =
            "select i.id, array(select distinct p.member_id from people_with_keys(i.keys) p) as people,
             exists (select from unnest(i.keys) k where split_part(k, ':', 2) in ('writer', 'publisher', 'judge', 'circle')) as work,
             coalesce((select string_agg(distinct split_part(k, ':', 1), ' ') from unnest(i.keys) k where k not like '%:glass:%'), '') as class
             from items i
             where not inherits and not (stage = 'published' and label in ('CLEAR', 'GREEN'))";
        let rows = sqlx::query(sql).fetch_all(conn).await.expect("readers");
        rows.iter()
            .map(|row| {
                (
                    row.get("id"),
                    (row.get::<Vec<Uuid>, _>("people").into_iter().collect(), row.get("work"), row.get("class")),
                )
            })
            .collect()
    }

    /// Those attempts that name this table.
    async fn attempts(&self, conn: &mut PgConnection, table: &str) -> Option<String> {
        let mut outcomes = Vec::new();
        for (name, person) in &self.viewers {
            // As a change does: without what a broken glass lends.
            self.enter(conn, person.as_ref(), (true, true, false)).await;
            outcomes.push((*name, self.attempts.all(conn, table, person.as_ref().map(|person| person.id)).await));
            leave(conn).await;
        }
        self.attempts.difference(table, &outcomes)
    }

    async fn enter(
        &self,
        conn: &mut PgConnection,
        person: Option<&Person>,
        (strong, opening, glass): (bool, bool, bool),
    ) {
        let sql = match person {
            None => "select set_config('polder.viewer', '', true), set_config('polder.keys', '', true), set_config('polder.client_keys', '', true), set_config('polder.strong', '', true), set_config('polder.acts', '', true)".into(),
            Some(person) => format!("select enter('{}', {strong}, {strong}, {opening}, true, '{}', {glass})", person.id, self.now),
        };
        conn.execute(AssertSqlSafe(format!("{sql}; set local role polder_app"))).await.expect("enters");
    }
}

async fn leave(conn: &mut PgConnection) {
    conn.execute("reset role").await.expect("leaves");
}

async fn ids(conn: &mut PgConnection, sql: &'static str) -> Ids {
    sqlx::query(sql).fetch_all(conn).await.expect(sql).iter().map(|row| row.get("id")).collect()
}

/// Who by a key of their own can open what is not for everybody, and whether by working on it.
fn readers(world: &World) -> BTreeMap<Uuid, (Ids, bool, String)> {
    let own = world
        .items
        .values()
        .filter(|item| !(item.inherits || item.published && ["CLEAR", "GREEN"].contains(&item.label.as_str())));
    own.map(|item| {
        let people = world.people.values().filter(|person| person.active && world.is_for(Some(person), item));
        (item.id, (people.map(|person| person.id).collect(), !item.published, class(&item.label).to_owned()))
    })
    .collect()
}

/// Keys are of one class, by the label.
fn class(label: &str) -> &str {
    match label {
        "RED" => "red",
        "AMBER" | "AMBER+STRICT" => "amber",
        _ => "open",
    }
}
