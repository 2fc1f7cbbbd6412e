//! The SQL of the liaison's queue: what waits, narrowed, and what stands out about each request.

use super::model::JoinState;
use crate::members::model::End;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

/// A line of the queue.
pub struct QueueRow {
    pub id: Uuid,
    pub state: JoinState,
    pub name: String,
    pub email: String,
    pub organisation_id: Option<Uuid>,
    pub organisation: String,
    pub function: String,
    pub sector: String,
    pub proven_at: Option<DateTime<Utc>>,
    pub since: DateTime<Utc>,
    /// The organisation to which the domain of the address belongs.
    pub domain_of: Option<Uuid>,
    pub domain_of_name: Option<String>,
}

/// What a queue is narrowed to.
pub struct Filter {
    pub state: JoinState,
    pub organisation: Option<Uuid>,
    /// `fits`, `other` or `free`.
    pub domain: Option<&'static str>,
    /// Only those that name a new organisation.
    pub is_new: bool,
    pub waiting_before: Option<DateTime<Utc>>,
    /// Words that stand somewhere in the request.
    pub words: String,
    /// The domains of free mail providers.
    pub free: Vec<String>,
}

/// One line for each request: with whose the domain of its address is, the longest that fits. What follows says which.
macro_rules! lines {
    ($which:literal, $($given:expr),*) => {
        sqlx::query_as!(
            QueueRow,
            r#"select r.id, r.state as "state: JoinState", r.name, r.email, r.organisation_id,
                      coalesce(o.name, r.organisation_name, '') as "organisation!", r.function, r.sector, r.proven_at, r.since,
                      d.organisation_id as "domain_of?", d.name as "domain_of_name?"
               from join_requests r left join organisations o on o.id = r.organisation_id
               cross join lateral (select lower(substring(r.email from '[^@]*$')) as domain) at
               left join lateral (
                   select d.organisation_id, known.name
                   from organisation_domains d join organisations known on known.id = d.organisation_id
                   where at.domain = d.domain or right(at.domain, length(d.domain) + 1) = '.' || d.domain
                   order by length(d.domain) desc limit 1) d on true
               where r.proven_at is not null and "# + $which,
            $($given),*
        )
    };
}

/// Requests: those that can still be decided by how long they wait, the others by when they ended, the latest first.
pub async fn queue(conn: &mut PgConnection, filter: &Filter, limit: i64, offset: i64) -> sqlx::Result<Vec<QueueRow>> {
    lines!(
        r#"r.state = $1
             and ($4::uuid is null or r.organisation_id = $4)
             and (not $5::boolean or r.organisation_id is null)
             and ($6::text is null or $6 = case when at.domain = any ($9::text[]) then 'free'
                    when r.organisation_id = d.organisation_id then 'fits' else 'other' end)
             and ($7::timestamptz is null or r.proven_at < $7)
             and ($8 = '' or position(lower($8) in lower(concat_ws(' ', r.name, r.email, o.name, r.organisation_name,
                    r.function, r.motivation))) > 0)
           order by case when $1 in ('waiting'::join_state, 'asked') then r.proven_at end, r.since desc, r.id
           limit $2 offset $3"#,
        filter.state as JoinState,
        limit,
        offset,
        filter.organisation,
        filter.is_new,
        filter.domain,
        filter.waiting_before,
        filter.words,
        &filter.free
    )
    .fetch_all(conn)
    .await
}

/// The same line of some requests, whatever their state, in the order in which they wait.
pub async fn lines(conn: &mut PgConnection, ids: &[Uuid]) -> sqlx::Result<Vec<QueueRow>> {
    lines!("r.id = any ($1) order by r.proven_at, r.id", ids).fetch_all(conn).await
}

/// How many requests stand in each state.
pub async fn counts(conn: &mut PgConnection) -> sqlx::Result<Vec<(JoinState, i64)>> {
    let rows = sqlx::query!(
        r#"select state as "state: JoinState", count(*) as "count!" from join_requests
           where proven_at is not null group by state"#
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| (row.state, row.count)).collect())
}

/// An earlier request of the same address.
pub struct Earlier {
    pub of: Uuid,
    pub id: Uuid,
    pub name: String,
    pub email: String,
    pub state: JoinState,
    pub since: DateTime<Utc>,
}

