//! Memberships: who belongs to an organisation, how a membership stands, and its steps. The account follows by itself
//! (`follow_membership` in the database).

use crate::access::{CommunityRole, OrganisationRole};
use crate::db::{WriteTx, broken_constraint};
use crate::error::AppError;
use crate::members::model::{End, Stand};
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

/// Somebody's place in an organisation, also one that holds no more.
pub struct Place {
    pub member: Uuid,
    pub slug: String,
    pub name: String,
    pub function: String,
    pub roles: Vec<OrganisationRole>,
    pub since: DateTime<Utc>,
    pub confirmed_at: DateTime<Utc>,
    pub asked_at: Option<DateTime<Utc>>,
    pub until: Option<DateTime<Utc>>,
    pub end: Option<End>,
    /// When the member asked to be let in again, since it ended.
    pub wake_asked_at: Option<DateTime<Utc>>,
    /// Whether the account opens something now: others find this member.
    pub is_here: bool,
}

/// An organisation that somebody belongs or belonged to.
pub struct Belonging {
    pub organisation: Uuid,
    pub slug: String,
    pub name: String,
    pub roles: Vec<OrganisationRole>,
    pub until: Option<DateTime<Utc>>,
    pub end: Option<End>,
    /// When the member asked to be let in again, since it ended.
    pub wake_asked_at: Option<DateTime<Utc>>,
    /// Who can say more: its coordinators, by name.
    pub coordinators: Vec<String>,
}

/// How a membership ends.
pub struct Ending<'a> {
    pub member: Uuid,
    pub organisation: Uuid,
    pub end: End,
    pub by: Option<Uuid>,
    pub reason: Option<&'a str>,
    pub now: DateTime<Utc>,
}

/// Everybody who belongs or belonged to an organisation: who asks for something first, then those who are here.
pub async fn people(conn: &mut PgConnection, organisation: Uuid, limit: i64, offset: i64) -> sqlx::Result<Vec<Place>> {
    sqlx::query_as!(
        Place,
        r#"select m.id as member, m.slug, m.name, m.function, s.roles as "roles: Vec<OrganisationRole>", s.since, s.confirmed_at,
                  s.asked_at, s.until, s.ended_because as "end: End",
                  case when s.wake_asked_at >= s.until then s.wake_asked_at end as wake_asked_at, m.state = 'active' as "is_here!"
           from memberships s join members m on m.id = s.member_id
           where s.organisation_id = $1 and m.state <> 'deleted'
           order by s.wake_asked_at >= s.until is not true, s.until is not null, s.asked_at is null, s.ended_because = 'asleep' desc, m.name collate "nl-x-icu", m.id
           limit $2 offset $3"#,
        organisation,
        limit,
        offset
    )
    .fetch_all(conn)
    .await
}

/// One of them, by their address.
pub async fn place(conn: &mut PgConnection, organisation: Uuid, slug: &str) -> sqlx::Result<Option<Place>> {
    sqlx::query_as!(
        Place,
        r#"select m.id as member, m.slug, m.name, m.function, s.roles as "roles: Vec<OrganisationRole>", s.since, s.confirmed_at,
                  s.asked_at, s.until, s.ended_because as "end: End",
                  case when s.wake_asked_at >= s.until then s.wake_asked_at end as wake_asked_at, m.state = 'active' as "is_here!"
           from memberships s join members m on m.id = s.member_id
           where s.organisation_id = $1 and m.slug = $2 and m.state <> 'deleted'"#,
        organisation,
        slug
    )
    .fetch_optional(conn)
    .await
}

/// The organisations of a member, those that hold first. Asked without a session too, by whoever knows the password.
pub async fn of_member(conn: &mut PgConnection, member: Uuid) -> sqlx::Result<Vec<Belonging>> {
    sqlx::query_as!(
        Belonging,
        r#"select o.id as organisation, o.slug, o.name, s.roles as "roles: Vec<OrganisationRole>", s.until,
                  s.ended_because as "end: End",
                  case when s.wake_asked_at >= s.until then s.wake_asked_at end as wake_asked_at,
                  array(select m.name from memberships c join members m on m.id = c.member_id
                        where c.organisation_id = o.id and c.until is null and 'coordinator' = any (c.roles)
                          and m.state = 'active' and m.id <> $1
                        order by m.name collate "nl-x-icu") as "coordinators!"
           from memberships s join organisations o on o.id = s.organisation_id
           where s.member_id = $1 order by s.until desc nulls first, o.name collate "nl-x-icu" limit 50"#,
        member
    )
    .fetch_all(conn)
    .await
}

