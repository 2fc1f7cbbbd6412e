//! Making and changing an event.

use super::form::{EventForm, Planned};
use super::model::{EventKind, ZONES};
use super::queries::Event;
use super::{changes, queries};
use crate::access::advice::{self, Warnings, Words};
use crate::access::audience::Circles;
use crate::access::{self, ItemKind, Label, Readers};
use crate::audit::{self, Action};
use crate::db::broken_constraint;
use crate::error::{AppError, Result};
use crate::i18n::Locale;
use crate::web::cx::{MemberCx, open};
use crate::web::flash::Flash;
use crate::web::form::{Errors, Form};
use crate::web::markdown;
use crate::web::page::{Page, go, show_with};
use crate::web::path::Path;
use crate::web::slug;
use askama::Template;
use axum::response::Response;
use http::StatusCode;
use serde_json::json;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "events/edit.html")]
struct EditPage {
    page: Page,
    /// The address of the event, if it exists.
    slug: Option<String>,
    /// Where the form goes.
    address: String,
    form: EventForm,
    errors: Errors,
    preview: Option<String>,
    readers: Option<Readers>,
    warnings: Warnings,
    kinds: Vec<(&'static str, String)>,
    languages: Vec<(&'static str, &'static str)>,
    labels: [Label; 5],
    zones: Vec<(String, String)>,
    circles: Circles,
}

/// `GET /events/new`
pub async fn get_new(cx: MemberCx) -> Result<Response> {
    let form = EventForm {
        kind: "expert-session".into(),
        language: cx.locale.tag().into(),
        zone: chrono_tz::Europe::Amsterdam.name().into(),
        ..EventForm::default()
    };
    render(&cx, None, StatusCode::OK, form, Errors::default()).await
}

/// `POST /events/new`
pub async fn post_new(cx: MemberCx, Form(form): Form<EventForm>) -> Result<Response> {
    let planned = match plan(&cx, &form).await? {
        Ok(Some(planned)) => planned,
        Ok(None) => return render(&cx, None, StatusCode::OK, form, Errors::default()).await,
        Err(errors) => return render(&cx, None, StatusCode::UNPROCESSABLE_ENTITY, form, errors).await,
    };
    let unseen = warnings(&cx, &form, None).await?.unseen(&form.looked);
    if !unseen.is_empty() {
        return render(&cx, None, StatusCode::UNPROCESSABLE_ENTITY, form, unseen).await;
    }
    let address = publish(&cx, &planned).await?;
    Ok(go(&cx, &format!("/events/{address}"), Some(Flash::EventPublished)))
}

/// The page of a new event again, with what was typed.
pub async fn again_new(cx: MemberCx, Form(form): Form<EventForm>) -> Result<Response> {
    show_again(&cx, None, form).await
}

/// The page again, with what was typed, as long as the event can be changed.
pub async fn again(cx: MemberCx, Path(slug): Path<String>, Form(form): Form<EventForm>) -> Result<Response> {
    let event = changeable(&cx, &slug).await?;
    show_again(&cx, Some(&event), form).await
}

/// `GET /events/{slug}/edit`
pub async fn get(cx: MemberCx, Path(slug): Path<String>) -> Result<Response> {
    let event = changeable(&cx, &slug).await?;
    render(&cx, Some(&event), StatusCode::OK, EventForm::of(&event), Errors::default()).await
}

/// `POST /events/{slug}/edit`. The label of a published event stays: changing it is a step of its own.
pub async fn post(cx: MemberCx, Path(slug): Path<String>, Form(mut form): Form<EventForm>) -> Result<Response> {
    let event = changeable(&cx, &slug).await?;
    form.label = event.label.word().into();
    // Its audience too.
    (form.audience, form.groups, form.people, form.meetings) = Default::default();
    let planned = match plan(&cx, &form).await? {
        Ok(Some(planned)) => planned,
        Ok(None) => return render(&cx, Some(&event), StatusCode::OK, form, Errors::default()).await,
        Err(errors) => return render(&cx, Some(&event), StatusCode::UNPROCESSABLE_ENTITY, form, errors).await,
    };
    let unseen = warnings(&cx, &form, Some(&event)).await?.unseen(&form.looked);
    if !unseen.is_empty() {
        return render(&cx, Some(&event), StatusCode::UNPROCESSABLE_ENTITY, form, unseen).await;
    }
    let mut tx = cx.write().await?;
    let updated = match changes::update(&mut tx, event.id, form.version, &planned, cx.app.clock.now()).await {
        Err(error) if broken_constraint(&error) == Some("events_once") => {
            return Err(AppError::Conflict("events-conflict-once"));
        }
        updated => updated?,
    };
    if !updated {
        drop(tx);
        let errors = Errors::one("title", "events-error-version");
        return render(&cx, Some(&event), StatusCode::CONFLICT, form, errors).await;
    }
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::EventChanged, event.id, json!({})).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/events/{slug}"), Some(Flash::EventSaved)))
}

/// The event, if it can be changed now.
async fn changeable(cx: &MemberCx, slug: &str) -> Result<Event> {
    let (_, event) = open!(cx, ItemKind::Event, slug, |tx| queries::by_slug(&mut tx, slug));
    if event.cancelled_at.is_some() { Err(AppError::Conflict("events-conflict-cancelled")) } else { Ok(event) }
}

