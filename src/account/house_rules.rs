//! Agreeing to the house rules. Whoever has not agreed to the version in force is led here from every page for members
//! (`web::rules`); a form that was sent there comes along and is offered again afterwards.

use super::sign_in::{self, After};
use crate::access::{Me, Viewer};
use crate::audit::{self, Action};
use crate::error::{AppError, Result};
use crate::i18n::Text;
use crate::join::model::{RULES_CHANGES, house_rules};
use crate::join::queries::{self, Agreement};
use crate::web::cx::{Cx, MemberCx};
use crate::web::flash::Flash;
use crate::web::form::{Carried, Form};
use crate::web::page::{Page, go, local_address, show_with};
use crate::web::query::Query;
use crate::web::rules::ADDRESS;
use crate::web::{characters, markdown};
use askama::Template;
use axum::body::Bytes;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;
use std::sync::Arc;

/// As sent.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct RulesForm {
    /// The version that was read.
    version: String,
    /// `yes` from the button; without it the page is only asked for.
    agree: String,
    /// Where to go on; an address of our own.
    back: String,
    /// The form that was sent without agreement, as its body was.
    carried: String,
    /// `yes` if such a form was sent, which may have no fields at all.
    resend: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    back: String,
}

#[derive(Template)]
#[template(path = "account/house_rules.html")]
struct RulesPage {
    page: Page,
    version: i16,
    body: String,
    /// What the member agreed to last.
    agreed: Option<Agreement>,
    /// What changed since then, with the version that brought it.
    changes: Vec<(i16, Text)>,
    /// Whether the version that was read is no longer in force.
    is_over: bool,
    form: RulesForm,
    /// Whether the form that comes along has text in it.
    has_text: bool,
}

/// `GET /account/house-rules`
pub async fn get(cx: MemberCx, Query(wanted): Query<Wanted>) -> Result<Response> {
    let form = RulesForm { back: wanted.back, ..RulesForm::default() };
    render(&cx, form, StatusCode::OK).await
}

/// The page again; nobody agrees to anything. Also the page that offers a form again afterwards.
pub async fn again(cx: MemberCx, body: Bytes) -> Result<Response> {
    if let Some(address) = cx.again.as_ref().and_then(|again| again.kept_for.as_deref()) {
        return sign_in::go_on(&cx, After::Rules, Carried::new(address, body));
    }
    render(&cx, characters::read(&body).unwrap_or_default(), StatusCode::OK).await
}

/// `POST /account/house-rules`
pub async fn post(cx: MemberCx, Form(form): Form<RulesForm>) -> Result<Response> {
    if form.agree != "yes" {
        return render(&cx, form, StatusCode::OK).await;
    }
    let (me, version) = (cx.me().id, cx.app.rules());
    if form.version != version.to_string() {
        return render(&cx, form, StatusCode::CONFLICT).await;
    }
    let mut tx = cx.write().await?;
    // Of two at once one is noted, and told of.
    if queries::agree(&mut tx, me, version, cx.app.clock.now()).await? {
        let detail = json!({ "version": version });
        audit::record(&mut tx, &cx.app.clock, Some(me), Action::RulesAgreed, me, detail).await?;
    }
    tx.commit().await?;
    go_on(&cx, form)
}

/// On to where the member came from, or to the form that was sent there.
fn go_on(cx: &MemberCx, form: RulesForm) -> Result<Response> {
    let back = if form.back.is_empty() { "/" } else { local_address(&form.back) };
    let kept = Carried::new(back, Bytes::from(form.carried));
    if kept.is_empty() && form.resend != "yes" {
        return Ok(go(cx, back, Some(Flash::RulesAgreed)));
    }
    // The request began before the agreement; its page is the one of a member who agreed.
    let me = Arc::new(Me { owes_rules: false, ..cx.me().clone() });
    let cx = Cx { flash: Some(Flash::RulesAgreed), viewer: Viewer::Member(me), ..Cx::clone(cx) };
    sign_in::go_on(&cx, After::Rules, kept)
}

/// The page; with a conflict, it says that another version came into force.
async fn render(cx: &MemberCx, form: RulesForm, status: StatusCode) -> Result<Response> {
    let version = cx.app.rules();
    let agreed = queries::newest_agreement(&mut *cx.read().await?, cx.me().id).await?;
    let body = markdown::render(house_rules(cx.locale), &markdown::setting(cx.locale))
        .map_err(|refused| AppError::Internal(refused.to_string().into()))?
        .html;
    let since = agreed.as_ref().map_or(i32::from(version), |agreed| agreed.version);
    let texts = cx.texts();
    let changes = (1..=version)
        .filter(|one| i32::from(*one) > since)
        .map(|one| {
            let known = usize::try_from(one - 1).ok().and_then(|at| RULES_CHANGES.get(at));
            (one, texts.text(known.unwrap_or(&"join-rules-changed-other")))
        })
        .collect();
    let has_text = Carried::new("/", Bytes::from(form.carried.clone())).has_text();
    let page = Page::new(cx, "account/house_rules").typed(ADDRESS);
    let is_over = status == StatusCode::CONFLICT;
    show_with(status, &RulesPage { page, version, body, agreed, changes, is_over, form, has_text })
}
