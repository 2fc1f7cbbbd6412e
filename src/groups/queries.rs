//! What readers ask. Every member may know of every group and of who is in it: whoever addresses a text to a group must
//! be able to see who will read it.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

/// A group in the list.
pub struct Listed {
    pub slug: String,
    pub name: String,
    pub about: String,
    pub members: i64,
    pub is_mine: bool,
    pub closed_at: Option<DateTime<Utc>>,
}

/// A group.
pub struct Group {
    pub id: Uuid,
    pub slug: String,
    pub version: i32,
    pub name: String,
    pub about: String,
    pub created_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
}

/// Somebody in a group.
pub struct GroupMember {
    pub slug: String,
    pub name: String,
    pub organisations: String,
    pub since: DateTime<Utc>,
}

/// All groups by name, the open ones first.
pub async fn list(conn: &mut PgConnection, me: Uuid, limit: i64, offset: i64) -> sqlx::Result<Vec<Listed>> {
    sqlx::query_as!(
        Listed,
        r#"select g.slug, g.name, g.about, g.closed_at,
                  (select count(*) from working_group_members w join members m on m.id = w.member_id
                   where w.group_id = g.id and w.until is null and m.state = 'active') as "members!",
                  exists (select from working_group_members w
                          where w.group_id = g.id and w.until is null and w.member_id = $1) as "is_mine!"
           from working_groups g
           order by g.closed_at is not null, g.name collate "nl-x-icu", g.id limit $2 offset $3"#,
        me,
        limit,
        offset
    )
    .fetch_all(conn)
    .await
}

/// One group.
pub async fn by_slug(conn: &mut PgConnection, slug: &str) -> sqlx::Result<Option<Group>> {
    sqlx::query_as!(
        Group,
        "select id, slug, version, name, about, created_at, closed_at from working_groups where slug = $1",
        slug
    )
    .fetch_optional(conn)
    .await
}

/// The address of the open group with this name and purpose.
pub async fn slug_of(conn: &mut PgConnection, name: &str, about: &str) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar!(
        "select slug from working_groups where lower(name) = lower($1) and about = $2 and closed_at is null",
        name,
        about
    )
    .fetch_optional(conn)
    .await
}

/// Who is in a group, by name.
pub async fn members(conn: &mut PgConnection, group: Uuid) -> sqlx::Result<Vec<GroupMember>> {
    sqlx::query_as!(
        GroupMember,
        r#"select m.slug, m.name, w.since,
                  coalesce((select string_agg(o.name, ', ' order by o.name collate "nl-x-icu") from memberships s
                            join organisations o on o.id = s.organisation_id
                            where s.member_id = m.id and s.until is null), '') as "organisations!"
           from working_group_members w join members m on m.id = w.member_id
           where w.group_id = $1 and w.until is null and m.state = 'active'
           order by m.name collate "nl-x-icu", m.id limit 1000"#,
        group
    )
    .fetch_all(conn)
    .await
}
