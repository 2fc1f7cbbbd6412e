//! The demo with a full set of labels: people of every standing, and articles, texts in work, events, files and notes of
//! each label and audience, all of Kestrel Controls. Unless said otherwise they are addressed to Waterschap Voorbeeldland,
//! or (TLP:RED) to Nina.

use super::reference::World;
use crate::support::{Actor, Site};
use polder::commands::demo::PASSWORD;
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use uuid::Uuid;

pub const LABELS: [&str; 5] = ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"];

/// Each label with each audience that it takes, besides the source.
pub const COMBINATIONS: [(&str, &[&str]); 17] = [
    ("CLEAR", &[]),
    ("GREEN", &[]),
    ("AMBER", &[]),
    ("AMBER", &["organisation"]),
    ("AMBER", &["group"]),
    ("AMBER", &["person"]),
    ("AMBER", &["meeting"]),
    ("AMBER", &["organisation", "group", "person", "meeting"]),
    ("AMBER+STRICT", &[]),
    ("AMBER+STRICT", &["organisation"]),
    ("AMBER+STRICT", &["group"]),
    ("AMBER+STRICT", &["person"]),
    ("AMBER+STRICT", &["meeting"]),
    ("AMBER+STRICT", &["organisation", "group", "person", "meeting"]),
    ("RED", &["person"]),
    ("RED", &["meeting"]),
    ("RED", &["person", "meeting"]),
];

/// Everybody who looks, by what they are; the mail address of those with an account.
pub const VIEWERS: [(&str, Option<&str>); 25] = [
    ("anonymous", None),
    ("applicant", None),
    ("without-session", None),
    ("suspended", Some("sven@voorbeeldland.example")),
    ("member-of-source", Some("tess@kestrel.example")),
    ("member-of-audience", Some("kees@voorbeeldland.example")),
    ("member-elsewhere", Some("zoe@elsewhere.example")),
    ("named-person", Some("nina@elsewhere.example")),
    ("author", Some("sam@kestrel.example")),
    ("publisher-of-source", Some("pia@kestrel.example")),
    ("publisher-of-audience", Some("iris@voorbeeldland.example")),
    ("reviewer-assigned", Some("rosa@elsewhere.example")),
    ("reviewer-not-assigned", Some("noor@voorbeeldland.example")),
    ("liaison", Some("lena@elsewhere.example")),
    ("operator", Some("olga@voorbeeldpolder.example")),
    ("coordinator-of-source", Some("cody@kestrel.example")),
    ("former-publisher-of-source", Some("eda@elsewhere.example")),
    ("client-of-source", Some("cleo@customer.example")),
    ("client-of-audience", Some("cora@neighbour.example")),
    ("member-of-group", Some("gina@elsewhere.example")),
    ("former-member-of-group", Some("gus@elsewhere.example")),
    ("member-of-closed-group", Some("gwen@elsewhere.example")),
    ("attendee", Some("atte@elsewhere.example")),
    ("said-yes-and-stayed-away", Some("yves@elsewhere.example")),
    ("liaison-with-broken-glass", Some("lars@elsewhere.example")),
];

/// Members whom the demo lacks: key, organisation, roles in the community, roles for the organisation.
const MORE: [(&str, &str, &str, &str); 16] = [
    ("sven@voorbeeldland.example", "waterschap-voorbeeldland", "", ""),
    ("zoe@elsewhere.example", "elsewhere", "", ""),
    ("nina@elsewhere.example", "elsewhere", "", ""),
    ("rosa@elsewhere.example", "elsewhere", "reviewer", ""),
    ("lena@elsewhere.example", "elsewhere", "liaison", ""),
    ("pia@kestrel.example", "kestrel-controls", "", "publisher"),
    ("cody@kestrel.example", "kestrel-controls", "", "coordinator"),
    ("eda@elsewhere.example", "elsewhere", "", ""),
    ("cleo@customer.example", "customer", "", ""),
    ("cora@neighbour.example", "neighbour", "", ""),
    ("gina@elsewhere.example", "elsewhere", "", ""),
    ("gus@elsewhere.example", "elsewhere", "", ""),
    ("gwen@elsewhere.example", "elsewhere", "", ""),
    ("atte@elsewhere.example", "elsewhere", "", ""),
    ("yves@elsewhere.example", "elsewhere", "", ""),
    ("lars@elsewhere.example", "elsewhere", "liaison", ""),
];

