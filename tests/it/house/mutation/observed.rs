//! What everybody reads and can do, and where that is not what it should be.

use super::super::reading::FOLLOW_AN_ITEM;
use super::super::reference::{Person, World};
use super::super::scene::{Scene, VIEWERS};
use super::attempts::Attempts;
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
    readers: BTreeMap<Uuid, Ids>,
    attempts: Attempts,
    now: String,
}

impl Observer {
    pub async fn new(scene: &Scene, conn: &mut PgConnection) -> Self {
        let attempts = Attempts::prepare(conn).await;
        let world = scene.world().await;
        let people = VIEWERS.iter().filter(|(name, _)| !["applicant", "without-session"].contains(name));
        let viewers: Vec<_> = people.map(|(name, email)| (*name, email.map(|email| world.person(email).clone()))).collect();
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

    /// The first thing that is not as it should be.
    pub async fn difference(&mut self, conn: &mut PgConnection) -> Option<String> {
        for (number, (strong, opening), tables) in &self.expected {
            let (name, person) = &self.viewers[*number];
            self.enter(conn, person.as_ref(), (*strong, *opening)).await;
            let sql = FOLLOW_AN_ITEM.iter().map(|(_, sql)| format!("select array(select distinct x.id from ({sql}) x) as ids"));
            let sql = sql.collect::<Vec<_>>().join(" union all ");
            let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(&mut *conn).await.expect("reads");
            leave(conn).await;
            for ((row, expected), (table, _)) in rows.iter().zip(tables).zip(FOLLOW_AN_ITEM) {
                let seen: Ids = row.get::<Vec<Uuid>, _>("ids").into_iter().collect();
                if seen != *expected {
                    return Some(format!("{name} reads {table} otherwise"));
                }
            }
        }
        if self.found(conn).await != self.readers {
            return Some("others are told to be readers".into());
        }
        self.attempts(conn).await
    }

    /// Who the database says can open each item by a key of their own.
    async fn found(&self, conn: &mut PgConnection) -> BTreeMap<Uuid, Ids> {
        let sql = "select i.id, array(select distinct p.member_id from people_with_keys(i.keys) p) as people from items i
             where not inherits and not (stage = 'published' and label in ('CLEAR', 'GREEN'))";
        let rows = sqlx::query(sql).fetch_all(conn).await.expect("readers");
        rows.iter().map(|row| (row.get("id"), row.get::<Vec<Uuid>, _>("people").into_iter().collect())).collect()
    }

    async fn attempts(&self, conn: &mut PgConnection) -> Option<String> {
        let mut outcomes = Vec::new();
        for (name, person) in &self.viewers {
            self.enter(conn, person.as_ref(), (true, true)).await;
            outcomes.push((*name, self.attempts.all(conn, person.as_ref().map(|person| person.id)).await));
            leave(conn).await;
        }
        self.attempts.difference(&outcomes)
    }

    async fn enter(&self, conn: &mut PgConnection, person: Option<&Person>, (strong, opening): (bool, bool)) {
        let sql = match person {
            None => "select set_config('polder.viewer', '', true), set_config('polder.keys', '', true), set_config('polder.strong', '', true)".into(),
            Some(person) => format!("select enter('{}', {strong}, {opening}, true, '{}')", person.id, self.now),
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

fn readers(world: &World) -> BTreeMap<Uuid, Ids> {
    let own = world.items.values().filter(|item| {
        !item.inherits && !(item.published && ["CLEAR", "GREEN"].contains(&item.label.as_str()))
    });
    own.map(|item| {
        let people = world.people.values().filter(|person| person.active && world.is_for(Some(person), item));
        (item.id, people.map(|person| person.id).collect())
    })
    .collect()
}
