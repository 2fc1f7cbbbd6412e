//! The SQL that reads one request. Rows of the room's tables are seen by liaisons alone (row-level security); an applicant
//! reads through functions that know the request by the secret that was mailed. The queue is in `work_queries.rs`.

use super::model::{JoinState, LINKS_AFTER_END, MessageKind, NoticeChoice};
use crate::auth::secret;
use crate::db::WriteTx;
use crate::i18n::Locale;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

/// A request as the liaison decides on it.
pub struct RequestRow {
    pub id: Uuid,
    pub state: JoinState,
    pub name: String,
    pub email: String,
    pub organisation_id: Option<Uuid>,
    pub organisation: String,
    pub organisation_slug: Option<String>,
    pub function: String,
    pub sector: String,
    pub motivation: String,
    pub language: Locale,
    pub rules_version: i16,
    pub created_at: DateTime<Utc>,
    pub proven_at: Option<DateTime<Utc>>,
    pub since: DateTime<Utc>,
    pub decided_by: Option<String>,
    pub decision_note: String,
    pub replaced_by: Option<Uuid>,
}

/// What the applicant may know of the own request.
pub struct OwnRequest {
    pub id: Uuid,
    pub state: JoinState,
    pub name: String,
    pub email: String,
    pub organisation: String,
    pub function: String,
    pub sector: String,
    pub motivation: String,
    pub language: Locale,
    pub created_at: DateTime<Utc>,
    pub proven_at: Option<DateTime<Utc>>,
    pub since: DateTime<Utc>,
    pub decision_note: String,
    /// Whether a newer request took its place.
    pub replaced: bool,
}

/// How many members agreed to a version of the house rules, and to none after it.
pub struct Agreed {
    /// None for those who agreed to no version yet.
    pub version: Option<i32>,
    pub members: i64,
}

/// A version of the house rules to which a member agreed.
pub struct Agreement {
    pub version: i32,
    pub agreed_at: DateTime<Utc>,
}

/// Something that was written about a request.
pub struct Message {
    pub kind: MessageKind,
    pub at: DateTime<Utc>,
    pub body: String,
    /// The liaison who asked; nobody where the applicant reads.
    pub by: Option<String>,
}

/// What a liaison noted for the others.
pub struct Note {
    pub at: DateTime<Utc>,
    pub by: String,
    pub body: String,
}

/// The request that a mailed link belongs to, whether it still proves anything or not.
pub async fn by_link(conn: &mut PgConnection, link: &str, now: DateTime<Utc>) -> sqlx::Result<Option<OwnRequest>> {
    sqlx::query_as!(
        OwnRequest,
        r#"select id as "id!", state as "state!: JoinState", name as "name!", email as "email!",
                  organisation as "organisation!", function as "function!", sector as "sector!",
                  motivation as "motivation!", language as "language!: Locale", created_at as "created_at!", proven_at,
                  since as "since!", decision_note as "decision_note!", replaced as "replaced!"
           from join_request_by_link($1, $2)"#,
        secret::hash(link),
        now - LINKS_AFTER_END
    )
    .fetch_optional(conn)
    .await
}

/// What was written about it, the oldest first, without names.
pub async fn messages_by_link(conn: &mut PgConnection, link: &str, now: DateTime<Utc>) -> sqlx::Result<Vec<Message>> {
    sqlx::query_as!(
        Message,
        r#"select kind as "kind!: MessageKind", at as "at!", body as "body!", null::text as by
           from join_messages_by_link($1, $2)"#,
        secret::hash(link),
        now - LINKS_AFTER_END
    )
    .fetch_all(conn)
    .await
}

/// One request that has reached the liaison.
pub async fn request(conn: &mut PgConnection, id: Uuid) -> sqlx::Result<Option<RequestRow>> {
    sqlx::query_as!(
        RequestRow,
        r#"select r.id, r.state as "state: JoinState", r.name, r.email, r.organisation_id,
                  coalesce(o.name, r.organisation_name, '') as "organisation!", o.slug as "organisation_slug?", r.function,
                  r.sector, r.motivation, r.language as "language: Locale", r.rules_version, r.created_at, r.proven_at,
                  r.since, m.name as "decided_by?", r.decision_note, r.replaced_by
           from join_requests r
           left join organisations o on o.id = r.organisation_id
           left join members m on m.id = r.decided_by
           where r.id = $1 and r.proven_at is not null"#,
        id
    )
    .fetch_optional(conn)
    .await
}