/// What puts some of them into circles: clients, groups open and closed, an attendance list, a membership that ended.
const CIRCLES: &str = "
    insert into organisation_clients (organisation_id, client_id, since, listed_by)
    select o.id, c.id, o.created_at, m.id from organisations o, organisations c, members m
    where (o.slug, c.slug) in (('kestrel-controls', 'customer'), ('waterschap-voorbeeldland', 'neighbour'))
      and m.email = 'cody@kestrel.example';
    insert into working_groups (id, slug, name, created_at, closed_at)
    select gen_random_uuid(), slug, slug, created_at, case slug when 'made-closed-group' then created_at end
    from (select created_at from members limit 1) m, (values ('made-group'), ('made-closed-group')) as v (slug);
    insert into working_group_members (group_id, member_id, since, until)
    select g.id, m.id, m.created_at, case m.slug when 'gus' then m.created_at end from working_groups g, members m
    where (g.slug, m.slug) in (('made-group', 'gina'), ('made-group', 'gus'), ('made-closed-group', 'gwen'));
    insert into memberships (member_id, organisation_id, roles, since, until)
    select m.id, o.id, '{publisher,coordinator}', m.created_at, m.created_at from members m, organisations o
    where m.slug = 'eda' and o.slug in ('kestrel-controls', 'customer');
    insert into presences (event_id, member_id, noted_at, noted_by)
    select e.id, m.id, m.created_at, l.id from events e, members m, members l
    where e.slug = 'webinar-one-way-process-data' and m.slug = 'atte' and l.slug = 'lars';
    insert into attendances (event_id, member_id, answer, at)
    select e.id, m.id, 'yes', m.created_at from events e, members m
    where e.slug = 'webinar-one-way-process-data' and m.slug = 'yves';";

/// The site with all that.
pub struct Scene {
    pub site: Site,
    pub actors: Vec<(&'static str, Option<&'static str>, Actor)>,
}

impl Scene {
    pub async fn new() -> Self {
        let site = Site::demo().await;
        let mut conn = connect(&site.owner).await;
        run(&mut conn, people()).await;
        let mut actors = Vec::new();
        for (name, email) in VIEWERS {
            let actor = match (name, email) {
                (_, Some(email)) => site.by_password(email, PASSWORD).await,
                ("without-session", None) => site.by_password("wim@kestrel.example", PASSWORD).await,
                _ => site.anon(),
            };
            actors.push((name, email, actor));
        }
        run(
            &mut conn,
            "update members set state = 'suspended' where email = 'sven@voorbeeldland.example';
             delete from sessions where member_id = (select id from members where email = 'wim@kestrel.example')"
                .into(),
        )
        .await;
        let mut scene = Self { site, actors };
        scene.apply().await;
        scene
    }

