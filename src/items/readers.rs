//! Who can see this? For who speaks for the source: the people, what belongs to it, how its label changed, who opened it.

use super::opening;
use super::queries::{self, Broken, Change, Item, Opened, Part, Reader};
use crate::error::Result;
use crate::web::cx::MemberCx;
use crate::web::page::{Page, show};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;
use uuid::Uuid;

/// People that the page names.
const SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "items/readers.html")]
struct ReadersPage {
    page: Page,
    item: Item,
    /// How many people of how many organisations.
    people: i64,
    organisations: i64,
    readers: Vec<Reader>,
    /// How many more there are than are named.
    more: i64,
    parts: Vec<Part>,
    changes: Vec<Change>,
    opened: Vec<Opened>,
    broken: Vec<Broken>,
    others: Vec<(String, String)>,
    now: DateTime<Utc>,
}

/// `GET /items/{id}/readers`
pub async fn get(cx: MemberCx, Path(id): Path<Uuid>) -> Result<Response> {
    let (mut tx, item) = opening::spoken_for(&cx, id).await?;
    let mut readers = queries::readers(&mut tx, item.id).await?;
    let organisations: BTreeSet<&String> = readers.iter().flat_map(|reader| &reader.organisations).collect();
    let (people, organisations) = (count(readers.len()), count(organisations.len()));
    let more = count(readers.len().saturating_sub(SHOWN));
    readers.truncate(SHOWN);
    let template = ReadersPage {
        page: Page::new(&cx, "items/readers").labelled([item.label]),
        people,
        organisations,
        readers,
        more,
        parts: queries::parts(&mut tx, item.id).await?,
        changes: queries::changes(&mut tx, item.id).await?,
        opened: queries::opened(&mut tx, item.id).await?,
        broken: queries::broken(&mut tx, item.id).await?,
        others: super::view_as::choices(&cx, &mut tx).await?,
        now: cx.app.clock.now(),
        item,
    };
    show(&template)
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
