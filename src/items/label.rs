//! Another label or audience for what is published: stricter at once, wider with a reason that its readers are told.

use super::changes::{self, Relabel};
use super::label_form::{Chosen, LabelForm};
use super::model::{Relabelled, WiderState};
use super::opening;
use super::queries::{self, Item};
use super::work_queries::{self, Request};
use crate::access::advice::{self, Readership, Warnings};
use crate::access::audience::{Addressed, Circles};
use crate::access::{self, Label, Readers};
use crate::audit::{self, Action};
use crate::db::WriteTx;
use crate::error::{AppError, Result};
use crate::jobs::{self, Job};
use crate::web::cx::MemberCx;
use crate::web::flash::Flash;
use crate::web::form::{Errors, Form};
use crate::web::page::{Page, go, show_with};
use crate::web::path::Path;
use crate::web::query::Query;
use askama::Template;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeSet;
use uuid::Uuid;

/// People that the page names before anything is saved.
const SHOWN: usize = 50;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    request: String,
}

#[derive(Template)]
#[template(path = "items/label.html")]
struct LabelPage {
    page: Page,
    item: Item,
    addressed: Vec<Addressed>,
    form: LabelForm,
    errors: Errors,
    labels: [Label; 5],
    circles: Circles,
    request: Option<Request>,
    readers: Option<Readers>,
    warnings: Warnings,
}

impl LabelPage {
    /// How many people there are beside those who are named.
    fn more(&self) -> i64 {
        let count = self.readers.as_ref().map(|readers| readers.count() - readers.untold()).unwrap_or_default();
        (count - i64::try_from(SHOWN).unwrap_or(i64::MAX)).max(0)
    }
}

/// `GET /items/{id}/label`
pub async fn get(cx: MemberCx, Path(id): Path<Uuid>, Query(wanted): Query<Wanted>) -> Result<Response> {
    let (mut tx, item) = changeable(&cx, id).await?;
    let addressed = access::queries::addressed(&mut tx, item.id).await?;
    let began = queries::version(&mut tx, item.id).await?.unwrap_or_default();
    let mut form = LabelForm::of(item.label, &addressed, began);
    form.request = wanted.request;
    if let Some(request) = answered(&mut tx, &item, &form).await? {
        // Its wish, to begin from. TLP:CLEAR and TLP:GREEN need no audience.
        request.wanted.word().clone_into(&mut form.label);
        if request.wanted <= Label::Green {
            (form.audience, form.groups, form.people, form.meetings) = Default::default();
        }
    }
    drop(tx);
    render(&cx, StatusCode::OK, item, form, Errors::default(), None).await
}

/// The page again, with what was typed, as long as the label can be changed.
pub async fn again(cx: MemberCx, Path(id): Path<Uuid>, Form(form): Form<LabelForm>) -> Result<Response> {
    let (tx, item) = changeable(&cx, id).await?;
    drop(tx);
    let errors = cx.shown_errors();
    let chosen = if form.previewed == "yes" { form.check(cx.me(), &circles(&cx, item.id).await?).ok() } else { None };
    render(&cx, errors.status(), item, form, errors, chosen).await
}

/// `POST /items/{id}/label`
pub async fn post(cx: MemberCx, Path(id): Path<Uuid>, Form(mut form): Form<LabelForm>) -> Result<Response> {
    let (tx, item) = changeable(&cx, id).await?;
    drop(tx);
    let chosen = match form.check(cx.me(), &circles(&cx, item.id).await?) {
        Ok(chosen) => chosen,
        Err(errors) => return render(&cx, StatusCode::UNPROCESSABLE_ENTITY, item, form, errors, None).await,
    };
    if form.action == "readers" {
        return render(&cx, StatusCode::OK, item, form, Errors::default(), Some(chosen)).await;
    }
    let has_looked = warnings(&cx, &item, chosen.label).await?.are_looked_at(&form.looked);
    let mut tx = cx.write().await?;
    changes::take_turn(&mut tx, item.id).await?;
    let now = queries::version(&mut tx, item.id).await?.ok_or(AppError::NotFound)?;
    if now != form.began {
        drop(tx);
        // Whoever presses again has seen what holds now.
        form.began = now;
        let item = changeable(&cx, id).await?.1;
        let errors = Errors::one("label", "items-error-changed");
        return render(&cx, StatusCode::CONFLICT, item, form, errors, None).await;
    }
    match save(&cx, tx, &item, &form, &chosen, has_looked).await? {
        Relabelled::Wider | Relabelled::Stricter => {}
        Relabelled::Unknown => return Err(AppError::NotFound),
        Relabelled::Answered => return Err(AppError::Conflict("items-conflict-answered")),
        Relabelled::Refused(field, key) => {
            let errors = Errors::one(field, key);
            let chosen = (field == "looked").then_some(chosen);
            return render(&cx, StatusCode::UNPROCESSABLE_ENTITY, item, form, errors, chosen).await;
        }
    }
    // Whoever made it stricter may no longer be among its readers.
    let still = access::queries::speaks_for(&mut *cx.write().await?, item.id).await?;
    let address = if still { format!("/items/{}/readers", item.id) } else { "/items".to_owned() };
    Ok(go(&cx, &address, Some(Flash::LabelChanged)))
}

