//! The SQL that addresses items, and opens them on purpose.

use super::audience::Audience;
use super::{ItemKind, Label};
use crate::db::WriteTx;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// An item that begins: a row of the room's own table follows.
#[derive(Clone, Copy, Debug)]
pub struct NewItem {
    pub id: Uuid,
    pub kind: ItemKind,
    pub label: Label,
    /// Whose information it is.
    pub source: Uuid,
    pub owner: Uuid,
}

/// Makes an item in work. It is published by a step of its room.
pub async fn insert_item(tx: &mut WriteTx, new: &NewItem) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into items (id, kind, stage, label, source_id, owner_id) values ($1, $2, 'work', $3, $4, $5)",
        new.id,
        new.kind as ItemKind,
        new.label as Label,
        new.source,
        new.owner
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Addresses an item to these too.
pub async fn address(tx: &mut WriteTx, item: Uuid, audience: &Audience) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into item_grants (id, item_id, reason, organisation_id, group_id, member_id, event_id)
         select gen_random_uuid(), $1::uuid, 'audience'::grant_reason, o, null::uuid, null::uuid, null::uuid from unnest($2::uuid[]) o
         union all select gen_random_uuid(), $1::uuid, 'audience', null, o, null, null from unnest($3::uuid[]) o
         union all select gen_random_uuid(), $1::uuid, 'audience', null, null, o, null from unnest($4::uuid[]) o
         union all select gen_random_uuid(), $1::uuid, 'audience', null, null, null, o from unnest($5::uuid[]) o
         on conflict do nothing",
        item,
        &audience.organisations,
        &audience.groups,
        &audience.people,
        &audience.meetings
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Addresses an item to these alone.
pub async fn readdress(tx: &mut WriteTx, item: Uuid, audience: &Audience) -> sqlx::Result<()> {
    address(tx, item, audience).await?;
    sqlx::query!(
        // Not `<> all`: nothing at all differs from every element of an empty list.
        "delete from item_grants where item_id = $1 and reason = 'audience'
             and not (organisation_id is not null and organisation_id = any ($2))
             and not (group_id is not null and group_id = any ($3))
             and not (member_id is not null and member_id = any ($4))
             and not (event_id is not null and event_id = any ($5))",
        item,
        &audience.organisations,
        &audience.groups,
        &audience.people,
        &audience.meetings
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Changes how wide a role may publish without anybody's approval; only the owner of the database can.
pub async fn set_cap(tx: &mut WriteTx, role: &str, widest: Option<Label>) -> sqlx::Result<()> {
    sqlx::query!("update publication_caps set widest = $2 where role = $1", role, widest as Option<Label>)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// What came of asking to open an item that an ordinary reading does not show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// It can be read now; under TLP:RED this was written down for the source.
    Opened,
    /// It could be, with a second factor.
    NeedsSecondFactor,
    /// It does not exist for this viewer.
    Closed,
}

/// Opens the item at an address of a room.
pub async fn open(tx: &mut WriteTx, kind: ItemKind, name: &str, now: DateTime<Utc>) -> sqlx::Result<Opening> {
    let word = sqlx::query_scalar!(r#"select open_item(item_at($1, $2), $3) as "word!""#, kind as ItemKind, name, now)
        .fetch_one(&mut **tx)
        .await?;
    Ok(Opening::from_word(&word))
}

/// Opens an item by its id.
pub async fn open_by_id(tx: &mut WriteTx, item: Uuid, now: DateTime<Utc>) -> sqlx::Result<Opening> {
    let word = sqlx::query_scalar!(r#"select open_item($1, $2) as "word!""#, item, now).fetch_one(&mut **tx).await?;
    Ok(Opening::from_word(&word))
}

impl Opening {
    fn from_word(word: &str) -> Self {
        match word {
            "opened" => Self::Opened,
            "second-factor" => Self::NeedsSecondFactor,
            _ => Self::Closed,
        }
    }
}