    /// Everything at once: each label with each audience as an article, texts in work and an event, with files and notes
    /// that belong to them, and a broken glass here and there.
    pub async fn full() -> (Self, World) {
        let scene = Self::new().await;
        let mut owner = scene.owner().await;
        for combination in COMBINATIONS {
            let mut texts = Vec::new();
            for stand in [Stand::Draft, Stand::Submitted, Stand::Approved, Stand::Published] {
                let (article, revision) = article_for(&mut owner, combination, stand).await;
                texts.extend([article, revision]);
                belonging(&mut owner, ("file", revision), None).await;
            }
            let (article, revision) = (texts[6], texts[7]);
            let event = event_for(&mut owner, combination).await;
            for parent in [revision, event] {
                let file = belonging(&mut owner, ("file", parent), Some(("RED", &["person"]))).await;
                belonging(&mut owner, ("comment", file), None).await;
                if combination.0 < "AMBER+STRICT" || combination.0 == "CLEAR" || combination.0 == "GREEN" {
                    belonging(&mut owner, ("file", parent), Some(("AMBER+STRICT", &["group"]))).await;
                }
            }
            // Of each label, one whose glass is broken now, and one whose hour is over.
            match combination.1.len() {
                0 => broken_glass(&mut owner, event, -2).await,
                4 | 2 => {
                    for item in [article, revision, event] {
                        broken_glass(&mut owner, item, 0).await;
                    }
                }
                _ => {}
            }
        }
        internal_note(&mut owner).await;
        // Under TLP:RED: a text on which a colleague who is named works too, and one that its writer
        // may not read, addressed to an organisation and a group too, which says nothing under this label.
        let (article, revision) = article(&mut owner, "RED", Stand::Draft).await;
        let sql = format!(
            "insert into item_grants (id, item_id, reason, member_id) select gen_random_uuid(), '{revision}', 'audience', id
             from members where email = 'pia@kestrel.example';"
        );
        run(&mut owner, sql).await;
        let (_, published) = article_for(&mut owner, ("RED", &["person"]), Stand::Published).await;
        let sql = format!(
            "update items set owner_id = (select id from members where email = 'tess@kestrel.example')
             where id in ('{article}', '{published}');
             insert into item_grants (id, item_id, reason, organisation_id) select gen_random_uuid(), '{published}', 'audience', id
             from organisations where slug = 'waterschap-voorbeeldland';
             insert into item_grants (id, item_id, reason, group_id) select gen_random_uuid(), '{published}', 'audience', id
             from working_groups where slug = 'made-group'"
        );
        run(&mut owner, sql).await;
        // Not every writer is a publisher, and some have left since.
        for writer in ["tess", "eda"] {
            let (of_writer, revision) = self::article(&mut owner, "AMBER", Stand::Draft).await;
            let sql = format!(
                "update items set owner_id = (select id from members where email like '{writer}@%') where id in ('{of_writer}', '{revision}')"
            );
            run(&mut owner, sql).await;
        }
        let world = scene.world().await;
        (scene, world)
    }

    /// Everybody at a browser without a second factor, and members also at one with it.
    pub async fn actors_with_and_without(&mut self) -> Vec<(&'static str, Option<&'static str>, bool, Actor)> {
        let mut all = Vec::new();
        for (name, email, actor) in &self.actors {
            all.push((*name, *email, false, actor.clone()));
            if let Some(email) = email {
                all.push((*name, Some(*email), true, self.with_second_factor(email).await));
            }
        }
        all
    }

    /// A member at another browser, whose session has a second factor.
    pub async fn with_second_factor(&self, email: &str) -> Actor {
        self.site.with_second_factor(email).await
    }

    /// The reference, as things are now.
    pub async fn world(&self) -> World {
        World::load(&self.site.owner, self.site.app.clock.now()).await
    }

    /// One of the viewers, at a browser.
    pub fn actor(&mut self, name: &str) -> &mut Actor {
        &mut self.actors.iter_mut().find(|(viewer, ..)| *viewer == name).expect("a viewer").2
    }

    /// The applicant really has applied.
    async fn apply(&mut self) {
        let asked = self.actor("applicant").post("/join", &crate::join::main_path::form()).await;
        assert_eq!(asked.status(), 303, "{}", asked.body());
    }

    pub async fn owner(&self) -> PgConnection {
        connect(&self.site.owner).await
    }
}

async fn connect(owner: &PgConnectOptions) -> PgConnection {
    PgConnection::connect_with(owner).await.expect("the owner's connection")
}

pub async fn run(conn: &mut PgConnection, sql: String) {
    if let Err(error) = conn.execute(AssertSqlSafe(sql.clone())).await {
        panic!("{error}\n{sql}");
    }
}

fn people() -> String {
    let mut sql = vec![
        "insert into organisations (id, slug, name, kind, created_at)
        select gen_random_uuid(), slug, initcap(slug), 'advisor', created_at
        from (select created_at from members limit 1) m,
             (values ('elsewhere'), ('customer'), ('neighbour')) as v (slug);"
            .to_owned(),
    ];
    for (email, organisation, roles, seats) in MORE {
        let name = email.split('@').next().unwrap_or_default();
        sql.push(format!(
            "with m as (insert into members (id, slug, email, name, function, language, roles, password_hash, profile_at, created_at)
                select gen_random_uuid(), '{name}', '{email}', initcap('{name} Verzonnen'), 'Engineer', 'en', '{{{roles}}}',
                    password_hash, profile_at, created_at from members where email = 'kees@voorbeeldland.example'
                returning id, created_at),
             a as (insert into rule_agreements (member_id, version, agreed_at) select m.id, 1, m.created_at from m)
             insert into memberships (member_id, organisation_id, roles, since)
                select m.id, o.id, '{{{seats}}}', m.created_at from m, organisations o where o.slug = '{organisation}';"
        ));
    }
    sql.push(CIRCLES.to_owned());
    sql.concat()
}

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    Draft,
    Submitted,
    Approved,
    Published,
}

