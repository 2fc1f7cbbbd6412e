//! The SQL of the yearly question whether people are still with their organisation.

use super::model::{ASK_EVERY, CONFIRM_AFTER, REMIND_AFTER, SLEEP_AFTER};
use crate::access::CommunityRole;
use crate::db::WriteTx;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

/// Somebody of whom an answer is awaited.
pub struct Awaited {
    pub name: String,
    pub asked_at: DateTime<Utc>,
}

/// Takes the organisations of which somebody is to be asked about now; of two instances one gets each.
pub async fn claim(tx: &mut WriteTx, now: DateTime<Utc>) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "update organisations o set people_asked_at = $1
         where o.left_at is null and (o.people_asked_at is null or o.people_asked_at <= $2)
           and exists (select from memberships s join members m on m.id = s.member_id
               where s.organisation_id = o.id and s.until is null and m.state = 'active'
                 and ((s.asked_at is null and s.confirmed_at <= $3) or (s.reminded_at is null and s.asked_at <= $4)))
         returning o.id",
        now,
        now - ASK_EVERY,
        now - CONFIRM_AFTER,
        now - REMIND_AFTER
    )
    .fetch_all(&mut **tx)
    .await
}

/// Notes that the question is asked, or asked again, of everybody of an organisation for whom it is time.
pub async fn ask(tx: &mut WriteTx, organisation: Uuid, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "update memberships s set reminded_at = case when asked_at is null then null else $2::timestamptz end,
             asked_at = coalesce(asked_at, $2)
         from members m where m.id = s.member_id and m.state = 'active' and s.organisation_id = $1 and s.until is null
           and ((s.asked_at is null and s.confirmed_at <= $3) or (s.reminded_at is null and s.asked_at <= $4))",
        organisation,
        now,
        now - CONFIRM_AFTER,
        now - REMIND_AFTER
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Who is asked about an organisation: its coordinators, and the liaisons about those for whom none can answer.
pub async fn askers(conn: &mut PgConnection, organisation: Uuid) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        r#"select m.id from members m
           where m.state = 'active' and exists (select from memberships s join members d on d.id = s.member_id
               where s.organisation_id = $1 and s.until is null and s.asked_at is not null and d.state = 'active'
                 and d.id <> m.id and (
                   exists (select from memberships c where c.member_id = m.id and c.organisation_id = $1 and c.until is null
                           and 'coordinator' = any (c.roles))
                   or ($2 = any (m.roles) and not exists (select from memberships c join members k on k.id = c.member_id
                           where c.organisation_id = $1 and c.until is null and 'coordinator' = any (c.roles)
                             and k.state = 'active' and k.id <> d.id))))
           order by m.id"#,
        organisation,
        CommunityRole::Liaison as CommunityRole
    )
    .fetch_all(conn)
    .await
}

/// Of whom an answer of this member is awaited now, by name.
pub async fn awaited(conn: &mut PgConnection, organisation: Uuid, of: Uuid) -> sqlx::Result<Vec<Awaited>> {
    sqlx::query_as!(
        Awaited,
        r#"select d.name, s.asked_at as "asked_at!" from memberships s join members d on d.id = s.member_id, members m
           where m.id = $2 and s.organisation_id = $1 and s.until is null and s.asked_at is not null and d.state = 'active'
             and d.id <> m.id and (
               exists (select from memberships c where c.member_id = m.id and c.organisation_id = $1 and c.until is null
                       and 'coordinator' = any (c.roles))
               or ($3 = any (m.roles) and not exists (select from memberships c join members k on k.id = c.member_id
                       where c.organisation_id = $1 and c.until is null and 'coordinator' = any (c.roles)
                         and k.state = 'active' and k.id <> d.id)))
           order by d.name collate "nl-x-icu", d.id limit 200"#,
        organisation,
        of,
        CommunityRole::Liaison as CommunityRole
    )
    .fetch_all(conn)
    .await
}

/// Memberships about which nobody answered in time: member and organisation. Whoever is asked was reminded, and had time
/// after that too, also where the site stood still for a while.
pub async fn unanswered(conn: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<Vec<(Uuid, Uuid)>> {
    let rows = sqlx::query!(
        "select member_id, organisation_id from memberships
         where until is null and asked_at <= $1 and reminded_at <= $2 order by asked_at, member_id limit 1000",
        now - SLEEP_AFTER,
        now - REMIND_AFTER
    );
    Ok(rows.fetch_all(conn).await?.into_iter().map(|row| (row.member_id, row.organisation_id)).collect())
}

/// Puts one of them to sleep; false if somebody answered meanwhile.
pub async fn put_to_sleep(
    tx: &mut WriteTx,
    member: Uuid,
    organisation: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "update memberships set until = $3, ended_because = 'asleep'
         where member_id = $1 and organisation_id = $2 and until is null and asked_at <= $4 and reminded_at <= $5",
        member,
        organisation,
        now,
        now - SLEEP_AFTER,
        now - REMIND_AFTER
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// What a mail about a membership says.
pub struct News {
    pub organisation: String,
    pub end_reason: Option<String>,
    pub is_publisher: bool,
    pub is_coordinator: bool,
}

/// The membership that a mail is about.
pub async fn news(conn: &mut PgConnection, member: Uuid, organisation: Uuid) -> sqlx::Result<Option<News>> {
    sqlx::query_as!(
        News,
        r#"select o.name as organisation, s.end_reason, 'publisher' = any (s.roles) as "is_publisher!",
                  'coordinator' = any (s.roles) as "is_coordinator!"
           from memberships s join organisations o on o.id = s.organisation_id
           where s.member_id = $1 and s.organisation_id = $2"#,
        member,
        organisation
    )
    .fetch_optional(conn)
    .await
}

/// The name and the address of an organisation that takes part.
pub async fn partner(conn: &mut PgConnection, organisation: Uuid) -> sqlx::Result<Option<(String, String)>> {
    let row = sqlx::query!("select name, slug from organisations where id = $1 and left_at is null", organisation);
    Ok(row.fetch_optional(conn).await?.map(|row| (row.name, row.slug)))
}

/// The name and the address of an organisation, also of one that left.
pub async fn named(conn: &mut PgConnection, organisation: Uuid) -> sqlx::Result<Option<(String, String)>> {
    let row = sqlx::query!("select name, slug from organisations where id = $1", organisation);
    Ok(row.fetch_optional(conn).await?.map(|row| (row.name, row.slug)))
}

/// Whether an active member looks after the people of an organisation as its coordinator (true) or as a liaison (false);
/// nothing if as neither.
pub async fn looks_after(conn: &mut PgConnection, organisation: Uuid, member: Uuid) -> sqlx::Result<Option<bool>> {
    let row = sqlx::query!(
        r#"select exists (select from memberships c where c.member_id = m.id and c.organisation_id = $1 and c.until is null
                          and 'coordinator' = any (c.roles)) as "coordinates!", $3 = any (m.roles) as "is_liaison!"
           from members m where m.id = $2 and m.state = 'active'"#,
        organisation,
        member,
        CommunityRole::Liaison as CommunityRole
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.and_then(|row| (row.coordinates || row.is_liaison).then_some(row.coordinates)))
}