/// The earlier requests of the addresses of these, the latest first. Those that a newer one replaced say nothing.
pub async fn earlier(conn: &mut PgConnection, ids: &[Uuid]) -> sqlx::Result<Vec<Earlier>> {
    sqlx::query_as!(
        Earlier,
        r#"select r.id as of, e.id, e.name, e.email, e.state as "state: JoinState", e.since
           from join_requests r join join_requests e on lower(e.email) = lower(r.email) and e.id <> r.id
           where r.id = any ($1) and e.proven_at is not null and e.replaced_by is null
             and (e.created_at, e.id) < (r.created_at, r.id)
           order by e.since desc, e.id limit 500"#,
        ids
    )
    .fetch_all(conn)
    .await
}

/// A membership of before, of whoever has the same address.
pub struct Former {
    pub of: Uuid,
    pub organisation: String,
    pub until: DateTime<Utc>,
    pub end: End,
    pub reason: Option<String>,
    pub by: Option<String>,
}

/// The memberships that the addresses of these requests had, the latest first.
pub async fn former(conn: &mut PgConnection, ids: &[Uuid]) -> sqlx::Result<Vec<Former>> {
    sqlx::query_as!(
        Former,
        r#"select r.id as of, o.name as organisation, s.until as "until!", s.ended_because as "end!: End", s.end_reason as reason,
                  case when s.ended_by <> m.id then by.name end as by
           from join_requests r join members m on lower(m.email) = lower(r.email) and m.state <> 'deleted'
           join memberships s on s.member_id = m.id and s.until is not null
           join organisations o on o.id = s.organisation_id left join members by on by.id = s.ended_by
           where r.id = any ($1) order by s.until desc, o.name collate "nl-x-icu" limit 500"#,
        ids
    )
    .fetch_all(conn)
    .await
}

/// Somebody who may be the same person: a member, or somebody else who asks.
pub struct Namesake {
    /// Whom they may be.
    pub of: Uuid,
    pub name: String,
    pub email: String,
    /// A member's address on the site.
    pub slug: Option<String>,
    /// A request that is open, and where it stands.
    pub request: Option<Uuid>,
    pub state: Option<JoinState>,
    /// Since when it stands there; since when a member is one.
    pub since: DateTime<Utc>,
}

/// Those at the organisations of these requests whose names are worth comparing, and those of the same address.
pub async fn namesakes(conn: &mut PgConnection, ids: &[Uuid]) -> sqlx::Result<Vec<Namesake>> {
    sqlx::query_as!(
        Namesake,
        r#"select r.id as "of!", m.name as "name!", m.email as "email!", m.slug as "slug?", null::uuid as request,
                  null::join_state as "state: JoinState", m.created_at as "since!"
           from join_requests r
           join memberships s on s.organisation_id = r.organisation_id and s.until is null
           join members m on m.id = s.member_id and m.state = 'active'
           where r.id = any ($1) and m.id is distinct from r.member_id
           union
           select r.id, m.name, m.email, m.slug, null, null, m.created_at from join_requests r join members m on lower(m.email) = lower(r.email)
           where r.id = any ($1) and m.state = 'active' and m.id is distinct from r.member_id
           union
           select r.id, other.name, other.email, null, other.id, other.state, other.since from join_requests r
           join join_requests other on other.id <> r.id and other.state in ('waiting', 'asked')
             and (other.organisation_id = r.organisation_id or lower(other.organisation_name) = lower(r.organisation_name))
           where r.id = any ($1)
           order by 1, 2, 3 limit 5000"#,
        ids
    )
    .fetch_all(conn)
    .await
}

/// Who waits, the longest first: the lines of the daily mail.
pub async fn waiting(conn: &mut PgConnection, limit: i64) -> sqlx::Result<Vec<(String, String, DateTime<Utc>)>> {
    let rows = sqlx::query!(
        r#"select r.name, coalesce(o.name, r.organisation_name, '') as "organisation!", coalesce(r.proven_at, r.since) as "at!"
           from join_requests r left join organisations o on o.id = r.organisation_id
           where r.state = 'waiting' order by r.proven_at, r.id limit $1"#,
        limit
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| (row.name, row.organisation, row.at)).collect())
}