/// The audience that a label has unless a test wants another.
pub fn usual(label: &str) -> &'static [&'static str] {
    match label {
        "AMBER" | "AMBER+STRICT" => &["organisation"],
        "RED" => &["person"],
        _ => &[],
    }
}

/// Adds an article by Sam of Kestrel, with one revision; returns both ids. Its slug is `made-<id of the article>`.
pub async fn article(conn: &mut PgConnection, label: &str, stand: Stand) -> (Uuid, Uuid) {
    article_for(conn, (label, usual(label)), stand).await
}

/// The same for a certain audience. Its title holds the id of the revision.
pub async fn article_for(conn: &mut PgConnection, (label, audience): (&str, &[&str]), stand: Stand) -> (Uuid, Uuid) {
    let (article, revision) = (Uuid::now_v7(), Uuid::now_v7());
    let (state, stage) = match stand {
        Stand::Draft => ("draft", "work"),
        Stand::Submitted => ("submitted", "work"),
        Stand::Approved => ("approved", "work"),
        Stand::Published => ("published", "published"),
    };
    let published = if stand == Stand::Published { "now()" } else { "null" };
    let mut sql = vec![item(article, "article", stage, label), item(revision, "revision", stage, label)];
    if stand == Stand::Published {
        sql.push(addressed(article, label, audience));
    }
    sql.push(addressed(revision, label, audience));
    sql.push(format!("insert into articles (id, created_at) values ('{article}', now());"));
    sql.push(format!(
        "insert into revisions (id, article_id, number, state, title, summary, kind, language, sectors, body_markdown,
             body_html, headings, words, renderer_version, created_at, updated_at, published_at)
         select '{revision}', '{article}', 1, '{state}', 'Made {label} {state} {revision}', 'Made summary {revision}', r.kind, r.language, r.sectors,
             r.body_markdown, r.body_html, r.headings, r.words, r.renderer_version, now(), now(), {published}
         from revisions r join articles a on a.published_id = r.id where a.slug = 'supplier-remote-access';
         insert into revision_events (id, revision_id, at, actor_id, action)
         select gen_random_uuid(), '{revision}', now(), id, 'created' from members where email = 'sam@kestrel.example';"
    ));
    match stand {
        Stand::Draft => {}
        Stand::Published => {
            sql.push(format!(
                "update articles set slug = 'made-{article}', published_id = '{revision}' where id = '{article}';"
            ));
        }
        Stand::Submitted | Stand::Approved => {
            sql.push(format!(
                "insert into item_grants (id, item_id, reason, circle) values (gen_random_uuid(), '{revision}', 'review', 'liaison');
                 insert into item_grants (id, item_id, reason, member_id)
                 select gen_random_uuid(), '{revision}', 'review', id from members where email = 'rosa@elsewhere.example';
                 update revisions set reviewer_id = (select id from members where email = 'rosa@elsewhere.example')
                 where id = '{revision}';"
            ));
        }
    }
    run(conn, sql.concat()).await;
    (article, revision)
}

/// Adds an event that is still to come, by Sam of Kestrel; returns its id. Its slug is `made-<id>`.
pub async fn event(conn: &mut PgConnection, label: &str) -> Uuid {
    event_for(conn, (label, usual(label))).await
}

