//! What somebody can try to write, and what they see of the tables that have a rule of their own. Who gets how far stands
//! in `attempts.txt`, to be read by people; `UPDATE_ATTEMPTS=1` writes it anew.

use super::statements::statements;
use crate::house::source::root;
use sqlx::{Executor, PgConnection, Row};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;
use uuid::Uuid;

/// Rows for the attempts to be about, and a function that tries something and takes it back: how many rows, or why not.
const PREPARE: &str = "
    create function pg_temp.attempt(what text) returns text language plpgsql as $$
    declare
        touched bigint;
    begin
        begin
            execute what;
            get diagnostics touched = row_count;
            raise exception using errcode = 'PT001';
        exception
            when sqlstate 'PT001' then return touched::text;
            when insufficient_privilege then return 'no';
            when others then return sqlstate;
        end;
    end
    $$;
    create temp table known (name text, id uuid);
    insert into known select split_part(m.email, '@', 1), m.id from members m;
    insert into known select 'org-' || o.slug, o.id from organisations o;
    insert into known select g.slug, g.id from working_groups g;
    insert into known select distinct on (name) name, id from (
        select lower(i.label::text) || '-' || r.state as name, r.id from items i join revisions r on r.id = i.id
        where r.title like 'Made %' and (i.label not in ('AMBER', 'AMBER+STRICT') or exists (select from item_grants g
            where g.item_id = i.id and g.organisation_id is not null))
        union all select lower(i.label::text) || '-event', e.id from items i join events e on e.id = i.id where e.slug like 'made-%'
    ) n order by name, id;
    insert into audit_log (at, actor_id, action, subject_kind, subject_id)
        select m.created_at, m.id, 'account.signed-in', 'member', m.id from members m where m.slug in ('zoe', 'nina');
    insert into audit_log (at, action, subject_kind, subject_id)
        select m.created_at, 'member.roles-given', 'member', m.id from members m where m.slug = 'zoe';
    insert into known select 'webinar', id from events where slug = 'webinar-one-way-process-data';
    insert into known select 'grant-' || k.name, (select g.id from item_grants g where g.item_id = k.id and g.reason = 'audience'
        order by g.id limit 1) from known k where k.name ~ '^(amber|red)-(draft|submitted|published)$';
    insert into known select 'review', (select g.id from item_grants g join known k on k.id = g.item_id
        where k.name = 'amber-submitted' and g.reason = 'review' and g.member_id is not null);
    insert into authenticators (member_id, secret, created_at) select id, decode(repeat('5a', 20), 'hex'), created_at from members
        where slug in ('zoe', 'nina') on conflict do nothing;
    insert into recovery_codes (member_id, code_hash) select id, decode(repeat('5a', 32), 'hex') from members where slug in ('zoe', 'nina');
    insert into passkeys (id, member_id, credential_id, credential, name, backed_up, created_at) select gen_random_uuid(), id,
        sha256(slug::bytea), '{}', 'Mine', false, created_at from members where slug in ('zoe', 'nina');
    insert into provider_identities (issuer, subject, member_id, linked_at) select 'https://id.example', slug, id, created_at
        from members where slug in ('zoe', 'nina');
    update join_requests set rules_version = 7, created_at = '2026-01-01' where id =
        (select id from join_requests where state = 'approved' order by id limit 1);
    insert into known select 'approved', member_id from join_requests where rules_version = 7;
    insert into rule_agreements (member_id, version, agreed_at) select id, 1, created_at from members
        where slug in ('zoe', 'nina') on conflict do nothing;
    insert into retention_runs (kind, ran_at, removed) values ('answers', '2026-01-01', 3);
    insert into item_reads (item_id, member_id, at, beyond) select k.id, m.id, m.created_at, false from known k, members m
        where k.name = 'red-published' and m.email in ('nina@elsewhere.example', 'sam@kestrel.example');
    insert into wider_requests (id, item_id, asked_by, asked_at, wanted, purpose, state)
        select md5(s.state::text)::uuid, k.id, m.id, m.created_at, 'GREEN', 'For a colleague of mine.', s.state from known k, members m,
            unnest('{waiting,withdrawn}'::wider_state[]) s (state) where k.name = 'amber-published' and m.email = 'tess@kestrel.example';
    insert into known select state::text, id from wider_requests;
    insert into known select 'asked', id from join_requests where state = 'waiting' limit 1;
    insert into invitations (id, state, since, email, organisation_id, invited_by, language, created_at, expires_at)
        select gen_random_uuid(), 'open', m.created_at, 'invited@sample.example', k.id, m.id, 'en', m.created_at, '2099-01-01'
        from members m, known k where m.slug = 'zoe' and k.name = 'org-kestrel-controls';
    insert into invitations (id, state, since, email, organisation_id, invited_by, language, created_at, expires_at)
        select gen_random_uuid(), 'open', m.created_at, 'other@sample.example', k.id, m.id, 'en', m.created_at, '2099-01-01'
        from members m, known k where m.slug = 'nina' and k.name = 'org-kestrel-controls';
    insert into invitations (id, state, since, email, organisation_id, invited_by, language, created_at, expires_at, accepted_at, member_id)
        select gen_random_uuid(), 'accepted', n.created_at, 'third@sample.example', k.id, n.id, 'en', n.created_at, '2099-01-01', n.created_at, z.id
        from members n, members z, known k where n.slug = 'nina' and z.slug = 'zoe' and k.name = 'org-kestrel-controls';
    insert into vouches (request_id, member_id, knows, words, at) select k.id, m.id, true, 'Known.', m.created_at
        from members m, known k where m.slug in ('zoe', 'nina') and k.name = 'asked';
    insert into vouch_asks (request_id, email, at) select k.id, 'zoe@elsewhere.example', '2026-01-01' from known k where k.name = 'asked';
    insert into known select 'tess-draft', r.id from revisions r join items i on i.id = r.id join members m on m.id = i.owner_id
        where m.email = 'tess@kestrel.example';
    insert into known select 'grant-tess-draft', g.id from item_grants g join known k on k.id = g.item_id where k.name = 'tess-draft';
    insert into item_grants (id, item_id, reason, member_id) select md5('left')::uuid, k.id, 'review', m.id from known k, members m
        where k.name = 'green-published' and m.email = 'rosa@elsewhere.example';
    insert into known values ('left-review', md5('left')::uuid);
    insert into item_grants (id, item_id, reason, member_id, circle) select gen_random_uuid(), k.id, 'review',
        case way when 1 then m.id end, case way when 2 then 'reviewer'::community_role end
        from known k, members m, generate_series(1, 2) way where k.name = 'amber-published' and m.email = 'rosa@elsewhere.example';
    insert into label_changes (id, item_id, from_label, to_label, wider, by_id, at) select gen_random_uuid(), i.id, 'RED', i.label, true,
        i.owner_id, '2026-01-01' from items i where i.kind in ('article', 'event') and i.stage = 'published';
    insert into known select 'bare-' || kind || '-' || stage, gen_random_uuid()
        from unnest('{article,revision,event}'::text[]) kind, unnest('{work,published}'::text[]) stage;
    insert into items (id, kind, stage, label, source_id, owner_id) select k.id, split_part(k.name, '-', 2)::item_kind,
        split_part(k.name, '-', 3)::item_stage, 'GREEN', o.id, m.id from known k, organisations o, members m
        where k.name like 'bare-%' and o.slug = 'kestrel-controls' and m.email = 'sam@kestrel.example';
    insert into known select 'their-article', r.article_id from revisions r join known k on k.id = r.id and k.name = 'green-published';
    insert into known values ('other-article', gen_random_uuid());
    insert into items (id, kind, stage, label, source_id, owner_id) select k.id, 'article', 'published', 'GREEN', o.id, m.id
        from known k, organisations o, members m where k.name = 'other-article' and o.slug = 'elsewhere' and m.email = 'nina@elsewhere.example';
    insert into articles (id, created_at) select id, '2026-01-01' from known where name = 'other-article';
    insert into working_group_members (group_id, member_id, since, until) select g.id, m.id, m.created_at, m.created_at + interval '1 day'
        from working_groups g, members m where g.slug = 'made-group' and 'liaison' = any (m.roles) on conflict do nothing;
    insert into known values ('new', gen_random_uuid());";

