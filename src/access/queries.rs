//! What the floor asks about items: to whom they can be addressed, to whom they are, and who can read them.

use super::advice::Readership;
use super::audience::{Addressed, Audience, Choice, Circle};
use super::readers::{Reader, Readers};
use super::standing::{LabelChange, Standing, TOLD_FOR, Waiting};
use super::{ItemKind, Label, Viewer};
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

/// Meetings to choose from, at most: the latest.
const MEETINGS: i64 = 50;

/// All organisations by name.
pub async fn organisations(conn: &mut PgConnection) -> sqlx::Result<Vec<Choice>> {
    sqlx::query_as!(
        Choice,
        r#"select id, slug, name, null::date as day, false as "is_over!"
           from organisations where left_at is null order by name collate "nl-x-icu", id"#
    )
    .fetch_all(conn)
    .await
}

/// Working groups that are open, by name.
pub async fn groups(conn: &mut PgConnection) -> sqlx::Result<Vec<Choice>> {
    sqlx::query_as!(
        Choice,
        r#"select id, slug, name, null::date as day, false as "is_over!"
           from working_groups where closed_at is null order by name collate "nl-x-icu", id"#
    )
    .fetch_all(conn)
    .await
}

/// Active members by name, with their organisations.
pub async fn people(conn: &mut PgConnection) -> sqlx::Result<Vec<Choice>> {
    sqlx::query_as!(
        Choice,
        r#"select m.id, m.slug, concat(m.name, ' (' || string_agg(o.name, ', ' order by o.name collate "nl-x-icu") || ')') as "name!",
                  null::date as day, false as "is_over!"
           from members m
           left join memberships s on s.member_id = m.id and s.until is null
           left join organisations o on o.id = s.organisation_id
           where m.state = 'active' group by m.id order by m.name collate "nl-x-icu", m.id limit 500"#
    )
    .fetch_all(conn)
    .await
}

/// The names of active members, to be looked for in a text.
pub async fn names(conn: &mut PgConnection) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!("select name from members where state = 'active' limit 10000").fetch_all(conn).await
}

/// The widest label under which the viewer may publish for an organisation without anybody's approval.
pub async fn widest_alone(conn: &mut PgConnection, source: Uuid) -> sqlx::Result<Option<Label>> {
    sqlx::query_scalar!(r#"select widest_alone($1, 'article') as "widest: Label""#, source).fetch_one(conn).await
}

/// How wide each role may publish without anybody's approval.
pub async fn caps(conn: &mut PgConnection) -> sqlx::Result<Vec<(String, Option<Label>)>> {
    let rows = sqlx::query!(
        r#"select role, widest as "widest: Label" from publication_caps
           order by array_position(array['publisher', 'coordinator', 'liaison'], role)"#
    );
    Ok(rows.fetch_all(conn).await?.into_iter().map(|row| (row.role, row.widest)).collect())
}

/// Meetings whose attendance list somebody was put on, the latest first, as far as the reader may know of them.
pub async fn meetings(conn: &mut PgConnection) -> sqlx::Result<Vec<Choice>> {
    sqlx::query_as!(
        Choice,
        r#"select e.id, e.slug, e.title as name, e.starts_local::date as day, false as "is_over!" from events e
           order by e.starts_at desc, e.id limit $1"#,
        MEETINGS
    )
    .fetch_all(conn)
    .await
}

/// To whom an item is addressed besides its source, by name.
pub async fn addressed(conn: &mut PgConnection, item: Uuid) -> sqlx::Result<Vec<Addressed>> {
    let rows = sqlx::query!(
        r#"select g.organisation_id is not null as "organisation!", g.group_id is not null as "group!",
                  g.member_id is not null as "person!",
                  coalesce(g.organisation_id, g.group_id, g.member_id, g.event_id) as "id!",
                  n.slug as "slug?", coalesce(n.name, '') as "name!", n.day, coalesce(n.is_over, false) as "is_over!"
           from item_grants g
           left join lateral (
               select slug, name, null::date as day, left_at is not null as is_over from organisations where id = g.organisation_id
               union all select slug, name, null, closed_at is not null from working_groups where id = g.group_id
               union all select slug, name, null, state <> 'active' from members where id = g.member_id
               union all select slug, title, starts_local::date, false from events where id = g.event_id) n on true
           where g.item_id = $1 and g.reason = 'audience'
           order by coalesce(n.name, '') collate "nl-x-icu", g.event_id, g.id"#,
        item
    )
    .fetch_all(conn)
    .await?;
    let circle = |organisation, group, person| match (organisation, group, person) {
        (true, _, _) => Circle::Organisation,
        (_, true, _) => Circle::Group,
        (_, _, true) => Circle::Person,
        _ => Circle::Meeting,
    };
    // A meeting that the reader may not know of: which one is not said, also not by its address. No slug has a colon.
    let all = rows.into_iter().enumerate().map(|(place, r)| Addressed {
        circle: circle(r.organisation, r.group, r.person),
        choice: Choice {
            id: r.id,
            slug: r.slug.unwrap_or_else(|| format!("unknown:{place}")),
            name: r.name,
            day: r.day,
            is_over: r.is_over,
        },
    });
    Ok(all.collect())
}

/// The same by id.
pub async fn audience(conn: &mut PgConnection, item: Uuid) -> sqlx::Result<Audience> {
    sqlx::query_as!(
        Audience,
        r#"select coalesce(array_agg(organisation_id) filter (where organisation_id is not null), '{}') as "organisations!",
                  coalesce(array_agg(group_id) filter (where group_id is not null), '{}') as "groups!",
                  coalesce(array_agg(member_id) filter (where member_id is not null), '{}') as "people!",
                  coalesce(array_agg(event_id) filter (where event_id is not null), '{}') as "meetings!"
           from item_grants where item_id = $1 and reason = 'audience'"#,
        item
    )
    .fetch_one(conn)
    .await
}

/// Who would read something published like this.
pub async fn readers_if(conn: &mut PgConnection, wanted: &Readership) -> sqlx::Result<Readers> {
    let Readership { label, source, audience } = wanted;
    let people = sqlx::query_as!(
        Reader,
        r#"with found as (
               select p.member_id, p.key from people_with_keys(keys_that_open($1, 'published', $2, null,
                   $3, $4, $5, $6, null, null, null)) p
               union all select id, ':members:' from members where state = 'active' and $1 = 'GREEN')
           select m.id, m.slug, m.name,
                  array(select o.name from memberships s join organisations o on o.id = s.organisation_id
                        where s.member_id = m.id and s.until is null order by o.name collate "nl-x-icu") as "organisations!",
                  array_agg(distinct split_part(f.key, ':', 2)) as "ways!",
                  bool_or(case split_part(f.key, ':', 2) when 'present' then false
                      when 'client-of' then split_part(f.key, ':', 3) = $2::text else true end) as "is_told!"
           from found f join members m on m.id = f.member_id
           group by m.id order by m.name collate "nl-x-icu", m.id"#,
        *label as Label,
        source,
        &audience.organisations,
        &audience.groups,
        &audience.people,
        &audience.meetings
    )
    .fetch_all(conn)
    .await?;
    Ok(Readers { label: *label, people })
}

