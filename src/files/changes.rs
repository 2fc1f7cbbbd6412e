//! The SQL that changes files, and throwing away what none of them holds any more.

use super::model::MOST_FILES;
use super::queries;
use super::store::{Hash, Store};
use crate::access::changes::Opening;
use crate::access::{Audience, Label, Viewer};
use crate::db::{Db, WriteTx};
use crate::error::AppError;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// A file that has come.
pub struct New<'a> {
    pub id: Uuid,
    pub parent: Uuid,
    pub name: &'a str,
    pub media_type: &'a str,
    pub bytes: u64,
    pub hash: Hash,
    /// `None`: as what it belongs to.
    pub label: Option<Label>,
    pub audience: &'a Audience,
}

/// Adds a file. Breaks `files_not_so_many`, `files_audience` or `items_never_wider`.
pub async fn add(tx: &mut WriteTx, new: &New<'_>, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "select add_file($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        new.id,
        new.parent,
        new.name,
        new.media_type,
        i64::try_from(new.bytes).unwrap_or(i64::MAX),
        &new.hash,
        new.label as Option<Label>,
        &new.audience.organisations,
        &new.audience.groups,
        &new.audience.people,
        &new.audience.meetings,
        MOST_FILES,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Takes a file away; what it belonged to and what it held, or `None` if that is not allowed or it is not there.
pub async fn remove(tx: &mut WriteTx, id: Uuid) -> sqlx::Result<Option<(Uuid, Vec<u8>)>> {
    let row = sqlx::query!("select parent, content from remove_file($1)", id).fetch_one(&mut **tx).await?;
    Ok(row.parent.zip(row.content))
}

/// Opens what a file is to belong to, as a page of it does.
pub async fn open_parent(tx: &mut WriteTx, id: Uuid, now: DateTime<Utc>) -> sqlx::Result<Opening> {
    let word = sqlx::query_scalar!(r#"select open_item($1, $2) as "word!""#, id, now).fetch_one(&mut **tx).await?;
    Ok(match word.as_str() {
        "opened" => Opening::Opened,
        "second-factor" => Opening::NeedsSecondFactor,
        _ => Opening::Closed,
    })
}

/// Has whoever keeps or throws away the same content wait until this change ends.
pub async fn hold_content(tx: &mut WriteTx, hash: &[u8]) -> sqlx::Result<()> {
    sqlx::query!("select pg_advisory_xact_lock(hashtextextended(encode($1, 'hex'), 0))", hash)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Throws content away unless some file holds it.
///
/// # Errors
/// When database or store cannot be asked; then the content stays, which harms nobody.
pub async fn forget_unheld(db: &Db, store: &Store, hash: &[u8]) -> Result<(), AppError> {
    let mut tx = db.write(&Viewer::Nobody).await?;
    hold_content(&mut tx, hash).await?;
    if let (Ok(hash), false) = (hash.try_into(), queries::is_held(&mut tx, hash).await?) {
        store.forget(&hash).await.map_err(|error| AppError::Internal(error.to_string().into()))?;
    }
    Ok(())
}
