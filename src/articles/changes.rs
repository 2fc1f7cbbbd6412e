//! The SQL that changes texts. Every function belongs inside a change; none decides whether it may happen (`model`).

use super::form::Written;
use super::model::{ArticleKind, RevisionAction, RevisionState};
use crate::access::changes::NewItem;
use crate::access::{self, CommunityRole, ItemKind, Label};
use crate::db::WriteTx;
use crate::i18n::Locale;
use crate::web::markdown;
use chrono::{DateTime, Utc};
use sqlx::types::Json;
use uuid::Uuid;

/// Makes an article with its first draft.
pub async fn insert_article(
    tx: &mut WriteTx,
    id: Uuid,
    written: &Written,
    by: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    insert_item(tx, id, ItemKind::Article, written, by).await?;
    sqlx::query!("insert into articles (id, created_at) values ($1, $2)", id, now).execute(&mut **tx).await?;
    Ok(())
}

/// Adds a draft to an article. Breaks `revisions_one_in_work` if another is in work.
pub async fn insert_revision(
    tx: &mut WriteTx,
    (article, id): (Uuid, Uuid),
    written: &Written,
    by: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    insert_item(tx, id, ItemKind::Revision, written, by).await?;
    sqlx::query!(
        "insert into revisions (id, article_id, number, state, title, summary, kind, language, sectors, body_markdown,
             body_html, headings, words, renderer_version, created_at, updated_at)
         values ($1, $2, next_revision_number($2), 'draft',
             $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)",
        id,
        article,
        written.title,
        written.summary,
        written.kind as ArticleKind,
        written.language as Locale,
        &written.sectors,
        written.body,
        written.rendered.html,
        Json(&written.rendered.headings) as _,
        words(written),
        markdown::RENDERER_VERSION,
        now
    )
    .execute(&mut **tx)
    .await?;
    access::changes::address(tx, id, &written.audience).await?;
    tell(tx, id, by, RevisionAction::Created, "", now).await
}

/// Gives the next revision the files of the one before.
pub async fn carry_files(tx: &mut WriteTx, from: Uuid, to: Uuid) -> sqlx::Result<()> {
    sqlx::query!("select carry_files($1, $2)", from, to).execute(&mut **tx).await?;
    Ok(())
}

/// Saves a draft; false if somebody saved since `version`.
pub async fn update_revision(
    tx: &mut WriteTx,
    id: Uuid,
    version: i32,
    written: &Written,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "update revisions set title = $3, summary = $4, kind = $5, language = $6, sectors = $7, body_markdown = $8,
             body_html = $9, headings = $10, words = $11, renderer_version = $12, updated_at = $13, version = version + 1
         where id = $1 and version = $2 and state in ('draft', 'changes-asked')",
        id,
        version,
        written.title,
        written.summary,
        written.kind as ArticleKind,
        written.language as Locale,
        &written.sectors,
        written.body,
        written.rendered.html,
        Json(&written.rendered.headings) as _,
        words(written),
        markdown::RENDERER_VERSION,
        now
    )
    .execute(&mut **tx)
    .await?;
    if changed.rows_affected() == 0 {
        return Ok(false);
    }
    let label_before = sqlx::query_scalar!(r#"select label as "label: Label" from items where id = $1"#, id)
        .fetch_one(&mut **tx)
        .await?;
    keep_audience(tx, id, written).await?;
    end_what_review_lent(tx, id, label_before != written.label).await?;
    Ok(true)
}

/// Makes label and readers of a text what its author chose.
async fn keep_audience(tx: &mut WriteTx, id: Uuid, written: &Written) -> sqlx::Result<()> {
    // New readers first, former readers last: whoever saves is among one of them all the way through.
    access::changes::address(tx, id, &written.audience).await?;
    sqlx::query!(
        "update items set label = $2, source_id = $3 where id = $1",
        id,
        written.label as Label,
        written.source
    )
    .execute(&mut **tx)
    .await?;
    access::changes::readdress(tx, id, &written.audience).await
}

/// What handing in lent ends with what it was lent for: a reviewer whom the text no longer concerns gets it no more, and a
/// text with another label is handed to the liaisons anew.
async fn end_what_review_lent(tx: &mut WriteTx, id: Uuid, is_relabelled: bool) -> sqlx::Result<()> {
    sqlx::query!(
        "delete from item_grants where item_id = $1 and reason = 'review'
             and ((member_id is not null and not may_be_asked($1, member_id)) or (circle is not null and $2))",
        id,
        is_relabelled
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update revisions set reviewer_id = null where id = $1 and reviewer_id is not null and not may_be_asked($1, reviewer_id)",
        id
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Moves a revision from one state to another; false if it is no longer in the first.
pub async fn move_on(
    tx: &mut WriteTx,
    id: Uuid,
    from: RevisionState,
    to: RevisionState,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "update revisions set state = $3, updated_at = $4 where id = $1 and state = $2",
        id,
        from as RevisionState,
        to as RevisionState,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Keeps for whom the reviewer spoke, as it is now: people move on.
pub async fn note_reviewer(tx: &mut WriteTx, id: Uuid) -> sqlx::Result<()> {
    sqlx::query!(
        r#"update revisions r set reviewed_for = coalesce((
             select string_agg(o.name, ', ' order by o.name collate "nl-x-icu") from memberships s
             join organisations o on o.id = s.organisation_id
             where s.member_id = r.reviewer_id and s.until is null), '')
         where r.id = $1"#,
        id
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Hands a text to the liaisons to judge. This is the author's act: no role reads by itself.
pub async fn hand_to_liaisons(tx: &mut WriteTx, id: Uuid) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into item_grants (id, item_id, reason, circle) values ($1, $2, 'review', $3)
         on conflict do nothing",
        Uuid::now_v7(),
        id,
        CommunityRole::Liaison as CommunityRole
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Hands a text to a reviewer, in the place of an earlier one.
pub async fn assign(tx: &mut WriteTx, id: Uuid, reviewer: Uuid, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("delete from item_grants where item_id = $1 and reason = 'review' and member_id is not null", id)
        .execute(&mut **tx)
        .await?;
    sqlx::query!(
        "insert into item_grants (id, item_id, reason, member_id) values ($1, $2, 'review', $3)",
        Uuid::now_v7(),
        id,
        reviewer
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("update revisions set reviewer_id = $2, updated_at = $3 where id = $1", id, reviewer, now)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Publishes an approved revision and returns the article's address; `None` if it does not wait for that.
pub async fn publish(
    tx: &mut WriteTx,
    id: Uuid,
    (slug, slug_else): (&str, &str),
    now: DateTime<Utc>,
) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar!("select publish_revision($1, $2, $3, $4)", id, now, slug, slug_else).fetch_one(&mut **tx).await
}

/// Adds a line to a revision's history.
pub async fn tell(
    tx: &mut WriteTx,
    revision: Uuid,
    by: Uuid,
    action: RevisionAction,
    note: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into revision_events (id, revision_id, at, actor_id, action, note) values ($1, $2, $3, $4, $5, $6)",
        Uuid::now_v7(),
        revision,
        now,
        by,
        action as RevisionAction,
        note
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn insert_item(tx: &mut WriteTx, id: Uuid, kind: ItemKind, written: &Written, by: Uuid) -> sqlx::Result<()> {
    let new = NewItem { id, kind, label: written.label, source: written.source, owner: by };
    access::changes::insert_item(tx, &new).await
}

fn words(written: &Written) -> i32 {
    i32::try_from(written.rendered.words).unwrap_or(i32::MAX)
}