/// The attempts on one database.
pub struct Attempts {
    statements: Vec<(String, String)>,
    expected: String,
}

impl Attempts {
    pub async fn prepare(conn: &mut PgConnection) -> Self {
        conn.execute(PREPARE).await.expect("the rows for the attempts");
        let rows = sqlx::query("select name, id from known where id is not null").fetch_all(conn).await.expect("ids");
        let known: BTreeMap<String, Uuid> = rows.iter().map(|row| (row.get(0), row.get(1))).collect();
        let filled = |(name, mut sql): (String, String)| {
            for (key, id) in &known {
                sql = sql.replace(&format!("{{{key}}}"), &format!("'{id}'"));
            }
            let left = sql.replace("{me}", "");
            assert!(!left.contains('{'), "{name} names what is not there: {left}");
            (name, sql)
        };
        let statements = statements().into_iter().map(filled).collect();
        let expected = std::fs::read_to_string(Self::path()).unwrap_or_default();
        Self { statements, expected }
    }

    fn path() -> std::path::PathBuf {
        root().join("tests/it/house/mutation/attempts.txt")
    }

    fn about<'a>(&'a self, table: &'a str) -> impl Iterator<Item = &'a (String, String)> {
        self.statements.iter().filter(move |(_, sql)| sql.contains(table))
    }