/// What was written about a request, the oldest first.
pub async fn messages(conn: &mut PgConnection, request: Uuid) -> sqlx::Result<Vec<Message>> {
    sqlx::query_as!(
        Message,
        r#"select w.kind as "kind: MessageKind", w.at, w.body, m.name as "by?"
           from join_messages w left join members m on m.id = w.by_id
           where w.request_id = $1 order by w.at, w.id"#,
        request
    )
    .fetch_all(conn)
    .await
}

/// What liaisons noted for each other, the oldest first.
pub async fn notes(conn: &mut PgConnection, request: Uuid) -> sqlx::Result<Vec<Note>> {
    sqlx::query_as!(
        Note,
        "select n.at, m.name as by, n.body from join_notes n join members m on m.id = n.by_id
         where n.request_id = $1 order by n.at, n.id",
        request
    )
    .fetch_all(conn)
    .await
}

/// What a mail to the applicant needs.
pub struct Letter {
    pub name: String,
    pub email: String,
    pub language: Locale,
    pub state: JoinState,
    pub decision_note: String,
    /// What the liaison asked last.
    pub question: String,
    pub since: DateTime<Utc>,
}

/// Reads it for the worker, which writes in the applicant's name: somebody without an account.
pub async fn letter(conn: &mut PgConnection, request: Uuid) -> sqlx::Result<Option<Letter>> {
    sqlx::query_as!(
        Letter,
        r#"select name as "name!", email as "email!", language as "language!: Locale", state as "state!: JoinState",
                  decision_note as "decision_note!", question as "question!", since as "since!"
           from join_request_letter($1)"#,
        request
    )
    .fetch_optional(conn)
    .await
}

/// The liaisons who want to be told in this way.
pub async fn liaisons_told(conn: &mut PgConnection, choice: NoticeChoice) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "select id from members where 'liaison' = any (roles) and state = 'active' and join_notices = $1 order by id",
        choice as NoticeChoice
    )
    .fetch_all(conn)
    .await
}

/// How a liaison wants to be told.
pub async fn notice_choice(conn: &mut PgConnection, liaison: Uuid) -> sqlx::Result<NoticeChoice> {
    sqlx::query_scalar!(r#"select join_notices as "choice: NoticeChoice" from members where id = $1"#, liaison)
        .fetch_one(conn)
        .await
}

/// How many members with access agreed to which version of the house rules, the newest first. A liaison sees all of them.
pub async fn agreed(conn: &mut PgConnection) -> sqlx::Result<Vec<Agreed>> {
    sqlx::query_as!(
        Agreed,
        r#"select a.version, count(*) as "members!" from members m
           left join (select member_id, max(version) as version from rule_agreements group by member_id) a on a.member_id = m.id
           where m.state = 'active' group by a.version order by a.version desc nulls last"#
    )
    .fetch_all(conn)
    .await
}

/// The newest version of the house rules to which a member agreed, in the member's name.
pub async fn newest_agreement(conn: &mut PgConnection, member: Uuid) -> sqlx::Result<Option<Agreement>> {
    sqlx::query_as!(
        Agreement,
        "select version, agreed_at from rule_agreements where member_id = $1 order by version desc limit 1",
        member
    )
    .fetch_optional(conn)
    .await
}

/// Notes that a member agrees to a version of the house rules, in the member's name; false if that was noted before.
pub async fn agree(tx: &mut WriteTx, member: Uuid, version: i16, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let noted = sqlx::query!(
        "insert into rule_agreements (member_id, version, agreed_at) values ($1, $2, $3) on conflict do nothing",
        member,
        i32::from(version),
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(noted.rows_affected() == 1)
}
