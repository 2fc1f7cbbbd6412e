//! All SQL of the room. Rows of `join_requests` are seen by liaisons alone (row-level security).

use super::form::{Asked, Employer};
use super::model::JoinState;
use crate::auth::secret;
use crate::db::WriteTx;
use crate::i18n::Locale;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

/// A line of the queue.
pub struct QueueRow {
    pub id: Uuid,
    pub name: String,
    pub email: String,
    pub organisation: String,
    pub organisation_is_new: bool,
    pub function: String,
    pub sector: String,
    pub proven_at: Option<DateTime<Utc>>,
    pub decided_at: Option<DateTime<Utc>>,
}

/// A request as the liaison decides on it.
pub struct RequestRow {
    pub id: Uuid,
    pub state: JoinState,
    pub name: String,
    pub email: String,
    pub organisation_id: Option<Uuid>,
    pub organisation: String,
    pub function: String,
    pub sector: String,
    pub motivation: String,
    pub language: Locale,
    pub rules_version: i16,
    pub created_at: DateTime<Utc>,
    pub proven_at: Option<DateTime<Utc>>,
    pub decided_at: Option<DateTime<Utc>>,
    pub decided_by: Option<String>,
    pub decision_note: String,
}

/// What the applicant may know of the own request.
pub struct OwnRequest {
    pub id: Uuid,
    pub state: JoinState,
    pub name: String,
    pub email: String,
    pub proven_at: Option<DateTime<Utc>>,
    pub decided_at: Option<DateTime<Utc>>,
    pub decision_note: String,
}

/// Keeps a new request, unproven.
pub async fn insert(tx: &mut WriteTx, id: Uuid, asked: &Asked, now: DateTime<Utc>) -> sqlx::Result<()> {
    let (organisation_id, organisation_name) = match &asked.employer {
        Employer::Existing(id) => (Some(*id), None),
        Employer::New(name) => (None, Some(name.as_str())),
    };
    sqlx::query!(
        "insert into join_requests (id, state, email, name, organisation_id, organisation_name, function, sector,
             motivation, language, rules_version, created_at)
         values ($1, 'unproven', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        id,
        asked.email,
        asked.name,
        organisation_id,
        organisation_name,
        asked.function,
        asked.sector,
        asked.motivation,
        asked.language as Locale,
        asked.rules_version,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The request that a mailed link belongs to, whether the link still works or not.
pub async fn by_link(conn: &mut PgConnection, link: &str) -> sqlx::Result<Option<OwnRequest>> {
    sqlx::query_as!(
        OwnRequest,
        r#"select id as "id!", state as "state!: JoinState", name as "name!", email as "email!", proven_at, decided_at,
                  decision_note as "decision_note!"
           from join_request_by_link($1)"#,
        secret::hash(link)
    )
    .fetch_optional(conn)
    .await
}

/// Moves a request to the liaison; `None` if the link is over.
pub async fn prove(tx: &mut WriteTx, link: &str, now: DateTime<Utc>) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!("select prove_join_request($1, $2)", secret::hash(link), now).fetch_one(&mut **tx).await
}

/// Requests of a state: the waiting longest first, the decided latest first.
pub async fn queue(conn: &mut PgConnection, state: JoinState, limit: i64, offset: i64) -> sqlx::Result<Vec<QueueRow>> {
    sqlx::query_as!(
        QueueRow,
        r#"select r.id, r.name, r.email, coalesce(o.name, r.organisation_name, '') as "organisation!",
                  r.organisation_id is null as "organisation_is_new!", r.function, r.sector, r.proven_at, r.decided_at
           from join_requests r left join organisations o on o.id = r.organisation_id
           where r.state = $1
           order by case when $1 = 'waiting'::join_state then r.proven_at end, r.decided_at desc, r.id
           limit $2 offset $3"#,
        state as JoinState,
        limit,
        offset
    )
    .fetch_all(conn)
    .await
}

/// How many requests stand in each state.
pub async fn counts(conn: &mut PgConnection) -> sqlx::Result<Vec<(JoinState, i64)>> {
    let rows =
        sqlx::query!(r#"select state as "state: JoinState", count(*) as "count!" from join_requests group by state"#)
            .fetch_all(conn)
            .await?;
    Ok(rows.into_iter().map(|row| (row.state, row.count)).collect())
}

/// One request that has reached the liaison.
pub async fn request(conn: &mut PgConnection, id: Uuid) -> sqlx::Result<Option<RequestRow>> {
    sqlx::query_as!(
        RequestRow,
        r#"select r.id, r.state as "state: JoinState", r.name, r.email, r.organisation_id,
                  coalesce(o.name, r.organisation_name, '') as "organisation!", r.function, r.sector, r.motivation,
                  r.language as "language: Locale", r.rules_version, r.created_at, r.proven_at, r.decided_at,
                  m.name as "decided_by?", r.decision_note
           from join_requests r
           left join organisations o on o.id = r.organisation_id
           left join members m on m.id = r.decided_by
           where r.id = $1 and r.state <> 'unproven'"#,
        id
    )
    .fetch_optional(conn)
    .await
}

/// A decision to write down.
pub struct Decision<'a> {
    pub request: Uuid,
    pub state: JoinState,
    pub by: Uuid,
    pub at: DateTime<Utc>,
    pub note: &'a str,
    pub member: Option<Uuid>,
}

/// Decides a request that waits; false if somebody was earlier.
pub async fn decide(tx: &mut WriteTx, decision: &Decision<'_>) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "update join_requests set state = $2, decided_by = $3, decided_at = $4, decision_note = $5, member_id = $6
         where id = $1 and state = 'waiting'",
        decision.request,
        decision.state as JoinState,
        decision.by,
        decision.at,
        decision.note,
        decision.member
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Holds a request until the change ends, so that two liaisons decide one after the other.
pub async fn lock(tx: &mut WriteTx, id: Uuid) -> sqlx::Result<Option<JoinState>> {
    sqlx::query_scalar!(r#"select state as "state: JoinState" from join_requests where id = $1 for update"#, id)
        .fetch_optional(&mut **tx)
        .await
}

/// What a mail to the applicant needs.
pub struct Letter {
    pub name: String,
    pub email: String,
    pub language: Locale,
    pub state: JoinState,
    pub decision_note: String,
}

/// Reads it for the worker, which writes in the applicant's name: somebody without an account.
pub async fn letter(conn: &mut PgConnection, request: Uuid) -> sqlx::Result<Option<Letter>> {
    sqlx::query_as!(
        Letter,
        r#"select name as "name!", email as "email!", language as "language!: Locale", state as "state!: JoinState",
                  decision_note as "decision_note!"
           from join_request_letter($1)"#,
        request
    )
    .fetch_optional(conn)
    .await
}
