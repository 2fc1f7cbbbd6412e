//! What the site holds about a member. Read in the member's name, so what has a label is there as far as this session opens
//! it; secrets (hashes, keys) are never in it, and other people only by what the member is shown of them.

use crate::access::Label;
use serde::Serialize;
use serde_json::{Value, json};
use sqlx::PgConnection;
use uuid::Uuid;

/// Something of the member's that is not in the archive.
#[derive(Serialize)]
pub struct LeftOut {
    pub id: Uuid,
    pub kind: String,
    #[serde(serialize_with = "word")]
    pub label: Label,
    /// `opened-one-by-one`, `second-factor`, `no-access` or `size`.
    pub reason: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn word<S: serde::Serializer>(label: &Label, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(label.word())
}

/// A text in Markdown.
pub struct Text {
    pub id: Uuid,
    pub body: String,
}

/// A file that the member added.
pub struct OwnFile {
    pub id: Uuid,
    pub name: String,
    pub bytes: i64,
    pub sha256: Vec<u8>,
    pub label: Label,
}

/// What is left out, and why.
pub async fn left_out(conn: &mut PgConnection) -> sqlx::Result<Vec<LeftOut>> {
    sqlx::query_as!(
        LeftOut,
        r#"select o.id as "id!", case o.kind when 'revision' then 'text' when 'event' then 'event' when 'file' then 'file' else 'note' end as "kind!", o.label as "label!: Label",
                  case when o.label = 'RED' then 'opened-one-by-one'
                       when o.label in ('AMBER', 'AMBER+STRICT') and not opens_amber()
                           then 'second-factor'
                       else 'no-access' end as "reason!"
           from own_items() o where not exists (select from items i where i.id = o.id)
             -- What one wrote in a review is taken along wherever the session opens its label (own_remarks).
             and not (o.kind = 'note' and (o.label in ('CLEAR', 'GREEN')
                 or (o.label <> 'RED' and opens_amber())))
           order by o.kind, o.label, o.id"#
    )
    .fetch_all(conn)
    .await
}

/// The texts that the member owns, in every state.
pub async fn texts(conn: &mut PgConnection, me: Uuid) -> sqlx::Result<Vec<Text>> {
    sqlx::query_as!(
        Text,
        r#"select r.id as "id!", r.body_markdown as "body!" from revisions r join items i on i.id = r.id where i.owner_id = $1
           union all select e.id, e.body_markdown from events e join items i on i.id = e.id where i.owner_id = $1
           order by 1"#,
        me
    )
    .fetch_all(conn)
    .await
}

/// The files that the member added, the smallest first, so that most of them find room.
pub async fn files(conn: &mut PgConnection, me: Uuid) -> sqlx::Result<Vec<OwnFile>> {
    sqlx::query_as!(
        OwnFile,
        r#"select f.id, f.name, f.bytes, f.sha256, i.label as "label: Label"
           from files f join items i on i.id = f.id where i.owner_id = $1 order by f.bytes, f.id"#,
        me
    )
    .fetch_all(conn)
    .await
}

/// The rows of one query about a member, as JSON.
macro_rules! rows {
    ($found:ident, $conn:ident, $me:ident, $($file:literal: $sql:literal,)*) => {
        $(
            let rows: Vec<Value> = sqlx::query_scalar!($sql, $me).fetch_all(&mut *$conn).await?;
            $found.push(($file, Value::Array(rows)));
        )*
    };
}

/// A file of the archive: its name and what is in it.
type Section = (&'static str, Value);

/// Every kind of row about a member, with the name of its file.
pub async fn sections(conn: &mut PgConnection, me: Uuid) -> sqlx::Result<Vec<Section>> {
    let mut found = of_account(conn, me).await?;
    found.extend(of_traces(conn, me).await?);
    Ok(found)
}

/// The account and what guards it.
async fn of_account(conn: &mut PgConnection, me: Uuid) -> sqlx::Result<Vec<Section>> {
    let mut found = Vec::new();
    rows!(found, conn, me,
        "profile.json": r#"select to_jsonb(m) - '{password_hash,about_html}'::text[]
            || jsonb_build_object('has_password', m.password_hash is not null) as "row!" from members m where m.id = $1"#,
        "memberships.json": r#"select to_jsonb(s) - '{member_id,ended_by}'::text[] || jsonb_build_object('organisation', o.name) as "row!"
            from memberships s join organisations o on o.id = s.organisation_id where s.member_id = $1 order by s.since"#,
        "sessions.json": r#"select to_jsonb(s) - '{token_hash,former_hash,member_id}'::text[] as "row!"
            from sessions s where s.member_id = $1 order by s.created_at, s.id"#,
        "browsers.json": r#"select jsonb_build_object('since', d.created_at) as "row!"
            from known_devices d where d.member_id = $1 order by d.created_at"#,
        "authenticators.json": r#"select jsonb_build_object('created_at', a.created_at, 'confirmed_at', a.confirmed_at) as "row!"
            from authenticators a where a.member_id = $1"#,
        "recovery-codes.json": r#"select jsonb_build_object('used_at', c.used_at) as "row!"
            from recovery_codes c where c.member_id = $1 order by c.used_at"#,
        "passkeys.json": r#"select to_jsonb(p) - '{credential_id,credential,member_id}'::text[] as "row!"
            from passkeys p where p.member_id = $1 order by p.created_at, p.id"#,
        "provider.json": r#"select to_jsonb(p) - '{member_id}'::text[] as "row!"
            from provider_identities p where p.member_id = $1 order by p.linked_at, p.issuer"#,
        "house-rules.json": r#"select to_jsonb(a) - '{member_id}'::text[] as "row!"
            from rule_agreements a where a.member_id = $1 order by a.version"#,
        "address-changes.json": r#"select to_jsonb(c) - '{member_id}'::text[] as "row!"
            from address_changes c where c.member_id = $1 order by c.asked_at, c.id"#,
        "factor-recoveries.json": r#"select to_jsonb(r) - '{member_id,started_by,stopped_by}'::text[] as "row!"
            from factor_recoveries r where r.member_id = $1 order by r.started_at, r.id"#,
    );
    Ok(found)
}

/// What the member did here.
async fn of_traces(conn: &mut PgConnection, me: Uuid) -> sqlx::Result<Vec<Section>> {
    let mut found = Vec::new();
    rows!(found, conn, me,
        "audit.json": r#"select to_jsonb(a) - '{hash,previous_hash,persons,actor_id}'::text[]
            || jsonb_build_object('by', (select m.name from members m where m.id = a.actor_id)) as "row!"
            from audit_log a where $1 = any (a.persons) order by a.id"#,
        "answers.json": r#"select to_jsonb(a) - '{member_id}'::text[] || jsonb_build_object('event', e.title) as "row!"
            from attendances a join events e on e.id = a.event_id where a.member_id = $1 order by a.at, a.event_id"#,
        "attendance.json": r#"select jsonb_build_object('event_id', p.event_id, 'noted_at', p.noted_at,
                'event', (select e.title from events e where e.id = p.event_id)) as "row!"
            from presences p where p.member_id = $1 order by p.noted_at, p.event_id"#,
        "groups.json": r#"select to_jsonb(w) - '{member_id}'::text[] || jsonb_build_object('group', g.name) as "row!"
            from working_group_members w join working_groups g on g.id = w.group_id where w.member_id = $1 order by w.since, w.group_id"#,
        "reads.json": r#"select jsonb_build_object('item_id', r.item_id, 'at', r.at, 'beyond', r.beyond) as "row!"
            from item_reads r where r.member_id = $1 order by r.id"#,
        "broken-glass.json": r#"select to_jsonb(b) - '{member_id}'::text[] as "row!"
            from glass_breaks b where b.member_id = $1 order by b.broken_at, b.id"#,
        "label-changes.json": r#"select to_jsonb(c) - '{by_id}'::text[] as "row!"
            from label_changes c where c.by_id = $1 order by c.at, c.id"#,
        "wider-requests.json": r#"select to_jsonb(w) - '{asked_by,answered_by}'::text[] || jsonb_build_object('asked_by_me', w.asked_by = $1) as "row!"
            from wider_requests w where $1 in (w.asked_by, w.answered_by) order by w.asked_at, w.id"#,
        "reviews.json": r#"select jsonb_build_object('revision_id', r.id, 'title', r.title, 'state', r.state, 'reviewed_for', r.reviewed_for) as "row!"
            from revisions r where r.reviewer_id = $1 order by r.id"#,
        "named.json": r#"select jsonb_build_object('item_id', g.item_id, 'because', g.reason) as "row!"
            from item_grants g where g.member_id = $1 order by g.item_id, g.id"#,
        "messages.json": r#"select jsonb_build_object('request_id', m.request_id, 'at', m.at, 'body', m.body) as "row!"
            from join_messages m where m.by_id = $1 order by m.at, m.id"#,
        "vouches.json": r#"select to_jsonb(v) - '{member_id}'::text[] as "row!"
            from vouches v where v.member_id = $1 order by v.at, v.request_id"#,
        "invitations.json": r#"select jsonb_build_object('created_at', i.created_at, 'state', i.state, 'since', i.since,
                'roles', i.roles, 'note', i.note, 'organisation', o.name) as "row!"
            from invitations i join organisations o on o.id = i.organisation_id where i.invited_by = $1 order by i.created_at, i.id"#,
        "invited.json": r#"select jsonb_build_object('created_at', i.created_at, 'accepted_at', i.accepted_at, 'organisation', o.name,
                'by', m.name) as "row!"
            from invitations i join organisations o on o.id = i.organisation_id join members m on m.id = i.invited_by
            where i.member_id = $1 order by i.created_at, i.id"#,
        "texts.json": r#"select to_jsonb(r) - '{body_markdown,body_html,headings,keys,reviewer_id}'::text[]
            || jsonb_build_object('label', i.label, 'stage', i.stage, 'file', 'texts/' || r.id || '.md') as "row!"
            from revisions r join items i on i.id = r.id where i.owner_id = $1 order by r.created_at, r.id"#,
        "events.json": r#"select to_jsonb(e) - '{body_markdown,body_html,keys}'::text[]
            || jsonb_build_object('label', i.label, 'stage', i.stage, 'file', 'texts/' || e.id || '.md') as "row!"
            from events e join items i on i.id = e.id where i.owner_id = $1 order by e.created_at, e.id"#,
        "files.json": r#"select to_jsonb(f) - '{sha256}'::text[] || jsonb_build_object('label', i.label, 'of', i.parent_id) as "row!"
            from files f join items i on i.id = f.id where i.owner_id = $1 order by f.created_at, f.id"#,
    );
    let requests = sqlx::query_scalar!(r#"select own_join_requests() as "rows!""#).fetch_one(&mut *conn).await?;
    found.push(("join-requests.json", json!(requests)));
    let remarks = sqlx::query_scalar!(r#"select own_remarks() as "rows!""#).fetch_one(&mut *conn).await?;
    found.push(("steps.json", json!(remarks)));
    Ok(found)
}
