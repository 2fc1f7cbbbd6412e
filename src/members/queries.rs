//! All SQL of the room.

use crate::access::{CommunityRole, OrganisationRole};
use crate::db::WriteTx;
use crate::i18n::Locale;
use crate::mail::Recipient;
use crate::web::slug;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

/// A member in a list.
pub struct Listed {
    pub slug: String,
    pub name: String,
    pub function: String,
    pub organisations: String,
    pub expertise: String,
}

/// A member's profile.
pub struct Profile {
    pub slug: String,
    pub name: String,
    pub function: String,
    pub about_html: String,
    pub expertise: String,
    pub sectors: Vec<String>,
    pub language: Locale,
    pub roles: Vec<CommunityRole>,
    pub created_at: DateTime<Utc>,
}

/// An organisation that a member belongs to.
pub struct Employer {
    pub slug: String,
    pub name: String,
}

/// A new member, approved by a liaison.
pub struct NewMember<'a> {
    pub id: Uuid,
    pub name: &'a str,
    pub email: &'a str,
    pub function: &'a str,
    pub sectors: &'a [String],
    pub language: Locale,
    pub organisation: Uuid,
    pub roles: &'a [OrganisationRole],
    pub now: DateTime<Utc>,
}

/// The directory, by name.
pub async fn list(conn: &mut PgConnection, limit: i64, offset: i64) -> sqlx::Result<Vec<Listed>> {
    sqlx::query_as!(
        Listed,
        r#"select m.slug, m.name, m.function, m.expertise,
                  coalesce((select string_agg(o.name, ', ' order by o.name collate "nl-x-icu") from memberships s
                            join organisations o on o.id = s.organisation_id
                            where s.member_id = m.id and s.until is null), '') as "organisations!"
           from members m where m.state = 'active'
           order by m.name collate "nl-x-icu", m.id limit $1 offset $2"#,
        limit,
        offset
    )
    .fetch_all(conn)
    .await
}

/// The people of an organisation, by name.
pub async fn of_organisation(conn: &mut PgConnection, organisation: Uuid) -> sqlx::Result<Vec<Listed>> {
    sqlx::query_as!(
        Listed,
        r#"select m.slug, m.name, m.function, m.expertise, o.name as "organisations!"
           from members m
           join memberships s on s.member_id = m.id and s.until is null
           join organisations o on o.id = s.organisation_id
           where m.state = 'active' and o.id = $1
           order by m.name collate "nl-x-icu", m.id limit 200"#,
        organisation
    )
    .fetch_all(conn)
    .await
}

/// A profile.
pub async fn by_slug(conn: &mut PgConnection, slug: &str) -> sqlx::Result<Option<Profile>> {
    sqlx::query_as!(
        Profile,
        r#"select slug, name, function, about_html, expertise, sectors, language as "language: Locale",
                  roles as "roles: Vec<CommunityRole>", created_at
           from members where slug = $1 and state = 'active'"#,
        slug
    )
    .fetch_optional(conn)
    .await
}

/// Where somebody works now.
pub async fn employers(conn: &mut PgConnection, slug: &str) -> sqlx::Result<Vec<Employer>> {
    sqlx::query_as!(
        Employer,
        r#"select o.slug, o.name from memberships s
           join members m on m.id = s.member_id join organisations o on o.id = s.organisation_id
           where m.slug = $1 and s.until is null order by o.name collate "nl-x-icu""#,
        slug
    )
    .fetch_all(conn)
    .await
}

/// The member with this mail address, however it is capitalised.
pub async fn id_by_email(conn: &mut PgConnection, email: &str) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!("select id from members where lower(email) = lower($1)", email).fetch_optional(conn).await
}

/// How somebody with this mail address stands.
pub struct Standing {
    pub id: Uuid,
    pub state: String,
}

impl Standing {
    /// Whether an approved request brings the account back: whoever left may, whoever was suspended may not.
    pub fn may_come_back(&self) -> bool {
        self.state == "left"
    }
}

/// How the member with this mail address stands, however it is capitalised.
pub async fn standing_by_email(conn: &mut PgConnection, email: &str) -> sqlx::Result<Option<Standing>> {
    sqlx::query_as!(
        Standing,
        r#"select id, state::text as "state!" from members where lower(email) = lower($1)"#,
        email
    )
    .fetch_optional(conn)
    .await
}

/// The id of an active member by their address.
pub async fn active_id_by_slug(conn: &mut PgConnection, slug: &str) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!("select id from members where slug = $1 and state = 'active'", slug).fetch_optional(conn).await
}

/// The active members with a role in the community.
pub async fn ids_with_role(conn: &mut PgConnection, role: CommunityRole) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "select id from members where $1 = any (roles) and state = 'active' order by id",
        role as CommunityRole
    )
    .fetch_all(conn)
    .await
}

