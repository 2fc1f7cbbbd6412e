//! Breaking the glass: a liaison with a second factor opens one item beyond its audience, for an hour and a reason. Its
//! source is told, and the log keeps it.

use super::changes;
use super::model::{Broken, Ground};
use crate::access::{ItemKind, queries};
use crate::audit::{self, Action};
use crate::error::{AppError, Result};
use crate::jobs::{self, Job};
use crate::web::cx::MemberCx;
use crate::web::flash::Flash;
use crate::web::form::{Check, Errors, Form};
use crate::web::page::{Page, go, show_with};
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;
use sqlx::PgConnection;
use uuid::Uuid;

/// As typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct GlassForm {
    pub address: String,
    pub ground: String,
    pub reason: String,
    /// `yes`: the source will be told.
    pub told: String,
}

#[derive(Template)]
#[template(path = "items/break_glass.html")]
struct GlassPage {
    page: Page,
    form: GlassForm,
    errors: Errors,
    grounds: [Ground; 2],
}

/// `GET /items/break-glass`
pub async fn get(cx: MemberCx) -> Result<Response> {
    check_factor(&cx)?;
    render(&cx, GlassForm::default(), Errors::default())
}

/// The page again, with what was typed.
pub async fn again(cx: MemberCx, Form(form): Form<GlassForm>) -> Result<Response> {
    check_factor(&cx)?;
    let errors = cx.shown_errors();
    render(&cx, form, errors)
}

/// `POST /items/break-glass`
pub async fn post(cx: MemberCx, Form(form): Form<GlassForm>) -> Result<Response> {
    check_factor(&cx)?;
    let mut check = Check::new();
    let address = check.line("address", &form.address, 1..=500);
    let place = address_of(&address, &cx.app.public_url);
    check.must("address", place.is_some() || address.is_empty(), "items-error-address");
    let ground = check.choice("ground", Ground::from_word(&form.ground));
    let reason = check.text("reason", &form.reason, 20..=2000);
    check.must("told", form.told == "yes", "items-error-told");
    let checked = check.done();
    let (Ok(()), Some(place), Some(ground)) = (&checked, place, ground) else {
        return render(&cx, form, checked.err().unwrap_or_default());
    };
    let (me, now) = (cx.me().id, cx.app.clock.now());
    let mut tx = cx.write().await?;
    let item = place.item(&mut tx).await?;
    if let Some(item) = item
        && queries::may_open(&mut tx, item, me).await?
    {
        return render(&cx, form, Errors::one("address", "items-error-address-yours"));
    }
    let broken = changes::break_glass(&mut tx, (Uuid::now_v7(), item), ground, &reason, now).await?;
    let subject = item.filter(|_| broken != Broken::Nothing).unwrap_or_default();
    if broken == Broken::Already {
        return Ok(go(&cx, &format!("/items/{subject}"), None));
    }
    let detail = json!({ "ground": ground.word(), "found": broken == Broken::Now });
    audit::record(&mut tx, &cx.app.clock, Some(me), Action::GlassBroken, subject, detail).await?;
    if broken == Broken::Now {
        for member in changes::stewards(&mut tx, subject).await? {
            jobs::enqueue(&mut tx, &cx.app.clock, &Job::GlassBroken { item: subject, member }).await?;
        }
    }
    tx.commit().await?;
    if broken == Broken::Nothing {
        return render(&cx, form, Errors::one("address", "items-error-address-nothing"));
    }
    Ok(go(&cx, &format!("/items/{subject}"), Some(Flash::GlassBroken)))
}

fn check_factor(cx: &MemberCx) -> Result<()> {
    if cx.me().second_factor { Ok(()) } else { Err(AppError::SecondFactorNeeded) }
}

/// What an address of this site names.
#[derive(Debug, PartialEq, Eq)]
enum Place {
    Id(Uuid),
    Named(ItemKind, String),
}

impl Place {
    async fn item(&self, conn: &mut PgConnection) -> sqlx::Result<Option<Uuid>> {
        match self {
            Self::Id(id) => Ok(Some(*id)),
            Self::Named(kind, name) => queries::item_at(conn, *kind, name).await,
        }
    }
}

/// The place that somebody means: an address of this site, whole or without its beginning, or an id.
fn address_of(typed: &str, public_url: &str) -> Option<Place> {
    if let Ok(id) = typed.parse() {
        return Some(Place::Id(id));
    }
    let path = typed.strip_prefix(public_url).unwrap_or(typed).split(['?', '#']).next()?;
    let mut parts = path.strip_prefix('/')?.split('/');
    match (parts.next()?, parts.next()?, parts.next()) {
        ("items" | "files", id, _) => id.parse().ok().map(Place::Id),
        ("articles", "work", Some(id)) => id.parse().ok().map(Place::Id),
        ("articles", slug, _) if !slug.is_empty() => Some(Place::Named(ItemKind::Article, slug.to_owned())),
        ("events", slug, _) if !slug.is_empty() => Some(Place::Named(ItemKind::Event, slug.to_owned())),
        _ => None,
    }
}

fn render(cx: &MemberCx, form: GlassForm, errors: Errors) -> Result<Response> {
    let page = Page::new(cx, "items/break_glass").typed("/items/break-glass");
    let template = GlassPage { page, form, errors, grounds: Ground::ALL };
    show_with(template.errors.status(), &template)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_an_item_whole_or_without_its_beginning() {
        let id = Uuid::now_v7();
        let named = |kind, name: &str| Some(Place::Named(kind, name.to_owned()));
        let of = |typed: &str| address_of(typed, "https://polder.example");
        assert_eq!(of(&id.to_string()), Some(Place::Id(id)));
        assert_eq!(of(&format!("https://polder.example/items/{id}/readers")), Some(Place::Id(id)));
        assert_eq!(of(&format!("/articles/work/{id}?x=1")), Some(Place::Id(id)));
        assert_eq!(of(&format!("/files/{id}")), Some(Place::Id(id)));
        assert_eq!(of("https://polder.example/articles/a-text#why"), named(ItemKind::Article, "a-text"));
        assert_eq!(of("/events/a-day/event.ics"), named(ItemKind::Event, "a-day"));
        for wrong in
            ["https://elsewhere.example/articles/a", "/members/kees", "/articles", "/events/", "articles/a", ""]
        {
            assert_eq!(of(wrong), None, "{wrong}");
        }
    }
}
