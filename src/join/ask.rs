//! The form with which somebody asks to join. Whoever asks gets the same answer, whether the address is known or not.

use super::changes;
use super::form::{Asked, JoinForm, rules_read};
use crate::access::Viewer;
use crate::auth::limits;
use crate::error::Result;
use crate::i18n::Locale;
use crate::jobs::{self, Job};
use crate::partners;
use crate::web::cx::Cx;
use crate::web::form::{Errors, Form};
use crate::web::later;
use crate::web::page::{Page, go, show, show_with};
use askama::Template;
use axum::response::Response;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "join/ask.html")]
struct AskPage {
    page: Page,
    form: JoinForm,
    errors: Errors,
    organisations: Vec<(String, String)>,
    sectors: Vec<(String, String)>,
    languages: Vec<(&'static str, &'static str)>,
}

#[derive(Template)]
#[template(path = "join/sent.html")]
struct SentPage {
    page: Page,
}

/// `GET /join`
pub async fn get(cx: Cx) -> Result<Response> {
    let form = JoinForm { language: cx.locale.tag().to_owned(), ..JoinForm::default() };
    render(&cx, form, Errors::default()).await
}

/// The page again, with what was typed.
pub async fn again(cx: Cx, Form(form): Form<JoinForm>) -> Result<Response> {
    render(&cx, form, cx.shown_errors()).await
}

/// `POST /join`
pub async fn post(cx: Cx, Form(form): Form<JoinForm>) -> Result<Response> {
    let organisations = partners::queries::choices(&mut *cx.read().await?).await?;
    let find = |slug: &str| organisations.iter().find(|choice| choice.slug == slug).map(|choice| choice.id);
    let asked = match form.check(&cx.app.vocabulary, find) {
        // Who opened the form before another version came into force did not read that one.
        Ok(asked) => Asked { rules_version: rules_read(&form.rules, cx.app.rules()), ..asked },
        Err(errors) => return render(&cx, form, errors).await,
    };
    if let Some(until) = limits::take(&cx.app, &cx.app.limits().mail(&asked.email, cx.network)).await? {
        let page = render(&cx, form, later::error("email", "join-error-paused", until)).await?;
        return Ok(later::not_before(until, cx.app.clock.now(), page));
    }
    let mut tx = cx.app.db.write(&Viewer::Nobody).await?;
    // Known or not, the same rows are written; the worker finds out which mail is right.
    let request = Uuid::now_v7();
    changes::insert(&mut tx, request, &asked, cx.app.clock.now()).await?;
    jobs::enqueue(&mut tx, &cx.app.clock, &Job::JoinProof { request }).await?;
    tx.commit().await?;
    Ok(go(&cx, "/join/sent", None))
}

/// `GET /join/sent`
pub async fn sent(cx: Cx) -> Result<Response> {
    show(&SentPage { page: Page::new(&cx, "join/sent") })
}

async fn render(cx: &Cx, mut form: JoinForm, errors: Errors) -> Result<Response> {
    form.rules = rules_read(&form.rules, cx.app.rules()).to_string();
    let organisations = partners::queries::choices(&mut *cx.read().await?).await?;
    let template = AskPage {
        page: Page::new(cx, "join/ask").typed("/join").public("/join"),
        form,
        errors,
        organisations: organisations.into_iter().map(|choice| (choice.slug, choice.name)).collect(),
        sectors: cx.app.vocabulary.choices(cx.locale),
        languages: Locale::choices(),
    };
    show_with(template.errors.status(), &template)
}
