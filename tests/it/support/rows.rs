//! A look behind the screens, as the owner of the database: for what no page can show or bring about.

use super::site::Site;
use polder::app::App;
use polder::mail::Mailer;
use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};

impl Site {
    /// Changes rows.
    pub async fn run(&self, sql: &str) {
        let mut conn = self.owned().await;
        sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut conn).await.expect(sql);
        conn.close().await.expect("closes");
    }

    /// Asks for a number, such as a count.
    pub async fn number(&self, sql: &str) -> i64 {
        let mut conn = self.owned().await;
        let number = sqlx::query_scalar(AssertSqlSafe(sql.to_owned())).fetch_one(&mut conn).await.expect(sql);
        conn.close().await.expect("closes");
        number
    }

    /// Asks for a text.
    pub async fn word(&self, sql: &str) -> String {
        let mut conn = self.owned().await;
        let word = sqlx::query_scalar(AssertSqlSafe(sql.to_owned())).fetch_one(&mut conn).await.expect(sql);
        conn.close().await.expect("closes");
        word
    }

    /// The application and the way out for mails, for a worker of one's own.
    pub fn worker_parts(&self) -> (App, Mailer) {
        (self.app.clone(), self.mailer.clone())
    }

    async fn owned(&self) -> PgConnection {
        self.owner.connect().await.expect("the database")
    }
}
