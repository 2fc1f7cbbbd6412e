//! The content as files: JSON for people and meetings, Markdown with a few lines of front matter for articles.

use crate::access::{CommunityRole, Label, OrganisationRole};
use crate::articles::model::ArticleKind;
use crate::i18n::Locale;
use crate::partners::model::OrganisationKind;
use anyhow::{Context, anyhow};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use rust_embed::RustEmbed;
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use std::collections::HashMap;

#[derive(RustEmbed)]
#[folder = "src/commands/demo"]
#[include = "*.json"]
#[include = "articles/*.md"]
struct Files;

/// All of it.
pub struct Content {
    pub organisations: Vec<Organisation>,
    pub members: Vec<Member>,
    pub articles: Vec<Article>,
    pub events: Vec<Event>,
    pub requests: Vec<Request>,
    pub circles: Circles,
}

#[derive(Deserialize)]
pub struct Organisation {
    pub slug: String,
    pub name: String,
    pub fictional: bool,
    pub initiator: bool,
    pub kind: OrganisationKind,
    pub sectors: Vec<String>,
    /// Its mail domain.
    #[serde(default)]
    pub domain: Option<String>,
    #[serde(default)]
    pub about: About,
}

#[derive(Deserialize, Default)]
pub struct About {
    pub en: String,
    pub nl: String,
}

#[derive(Deserialize)]
pub struct Member {
    pub key: String,
    pub name: String,
    pub email: String,
    pub organisation: String,
    pub function: About,
    pub about: Words,
    pub roles: Vec<CommunityRole>,
    pub organisation_roles: Vec<OrganisationRole>,
    pub expertise: Vec<String>,
    pub sectors: Vec<String>,
    pub language: Locale,
}

#[derive(Deserialize)]
pub struct Words {
    pub language: Locale,
    pub text: String,
}

#[derive(Deserialize)]
pub struct Event {
    pub slug: String,
    pub title: String,
    pub language: String,
    pub kind: String,
    pub label: String,
    #[serde(default)]
    pub audience: Vec<String>,
    pub organisation: String,
    pub organiser: String,
    #[serde(deserialize_with = "minute")]
    pub starts_local: NaiveDateTime,
    #[serde(deserialize_with = "minute")]
    pub ends_local: NaiveDateTime,
    pub zone: String,
    pub place: String,
    pub online: bool,
    pub summary: String,
    pub body_markdown: String,
    pub attendees: Vec<String>,
    pub capacity: Option<i32>,
}

#[derive(Deserialize)]
pub struct Request {
    pub name: String,
    pub email: String,
    #[serde(default)]
    pub organisation_slug: String,
    #[serde(default)]
    pub organisation_name: String,
    pub function: String,
    pub sector: String,
    pub motivation: String,
    pub language: String,
    pub state: String,
    #[serde(default)]
    pub decision_note: String,
    #[serde(default)]
    pub decline_reason: String,
    /// What liaison and applicant wrote, in turns.
    #[serde(default)]
    pub messages: Vec<RequestMessage>,
    /// What liaisons noted for each other.
    #[serde(default)]
    pub internal: String,
}

#[derive(Deserialize)]
pub struct RequestMessage {
    pub kind: String,
    pub text: String,
}

/// Those whom a source can address besides organisations and persons.
#[derive(Deserialize)]
pub struct Circles {
    pub groups: Vec<Group>,
    pub clients: Vec<Clients>,
    pub attendance: Vec<Attendance>,
}

#[derive(Deserialize)]
pub struct Group {
    pub slug: String,
    pub name: String,
    pub about: String,
    pub days_ago: i64,
    pub members: Vec<String>,
    /// Those who were in it for a while.
    pub left: Vec<String>,
    pub closed_days_ago: Option<i64>,
}

#[derive(Deserialize)]
pub struct Clients {
    pub organisation: String,
    pub coordinator: String,
    pub client: String,
    pub days_ago: i64,
}

#[derive(Deserialize)]
pub struct Attendance {
    pub event: String,
    pub by: String,
    pub present: Vec<String>,
}

