//! A member who lost the second factor and the recovery codes: the liaison starts its removal, with a reason that says how
//! it was made sure who asks. Nothing is removed before the waiting time is over; until then the member can stop it.

use super::queries::{self, Profile};
use crate::audit::{self, Action};
use crate::auth::lost_factor::{self, Recovery};
use crate::error::{AppError, Result};
use crate::jobs::{self, Job, RecoveryNews};
use crate::web::cx::{FreshCx, MemberCx};
use crate::web::flash::Flash;
use crate::web::form::{Check, Errors, Form};
use crate::web::page::{Page, go, show_with};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

/// As typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct RecoveryForm {
    reason: String,
}

#[derive(Template)]
#[template(path = "members/recovery.html")]
struct RecoveryPage {
    page: Page,
    profile: Profile,
    /// Whether there is anything to remove.
    has_factor: bool,
    open: Option<Recovery>,
    own: bool,
    days: i64,
    form: RecoveryForm,
    errors: Errors,
}

/// `GET /members/{slug}/recovery`
pub async fn get(cx: MemberCx, Path(slug): Path<String>) -> Result<Response> {
    render(&cx, &slug, RecoveryForm::default(), Errors::default()).await
}

/// The page again, with what was typed.
pub async fn again(cx: MemberCx, Path(slug): Path<String>, Form(form): Form<RecoveryForm>) -> Result<Response> {
    let errors = cx.shown_errors();
    render(&cx, &slug, form, errors).await
}

/// `POST /members/{slug}/recovery`
pub async fn post(cx: FreshCx, Path(slug): Path<String>, Form(form): Form<RecoveryForm>) -> Result<Response> {
    let mut check = Check::new();
    let reason = check.text("reason", &form.reason, 10..=2000);
    if let Err(errors) = check.done() {
        return render(&cx, &slug, form, errors).await;
    }
    let (me, now) = (cx.me().id, cx.app.clock.now());
    let mut tx = cx.write().await?;
    let member = queries::active_id_by_slug(&mut tx, &slug).await?.ok_or(AppError::NotFound)?;
    if member == me {
        return Err(AppError::Conflict("members-conflict-recovery-own"));
    }
    if !lost_factor::has_factor(&mut tx, member).await? {
        return Err(AppError::Conflict("members-conflict-recovery-none"));
    }
    let id = Uuid::now_v7();
    let due_at = now + cx.app.limits().recovery_wait.length();
    let recovery = Recovery { id, member_id: member, started_by: me, started_at: now, due_at, reason: reason.clone() };
    if !lost_factor::start(&mut tx, &recovery).await? {
        return Err(AppError::Conflict("members-conflict-recovery-open"));
    }
    audit::record_because(&mut tx, &cx.app.clock, Some(me), Action::RecoveryStarted, member, &reason, json!({}))
        .await?;
    let news = Job::RecoveryNews { recovery: id, to: member, news: RecoveryNews::Started };
    jobs::enqueue(&mut tx, &cx.app.clock, &news).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/members/{slug}/recovery"), Some(Flash::RecoveryStarted)))
}

/// `POST /members/{slug}/recovery/stop`
pub async fn stop(cx: MemberCx, Path(slug): Path<String>) -> Result<Response> {
    let me = cx.me().id;
    let mut tx = cx.write().await?;
    let member = queries::active_id_by_slug(&mut tx, &slug).await?.ok_or(AppError::NotFound)?;
    let over = AppError::Conflict("members-conflict-recovery-over");
    let recovery = lost_factor::open_of(&mut tx, member).await?.ok_or(over.clone())?;
    if !lost_factor::stop(&mut tx, recovery.id, me, cx.app.clock.now()).await? {
        return Err(over);
    }
    audit::record(&mut tx, &cx.app.clock, Some(me), Action::RecoveryStopped, member, json!({})).await?;
    let news = Job::RecoveryNews { recovery: recovery.id, to: member, news: RecoveryNews::Stopped };
    jobs::enqueue(&mut tx, &cx.app.clock, &news).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/members/{slug}/recovery"), Some(Flash::RecoveryStopped)))
}

async fn render(cx: &MemberCx, slug: &str, form: RecoveryForm, errors: Errors) -> Result<Response> {
    let mut tx = cx.read().await?;
    let profile = queries::by_slug(&mut tx, slug).await?.ok_or(AppError::NotFound)?;
    let member = queries::active_id_by_slug(&mut tx, slug).await?.ok_or(AppError::NotFound)?;
    let has_factor = lost_factor::has_factor(&mut tx, member).await?;
    let open = lost_factor::open_of(&mut tx, member).await?;
    let address = format!("/members/{slug}/recovery");
    let own = member == cx.me().id;
    let sent_to = (has_factor && open.is_none() && !own).then_some(&*address);
    let page = Page::new(cx, "members/recovery").at(&address).typed(sent_to);
    let days = cx.app.limits().recovery_wait.length().num_days();
    show_with(errors.status(), &RecoveryPage { page, profile, has_factor, open, own, days, form, errors })
}
