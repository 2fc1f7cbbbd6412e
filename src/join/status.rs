//! The applicant's own page of a request, by the link in each mail about it: where it stands, what happens next, and what
//! was said. Opening it changes nothing. What liaisons note for each other never comes here.

use super::changes::{self, OwnStep};
use super::model::{ANSWER_WITHIN, Actor, Event, JoinState, MessageKind};
use super::queries::{self, OwnRequest};
use super::timeline::{self, Entry};
use super::{tell, vouching};
use crate::access::Viewer;
use crate::audit::{self, Action};
use crate::auth::limits;
use crate::error::{AppError, Result};
use crate::jobs::{self, Job, JoinNews};
use crate::web::cx::Cx;
use crate::web::flash::Flash;
use crate::web::form::{Check, Errors, Form};
use crate::web::later;
use crate::web::page::{Page, go, show_with};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::json;

/// What the applicant writes, as typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct MessageForm {
    pub message: String,
    /// Of a member who knows the applicant.
    pub email: String,
}

#[derive(Template)]
#[template(path = "join/status.html")]
struct StatusPage {
    page: Page,
    secret: String,
    public_url: String,
    request: OwnRequest,
    sector: String,
    timeline: Vec<Entry>,
    /// Until when a question waits for its answer.
    answer_by: DateTime<Utc>,
    form: MessageForm,
    errors: Errors,
}

impl StatusPage {
    /// What the liaison asks, while an answer is waited for.
    fn question(&self) -> Option<&str> {
        let is_asked = self.request.state == JoinState::Asked;
        let mut questions = self.timeline.iter().filter(|entry| is_asked && entry.what == "question");
        questions.next_back().map(|entry| entry.words.as_str())
    }

    /// Where colleagues can vouch.
    fn vouch_address(&self) -> String {
        format!("{}/join/vouch/{}", self.public_url, self.request.id)
    }

    /// The end of the text keys of where it stands.
    fn standing(&self) -> &'static str {
        if self.request.replaced { "replaced" } else { self.request.state.word() }
    }
}

/// `GET /join/status/{secret}`
pub async fn get(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let request = own(&cx, &secret).await?;
    if request.state == JoinState::Unproven {
        return Ok(go(&cx, &format!("/join/proof/{secret}"), None));
    }
    render(&cx, secret, MessageForm::default(), Errors::default()).await
}

/// The page again, with what was typed.
pub async fn again(cx: Cx, Path(secret): Path<String>, Form(form): Form<MessageForm>) -> Result<Response> {
    let errors = cx.shown_errors();
    render(&cx, secret, form, errors).await
}

/// `POST /join/status/{secret}/add`
pub async fn add(cx: Cx, Path(secret): Path<String>, Form(form): Form<MessageForm>) -> Result<Response> {
    write(cx, secret, form, (Event::Add, MessageKind::Addition)).await
}

/// `POST /join/status/{secret}/answer`
pub async fn answer(cx: Cx, Path(secret): Path<String>, Form(form): Form<MessageForm>) -> Result<Response> {
    write(cx, secret, form, (Event::Answer, MessageKind::Answer)).await
}

/// `POST /join/status/{secret}/withdraw`
pub async fn withdraw(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let now = cx.app.clock.now();
    let mut tx = cx.app.db.write(&Viewer::Nobody).await?.of_request(cx.request_id);
    let request = queries::by_link(&mut tx, &secret, now).await?.ok_or(AppError::LinkOver)?;
    let next = check_open(&request, Event::Withdraw)?;
    let step = OwnStep { expected: request.state, next, said: None };
    let id = changes::step_by_link(&mut tx, &secret, &step, now).await?;
    let request = id.ok_or(AppError::Conflict("join-conflict-moved"))?;
    jobs::enqueue(&mut tx, &cx.app.clock, &Job::JoinNews { request, news: JoinNews::Withdrawn }).await?;
    audit::record(&mut tx, &cx.app.clock, None, Action::JoinWithdrawn, request, json!({})).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/join/status/{secret}"), Some(Flash::RequestWithdrawn)))
}

