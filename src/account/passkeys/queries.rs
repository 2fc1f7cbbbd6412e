//! The SQL that reads passkeys; the database shows everybody only their own.

use super::model::Shown;
use crate::auth::provider::Provider;
use serde_json::Value;
use sqlx::PgConnection;
use uuid::Uuid;

/// A member's passkeys, the oldest first.
pub async fn of(conn: &mut PgConnection, member: Uuid) -> sqlx::Result<Vec<Shown>> {
    sqlx::query_as!(
        Shown,
        "select id, name, backed_up, created_at, last_used_at from passkeys where member_id = $1 order by created_at, id",
        member
    )
    .fetch_all(conn)
    .await
}

/// One of them.
pub async fn one(conn: &mut PgConnection, member: Uuid, id: Uuid) -> sqlx::Result<Option<Shown>> {
    sqlx::query_as!(
        Shown,
        "select id, name, backed_up, created_at, last_used_at from passkeys where member_id = $1 and id = $2",
        member,
        id
    )
    .fetch_optional(conn)
    .await
}

/// By which names the devices know them.
pub async fn credential_ids(conn: &mut PgConnection, member: Uuid) -> sqlx::Result<Vec<Vec<u8>>> {
    sqlx::query_scalar!("select credential_id from passkeys where member_id = $1 order by created_at, id", member)
        .fetch_all(conn)
        .await
}

/// What is kept of a passkey of an active member, held until the change is over: of two answers at once, the second meets
/// the counter of the first.
pub async fn held(conn: &mut PgConnection, member: Uuid, credential_id: &[u8]) -> sqlx::Result<Option<(Uuid, Value)>> {
    let row = sqlx::query!(
        "select p.id, p.credential from passkeys p join members m on m.id = p.member_id
         where p.member_id = $1 and p.credential_id = $2 and m.state = 'active' for update of p",
        member,
        credential_id
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| (row.id, row.credential)))
}

/// What is kept of a passkey of somebody who has no access any more, to verify an answer with it and for nothing else.
pub async fn of_gone(conn: &mut PgConnection, member: Uuid, credential_id: &[u8]) -> sqlx::Result<Option<Value>> {
    sqlx::query_scalar!("select passkey_of_gone($1, $2)", member, credential_id).fetch_one(conn).await
}

/// The ways in that a member has.
pub struct WaysIn {
    pub password: bool,
    pub passkeys: i64,
    /// Whether the account is linked to the provider of the installation.
    pub provider: bool,
}

impl WaysIn {
    /// Whether one is left without so many passkeys. A passkey counts where the site takes passkeys at all: it was
    /// made there.
    pub fn is_way_left(&self, without: i64) -> bool {
        self.password || self.provider || self.passkeys > without
    }
}

/// Which ways in a member has, where this is the provider of the installation.
pub async fn ways_in(conn: &mut PgConnection, member: Uuid, provider: Option<&Provider>) -> sqlx::Result<WaysIn> {
    sqlx::query_as!(
        WaysIn,
        r#"select password_hash is not null as "password!",
             (select count(*) from passkeys where member_id = m.id) as "passkeys!",
             exists (select from provider_identities where member_id = m.id and issuer = $2) as "provider!"
           from members m where id = $1"#,
        member,
        provider.map(Provider::issuer)
    )
    .fetch_one(conn)
    .await
}