/// The change with all that goes with it.
async fn save(
    cx: &MemberCx,
    mut tx: WriteTx,
    item: &Item,
    form: &LabelForm,
    chosen: &Chosen,
    has_looked: bool,
) -> Result<Relabelled> {
    let now = cx.app.clock.now();
    let request = answered(&mut tx, item, form).await?;
    if form.request().is_some() && request.is_none() {
        return Err(AppError::Conflict("items-conflict-answered"));
    }
    let before = changes::readers_now(&mut tx, item.id).await?;
    let wanted = Relabel {
        item: item.id,
        change: Uuid::now_v7(),
        label: chosen.label,
        audience: &chosen.audience,
        reason: &chosen.reason,
        request: request.as_ref().map(|request| request.id),
    };
    let done = changes::relabel(&mut tx, &wanted, now).await?;
    if !matches!(done, Relabelled::Wider | Relabelled::Stricter) {
        return Ok(done);
    }
    // Last: whoever may not share it this widely is not asked to look first.
    if !has_looked {
        return Ok(Relabelled::Refused("looked", "access-error-looked"));
    }
    let then = changes::readers_then(&mut tx, item.id, (chosen.label, item.source_id), &chosen.audience).await?;
    let quiet = item.label.max(chosen.label) >= Label::Amber;
    let told: BTreeSet<Uuid> = before.into_iter().chain(then).filter(|member| *member != cx.me().id).collect();
    for member in told {
        let job = Job::LabelChanged { item: item.id, change: wanted.change, member, quiet };
        jobs::enqueue(&mut tx, &cx.app.clock, &job).await?;
    }
    if let Some(request) = request.filter(|_| done == Relabelled::Wider) {
        let job = Job::WiderAnswered { request: request.id, member: request.asked_by };
        jobs::enqueue(&mut tx, &cx.app.clock, &job).await?;
    }
    let detail = json!({ "from": item.label.word(), "to": chosen.label.word(), "wider": done == Relabelled::Wider });
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::LabelChanged, item.id, detail).await?;
    tx.commit().await?;
    Ok(done)
}

/// The request that the form answers, if it waits and is about this item.
async fn answered(conn: &mut sqlx::PgConnection, item: &Item, form: &LabelForm) -> Result<Option<Request>> {
    let Some(id) = form.request() else { return Ok(None) };
    let request = work_queries::request(conn, id).await?;
    Ok(request.filter(|request| request.item == item.id && request.speaks && request.state == WiderState::Waiting))
}

/// The item, if its label can be changed here by this member.
async fn changeable(cx: &MemberCx, id: Uuid) -> Result<(crate::db::ReadTx, Item)> {
    let (tx, item) = opening::spoken_for(cx, id).await?;
    if item.is_published { Ok((tx, item)) } else { Err(AppError::Conflict("items-conflict-in-work")) }
}

/// Who can be chosen. What else is under TLP:RED is not offered beside the one thing that was opened.
async fn circles(cx: &MemberCx, item: Uuid) -> Result<Circles> {
    let circles = Circles::load(&mut *cx.read().await?).await?;
    let addressed = access::queries::addressed(&mut *cx.app.db.read_opened(&cx.viewer).await?, item).await?;
    Ok(circles.beside(&addressed))
}

/// What in the words of an item suits a stricter label than the wider one that is chosen.
async fn warnings(cx: &MemberCx, item: &Item, wanted: Label) -> Result<Warnings> {
    if wanted >= item.label {
        return Ok(Warnings::none());
    }
    let mut tx = cx.app.db.read_opened(&cx.viewer).await?;
    let words = queries::words(&mut tx, item.id).await?.unwrap_or_default();
    Ok(advice::warnings(&mut tx, words, wanted).await?)
}

async fn render(
    cx: &MemberCx,
    status: StatusCode,
    item: Item,
    form: LabelForm,
    errors: Errors,
    chosen: Option<Chosen>,
) -> Result<Response> {
    let circles = circles(cx, item.id).await?;
    let warnings = match &chosen {
        Some(chosen) => warnings(cx, &item, chosen.label).await?,
        None => Warnings::none(),
    };
    let mut tx = cx.app.db.read_opened(&cx.viewer).await?;
    let readers = match chosen {
        Some(chosen) => {
            let wanted = Readership { label: chosen.label, source: item.source_id, audience: chosen.audience };
            Some(access::queries::readers_if(&mut tx, &wanted).await?)
        }
        None => None,
    };
    let template = LabelPage {
        page: Page::new(cx, "items/label").typed(&*format!("/items/{}/label", item.id)).labelled([item.label]),
        addressed: access::queries::addressed(&mut tx, item.id).await?,
        request: answered(&mut tx, &item, &form).await?,
        circles,
        labels: Label::ALL,
        item,
        form,
        errors,
        readers,
        warnings,
    };
    show_with(status, &template)
}
