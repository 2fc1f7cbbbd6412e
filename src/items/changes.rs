//! The SQL that changes labels, asks for it and breaks the glass. What may happen is decided by the steps in the database.

use super::model::{Broken, Ground, Relabelled};
use crate::access::{Audience, Label};
use crate::db::WriteTx;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Another label and audience for an item.
pub struct Relabel<'a> {
    pub item: Uuid,
    /// The id of the line in its history.
    pub change: Uuid,
    pub label: Label,
    pub audience: &'a Audience,
    pub reason: &'a str,
    /// The request that it grants.
    pub request: Option<Uuid>,
}

/// Lets changes of one item happen one after another.
pub async fn take_turn(tx: &mut WriteTx, item: Uuid) -> sqlx::Result<()> {
    sqlx::query!("select pg_advisory_xact_lock(hashtextextended('label of ' || $1::uuid::text, 0))", item)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Changes label and audience.
pub async fn relabel(tx: &mut WriteTx, wanted: &Relabel<'_>, now: DateTime<Utc>) -> sqlx::Result<Relabelled> {
    let word = sqlx::query_scalar!(
        r#"select relabel_item($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as "word!""#,
        wanted.item,
        wanted.label as Label,
        &wanted.audience.organisations,
        &wanted.audience.groups,
        &wanted.audience.people,
        &wanted.audience.meetings,
        wanted.reason,
        wanted.request,
        wanted.change,
        now
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(Relabelled::from_word(&word))
}

/// Everybody who can read a published item as it is now; all members if no audience limits it.
pub async fn readers_now(tx: &mut WriteTx, item: Uuid) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        r#"select m.id from members m, items i where i.id = $1 and m.state = 'active'
             and (i.label <= 'GREEN' or m.id in (select p.member_id from people_with_keys(i.keys) p)) order by m.id"#,
        item
    )
    .fetch_all(&mut **tx)
    .await
}

/// Who will be able to read it with this label and audience.
pub async fn readers_then(
    tx: &mut WriteTx,
    item: Uuid,
    (label, source): (Label, Uuid),
    audience: &Audience,
) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        r#"select m.id from members m where m.state = 'active'
             and ($1::label <= 'GREEN' or m.id in (select p.member_id from people_with_keys(keys_that_open($1, 'published', $2,
                 null, $3, $4, $5, $6, null, null, null)) p))
             -- Of a file only those hear who can open what it belongs to.
             and not exists (select from items i where i.id = $7 and i.parent_id is not null
                 and not opens_all(keys_of_person(m.id, '{open,amber,red}', false, '-infinity'), i.parent_id))
           order by m.id"#,
        label as Label,
        source,
        &audience.organisations,
        &audience.groups,
        &audience.people,
        &audience.meetings,
        item
    )
    .fetch_all(&mut **tx)
    .await
}

/// Asks for wider sharing; false if a request of the same member waits already.
pub async fn ask(
    tx: &mut WriteTx,
    (id, item, by): (Uuid, Uuid, Uuid),
    wanted: Label,
    purpose: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "insert into wider_requests (id, item_id, asked_by, asked_at, wanted, purpose) values ($1, $2, $3, $4, $5, $6)
         on conflict (item_id, asked_by) where state = 'waiting' do nothing",
        id,
        item,
        by,
        now,
        wanted as Label,
        purpose
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Declines a request that waits; false if it no longer does.
pub async fn decline(tx: &mut WriteTx, id: Uuid, by: Uuid, answer: &str, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update wider_requests set state = 'declined', answered_by = $2, answered_at = $3, answer = $4
         where id = $1 and state = 'waiting'",
        id,
        by,
        now,
        answer
    )
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Withdraws a request that waits; false if it no longer does.
pub async fn withdraw(tx: &mut WriteTx, id: Uuid) -> sqlx::Result<bool> {
    let done = sqlx::query!("update wider_requests set state = 'withdrawn' where id = $1 and state = 'waiting'", id)
        .execute(&mut **tx)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Opens an item beyond its audience.
pub async fn break_glass(
    tx: &mut WriteTx,
    (id, item): (Uuid, Option<Uuid>),
    ground: Ground,
    reason: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<Broken> {
    let done = sqlx::query_scalar!(
        r#"select break_glass($1, $2, $3, $4, $5) as "done!""#,
        id,
        item,
        ground as Ground,
        reason,
        now
    );
    Ok(match done.fetch_one(&mut **tx).await?.as_str() {
        "broken" => Broken::Now,
        "open" => Broken::Already,
        _ => Broken::Nothing,
    })
}

/// Who answers for an item and can open it; if none of them can, all of them.
pub async fn stewards(tx: &mut WriteTx, item: Uuid) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        r#"with all_of_them as (
               select distinct s as id, opens_all(keys_of_person(s, '{open,amber,red}', false, '-infinity'), $1) as opens
               from stewards($1) s)
           select id as "id!" from all_of_them where opens or not exists (select from all_of_them where opens) order by id"#,
        item
    )
    .fetch_all(&mut **tx)
    .await
}
