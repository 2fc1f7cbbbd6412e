//! The demo with a full set of labels: people of every standing, and articles, texts in work and events of each label,
//! all of Kestrel Controls, addressed to Waterschap Voorbeeldland, or (TLP:RED) to Nina.

use crate::support::{Actor, Site};
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use uuid::Uuid;

pub const LABELS: [&str; 5] = ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"];

/// Everybody who looks, by what they are; the mail address of those with an account.
pub const VIEWERS: [(&str, Option<&str>); 15] = [
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
];

/// Members whom the demo lacks: key, organisation, roles in the community, roles for the organisation.
const MORE: [(&str, &str, &str, &str); 6] = [
    ("sven@voorbeeldland.example", "waterschap-voorbeeldland", "", ""),
    ("zoe@elsewhere.example", "elsewhere", "", ""),
    ("nina@elsewhere.example", "elsewhere", "", ""),
    ("rosa@elsewhere.example", "elsewhere", "reviewer", ""),
    ("lena@elsewhere.example", "elsewhere", "liaison", ""),
    ("pia@kestrel.example", "kestrel-controls", "", "publisher"),
];

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
                (_, Some(email)) => site.demo_member(email).await,
                ("without-session", None) => site.demo_member("wim@kestrel.example").await,
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
        select gen_random_uuid(), 'elsewhere', 'Elsewhere', 'advisor', created_at from members limit 1;"
            .to_owned(),
    ];
    for (email, organisation, roles, seats) in MORE {
        let name = email.split('@').next().unwrap_or_default();
        sql.push(format!(
            "with m as (insert into members (id, slug, email, name, function, language, roles, password_hash, profile_at, created_at)
                select gen_random_uuid(), '{name}', '{email}', initcap('{name} Verzonnen'), 'Engineer', 'en', '{{{roles}}}',
                    password_hash, profile_at, created_at from members where email = 'kees@voorbeeldland.example'
                returning id, created_at)
             insert into memberships (member_id, organisation_id, roles, since)
                select m.id, o.id, '{{{seats}}}', m.created_at from m, organisations o where o.slug = '{organisation}';"
        ));
    }
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

/// Adds an article by Sam of Kestrel, with one revision; returns both ids. Its slug is `made-<id of the article>`.
pub async fn article(conn: &mut PgConnection, label: &str, stand: Stand) -> (Uuid, Uuid) {
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
        sql.push(audience(article, label));
    }
    sql.push(audience(revision, label));
    sql.push(format!("insert into articles (id, created_at) values ('{article}', now());"));
    sql.push(format!(
        "insert into revisions (id, article_id, number, state, title, summary, kind, language, sectors, body_markdown,
             body_html, headings, words, renderer_version, created_at, updated_at, published_at)
         select '{revision}', '{article}', 1, '{state}', 'Made {label} {state}', r.summary, r.kind, r.language, r.sectors,
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
    let id = Uuid::now_v7();
    let mut sql = vec![item(id, "event", "published", label), audience(id, label)];
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

fn audience(id: Uuid, label: &str) -> String {
    match label {
        "AMBER" | "AMBER+STRICT" => format!(
            "insert into item_grants (id, item_id, reason, organisation_id)
             select gen_random_uuid(), '{id}', 'audience', id from organisations where slug = 'waterschap-voorbeeldland';"
        ),
        "RED" => format!(
            "insert into item_grants (id, item_id, reason, member_id)
             select gen_random_uuid(), '{id}', 'audience', id from members
             where email in ('nina@elsewhere.example', 'sam@kestrel.example');"
        ),
        _ => String::new(),
    }
}
