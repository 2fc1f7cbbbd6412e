//! Who looks.

use polder::access::{Me, Viewer};
use polder::i18n::Locale;
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, PgConnection};
use std::sync::Arc;
use uuid::Uuid;

/// Somebody who looks, with articles of each label to open.
pub struct Looker {
    pub name: &'static str,
    pub viewer: Viewer,
    /// `enter` as the serving side says it; none for a visitor.
    pub enter: Option<String>,
    /// What the frame asks of the session of everybody who is signed in.
    pub session: Option<String>,
    /// The viewer's keys, as an array of SQL.
    pub keys: String,
    pub articles: Vec<(String, String)>,
}

/// A visitor; a member of an organisation with two hosts; a member of one that a hundred list as their client; a liaison.
pub async fn all(owner: &PgConnectOptions) -> Vec<Looker> {
    let mut conn = owner.connect().await.expect("the database");
    let mut all = Vec::new();
    for (name, number, second_factor) in [
        ("visitor", None, false),
        ("member", Some(1700), false),
        ("client of many", Some(1), false),
        ("liaison", Some(3000), true),
    ] {
        all.push(looker(&mut conn, name, number, second_factor).await);
    }
    all
}

async fn looker(conn: &mut PgConnection, name: &'static str, number: Option<u32>, second_factor: bool) -> Looker {
    let (viewer, enter, session, keys) = match number {
        None => (Viewer::Nobody, None, None, "{everyone}".to_owned()),
        Some(number) => {
            let id: Uuid = scalar(conn, format!("select md5('member{number}')::uuid")).await;
            let keys = format!("select keys_of_person('{id}', '{{open,amber}}', {second_factor}, '2026-11-24')::text");
            let keys = scalar(conn, keys).await;
            let enter = format!("select enter('{id}', {second_factor}, false, true, '2026-11-24T12:00:00+00:00')");
            let session = format!(
                "select session_viewer(sha256('member{number}'), '2026-11-24T12:00:00Z', '2026-11-17T12:00:00Z', '2026-11-24T00:00:00Z')"
            );
            (member(id, second_factor), Some(enter), Some(session), keys)
        }
    };
    let keys = format!("'{keys}'::text[]");
    // Of each label the newest that the viewer may read and has a file.
    let sql = format!(
        "select distinct on (i.label) i.label::text, a.slug from articles a join items i on i.id = a.published_id
         join items f on f.parent_id = i.id where a.keys && {keys} order by i.label, a.created_at desc"
    );
    let mut articles: Vec<(String, String)> =
        sqlx::query_as(AssertSqlSafe(sql)).fetch_all(&mut *conn).await.expect("articles");
    // And one that only a client's key opens: the longest way through the policies.
    let sql = format!(
        "select 'AMBER, as a client', a.slug from articles a
         where a.keys && array(select k from unnest({keys}) k where k like '%:client-of:%')
           and not a.keys && array(select k from unnest({keys}) k where k not like '%:client-of:%')
         order by a.created_at desc limit 1"
    );
    articles.extend(sqlx::query_as(AssertSqlSafe(sql)).fetch_optional(conn).await.expect("an article"));
    Looker { name, viewer, enter, session, keys, articles }
}

async fn scalar<T>(conn: &mut PgConnection, sql: String) -> T
where
    T: for<'r> sqlx::Decode<'r, sqlx::Postgres> + sqlx::Type<sqlx::Postgres> + Send + Unpin,
{
    sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(conn).await.expect("a value")
}

fn member(id: Uuid, second_factor: bool) -> Viewer {
    Viewer::Member(Arc::new(Me {
        id,
        slug: String::new(),
        name: String::new(),
        language: Locale::En,
        roles: Vec::new(),
        organisations: Vec::new(),
        second_factor,
        has_authenticator: second_factor,
        has_app: second_factor,
        has_passkey: false,
        has_password: true,
        provider: None,
        amber_needs_second_factor: false,
        session: Uuid::nil(),
        resting_roles: Vec::new(),
        rests_as_coordinator: false,
        fresh: false,
        agreed_rules: 1,
        owes_rules: false,
        waiting_requests: 0,
    }))
}