/// `POST /join/status/{secret}/acquaintance`. The same is said whether a member has this address or not.
pub async fn name_acquaintance(cx: Cx, Path(secret): Path<String>, Form(form): Form<MessageForm>) -> Result<Response> {
    let request = own(&cx, &secret).await?;
    check_open(&request, Event::Add)?;
    let mut check = Check::new();
    let email = check.email("email", &form.email);
    check.must("email", !email.eq_ignore_ascii_case(&request.email), "join-error-acquaintance-own");
    if let Err(errors) = check.done() {
        return render(&cx, secret, form, errors).await;
    }
    let buckets = cx.app.limits().acquaintance(request.id, &email, cx.network);
    if let Some(until) = limits::take(&cx.app, &buckets).await? {
        let errors = later::error("email", "join-error-message-paused", until);
        let page = render(&cx, secret, form, errors).await?;
        return Ok(later::not_before(until, cx.app.clock.now(), page));
    }
    let mut tx = cx.app.db.write(&Viewer::Nobody).await?.of_request(cx.request_id);
    let named = vouching::queries::name_acquaintance(&mut tx, &secret, &email, cx.app.clock.now()).await?;
    if let Some(request) = named {
        jobs::enqueue(&mut tx, &cx.app.clock, &Job::VouchAsked { request, email }).await?;
    }
    tx.commit().await?;
    Ok(go(&cx, &format!("/join/status/{secret}"), Some(Flash::AcquaintanceNamed)))
}

/// An answer or an addition.
async fn write(cx: Cx, secret: String, form: MessageForm, (event, kind): (Event, MessageKind)) -> Result<Response> {
    let request = own(&cx, &secret).await?;
    check_open(&request, event)?;
    let mut check = Check::new();
    let words = check.text("message", &form.message, 2..=4000);
    if let Err(errors) = check.done() {
        return render(&cx, secret, form, errors).await;
    }
    if let Some(until) = limits::take(&cx.app, &cx.app.limits().message(request.id)).await? {
        let errors = later::error("message", "join-error-message-paused", until);
        let page = render(&cx, secret, form, errors).await?;
        return Ok(later::not_before(until, cx.app.clock.now(), page));
    }
    let now = cx.app.clock.now();
    let mut tx = cx.app.db.write(&Viewer::Nobody).await?.of_request(cx.request_id);
    // As it stands now: somebody may have decided between the two looks.
    let request = queries::by_link(&mut tx, &secret, now).await?.ok_or(AppError::LinkOver)?;
    let next = check_open(&request, event)?;
    let step = OwnStep { expected: request.state, next, said: Some((kind, &words)) };
    let id = changes::step_by_link(&mut tx, &secret, &step, now).await?;
    let id = id.ok_or(AppError::Conflict("join-conflict-moved"))?;
    let answer = kind == MessageKind::Answer;
    tell::liaisons(&mut tx, &cx.app, |liaison| Job::JoinWritten { request: id, liaison, answer }).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/join/status/{secret}"), Some(Flash::MessageSent)))
}

/// The request of a link. One that ended without ever being proven is over, as its link is.
async fn own(cx: &Cx, secret: &str) -> Result<OwnRequest> {
    let mut tx = cx.app.db.read(&Viewer::Nobody).await?;
    let request = queries::by_link(&mut tx, secret, cx.app.clock.now()).await?;
    let is_there = |request: &OwnRequest| request.state == JoinState::Unproven || request.proven_at.is_some();
    request.filter(is_there).ok_or(AppError::LinkOver)
}

fn check_open(request: &OwnRequest, event: Event) -> Result<JoinState> {
    let step = request.state.step(Actor::Applicant, event);
    step.map(|step| step.next).ok_or(AppError::Conflict(request.state.conflict(Actor::Applicant)))
}

async fn render(cx: &Cx, secret: String, form: MessageForm, errors: Errors) -> Result<Response> {
    let request = own(cx, &secret).await?;
    let mut tx = cx.app.db.read(&Viewer::Nobody).await?;
    let messages = queries::messages_by_link(&mut tx, &secret, cx.app.clock.now()).await?;
    let named = vouching::queries::acquaintances_by_link(&mut tx, &secret, cx.app.clock.now()).await?;
    drop(tx);
    let address = format!("/join/status/{secret}");
    let sent_to = match request.state {
        JoinState::Asked => Some(format!("{address}/answer")),
        JoinState::Waiting => Some(format!("{address}/add")),
        _ => None,
    };
    let template = StatusPage {
        page: Page::new(cx, "join/status").at(&address).typed(sent_to.as_deref()),
        timeline: timeline::own(&request, messages, named),
        answer_by: request.since + ANSWER_WITHIN,
        public_url: cx.app.public_url.clone(),
        sector: cx.app.vocabulary.names(std::slice::from_ref(&request.sector), cx.locale).join(", "),
        secret,
        request,
        form,
        errors,
    };
    show_with(template.errors.status(), &template)
}