/// The liaisons of the community, by name.
pub async fn liaisons(conn: &mut PgConnection) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        r#"select name from members where 'liaison' = any (roles) and state = 'active' order by name collate "nl-x-icu" limit 20"#
    )
    .fetch_all(conn)
    .await
}

/// Holds an organisation until the change ends, so that steps with its people are taken one after another.
pub async fn hold(tx: &mut WriteTx, organisation: Uuid) -> sqlx::Result<()> {
    sqlx::query!("select id from organisations where id = $1 for no key update", organisation)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(())
}

/// Whether somebody coordinates an organisation, and whether they are a liaison, as it stands now.
pub async fn offices(conn: &mut PgConnection, member: Uuid, organisation: Uuid) -> sqlx::Result<(bool, bool)> {
    let row = sqlx::query!(
        r#"select exists (select from memberships c where c.member_id = m.id and c.organisation_id = $2 and c.until is null
                            and 'coordinator' = any (c.roles)) as "coordinates!",
                  $3 = any (m.roles) as "liaison!"
           from members m where m.id = $1 and m.state = 'active'"#,
        member,
        organisation,
        CommunityRole::Liaison as CommunityRole
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map_or((false, false), |row| (row.coordinates, row.liaison)))
}

/// How a membership stands; none if there is none.
pub async fn stand(conn: &mut PgConnection, member: Uuid, organisation: Uuid) -> sqlx::Result<Option<Stand>> {
    let row = sqlx::query!(
        r#"select s.ended_because as "end: End", o.left_at is not null as "organisation_left!",
                  (s.until is null and $3 = any (m.roles) and m.state = 'active'
                   and not exists (select from memberships x where x.member_id = m.id and x.until is null
                                   and x.organisation_id <> o.id)
                   and not exists (select from members l where $3 = any (l.roles) and l.state = 'active' and l.id <> m.id)
                  ) as "keeps_last_liaison!",
                  exists (select from memberships c join members x on x.id = c.member_id
                          where c.organisation_id = o.id and c.until is null and x.state = 'active'
                            and 'coordinator' = any (c.roles) and x.id <> m.id) as "other_coordinator!"
           from memberships s join organisations o on o.id = s.organisation_id join members m on m.id = s.member_id
           where s.member_id = $1 and s.organisation_id = $2"#,
        member,
        organisation,
        CommunityRole::Liaison as CommunityRole
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| Stand {
        end: row.end,
        organisation_left: row.organisation_left,
        keeps_last_liaison: row.keeps_last_liaison,
        other_coordinator: row.other_coordinator,
    }))
}

/// Ends a membership; false if it holds no more, or does not sleep where somebody ends it for good.
pub async fn end(tx: &mut WriteTx, ending: &Ending<'_>) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "update memberships set until = $3, ended_because = $4, ended_by = $5, end_reason = $6
         where member_id = $1 and organisation_id = $2
           and (until is null or (ended_because = 'asleep' and $4 = 'ended'::membership_end))",
        ending.member,
        ending.organisation,
        ending.now,
        ending.end as End,
        ending.by,
        ending.reason
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Ends all that hold in an organisation that leaves; returns whose.
pub async fn end_all(tx: &mut WriteTx, organisation: Uuid, by: Uuid, now: DateTime<Utc>) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "update memberships set until = $2, ended_because = 'departed', ended_by = $3
         where organisation_id = $1 and until is null returning member_id",
        organisation,
        now,
        by
    )
    .fetch_all(&mut **tx)
    .await
}