    /// How far somebody gets with each that names this table.
    pub async fn all(&self, conn: &mut PgConnection, table: &str, me: Option<Uuid>) -> Vec<String> {
        let me = me.map_or_else(|| "null".to_owned(), |me| format!("'{me}'"));
        let tried: Vec<String> = self.about(table).map(|(_, sql)| sql.replace("{me}", &me)).collect();
        let sql = "select pg_temp.attempt(what) from unnest($1::text[]) with ordinality t (what, nr) order by nr";
        sqlx::query_scalar(sql).bind(tried).fetch_all(conn).await.expect("outcomes")
    }

    /// The first attempt that ends otherwise than `attempts.txt` says.
    pub fn difference(&self, table: &str, outcomes: &[(&str, Vec<String>)]) -> Option<String> {
        let mut told = Vec::new();
        for (number, (name, _)) in self.about(table).enumerate() {
            let mut ways: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
            for (viewer, all) in outcomes {
                ways.entry(all[number].as_str()).or_default().push(viewer);
            }
            // Of those to whom it is refused there are always many.
            let ways = ways.iter().filter(|(way, _)| !["0", "no"].contains(way));
            let ways: Vec<_> = ways.map(|(way, who)| format!("  {way}: {}\n", who.join(", "))).collect();
            told.push(format!("{name}\n{}\n", ways.concat()));
        }
        let expected = if std::env::var("UPDATE_ATTEMPTS").is_ok() {
            static WRITTEN: OnceLock<String> = OnceLock::new();
            WRITTEN.get_or_init(|| {
                std::fs::write(Self::path(), told.concat()).expect("attempts.txt");
                told.concat()
            })
        } else {
            &self.expected
        };
        let blocks: BTreeSet<String> =
            expected.split("\n\n").map(|block| format!("{}\n\n", block.trim_end())).collect();
        let wrong = told.iter().find(|one| !blocks.contains(*one));
        let fewer = || table.is_empty() && told.concat().len() != expected.len();
        wrong.map(|one| format!("now: {one}")).or_else(|| fewer().then(|| "fewer attempts than in attempts.txt".into()))
    }
}