/// Where a mail to a member goes; nobody if the member is no longer active.
pub async fn recipient(conn: &mut PgConnection, id: Uuid) -> sqlx::Result<Option<Recipient>> {
    sqlx::query_as!(
        Recipient,
        r#"select name, email, language as "language: Locale" from members where id = $1 and state = 'active'"#,
        id
    )
    .fetch_optional(conn)
    .await
}

/// The same for somebody who has no access any more, and is told so.
pub async fn recipient_even_gone(conn: &mut PgConnection, id: Uuid) -> sqlx::Result<Option<Recipient>> {
    sqlx::query_as!(
        Recipient,
        r#"select name, email, language as "language: Locale" from members
           where id = $1 and state not in ('suspended', 'deleted')"#,
        id
    )
    .fetch_optional(conn)
    .await
}

/// Makes a member of an organisation. A known mail address breaks `members_email_key`, an organisation
/// that left breaks `memberships_in_partners`.
pub async fn insert(tx: &mut WriteTx, new: &NewMember<'_>) -> sqlx::Result<()> {
    // Addresses are given out one after another.
    sqlx::query!("select pg_advisory_xact_lock(hashtextextended('new members', 0))").execute(&mut **tx).await?;
    let mut address = slug::slug(new.name, "member");
    let taken = sqlx::query_scalar!(r#"select exists (select from members where slug = $1) as "taken!""#, address)
        .fetch_one(&mut **tx)
        .await?;
    if taken {
        address = slug::with_tail(&address, new.id);
    }
    sqlx::query!(
        "insert into members (id, slug, email, name, function, sectors, language, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        new.id,
        address,
        new.email,
        new.name,
        new.function,
        new.sectors,
        new.language as Locale,
        new.now
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "insert into memberships (member_id, organisation_id, roles, since) values ($1, $2, $3, $4)",
        new.id,
        new.organisation,
        new.roles as &[OrganisationRole],
        new.now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Brings back a member who left, as a member of one organisation and with the rights of a new one. Their name, what
/// they wrote, their profile and their second factor are theirs as before. The membership wakes the account (`follow_membership`).
/// False if they are not away any more.
pub async fn revive(tx: &mut WriteTx, id: Uuid, new: &NewMember<'_>) -> sqlx::Result<bool> {
    let found =
        sqlx::query!("update members set roles = '{}' where id = $1 and state = 'left'", id).execute(&mut **tx).await?;
    if found.rows_affected() != 1 {
        return Ok(false);
    }
    sqlx::query!(
        "insert into memberships (member_id, organisation_id, roles, since) values ($1, $2, $3, $4)
         on conflict (member_id, organisation_id) do update set roles = excluded.roles, since = excluded.since, confirmed_at = excluded.since, until = null",
        id,
        new.organisation,
        new.roles as &[OrganisationRole],
        new.now
    )
    .execute(&mut **tx)
    .await?;
    Ok(true)
}

/// A person to choose from, with the organisations they belong to.
pub struct Person {
    pub id: Uuid,
    pub slug: String,
    pub name: String,
    pub organisations: String,
}

/// Active members by name, without those of one organisation: reviewers come from elsewhere.
pub async fn people_outside(conn: &mut PgConnection, organisation: Option<Uuid>) -> sqlx::Result<Vec<Person>> {
    sqlx::query_as!(
        Person,
        r#"select m.id, m.slug, m.name, coalesce(string_agg(o.name, ', ' order by o.name collate "nl-x-icu"), '') as "organisations!"
           from members m
           left join memberships s on s.member_id = m.id and s.until is null
           left join organisations o on o.id = s.organisation_id
           where m.state = 'active'
             and ($1::uuid is null or not exists (
                 select from memberships x where x.member_id = m.id and x.until is null and x.organisation_id = $1))
           group by m.id order by m.name collate "nl-x-icu", m.id limit 500"#,
        organisation
    )
    .fetch_all(conn)
    .await
}

/// Gives a member a role in the community.
pub async fn give_role(tx: &mut WriteTx, member: Uuid, role: CommunityRole) -> sqlx::Result<()> {
    sqlx::query!(
        "update members set roles = array_append(roles, $2) where id = $1 and not $2 = any (roles)",
        member,
        role as CommunityRole
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Gives a member a role in every organisation they belong to.
pub async fn give_organisation_role(tx: &mut WriteTx, member: Uuid, role: OrganisationRole) -> sqlx::Result<()> {
    sqlx::query!(
        "update memberships set roles = array_append(roles, $2)
         where member_id = $1 and until is null and not $2 = any (roles)",
        member,
        role as OrganisationRole
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Whether there is any member yet.
pub async fn any(conn: &mut PgConnection) -> sqlx::Result<bool> {
    sqlx::query_scalar!(r#"select exists (select from members) as "any!""#).fetch_one(conn).await
}