/// Lets a membership hold again; false if it does. Who had left, or was sent away, comes back without roles: they are given
/// anew. Who slept, or went with the organisation, is what they were.
pub async fn wake(
    tx: &mut WriteTx,
    member: Uuid,
    organisation: Uuid,
    end: Option<End>,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let is_anew = matches!(end, Some(End::Left | End::Ended));
    if is_anew {
        sqlx::query!("update members set roles = '{}' where id = $1 and state = 'left'", member)
            .execute(&mut **tx)
            .await?;
    }
    let changed = sqlx::query!(
        "update memberships set until = null, confirmed_at = $3, roles = case when $4 then '{}' else roles end
         where member_id = $1 and organisation_id = $2 and until is not null and ended_because = $5",
        member,
        organisation,
        now,
        is_anew,
        end as Option<End>
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Lets all that ended with the organisation hold again; returns whose. When they were last confirmed stays.
pub async fn wake_all(tx: &mut WriteTx, organisation: Uuid) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "update memberships set until = null where organisation_id = $1 and ended_because = 'departed'
           and member_id not in (select id from members where state = 'deleted') returning member_id",
        organisation
    )
    .fetch_all(&mut **tx)
    .await
}

/// Notes that members are still with the organisation, as far as that is asked; returns whose. Nobody answers for oneself.
pub async fn confirm(
    tx: &mut WriteTx,
    organisation: Uuid,
    slugs: Option<&[String]>,
    by: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "update memberships s set confirmed_at = $4, asked_at = null, reminded_at = null from members m
         where m.id = s.member_id and s.organisation_id = $1 and ($2::text[] is null or m.slug = any ($2))
           and m.id <> $3 and s.until is null and s.asked_at is not null
         returning s.member_id",
        organisation,
        slugs,
        by,
        now
    )
    .fetch_all(&mut **tx)
    .await
}

/// Gives other roles for the organisation in the place of those; false if they are not those any more.
pub async fn set_roles(
    tx: &mut WriteTx,
    member: Uuid,
    organisation: Uuid,
    from: &[OrganisationRole],
    to: &[OrganisationRole],
) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "update memberships set roles = $4
         where member_id = $1 and organisation_id = $2 and until is null and roles @> $3 and roles <@ $3",
        member,
        organisation,
        from as &[OrganisationRole],
        to as &[OrganisationRole]
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// What the database says where two who go at once would leave nobody to let people in.
pub fn refused(error: sqlx::Error) -> AppError {
    match broken_constraint(&error) {
        Some("members_keep_a_liaison") => AppError::Conflict("members-conflict-last-liaison"),
        Some("memberships_in_partners") => AppError::Conflict("members-conflict-organisation-left"),
        _ => error.into(),
    }
}

/// Notes that somebody asks to be let in again; false if the membership holds, or they asked after `since`.
pub async fn ask_to_wake(
    tx: &mut WriteTx,
    member: Uuid,
    organisation: Uuid,
    since: DateTime<Utc>,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "update memberships set wake_asked_at = $3 where member_id = $1 and organisation_id = $2 and until is not null
           and (wake_asked_at is null or wake_asked_at < until or wake_asked_at <= $4)",
        member,
        organisation,
        now,
        since
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Who looks after the people of an organisation, but this member: its coordinators, or the liaisons where it has none.
pub async fn answerers(conn: &mut PgConnection, organisation: Uuid, member: Uuid) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        r#"with coordinators as (
               select m.id from members m join memberships c on c.member_id = m.id
               where c.organisation_id = $1 and c.until is null and 'coordinator' = any (c.roles) and m.state = 'active'
                 and m.id <> $2)
           select id as "id!" from coordinators
           union select id from members where $3 = any (roles) and state = 'active' and id <> $2
             and not exists (select from coordinators)
           order by 1"#,
        organisation,
        member,
        CommunityRole::Liaison as CommunityRole
    )
    .fetch_all(conn)
    .await
}

/// How many people belong to an organisation now; of one that left, how many went with it.
pub async fn count(conn: &mut PgConnection, organisation: Uuid, has_left: bool) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from memberships
           where organisation_id = $1 and case when $2 then ended_because = 'departed' else until is null end"#,
        organisation,
        has_left
    )
    .fetch_one(conn)
    .await
}