pub struct Article {
    pub slug: String,
    pub language: Locale,
    pub title: String,
    pub summary: String,
    pub kind: ArticleKind,
    pub label: Label,
    pub audience: Vec<String>,
    pub organisation: String,
    pub author: String,
    pub reviewer: String,
    pub sectors: Vec<String>,
    pub published: DateTime<Utc>,
    pub body: String,
}

/// The day on which the content was written: its dates are past and coming as seen from there.
const WRITTEN: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date");
/// A year that keeps weekdays as they are.
const YEAR_OF_WEEKS: TimeDelta = TimeDelta::days(364);

impl Content {
    /// Reads it from the program, as seen from `now`: in later years the same meetings come again.
    pub fn read(now: DateTime<Utc>) -> anyhow::Result<Self> {
        let mut articles = Files::iter()
            .filter(|name| name.starts_with("articles/"))
            .map(|name| Article::read(&text(&name)?).with_context(|| name.into_owned()))
            .collect::<anyhow::Result<Vec<_>>>()?;
        let years = (now.date_naive() - WRITTEN).num_days().div_euclid(YEAR_OF_WEEKS.num_days()).max(0);
        let shift = YEAR_OF_WEEKS * i32::try_from(years).unwrap_or_default();
        for article in &mut articles {
            article.published += shift;
        }
        articles.sort_by_key(|article| article.published);
        let mut events: Vec<Event> = json("events.json")?;
        for event in &mut events {
            event.starts_local += shift;
            event.ends_local += shift;
        }
        Ok(Self {
            organisations: json("organisations.json")?,
            members: json("members.json")?,
            articles,
            events,
            requests: json("join_requests.json")?,
            circles: json("circles.json")?,
        })
    }
}

impl Article {
    fn read(text: &str) -> anyhow::Result<Self> {
        let (head, body) = text
            .strip_prefix("---\n")
            .and_then(|rest| rest.split_once("\n---\n"))
            .ok_or_else(|| anyhow!("no front matter"))?;
        let fields: HashMap<&str, &str> = head
            .lines()
            .filter_map(|line| line.split_once(':'))
            .map(|(key, value)| (key.trim(), value.trim()))
            .collect();
        let field = |key: &str| fields.get(key).map(|value| (*value).to_owned()).ok_or_else(|| anyhow!("no {key}"));
        let list = |key: &str| {
            let value = field(key)?;
            let inner = value.trim_start_matches('[').trim_end_matches(']');
            anyhow::Ok(inner.split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect())
        };
        let day: NaiveDate = field("published")?.parse()?;
        Ok(Self {
            slug: field("slug")?,
            language: Locale::from_tag(&field("language")?).ok_or_else(|| anyhow!("unknown language"))?,
            title: field("title")?,
            summary: field("summary")?,
            kind: ArticleKind::from_word(&field("kind")?).ok_or_else(|| anyhow!("unknown kind"))?,
            label: Label::from_word(&field("label")?).ok_or_else(|| anyhow!("unknown label"))?,
            audience: list("audience")?,
            organisation: field("organisation")?,
            author: field("author")?,
            reviewer: field("reviewer")?,
            sectors: list("sectors")?,
            published: day.and_time(NaiveTime::MIN).and_utc() + chrono::TimeDelta::hours(9),
            body: body.trim().to_owned(),
        })
    }
}

/// A local time to the minute, as a form would send it.
fn minute<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDateTime, D::Error> {
    let text = String::deserialize(deserializer)?;
    NaiveDateTime::parse_from_str(&text, "%Y-%m-%dT%H:%M").map_err(D::Error::custom)
}

fn text(name: &str) -> anyhow::Result<String> {
    let file = Files::get(name).ok_or_else(|| anyhow!("{name} is not in the program"))?;
    Ok(String::from_utf8(file.data.into_owned())?)
}

fn json<T: DeserializeOwned>(name: &str) -> anyhow::Result<T> {
    serde_json::from_str(&text(name)?).with_context(|| name.to_owned())
}
