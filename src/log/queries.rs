//! What the room asks. Which entries there are for the viewer, and what they may read of what an entry is about, the
//! database decides; a title or a reason that belongs to an item is there only for those who can read the item now.

use super::model::{Filter, sentence};
use crate::access::Label;
use crate::audit::Action;
use crate::i18n::{Locale, Text, Texts};
use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::PgConnection;
use uuid::Uuid;

/// An entry.
pub struct Entry {
    pub id: i64,
    pub at: DateTime<Utc>,
    pub action: String,
    pub subject_kind: String,
    pub subject_id: Uuid,
    pub request: Option<Uuid>,
    pub detail: Value,
    pub actor: Option<String>,
    pub actor_slug: Option<String>,
    /// Whom it is about, but who acted.
    pub whom: String,
    /// What it is about, if that has a name and the viewer can read it.
    pub subject: Option<String>,
    pub address: Option<String>,
    pub language: Option<Locale>,
    pub label: Option<Label>,
    /// The organisation that its detail names, beside what it is about.
    pub organisation: Option<String>,
    /// The mail domain that was noted or removed, for those who may read mail domains.
    pub domain: Option<String>,
    /// Why; of what was done to an item, if the viewer can read that.
    pub reason: String,
}

impl Entry {
    /// What was done, in a sentence, if this version of the program knows it.
    pub fn sentence(&self, texts: &Texts) -> Option<Text> {
        Some(sentence(*texts, Action::from_word(&self.action)?, self.actor.as_deref(), &self.whom))
    }

    /// From which label to which, where that is what was done.
    pub fn labels(&self) -> Option<(Label, Label)> {
        let label = |name: &str| self.detail.get(name)?.as_str().and_then(Label::from_word);
        label("from").zip(label("to"))
    }
}

/// Entries that fit, the newest first; about one person only, if one is given.
pub async fn list(
    conn: &mut PgConnection,
    filter: &Filter,
    about: Option<Uuid>,
    limit: i64,
) -> sqlx::Result<Vec<Entry>> {
    sqlx::query_as!(
        Entry,
        r#"select a.id, a.at, a.action, a.subject_kind, a.subject_id, a.request_id as request, a.detail,
                  case when who.state = 'deleted' then '' else who.name end as "actor?", who.slug as "actor_slug?", whom.names as "whom!",
                  named.name as subject, named.address, named.language as "language: Locale", i.label as "label?: Label",
                  place.name as "organisation?", case when (select viewer_has_role('liaison')) then a.detail ->> 'domain' end as domain, coalesce(nullif(a.reason, ''), said.reason, '') as "reason!"
           from audit_log a left join members who on who.id = a.actor_id left join items i on i.id = a.subject_id
           left join organisations place on place.id = case when a.detail ->> 'organisation' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (a.detail ->> 'organisation')::uuid end
           cross join lateral (
               select coalesce(string_agg(m.name, ', ' order by m.name collate "nl-x-icu"), '') as names from members m
               where m.id = any (a.persons) and m.state <> 'deleted'
                 and (m.id is distinct from a.actor_id or (a.subject_kind = 'member' and m.id = a.subject_id))) whom
           left join lateral (
               select m.name, '/members/' || m.slug as address, null::locale as language
                   from members m where a.subject_kind = 'member' and m.id = a.subject_id
               union all select j.name, '/join/requests/' || j.id, null
                   from join_requests j where a.subject_kind = 'join-request' and j.id = a.subject_id
               union all select case when v.emptied_at is null then v.email else '' end, '/join/invitations', null from invitations v where a.subject_kind = 'invitation' and v.id = a.subject_id
               union all select g.name, '/groups/' || g.slug, null from working_groups g where a.subject_kind = 'group' and g.id = a.subject_id
               union all select o.name, '/partners/' || o.slug, null
                   from organisations o where a.subject_kind = 'organisation' and o.id = a.subject_id
               union all select e.title, '/items/' || e.id, e.language
                   from events e where a.subject_kind in ('event', 'item') and e.id = a.subject_id
               union all select r.title, '/items/' || a.subject_id, r.language
                   from revisions r where a.subject_kind in ('revision', 'item')
                     and r.id = coalesce((select p.published_id from articles p where p.id = a.subject_id), a.subject_id)
               union all select f.name, '/items/' || f.id, null
                   from files f where a.subject_kind in ('file', 'item') and f.id = a.subject_id
               limit 1) named on true left join lateral (
               (select c.reason from label_changes c where a.action = 'item.label-changed'
                   and c.item_id = a.subject_id and c.by_id = a.actor_id and c.at <= a.at order by c.at desc limit 1)
               union all (select b.reason from glass_breaks b where a.action = 'item.glass-broken' and b.item_id = a.subject_id
                   and b.member_id = a.actor_id and b.broken_at <= a.at order by b.broken_at desc limit 1)
               union all select case a.action when 'item.wider-asked' then w.purpose else w.answer end from wider_requests w
                   where a.action in ('item.wider-asked', 'item.wider-declined') and w.id::text = a.detail ->> 'request' limit 1) said on true
           where ($1::bigint is null or a.id < $1) and ($2::uuid is null or $2 = any (a.persons)) and ($3::text is null or a.action = $3) and ($4::timestamptz is null or a.at >= $4) and ($5::timestamptz is null or a.at < $5)
             and ($6::text is null or exists (select from members m where m.id = any (a.persons) and strpos(lower(m.name), $6) > 0))
             and ($7::text is null or a.subject_id::text = $7 or strpos(lower(named.name), $7) > 0)
             and ($8::text is null or strpos(lower(a.reason), $8) > 0 or strpos(lower(said.reason), $8) > 0)
           order by a.id desc limit $9"#,
        filter.before,
        about,
        filter.action.map(Action::word),
        filter.from,
        filter.until,
        filter.person,
        filter.subject,
        filter.words,
        limit
    )
    .fetch_all(conn)
    .await
}