/// Who can read an item as it stands, for somebody who can read it too; nobody in particular if it is TLP:CLEAR.
pub async fn readers(conn: &mut PgConnection, item: Uuid) -> sqlx::Result<Option<Readers>> {
    let label = sqlx::query_scalar!(r#"select label as "label: Label" from items where id = $1"#, item)
        .fetch_optional(&mut *conn)
        .await?;
    let Some(label) = label else { return Ok(None) };
    let people = sqlx::query_as!(
        Reader,
        r#"with found as (
               select p.member_id, p.key from readers_of($1) p
               union all select m.id, ':members:' from items i, members m
                   where i.id = $1 and 'members' = any (i.keys) and m.state = 'active')
           select m.id, m.slug, m.name,
                  array(select o.name from memberships s join organisations o on o.id = s.organisation_id
                        where s.member_id = m.id and s.until is null order by o.name collate "nl-x-icu") as "organisations!",
                  array_agg(distinct split_part(f.key, ':', 2)) as "ways!", true as "is_told!"
           from found f join members m on m.id = f.member_id
           group by m.id order by m.name collate "nl-x-icu", m.id"#,
        item
    )
    .fetch_all(conn)
    .await?;
    Ok(Some(Readers { label, people }))
}

/// The item at an address of a room, whether or not the viewer may know of it: only to ask the database about it.
pub async fn item_at(conn: &mut PgConnection, kind: ItemKind, name: &str) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!("select item_at($1, $2)", kind as ItemKind, name).fetch_one(conn).await
}

/// Whether the viewer speaks for the source of an item.
pub async fn speaks_for(conn: &mut PgConnection, item: Uuid) -> sqlx::Result<bool> {
    sqlx::query_scalar!(r#"select speaks_for($1) as "speaks!""#, item).fetch_one(conn).await
}

/// How an item stands to its reader, for the page that shows it.
pub async fn standing(
    conn: &mut PgConnection,
    (item, label): (Uuid, Label),
    viewer: &Viewer,
    now: DateTime<Utc>,
) -> sqlx::Result<Standing> {
    let row = sqlx::query!(
        r#"select speaks_for($1) as "speaks!",
                  (select max(b.until) from glass_breaks b
                   where b.item_id = $1 and b.member_id = viewer_id() and b.until > $2) as beyond_until,
                  c.at as "at?", c.from_label as "from: Label", c.to_label as "to: Label", c.reason as "reason?"
           from (select) as one
           left join lateral (select * from label_changes where item_id = $1 and at > $3 order by at desc, id desc limit 1) c
               on true"#,
        item,
        now,
        now - TOLD_FOR
    )
    .fetch_one(conn)
    .await?;
    let changed = match (row.at, row.from, row.to, row.reason) {
        (Some(at), Some(from), Some(to), Some(reason)) => Some(LabelChange { at, from, to, reason }),
        _ => None,
    };
    let may_ask = viewer.me().is_some() && !row.speaks && label > Label::Clear;
    Ok(Standing { item, speaks: row.speaks, may_ask, beyond_until: row.beyond_until, changed })
}

/// What waits for the viewer, counted. A request about something under TLP:RED counts where that can be opened.
pub async fn waiting(conn: &mut PgConnection) -> sqlx::Result<Waiting> {
    sqlx::query_as!(
        Waiting,
        r#"select (select count(*) from sealed_items()) as "sealed!",
                  (select count(*) from wider_requests where state = 'waiting' and asked_by <> viewer_id()) as "requests!""#
    )
    .fetch_one(conn)
    .await
}

/// How many items wait for the viewer under TLP:RED.
pub async fn sealed_count(conn: &mut PgConnection, viewer: &Viewer) -> sqlx::Result<i64> {
    if viewer.me().is_none() {
        return Ok(0);
    }
    sqlx::query_scalar!(r#"select count(*) as "count!" from sealed_items()"#).fetch_one(conn).await
}

/// Whether a member may open an item by its label and audience, with a second factor where it asks for one. For what a
/// job's own reading does not show.
pub async fn may_open(conn: &mut PgConnection, item: Uuid, member: Uuid) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select opens_all(keys_of_person($2, '{open,amber,red}', false, '-infinity'), $1) as "may!""#,
        item,
        member
    )
    .fetch_one(conn)
    .await
}
