//! What those who work on texts ask: revisions in every state, with their history and audience.

use super::model::{ArticleKind, RevisionAction, RevisionState, Standing};
use crate::access::Label;
use crate::access::advice::Words;
use crate::db::WriteTx;
use crate::i18n::Locale;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

/// Whether a revision would reach somebody whom the published one does not.
pub async fn is_wider_than_published(conn: &mut PgConnection, revision: Uuid) -> sqlx::Result<bool> {
    sqlx::query_scalar!(r#"select is_wider_than_published($1) as "is_wider!""#, revision).fetch_one(conn).await
}

/// The label of the published version of a text in work; none if nothing is published yet.
pub async fn published_label(conn: &mut PgConnection, revision: Uuid) -> sqlx::Result<Option<Label>> {
    sqlx::query_scalar!(r#"select published_label($1) as "label: Label""#, revision).fetch_one(conn).await
}

/// A revision in a work list.
pub struct WorkRow {
    pub id: Uuid,
    pub title: String,
    pub language: Locale,
    pub state: RevisionState,
    pub label: Label,
    pub organisation: String,
    pub reviewer: Option<String>,
    pub updated_at: DateTime<Utc>,
    pub source_id: Uuid,
    pub owner_id: Uuid,
    pub reviewer_id: Option<Uuid>,
}

impl WorkRow {
    /// What the rules need to know of it.
    pub fn standing(&self) -> Standing {
        Standing {
            state: self.state,
            label: self.label,
            source: self.source_id,
            author: self.owner_id,
            reviewer: self.reviewer_id,
        }
    }
}

/// A revision to work on.
pub struct Revision {
    pub id: Uuid,
    pub article_id: Uuid,
    pub number: i32,
    pub state: RevisionState,
    pub version: i32,
    pub title: String,
    pub summary: String,
    pub kind: ArticleKind,
    pub language: Locale,
    pub label: Label,
    pub sectors: Vec<String>,
    pub words: i32,
    pub body_markdown: String,
    pub body_html: String,
    pub source_id: Uuid,
    pub organisation: String,
    pub owner_id: Uuid,
    pub author: String,
    pub reviewer_id: Option<Uuid>,
    pub reviewer: Option<String>,
    /// Whether whoever was asked to review has no access any more.
    pub is_reviewer_gone: bool,
    pub article_slug: Option<String>,
}

impl Revision {
    /// The words that may suit a stricter label.
    pub fn words_written(&self) -> Words {
        Words { title: self.title.clone(), summary: self.summary.clone(), body: self.body_markdown.clone() }
    }

    /// What the rules need to know of it.
    pub fn standing(&self) -> Standing {
        Standing {
            state: self.state,
            label: self.label,
            source: self.source_id,
            author: self.owner_id,
            reviewer: self.reviewer_id,
        }
    }
}

/// A line of a revision's history.
pub struct HistoryRow {
    pub at: DateTime<Utc>,
    pub actor: String,
    pub action: RevisionAction,
    pub note: String,
}

/// All revisions in work that the viewer may see, the last touched first.
pub async fn in_work(conn: &mut PgConnection) -> sqlx::Result<Vec<WorkRow>> {
    sqlx::query_as!(
        WorkRow,
        r#"select r.id, r.title, r.language as "language: Locale", r.state as "state: RevisionState", i.label as "label: Label", o.name as organisation,
                  v.name as "reviewer?", r.updated_at, i.source_id, i.owner_id, r.reviewer_id
           from revisions r
           join items i on i.id = r.id
           join organisations o on o.id = i.source_id
           left join members v on v.id = r.reviewer_id
           where r.state in ('draft', 'submitted', 'changes-asked', 'approved')
           order by r.updated_at desc, r.id limit 500"#
    )
    .fetch_all(conn)
    .await
}

/// How many there are, as far as it matters to say.
pub async fn count_in_work(conn: &mut PgConnection) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from (
               select from revisions where state in ('draft', 'submitted', 'changes-asked', 'approved')
               order by updated_at desc, id limit 100) newest"#
    )
    .fetch_one(conn)
    .await
}

/// One revision.
pub async fn revision(conn: &mut PgConnection, id: Uuid) -> sqlx::Result<Option<Revision>> {
    sqlx::query_as!(
        Revision,
        r#"select r.id, r.article_id, r.number, r.state as "state: RevisionState", r.version, r.title, r.summary,
                  r.kind as "kind: ArticleKind", r.language as "language: Locale", i.label as "label: Label", r.sectors, r.words,
                  r.body_markdown, r.body_html, i.source_id, o.name as organisation, i.owner_id, m.name as author,
                  r.reviewer_id, v.name as "reviewer?", coalesce(v.state <> 'active', false) as "is_reviewer_gone!",
                  a.slug as "article_slug?"
           from revisions r
           join items i on i.id = r.id
           left join articles a on a.id = r.article_id
           join organisations o on o.id = i.source_id
           join members m on m.id = i.owner_id
           left join members v on v.id = r.reviewer_id
           where r.id = $1"#,
        id
    )
    .fetch_optional(conn)
    .await
}

/// Holds a revision until the change ends, so that two steps at once are taken one after the other.
pub async fn lock(tx: &mut WriteTx, id: Uuid) -> sqlx::Result<bool> {
    let found =
        sqlx::query_scalar!("select id from revisions where id = $1 for update", id).fetch_optional(&mut **tx).await?;
    Ok(found.is_some())
}

/// What happened to a revision, the latest first. Empty for those who only read the text.
pub async fn history(conn: &mut PgConnection, revision: Uuid) -> sqlx::Result<Vec<HistoryRow>> {
    sqlx::query_as!(
        HistoryRow,
        r#"select e.at, m.name as actor, e.action as "action: RevisionAction", e.note
           from revision_events e join members m on m.id = e.actor_id
           where e.revision_id = $1 order by e.at desc, e.id desc"#,
        revision
    )
    .fetch_all(conn)
    .await
}

/// Somebody who can be asked to review.
pub struct Candidate {
    pub id: Uuid,
    pub slug: String,
    pub name: String,
    pub organisations: String,
}

/// Who can be asked to review a text (`may_be_asked` in the database), the reviewers first.
pub async fn candidates(conn: &mut PgConnection, revision: Uuid) -> sqlx::Result<Vec<Candidate>> {
    sqlx::query_as!(
        Candidate,
        r#"select m.id, m.slug, m.name, coalesce(string_agg(o.name, ', ' order by o.name collate "nl-x-icu"), '') as "organisations!"
           from members m
           left join memberships s on s.member_id = m.id and s.until is null
           left join organisations o on o.id = s.organisation_id
           where may_be_asked($1, m.id)
           group by m.id order by 'reviewer' = any (m.roles) desc, m.name collate "nl-x-icu", m.id limit 300"#,
        revision
    )
    .fetch_all(conn)
    .await
}

/// The revision of an article that readers get, as somebody who works on it needs it.
pub async fn published_revision(conn: &mut PgConnection, article: Uuid) -> sqlx::Result<Option<Revision>> {
    let id = sqlx::query_scalar!("select id from revisions where article_id = $1 and state = 'published'", article)
        .fetch_optional(&mut *conn)
        .await?;
    match id {
        Some(id) => revision(conn, id).await,
        None => Ok(None),
    }
}

/// The revision of an article that is in work, if the viewer may see it.
pub async fn in_work_of(conn: &mut PgConnection, article: Uuid) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "select id from revisions where article_id = $1 and state in ('draft', 'submitted', 'changes-asked', 'approved')",
        article
    )
    .fetch_optional(conn)
    .await
}