/// An entry as it leaves the house: without the names of what has a label, and without reasons that belong to it.
pub struct Line {
    pub id: i64,
    pub at: DateTime<Utc>,
    pub actor: Option<String>,
    pub action: String,
    pub whom: String,
    pub subject_kind: String,
    pub subject_id: Uuid,
    pub reason: String,
    pub request: Option<Uuid>,
    pub detail: String,
    pub hash: Option<Vec<u8>>,
}

/// The entries of a list by their numbers, the newest first, with what may leave the house.
pub async fn lines(conn: &mut PgConnection, ids: &[i64]) -> sqlx::Result<Vec<Line>> {
    sqlx::query_as!(
        Line,
        r#"select a.id, a.at, case when who.state = 'deleted' then '' else who.name end as "actor?", a.action,
                  (select coalesce(string_agg(m.name, ', ' order by m.name collate "nl-x-icu"), '') from members m
                   where m.id = any (a.persons) and m.id is distinct from a.actor_id and m.state <> 'deleted') as "whom!",
                  a.subject_kind, a.subject_id, a.reason, a.request_id as request, a.detail::text as "detail!", a.hash
           from audit_log a left join members who on who.id = a.actor_id
           where a.id = any ($1) order by a.id desc"#,
        ids
    )
    .fetch_all(conn)
    .await
}

/// A run of the daily round for one kind of thing.
pub struct Run {
    pub kind: String,
    pub ran_at: DateTime<Utc>,
    pub removed: i64,
    pub kept: i64,
    pub failed: bool,
}

/// The last run for each kind.
pub async fn last_runs(conn: &mut PgConnection) -> sqlx::Result<Vec<Run>> {
    sqlx::query_as!(
        Run,
        r#"select distinct on (kind) kind, ran_at, removed, kept, error is not null as "failed!"
           from retention_runs order by kind, ran_at desc"#
    )
    .fetch_all(conn)
    .await
}
