//! The SQL that reads who is who at the provider; the database shows everybody only their own.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

/// To whom at the provider an account is linked, as its owner sees it.
pub struct Linked {
    pub subject: String,
    pub linked_at: DateTime<Utc>,
    pub last_used_at: Option<DateTime<Utc>>,
}

/// Whose account somebody at the provider is linked to.
pub struct Owner {
    pub member: Uuid,
    pub is_suspended: bool,
}

/// What somebody at the provider would be linked to, once the mailbox of the account agrees.
pub struct Proposal {
    pub member_id: Uuid,
    pub subject: String,
    pub email: String,
}

/// The own link.
pub async fn linked(conn: &mut PgConnection, member: Uuid, issuer: &str) -> sqlx::Result<Option<Linked>> {
    sqlx::query_as!(
        Linked,
        "select subject, linked_at, last_used_at from provider_identities where member_id = $1 and issuer = $2",
        member,
        issuer
    )
    .fetch_optional(conn)
    .await
}

/// Whose account it is, before anybody is signed in.
pub async fn owner(pool: &PgPool, issuer: &str, subject: &str) -> sqlx::Result<Option<Owner>> {
    sqlx::query_as!(
        Owner,
        r#"select member_id as "member!", is_suspended as "is_suspended!" from provider_member($1, $2)"#,
        issuer,
        subject
    )
    .fetch_optional(pool)
    .await
}

/// A proposal to an active member, where this is the provider.
pub async fn proposal(conn: &mut PgConnection, id: Uuid, issuer: &str) -> sqlx::Result<Option<Proposal>> {
    sqlx::query_as!(
        Proposal,
        "select p.member_id, p.subject, m.email from provider_proposals p join members m on m.id = p.member_id
         where p.id = $1 and p.issuer = $2 and m.state = 'active'",
        id,
        issuer
    )
    .fetch_optional(conn)
    .await
}
