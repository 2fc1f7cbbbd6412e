//! The SQL that changes who is whose client, which the table lets coordinators only, and which mail domains are whose,
//! which it lets liaisons only; and of leaving and coming back.

use crate::db::WriteTx;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Lists a client; false if it is listed.
pub async fn list_client(
    tx: &mut WriteTx,
    organisation: Uuid,
    client: Uuid,
    by: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "insert into organisation_clients (organisation_id, client_id, since, listed_by) values ($1, $2, $3, $4)
         on conflict (organisation_id, client_id) do nothing",
        organisation,
        client,
        now,
        by
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Takes a client off the list; false if it was not on it.
pub async fn remove_client(tx: &mut WriteTx, organisation: Uuid, client: Uuid) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "delete from organisation_clients where organisation_id = $1 and client_id = $2",
        organisation,
        client
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Notes a mail domain; false if it is noted already, for this organisation or another.
pub async fn add_domain(
    tx: &mut WriteTx,
    organisation: Uuid,
    domain: &str,
    by: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "insert into organisation_domains (organisation_id, domain, added_at, added_by) values ($1, $2, $3, $4)
         on conflict do nothing",
        organisation,
        domain,
        now,
        by
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Takes a mail domain away; false if it was not noted.
pub async fn remove_domain(tx: &mut WriteTx, organisation: Uuid, domain: &str) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "delete from organisation_domains where organisation_id = $1 and domain = $2",
        organisation,
        domain
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Notes that an organisation leaves; false if it has left.
pub async fn depart(tx: &mut WriteTx, organisation: Uuid, reason: &str, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "update organisations set left_at = $2, left_because = $3 where id = $1 and left_at is null",
        organisation,
        now,
        reason
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Notes that an organisation takes part again; false if it does.
pub async fn come_back(tx: &mut WriteTx, organisation: Uuid) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "update organisations set left_at = null, left_because = null where id = $1 and left_at is not null",
        organisation
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}
