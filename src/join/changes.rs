//! The SQL that changes requests. Each statement names the state that it expects.

use super::form::{Asked, Employer};
use super::model::{JoinState, LINKS_AFTER_END, MessageKind, NoticeChoice};
use crate::auth::secret;
use crate::db::WriteTx;
use crate::i18n::Locale;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sqlx::PgPool;
use uuid::Uuid;

/// Keeps a new request, unproven.
pub async fn insert(tx: &mut WriteTx, id: Uuid, asked: &Asked, now: DateTime<Utc>) -> sqlx::Result<()> {
    let (organisation_id, organisation_name) = match &asked.employer {
        Employer::Existing(id) => (Some(*id), None),
        Employer::New(name) => (None, Some(name.as_str())),
    };
    sqlx::query!(
        "insert into join_requests (id, state, email, name, organisation_id, organisation_name, function, sector,
             motivation, language, rules_version, created_at, since)
         values ($1, 'unproven', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)",
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

/// Moves a request to the liaison; `None` if the link is over.
pub async fn prove(tx: &mut WriteTx, link: &str, now: DateTime<Utc>) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!("select prove_join_request($1, $2)", secret::hash(link), now).fetch_one(&mut **tx).await
}

/// A step of the applicant: from one state to the next (which may be the same), with what was written.
pub struct OwnStep<'a> {
    pub expected: JoinState,
    pub next: JoinState,
    pub said: Option<(MessageKind, &'a str)>,
}

/// Takes it; the request, or `None` if it does not stand where it is expected to any more.
pub async fn step_by_link(
    tx: &mut WriteTx,
    link: &str,
    step: &OwnStep<'_>,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "select step_by_link($1, $2, $3, $4, $5, $6, $7, $8)",
        secret::hash(link),
        now - LINKS_AFTER_END,
        step.expected as JoinState,
        step.next as JoinState,
        Uuid::now_v7(),
        step.said.map(|said| said.0) as Option<MessageKind>,
        step.said.map(|said| said.1),
        now
    )
    .fetch_one(&mut **tx)
    .await
}

/// Holds a request until the change ends, so that two liaisons decide one after the other.
pub async fn lock(tx: &mut WriteTx, id: Uuid) -> sqlx::Result<Option<JoinState>> {
    sqlx::query_scalar!(r#"select state as "state: JoinState" from join_requests where id = $1 for update"#, id)
        .fetch_optional(&mut **tx)
        .await
}

/// A decision to write down.
pub struct Decision<'a> {
    pub request: Uuid,
    /// Where the request stands before it.
    pub expected: JoinState,
    pub state: JoinState,
    pub by: Uuid,
    pub at: DateTime<Utc>,
    pub note: &'a str,
    pub member: Option<Uuid>,
}

/// Decides a request; false if somebody was earlier. To what an applicant agreed, the member did, and then.
pub async fn decide(tx: &mut WriteTx, decision: &Decision<'_>) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "update join_requests set state = $2, decided_by = $3, decided_at = $4, since = $4, decision_note = $5, member_id = $6
         where id = $1 and state = $7",
        decision.request,
        decision.state as JoinState,
        decision.by,
        decision.at,
        decision.note,
        decision.member,
        decision.expected as JoinState
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "insert into rule_agreements (member_id, version, agreed_at)
         select member_id, rules_version, created_at from join_requests where id = $1 and member_id = $2
         on conflict do nothing",
        decision.request,
        decision.member
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Asks the applicant for more; false if the request does not wait any more.
pub async fn ask(tx: &mut WriteTx, request: Uuid, by: Uuid, words: &str, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "update join_requests set state = 'asked', since = $2, reminded_at = null where id = $1 and state = 'waiting'",
        request,
        now
    )
    .execute(&mut **tx)
    .await?;
    if changed.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query!(
        "insert into join_messages (id, request_id, at, kind, by_id, body) values ($1, $2, $3, 'question', $4, $5)",
        Uuid::now_v7(),
        request,
        now,
        by,
        words
    )
    .execute(&mut **tx)
    .await?;
    Ok(true)
}

/// Notes something that only liaisons read.
pub async fn note(tx: &mut WriteTx, request: Uuid, by: Uuid, words: &str, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into join_notes (id, request_id, at, by_id, body) values ($1, $2, $3, $4, $5)",
        Uuid::now_v7(),
        request,
        now,
        by,
        words
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Ends requests whose question was asked before this instant; the answer is which.
pub async fn expire_asked(tx: &mut WriteTx, before: DateTime<Utc>, now: DateTime<Utc>) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(r#"select expire_asked_requests($1, $2) as "id!""#, before, now).fetch_all(&mut **tx).await
}

/// Marks as reminded those whose question was asked before this instant; the answer is which.
pub async fn remind_asked(tx: &mut WriteTx, before: DateTime<Utc>, now: DateTime<Utc>) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(r#"select remind_asked_requests($1, $2) as "id!""#, before, now).fetch_all(&mut **tx).await
}

/// Ends requests that nobody proved.
pub async fn expire_unproven(tx: &mut WriteTx, before: DateTime<Utc>, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("select expire_unproven_requests($1, $2)", before, now).execute(&mut **tx).await?;
    Ok(())
}

/// Forgets the links to requests that ended long ago.
pub async fn forget_links(pool: &PgPool, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("select forget_join_links($1)", now - LINKS_AFTER_END).execute(pool).await?;
    Ok(())
}

/// Claims the daily mail of a liaison; false if another instance, or an earlier round, has it. Days long past are forgotten.
pub async fn claim_digest(tx: &mut WriteTx, day: NaiveDate, liaison: Uuid) -> sqlx::Result<bool> {
    sqlx::query!("delete from join_digests where day < $1", day - TimeDelta::days(30)).execute(&mut **tx).await?;
    let claimed =
        sqlx::query!("insert into join_digests (day, member_id) values ($1, $2) on conflict do nothing", day, liaison)
            .execute(&mut **tx)
            .await?;
    Ok(claimed.rows_affected() == 1)
}

/// Keeps how a liaison wants to be told.
pub async fn choose_notices(tx: &mut WriteTx, liaison: Uuid, choice: NoticeChoice) -> sqlx::Result<()> {
    sqlx::query!("update members set join_notices = $2 where id = $1", liaison, choice as NoticeChoice)
        .execute(&mut **tx)
        .await?;
    Ok(())
}
