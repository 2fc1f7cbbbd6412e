//! Reading an item by its id, whatever it is: as any reading does, and where that shows nothing, by opening it, which is
//! written down for its source.

use super::queries::{self, Item};
use crate::access::changes::{self, Opening};
use crate::access::queries::speaks_for;
use crate::db::ReadTx;
use crate::error::{AppError, Result};
use crate::web::cx::MemberCx;
use uuid::Uuid;

/// An item that the member can read, with the transaction that shows it.
///
/// # Errors
/// [`AppError::NotFound`] if it does not exist for this member, [`AppError::SecondFactorNeeded`] if it would with one.
pub async fn open(cx: &MemberCx, id: Uuid) -> Result<(ReadTx, Item)> {
    let mut tx = cx.read().await?;
    if let Some(item) = queries::item(&mut tx, id).await? {
        return Ok((tx, item));
    }
    drop(tx);
    let mut tx = cx.write().await?;
    match changes::open_by_id(&mut tx, id, cx.app.clock.now()).await? {
        Opening::Closed => return Err(AppError::NotFound),
        Opening::NeedsSecondFactor => return Err(AppError::SecondFactorNeeded),
        Opening::Opened => tx.commit().await?,
    }
    let mut tx = cx.app.db.read_opened(&cx.viewer).await?;
    let item = queries::item(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    Ok((tx, item))
}

/// The same for a member who speaks for its source; to all others it does not exist here.
///
/// # Errors
/// As [`open`].
pub async fn spoken_for(cx: &MemberCx, id: Uuid) -> Result<(ReadTx, Item)> {
    let (mut tx, item) = open(cx, id).await?;
    if speaks_for(&mut tx, item.id).await? { Ok((tx, item)) } else { Err(AppError::NotFound) }
}
