//! What time does to requests, and the mail of the day. The worker looks every few minutes; all of it may run on several
//! instances at once.

use super::model::{ANSWER_WITHIN, PROVE_WITHIN, REMIND_BEFORE};
use super::{changes, invitations, tell};
use crate::access::Viewer;
use crate::app::App;
use crate::audit::{self, Action};
use crate::jobs::{self, Job, JoinNews};
use serde_json::json;

/// Takes the steps that are due.
///
/// # Errors
/// When the database is away. What was not done is done the next time.
pub async fn round(app: &App) -> sqlx::Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.write(&Viewer::Nobody).await?;
    changes::expire_unproven(&mut tx, now - PROVE_WITHIN, now).await?;
    invitations::queries::expire(&mut tx, now).await?;
    for request in changes::expire_asked(&mut tx, now - ANSWER_WITHIN, now).await? {
        jobs::enqueue(&mut tx, &app.clock, &Job::JoinNews { request, news: JoinNews::Expired }).await?;
        audit::record(&mut tx, &app.clock, None, Action::JoinExpired, request, json!({})).await?;
    }
    for request in changes::remind_asked(&mut tx, now - (ANSWER_WITHIN - REMIND_BEFORE), now).await? {
        jobs::enqueue(&mut tx, &app.clock, &Job::JoinNews { request, news: JoinNews::Reminder }).await?;
    }
    tx.commit().await?;
    changes::forget_links(app.db.pool(), now).await?;
    tell::digests(app).await
}
