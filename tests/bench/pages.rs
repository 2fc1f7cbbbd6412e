//! The pages: all statements that each runs, by the functions of the rooms.

use super::Line;
use super::clock::{Side, median};
use super::viewers::Looker;
use polder::access::{self, Label, Viewer};
use polder::articles::model::ArticleKind;
use polder::articles::queries::{self, Filter};
use polder::files;
use polder::i18n::Locale;
use sqlx::{AssertSqlSafe, Connection, PgConnection, PgPool, SqlSafeStr};
use std::time::{Duration, Instant};

/// A list, narrowed or not.
pub struct List {
    name: &'static str,
    filter: Filter,
    offset: i64,
}

pub enum Page {
    List(List),
    Article(String, String),
}

/// Rounds that plan the statements and count for nothing; rounds that count; the time after which there are enough.
const WARMING: usize = 6;
const FEWEST: usize = 3;
const MOST: usize = 120;
const SPENT: Duration = Duration::from_secs(1);

/// Rows that a page of the list asks for.
const LIMIT: i64 = 21;

impl List {
    /// The lists that are measured.
    pub fn all() -> Vec<Self> {
        let one = |name, offset, filter| Self { name, filter, offset };
        let found = |typed| Filter { words: queries::words(typed), ..Filter::default() };
        vec![
            one("list", 0, Filter::default()),
            one("list, page 500", 9980, Filter::default()),
            one("list, kind", 0, Filter { kind: Some(ArticleKind::Case), ..Filter::default() }),
            one("list, sector", 0, Filter { sector: Some("prisons".into()), ..Filter::default() }),
            one(
                "list, kind, sector and language",
                0,
                Filter {
                    kind: Some(ArticleKind::Case),
                    sector: Some("drinking-water".into()),
                    language: Some(Locale::Nl),
                    ..Filter::default()
                },
            ),
            one("list, two words that many have", 0, found("pump sluice")),
            one("list, a word that one has", 0, found("77123")),
            one("list, a word that none has", 0, found("dragons")),
        ]
    }
}

impl Page {
    fn name(&self) -> String {
        match self {
            Self::List(list) => list.name.to_owned(),
            Self::Article(label, _) => format!("article, TLP:{label}"),
        }
    }

    /// Runs what the page's handler runs; returns how many rows came.
    async fn run(&self, conn: &mut PgConnection, viewer: &Viewer) -> usize {
        match self {
            Self::List(list) => {
                let cards = queries::list(conn, &list.filter, LIMIT, list.offset).await.expect("a list");
                access::queries::sealed_count(conn, viewer).await.expect("a number");
                cards.len()
            }
            Self::Article(_, slug) => {
                let article = queries::by_slug(conn, slug).await.expect("answers").expect("an article");
                if article.label > Label::Green {
                    access::queries::addressed(conn, article.id).await.expect("the audience");
                }
                let now = "2026-11-24T12:00:00Z".parse().expect("an instant");
                access::queries::standing(conn, (article.id, article.label), viewer, now).await.expect("a standing");
                files::queries::shelf(conn, article.revision_id, false, 0).await.expect("the files").files.len()
            }
        }
    }
}

/// The list's statement with a condition that keeps what the viewer may read, as somebody without policies would write it.
async fn by_hand(conn: &mut PgConnection, list: &List, looker: &Looker) -> usize {
    let sql = include_str!("../../src/articles/queries.rs");
    let sql = sql.split("pub async fn list").nth(1).and_then(|rest| rest.split("r#\"").nth(1)).expect("the statement");
    let sql = sql.split("\"#").next().expect("its end");
    let condition = format!("where p.keys && {} and p.state = 'published'", looker.keys);
    let written = sql.replace("where p.state = 'published'", &condition);
    assert_ne!(written, sql, "the place for the condition");
    let filter = &list.filter;
    let rows = sqlx::query(AssertSqlSafe(written).into_sql_str())
        .bind(filter.kind)
        .bind(&filter.sector)
        .bind(filter.language)
        .bind(filter.organisation)
        .bind(LIMIT)
        .bind(list.offset)
        .bind(&filter.words)
        .fetch_all(&mut *conn)
        .await
        .expect("a list");
    access::queries::sealed_count(conn, &looker.viewer).await.expect("a number");
    rows.len()
}

/// Measures a page for somebody: with the policies, bare, and for a list by hand; in turn.
pub async fn measure(side: &mut Side, looker: &Looker, page: &Page) -> Line {
    let [mut policies, mut bare, mut hand] = [vec![], vec![], vec![]];
    let begun = Instant::now();
    for round in 0.. {
        if round >= WARMING + FEWEST && begun.elapsed() > SPENT || round >= WARMING + MOST {
            break;
        }
        let mut times = [0.0; 3];
        let shown = {
            side.skip().await;
            knock(side.db.pool(), looker).await;
            let mut tx = side.db.read(&looker.viewer).await.expect("reads");
            let rows = page.run(&mut tx, &looker.viewer).await;
            drop(tx);
            side.db.pool().acquire().await.expect("a connection").ping().await.expect("it is idle");
            times[0] = side.took().await;
            rows
        };
        for way in [1, 2] {
            let Page::List(list) = page else {
                if way == 1 {
                    times[1] = without(side, looker, async |conn| page.run(conn, &looker.viewer).await).await.0;
                }
                continue;
            };
            let (time, rows) = without(side, looker, async |conn| match way {
                1 => page.run(conn, &looker.viewer).await,
                _ => by_hand(conn, list, looker).await,
            })
            .await;
            assert!(way == 1 || rows == shown, "{}: {} by hand shows {rows}, not {shown}", looker.name, page.name());
            if let Some(slot) = times.get_mut(way) {
                *slot = time;
            }
        }
        if round >= WARMING {
            policies.push(times[0]);
            bare.push(times[1]);
            hand.push(times[2]);
        }
    }
    let by_hand = matches!(page, Page::List(_)).then(|| median(hand));
    Line { viewer: looker.name, page: page.name(), policies: median(policies), bare: median(bare), by_hand }
}

/// Who asks: the frame's own statement, before any page.
async fn knock(pool: &PgPool, looker: &Looker) {
    if let Some(session) = &looker.session {
        sqlx::query(AssertSqlSafe(session.clone())).execute(pool).await.expect("a session");
    }
}

/// The time of this as the owner of the tables. Who asks is told beforehand, untimed: the page's own questions about its
/// viewer, such as what waits for them, are no part of the policies.
async fn without(side: &mut Side, looker: &Looker, run: impl AsyncFnOnce(&mut PgConnection) -> usize) -> (f64, usize) {
    let owner = side.owner.clone();
    side.skip().await;
    knock(&owner, looker).await;
    let mut tx = owner.begin_with("begin isolation level repeatable read, read only").await.expect("begins");
    let begun = side.took().await;
    if let Some(enter) = &looker.enter {
        sqlx::raw_sql(AssertSqlSafe(enter.clone())).execute(&mut *tx).await.expect("enters");
    }
    side.skip().await;
    let rows = run(&mut tx).await;
    tx.rollback().await.expect("ends");
    (begun + side.took().await, rows)
}
