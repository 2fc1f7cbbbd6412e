//! What row-level security costs: `make bench-labels`. The statements of the list page and of the article page, at 100,000
//! articles, as the serving role in a viewer's name, against the same functions of the room as the owner of the tables,
//! whom no policy asks. Times are PostgreSQL's own (`log_duration`: parsing, planning, running), without the way there
//! and back; of many rounds in turn, the median. Ends with 1 where the ratio is over the bar.

#![expect(clippy::expect_used, reason = "a measurement that cannot go on ends")]

mod clock;
mod pages;
mod viewers;

use clock::Side;
use pages::{List, Page};
use sqlx::{ConnectOptions, Connection, Executor, postgres::PgConnectOptions};
use std::process::ExitCode;

/// The most that the policies may cost, as a multiple of the same without them.
const BAR: f64 = 1.5;

/// One line of the table, in microseconds.
struct Line {
    viewer: &'static str,
    page: String,
    policies: f64,
    bare: f64,
    by_hand: Option<f64>,
}

impl Line {
    /// What it is measured by: the same rows.
    fn ratio(&self) -> f64 {
        self.policies / self.by_hand.unwrap_or(self.bare)
    }

    fn print(&self) {
        let ms = |us: f64| format!("{:.3}", us / 1000.0);
        println!(
            "{:<15} {:<33} {:>9} {:>9} {:>9} {:>6.2} {:>8.2}{}",
            self.viewer,
            self.page,
            ms(self.policies),
            ms(self.bare),
            self.by_hand.map_or_else(|| "-".into(), ms),
            self.ratio(),
            self.policies / self.bare,
            if self.ratio() > BAR { "  OVER" } else { "" }
        );
    }
}

async fn prepare() -> PgConnectOptions {
    let url = std::env::var("TEST_DATABASE_URL").expect("run through `make bench-labels`");
    let server = polder::db::connect::owner(&url).expect("an address");
    let mut conn = server.connect().await.expect("the server");
    conn.execute("create database bench_labels").await.expect("a database");
    conn.close().await.expect("closes");
    let owner = server.database("bench_labels");
    polder::db::migrate::run(&owner).await.expect("the migrations run");
    let mut conn = owner.connect().await.expect("the database");
    println!("Making 100,000 articles...");
    conn.execute(include_str!("articles.sql")).await.expect("the articles");
    check_keys(&mut conn).await;
    conn.execute("vacuum analyze").await.expect("statistics");
    conn.close().await.expect("closes");
    owner
}

/// The keys that were filled in are those that the triggers would have set.
async fn check_keys(conn: &mut sqlx::PgConnection) {
    let sql = "create temp table filled as select id, keys from items order by md5(id::text) limit 300;
         update items set label = label where id in (select id from filled);
         update revisions set keys = '{}' where id in (select id from filled)";
    conn.execute(sql).await.expect("the triggers run");
    let wrong: i64 = sqlx::query_scalar(
        "select count(*) from filled f join items i using (id) left join revisions r using (id) left join articles a using (id)
         where f.keys <> i.keys or f.keys <> coalesce(r.keys, a.keys, f.keys)",
    )
    .fetch_one(conn)
    .await
    .expect("a number");
    assert_eq!(wrong, 0, "items whose keys the triggers set otherwise");
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let owner = prepare().await;
    let mut side = Side::new(&owner).await;
    let mut worst: f64 = 0.0;
    introduce();
    for viewer in viewers::all(&owner).await {
        let lists = List::all().into_iter().map(Page::List);
        let articles = viewer.articles.iter().map(|(label, slug)| Page::Article(label.clone(), slug.clone()));
        for page in lists.chain(articles) {
            let line = pages::measure(&mut side, &viewer, &page).await;
            line.print();
            worst = worst.max(line.ratio());
        }
    }
    println!("\nThe worst ratio is {worst:.2}; the bar is {BAR}.");
    if worst > BAR { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn introduce() {
    println!(
        "\nDatabase time in milliseconds. Policies: as the serving role, with binding the transaction to its viewer. Bare: the\n\
         same statements as the owner of the tables; a list then holds every row, so it reads fewer before its page is full.\n\
         By hand: bare, with a condition written into the statement that keeps the same rows. The ratio is to the same rows:\n\
         by hand for a list, bare for an article.\n"
    );
    println!(
        "{:<15} {:<33} {:>9} {:>9} {:>9} {:>6} {:>8}",
        "viewer", "page", "policies", "bare", "by hand", "ratio", "to bare"
    );
}