/// Makes the event and returns its address. Pressed twice, the button leads to the one that is there.
async fn publish(cx: &MemberCx, planned: &Planned) -> Result<String> {
    let id = Uuid::now_v7();
    let dated = format!("{} {}", planned.starts_local.format("%Y-%m-%d"), planned.title);
    // An address says what something is about, also to whom it is not for: of what is restricted it has no words.
    let wanted = if planned.label >= Label::Amber { slug::with_tail("event", id) } else { slug::slug(&dated, "event") };
    let otherwise = slug::with_tail(&wanted, id);
    for address in [wanted, otherwise] {
        match insert(cx, id, &address, planned).await {
            Ok(true) => return Ok(address),
            Ok(false) => return Err(AppError::Forbidden("access-error-cap")),
            Err(error) => match broken_constraint(&error) {
                Some("events_once" | "events_slug_key") => {}
                _ => return Err(error.into()),
            },
        }
        if let Some(address) = queries::slug_of(&mut *cx.read().await?, &planned.title, planned.starts_at).await? {
            return Ok(address);
        }
    }
    Err(AppError::Conflict("events-conflict-once"))
}

async fn insert(cx: &MemberCx, id: Uuid, slug: &str, planned: &Planned) -> sqlx::Result<bool> {
    let mut tx = cx.write().await?;
    changes::insert(&mut tx, (id, slug), planned, cx.me().id, cx.app.clock.now()).await?;
    if !changes::publish(&mut tx, id).await? {
        return Ok(false);
    }
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::EventPublished, id, json!({})).await?;
    tx.commit().await?;
    Ok(true)
}

/// What suits a stricter label; of a published event, what it did not say before.
async fn warnings(cx: &MemberCx, form: &EventForm, event: Option<&Event>) -> Result<Warnings> {
    let Some(label) = Label::from_word(&form.label) else { return Ok(Warnings::none()) };
    let mut tx = cx.read().await?;
    let found = advice::warnings(&mut tx, form.words(), label).await?;
    let Some(event) = event.filter(|_| !found.is_empty()) else { return Ok(found) };
    let (title, summary, body) = (event.title.clone(), event.summary.clone(), event.body_markdown.clone());
    Ok(found.beside(&advice::warnings(&mut tx, Words { title, summary, body }, label).await?))
}

/// Who would read it; of a published event, who does.
async fn readers(cx: &MemberCx, form: &EventForm, event: Option<&Event>) -> Result<Result<Option<Readers>, Errors>> {
    if let Some(event) = event {
        let mut tx = cx.app.db.read_opened(&cx.viewer).await?;
        return Ok(Ok(access::queries::readers(&mut tx, event.id).await?));
    }
    let mut tx = cx.read().await?;
    match form.readership(cx.me(), &Circles::load(&mut tx).await?) {
        Ok(asked) => Ok(Ok(Some(access::queries::readers_if(&mut tx, &asked).await?))),
        Err(errors) => Ok(Err(errors)),
    }
}

/// What was typed, checked; nothing if only something is to be shown.
async fn plan(cx: &MemberCx, form: &EventForm) -> Result<Result<Option<Planned>, Errors>> {
    if form.wants_a_look() {
        return Ok(Ok(None));
    }
    let circles = Circles::load(&mut *cx.read().await?).await?;
    Ok(form.check(cx.me(), &circles).await.map(Some))
}

async fn show_again(cx: &MemberCx, event: Option<&Event>, mut form: EventForm) -> Result<Response> {
    form.action = std::mem::take(&mut form.previewed);
    if let Some(event) = event {
        form.label = event.label.word().into();
    }
    let errors = cx.shown_errors();
    render(cx, event, errors.status(), form, errors).await
}

async fn render(
    cx: &MemberCx,
    event: Option<&Event>,
    status: StatusCode,
    form: EventForm,
    errors: Errors,
) -> Result<Response> {
    let texts = cx.texts();
    let (mut errors, mut preview, mut shown) = (errors, None, None);
    if form.action == "preview" {
        let language = Locale::from_tag(&form.language).unwrap_or_default();
        match markdown::render_off_thread(form.body.clone(), markdown::setting(language)).await {
            Ok(rendered) => preview = Some(rendered.html),
            Err(refused) => errors = Errors::with_limit("body", refused.text_key(), refused.limit()),
        }
    }
    if form.action == "readers" {
        match readers(cx, &form, event).await? {
            Ok(readers) => shown = readers,
            Err(refused) => errors = refused,
        }
    }
    let status = if errors.is_empty() || status != StatusCode::OK { status } else { StatusCode::UNPROCESSABLE_ENTITY };
    let circles = Circles::load(&mut *cx.read().await?).await?;
    let kinds = EventKind::ALL.map(|kind| (kind.word(), texts.of_set("events-kind", kind).to_string()));
    let mut zones: Vec<_> = ZONES.iter().map(|zone| (zone.name().to_owned(), zone.name().to_owned())).collect();
    if !form.zone.is_empty() && zones.iter().all(|zone| zone.0 != form.zone) {
        zones.push((form.zone.clone(), form.zone.clone()));
    }
    let slug = event.map(|event| event.slug.clone());
    let address = slug.as_ref().map_or_else(|| "/events/new".to_owned(), |slug| format!("/events/{slug}/edit"));
    let template = EditPage {
        page: Page::new(cx, "events/edit").typed(&*address).labelled(Label::from_word(&form.label)).in_work(),
        warnings: warnings(cx, &form, event).await?,
        readers: shown,
        slug,
        address,
        form,
        errors,
        preview,
        kinds: kinds.into(),
        languages: Locale::choices(),
        labels: Label::ALL,
        zones,
        circles,
    };
    show_with(status, &template)
}
