//! The SQL that only the demo needs: what real work never writes in one go.

use super::content::{Member, Organisation};
use crate::access::{CommunityRole, OrganisationRole};
use crate::db::WriteTx;
use crate::i18n::Locale;
use crate::members;
use crate::partners::model::OrganisationKind;
use crate::web::slug;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Takes the table of members for this change; false if it is not empty. Of two demos at once one waits and refuses.
pub async fn claim_empty(tx: &mut WriteTx) -> sqlx::Result<bool> {
    sqlx::query!("lock table members in share row exclusive mode").execute(&mut **tx).await?;
    Ok(!members::queries::any(tx).await?)
}

/// Makes an organisation with all it shows.
pub async fn organisation(tx: &mut WriteTx, new: &Organisation, now: DateTime<Utc>) -> sqlx::Result<Uuid> {
    let id = Uuid::now_v7();
    sqlx::query!(
        "insert into organisations (id, slug, name, kind, sectors, initiator, fictional, about_en, about_nl, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id,
        new.slug,
        new.name,
        new.kind as OrganisationKind,
        &new.sectors,
        new.initiator,
        new.fictional,
        new.about.en,
        new.about.nl,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

/// A member's words, rendered, and the hash of the demo's password.
pub struct Prepared<'a> {
    pub about_html: &'a str,
    pub password_hash: &'a str,
}

/// Makes a member with a complete profile.
pub async fn member(
    tx: &mut WriteTx,
    new: &Member,
    organisation: Uuid,
    prepared: &Prepared<'_>,
    now: DateTime<Utc>,
) -> sqlx::Result<Uuid> {
    let id = Uuid::now_v7();
    let function = match new.language {
        Locale::En => &new.function.en,
        Locale::Nl => &new.function.nl,
    };
    sqlx::query!(
        "insert into members (id, slug, email, name, function, about_markdown, about_html, expertise, sectors, language,
             roles, password_hash, profile_at, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)",
        id,
        slug::slug(&new.name, "member"),
        new.email,
        new.name,
        function,
        new.about.text,
        prepared.about_html,
        new.expertise.join(", "),
        &new.sectors,
        new.language as Locale,
        &new.roles as &[CommunityRole],
        prepared.password_hash,
        now
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "insert into memberships (member_id, organisation_id, roles, since) values ($1, $2, $3, $4)",
        id,
        organisation,
        &new.organisation_roles as &[OrganisationRole],
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

/// Marks a request's address as proven, without the mail.
pub async fn prove(tx: &mut WriteTx, request: Uuid, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("update join_requests set state = 'waiting', proven_at = $2, since = $2 where id = $1", request, now)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Ends a request whose question nobody answered.
pub async fn expire(tx: &mut WriteTx, request: Uuid, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("update join_requests set state = 'expired', since = $2 where id = $1", request, now)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Notes a mail domain of an organisation.
pub async fn domain(
    tx: &mut WriteTx,
    organisation: Uuid,
    domain: &str,
    by: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into organisation_domains (organisation_id, domain, added_at, added_by) values ($1, $2, $3, $4)",
        organisation,
        domain,
        now,
        by
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Gives a member a second factor that is in use.
pub async fn authenticator(tx: &mut WriteTx, member: Uuid, secret: &[u8], now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into authenticators (member_id, secret, created_at, confirmed_at) values ($1, $2, $3, $3)",
        member,
        secret,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Ends somebody's time in a working group.
pub async fn leave_group(tx: &mut WriteTx, group: Uuid, member: Uuid, at: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "update working_group_members set until = $3 where group_id = $1 and member_id = $2",
        group,
        member,
        at
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The addresses of members.
pub async fn slugs(tx: &mut WriteTx, members: &[Uuid]) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!("select slug from members where id = any ($1)", members).fetch_all(&mut **tx).await
}

/// Notes when everybody but one was confirmed to be with their organisation.
pub async fn confirmed(tx: &mut WriteTx, but: &str, at: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "update memberships s set confirmed_at = $2 from members m where m.id = s.member_id and m.email <> $1",
        but,
        at
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
