//! A second factor that is lost, with its recovery codes: a liaison starts its removal (`members::recovery`), the member is
//! told and can stop it, and when the waiting time is over the worker removes it.

use super::passkeys;
use super::second_factor::changes;
use crate::access::Viewer;
use crate::app::App;
use crate::audit::{self, Action};
use crate::auth::links::{self, Purpose};
use crate::auth::lost_factor;
use crate::error::{AppError, Result};
use crate::jobs::{self, Job, RecoveryNews};
use crate::web::cx::Cx;
use crate::web::flash::Flash;
use crate::web::page::{Page, go, show};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde_json::json;

#[derive(Template)]
#[template(path = "account/recovery.html")]
struct StopPage {
    page: Page,
    secret: String,
    due: DateTime<Utc>,
}

/// `GET /account/recovery/{secret}`. Opening it changes nothing, for mail scanners open links too.
pub async fn get(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let mut tx = cx.app.db.read(&Viewer::Nobody).await?;
    let id = links::look_up(&mut tx, &cx.app.clock, Purpose::RecoveryStop, &secret).await?.ok_or(AppError::LinkOver)?;
    let recovery = lost_factor::open_by_id(&mut tx, id).await?.ok_or(AppError::LinkOver)?;
    show(&StopPage { page: Page::new(&cx, "account/recovery"), secret, due: recovery.due_at })
}

/// `POST /account/recovery/{secret}`
pub async fn post(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let mut tx = cx.app.db.write(&Viewer::Nobody).await?.of_request(cx.request_id);
    let over = AppError::LinkOver;
    let id = links::redeem(&mut tx, &cx.app.clock, Purpose::RecoveryStop, &secret).await?.ok_or(over.clone())?;
    let recovery = lost_factor::open_by_id(&mut tx, id).await?.ok_or(over.clone())?;
    let member = recovery.member_id;
    tx.act_as(&Viewer::OnBehalfOf(member)).await?;
    if !lost_factor::stop(&mut tx, id, member, cx.app.clock.now()).await? {
        return Err(over);
    }
    audit::record(&mut tx, &cx.app.clock, Some(member), Action::RecoveryStopped, member, json!({})).await?;
    let news = Job::RecoveryNews { recovery: id, to: recovery.started_by, news: RecoveryNews::Stopped };
    jobs::enqueue(&mut tx, &cx.app.clock, &news).await?;
    tx.commit().await?;
    Ok(go(&cx, "/", Some(Flash::RecoveryStopped)))
}

/// Removes what is due. Of two instances at once, one does each.
///
/// # Errors
/// When the database is away; what is due stays due.
pub async fn finish_due(app: &App) -> Result<()> {
    let now = app.clock.now();
    let due = lost_factor::due(&mut *app.db.read(&Viewer::Nobody).await?, now).await?;
    for (id, member) in due {
        let mut tx = app.db.write(&Viewer::OnBehalfOf(member)).await?;
        if lost_factor::finish(&mut tx, id, now).await? {
            changes::remove(&mut tx, member).await?;
            passkeys::changes::remove_all(&mut tx, member).await?;
            audit::record(&mut tx, &app.clock, None, Action::SecondFactorRemoved, member, json!({ "recovery": id }))
                .await?;
            let news = Job::RecoveryNews { recovery: id, to: member, news: RecoveryNews::Done };
            jobs::enqueue(&mut tx, &app.clock, &news).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}
