//! The demo's organisations, members, meetings and mail domains.

use super::PASSWORD;
use super::content::{Content, Event};
use super::queries::{self, Prepared};
use crate::access::{Audience, Viewer};
use crate::app::App;
use crate::auth::password;
use crate::db::WriteTx;
use crate::events::changes;
use crate::events::form::Planned;
use crate::events::model::{Answer, EventKind, instant};
use crate::i18n::Locale;
use crate::join;
use crate::web::markdown;
use anyhow::{Context, anyhow, ensure};
use chrono::TimeDelta;
use std::collections::HashMap;
use uuid::Uuid;

/// How long ago the community began.
const AGE: TimeDelta = TimeDelta::days(500);
/// How long ago everybody was confirmed to be with their organisation.
const CONFIRMED: TimeDelta = TimeDelta::days(90);
/// But this one, whom the coordinator is asked about.
const NOT_CONFIRMED: &str = "tess@kestrel.example";

/// The ids of the demo's organisations by slug and members by key.
pub struct People {
    organisations: HashMap<String, Uuid>,
    members: HashMap<String, Uuid>,
}

impl People {
    /// The id of an organisation.
    pub fn organisation(&self, slug: &str) -> anyhow::Result<Uuid> {
        self.organisations.get(slug).copied().ok_or_else(|| anyhow!("no organisation {slug}"))
    }

    /// The id of a member.
    pub fn member(&self, key: &str) -> anyhow::Result<Uuid> {
        self.members.get(key).copied().ok_or_else(|| anyhow!("no member {key}"))
    }
}

/// Makes organisations and members.
pub async fn load(tx: &mut WriteTx, app: &App, content: &Content) -> anyhow::Result<People> {
    let began = app.clock.now() - AGE;
    let mut people = People { organisations: HashMap::new(), members: HashMap::new() };
    for organisation in &content.organisations {
        let id = queries::organisation(tx, organisation, began).await?;
        people.organisations.insert(organisation.slug.clone(), id);
    }
    for member in &content.members {
        let home = people.organisation(&member.organisation)?;
        let password_hash = password::hash(PASSWORD.to_owned()).await?;
        let about = markdown::render(&member.about.text, &markdown::setting(member.about.language))?;
        let prepared = Prepared { about_html: &about.html, password_hash: &password_hash };
        let id = queries::member(tx, member, home, &prepared, began).await.with_context(|| member.key.clone())?;
        tx.act_as(&Viewer::OnBehalfOf(id)).await?;
        join::queries::agree(tx, id, join::model::RULES_VERSION, began).await?;
        people.members.insert(member.key.clone(), id);
    }
    let liaison = people.member("lotte")?;
    tx.act_as(&Viewer::OnBehalfOf(liaison)).await?;
    for organisation in &content.organisations {
        if let Some(domain) = &organisation.domain {
            queries::domain(tx, people.organisation(&organisation.slug)?, domain, liaison, began).await?;
        }
    }
    queries::confirmed(tx, NOT_CONFIRMED, app.clock.now() - CONFIRMED).await?;
    Ok(people)
}

/// Makes the meetings, with who comes.
pub async fn load_events(tx: &mut WriteTx, app: &App, content: &Content, people: &People) -> anyhow::Result<()> {
    for event in &content.events {
        let organiser = people.member(&event.organiser)?;
        let planned = planned(event, people).with_context(|| event.slug.clone())?;
        let made = (planned.starts_at - TimeDelta::days(60)).min(app.clock.now());
        let id = Uuid::now_v7();
        tx.act_as(&Viewer::OnBehalfOf(organiser)).await?;
        changes::insert(tx, (id, &event.slug), &planned, organiser, made).await?;
        tx.act_as(&Viewer::OnBehalfOf(people.member("lotte")?)).await?;
        ensure!(changes::publish(tx, id).await?, "{} is not published", event.slug);
        for key in &event.attendees {
            let member = people.member(key)?;
            tx.act_as(&Viewer::OnBehalfOf(member)).await?;
            changes::answer(tx, id, member, Answer::Yes, made)
                .await
                .with_context(|| format!("{} {key}", event.slug))?;
        }
    }
    Ok(())
}

fn planned(event: &Event, people: &People) -> anyhow::Result<Planned> {
    let zone = event.zone.parse().map_err(|_| anyhow!("unknown zone {}", event.zone))?;
    let (starts_local, ends_local) = (event.starts_local, event.ends_local);
    let at = |local| instant(local, zone).ok_or_else(|| anyhow!("no such time"));
    let language = Locale::from_tag(&event.language).ok_or_else(|| anyhow!("unknown language"))?;
    let organisations: anyhow::Result<_> = event.audience.iter().map(|slug| people.organisation(slug)).collect();
    Ok(Planned {
        title: event.title.clone(),
        summary: event.summary.clone(),
        kind: EventKind::from_word(&event.kind).ok_or_else(|| anyhow!("unknown kind"))?,
        language,
        source: people.organisation(&event.organisation)?,
        label: crate::access::Label::from_word(&event.label).ok_or_else(|| anyhow!("unknown label"))?,
        audience: Audience { organisations: organisations?, ..Audience::default() },
        starts_local,
        ends_local,
        zone,
        starts_at: at(starts_local)?,
        ends_at: at(ends_local)?,
        place: event.place.clone(),
        online: event.online,
        capacity: event.capacity,
        body: event.body_markdown.clone(),
        html: markdown::render(&event.body_markdown, &markdown::setting(language))?.html,
    })
}