/// The same for a certain audience.
pub async fn event_for(conn: &mut PgConnection, (label, audience): (&str, &[&str])) -> Uuid {
    let id = Uuid::now_v7();
    let mut sql = vec![item(id, "event", "published", label), addressed(id, label, audience)];
    sql.push(format!(
        "insert into events (id, slug, title, summary, kind, language, body_markdown, body_html, starts_local, ends_local,
             zone, starts_at, ends_at, place, created_at, updated_at)
         select '{id}', 'made-{id}', 'Made {label} {id}', summary, kind, language, body_markdown, body_html, starts_local,
             ends_local, zone, starts_at, ends_at, place, created_at, updated_at
         from events where slug = 'webinar-one-way-process-data';
         insert into attendances (event_id, member_id, answer, at)
         select '{id}', id, 'yes', now() from members where email = 'sam@kestrel.example';"
    ));
    run(conn, sql.concat()).await;
    id
}

fn item(id: Uuid, kind: &str, stage: &str, label: &str) -> String {
    format!(
        "insert into items (id, kind, stage, label, source_id, owner_id)
         select '{id}', '{kind}', '{stage}', '{label}', o.id, m.id from organisations o, members m
         where o.slug = 'kestrel-controls' and m.email = 'sam@kestrel.example';"
    )
}

/// Adds something that belongs to an item and has this label and audience of its own; without a label, as the item has.
pub async fn belonging(conn: &mut PgConnection, (kind, parent): (&str, Uuid), own: Option<(&str, &[&str])>) -> Uuid {
    let id = Uuid::now_v7();
    let (inherits, label) = own.map_or((true, "CLEAR"), |(label, _)| (false, label));
    let mut sql = vec![format!(
        "insert into items (id, kind, stage, label, source_id, owner_id, parent_id, inherits)
         select '{id}', '{kind}', 'published', '{label}', source_id, owner_id, id, {inherits} from items where id = '{parent}';"
    )];
    if let Some((label, audience)) = own {
        sql.push(addressed(id, label, audience));
    }
    if kind == "file" {
        sql.push(format!(
            "insert into files (id, name, media_type, bytes, sha256, created_at)
             select '{id}', 'Made.txt', media_type, bytes, sha256, created_at from files limit 1;"
        ));
    }
    run(conn, sql.concat()).await;
    id
}

/// What liaisons write down for each other: a text in work, handed to their circle.
async fn internal_note(conn: &mut PgConnection) {
    let id = Uuid::now_v7();
    let sql = format!(
        "insert into items (id, kind, stage, label, source_id, owner_id)
         select '{id}', 'note', 'work', 'AMBER+STRICT', s.organisation_id, m.id from members m
         join memberships s on s.member_id = m.id where m.slug = 'lena';
         insert into item_grants (id, item_id, reason, circle) values (gen_random_uuid(), '{id}', 'review', 'liaison');"
    );
    run(conn, sql).await;
}

/// Lars breaks the glass on an item, for an hour from `hours` after noon.
pub async fn broken_glass(conn: &mut PgConnection, item: Uuid, hours: i64) {
    let at = crate::support::site_present() + chrono::TimeDelta::hours(hours);
    let sql = format!(
        "insert into glass_breaks (id, item_id, member_id, ground, reason, broken_at, until)
         select gen_random_uuid(), '{item}', id, 'abuse-report', 'Somebody reported it as abuse.', '{at}',
             '{at}'::timestamptz + interval '1 hour'
         from members where email = 'lars@elsewhere.example'"
    );
    run(conn, sql).await;
}

/// The author is always among those whom TLP:RED names.
fn addressed(id: Uuid, label: &str, audience: &[&str]) -> String {
    let author: &[&str] = if label == "RED" { &["author"] } else { &[] };
    let one = |way: &&str| {
        let (column, from) = match *way {
            "organisation" => ("organisation_id", "organisations where slug = 'waterschap-voorbeeldland'"),
            "group" => ("group_id", "working_groups where slug in ('made-group', 'made-closed-group')"),
            "person" => ("member_id", "members where email = 'nina@elsewhere.example'"),
            "author" => ("member_id", "members where email = 'sam@kestrel.example'"),
            "meeting" => ("event_id", "events where slug = 'webinar-one-way-process-data'"),
            other => panic!("no such audience: {other}"),
        };
        format!(
            "insert into item_grants (id, item_id, reason, {column}) select gen_random_uuid(), '{id}', 'audience', id from {from};"
        )
    };
    audience.iter().chain(author).map(one).collect()
}
