//! View as: what somebody else gets of an item, for who speaks for its source. It shows nothing that the one who asks
//! cannot read.

use super::model::Way;
use super::opening;
use super::queries::Item;
use super::work_queries::{self, Other, Seen, Text};
use crate::access::{self, Label};
use crate::error::Result;
use crate::web::cx::MemberCx;
use crate::web::page::{Page, show};
use crate::web::path::Path;
use crate::web::query::Query;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use sqlx::PgConnection;
use uuid::Uuid;

/// The two who are nobody in particular. No slug of a member holds a dot.
const VISITOR: &str = ".visitor";
const MEMBER: &str = ".member";

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    who: String,
}

/// In whose place one looks.
enum Eyes {
    Visitor,
    /// Any member, who belongs to nothing in particular.
    Member,
    Person(Other),
}

#[derive(Template)]
#[template(path = "items/view_as.html")]
struct ViewPage {
    page: Page,
    item: Item,
    who: String,
    others: Vec<(String, String)>,
    /// The key of the words for whom it is seen as, and a name for it.
    eyes: Option<(&'static str, String)>,
    can_read: bool,
    ways: Vec<Way>,
    /// The end of the key that says why not.
    why_not: &'static str,
    parts: Vec<Seen>,
    text: Option<Text>,
}

/// Whom to choose from, as (value, text).
pub async fn choices(cx: &MemberCx, conn: &mut PgConnection) -> Result<Vec<(String, String)>> {
    let texts = cx.texts();
    let nobody = [(VISITOR, "items-view-visitor"), (MEMBER, "items-view-member")];
    let nobody = nobody.map(|(value, key)| (value.to_owned(), texts.text(key).to_string()));
    let people = access::queries::people(conn).await?;
    Ok(nobody.into_iter().chain(people.into_iter().map(|person| (person.slug, person.name))).collect())
}

/// `GET /items/{id}/view-as`
pub async fn get(cx: MemberCx, Path(id): Path<Uuid>, Query(wanted): Query<Wanted>) -> Result<Response> {
    let (mut tx, item) = opening::spoken_for(&cx, id).await?;
    let others = choices(&cx, &mut tx).await?;
    let eyes = match wanted.who.as_str() {
        VISITOR => Some(Eyes::Visitor),
        MEMBER => Some(Eyes::Member),
        slug => work_queries::other(&mut tx, slug).await?.map(Eyes::Person),
    };
    let keys = match &eyes {
        None | Some(Eyes::Visitor) => vec!["everyone".to_owned()],
        Some(Eyes::Member) => vec!["everyone".to_owned(), "members".to_owned()],
        Some(Eyes::Person(person)) => work_queries::keys_of(&mut tx, person.id, cx.app.clock.now()).await?,
    };
    let mut parts = work_queries::seen_with(&mut tx, item.id, &keys).await?;
    let can_read = eyes.is_some() && parts.first().is_some_and(|own| own.is_whole && own.opens);
    parts.retain(|part| !part.is_whole);
    let text = if can_read { work_queries::text(&mut tx, item.id).await? } else { None };
    let ways = if can_read { work_queries::ways_with(&mut tx, item.id, &keys).await? } else { Vec::new() };
    let template = ViewPage {
        page: Page::new(&cx, "items/view_as").labelled([item.label]).labelled(parts.iter().map(|part| part.label)),
        why_not: why_not(&item, eyes.as_ref()),
        who: wanted.who,
        others,
        eyes: eyes.map(named),
        can_read,
        ways,
        parts,
        text,
        item,
    };
    show(&template)
}

fn named(eyes: Eyes) -> (&'static str, String) {
    match eyes {
        Eyes::Visitor => ("visitor", String::new()),
        Eyes::Member => ("member", String::new()),
        Eyes::Person(person) => ("person", person.name),
    }
}

fn why_not(item: &Item, eyes: Option<&Eyes>) -> &'static str {
    match (eyes, item.label) {
        (Some(Eyes::Person(person)), _) if !person.is_active => "suspended",
        _ if !item.is_published => "work",
        (_, Label::Clear | Label::Green) => "green",
        (_, Label::Amber) => "amber",
        (_, Label::AmberStrict) => "amber-strict",
        (_, Label::Red) => "red",
    }
}
