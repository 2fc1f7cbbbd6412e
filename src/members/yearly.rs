//! Once a year somebody says of each member that they are still with their organisation. Whoever is not answered for is
//! asked about again, and then sleeps: nothing opens, and nothing is lost. The worker calls this every hour; what was done
//! is done once, however many instances there are.

use super::{changes, work_queries};
use crate::access::Viewer;
use crate::app::App;
use crate::audit::{self, Action};
use crate::error::{AppError, Result};
use crate::jobs::{self, Job, MembershipNews};
use serde_json::json;
use uuid::Uuid;

/// Asks, asks again, and puts to sleep, as far as it is time.
///
/// # Errors
/// When the database is away; the next round does what is left.
pub async fn round(app: &App) -> Result<()> {
    ask(app).await?;
    let due = changes::unanswered(&mut *app.db.read(&Viewer::Nobody).await?, app.clock.now()).await?;
    for (member, organisation) in due {
        match sleep(app, member, organisation).await {
            // Without a liaison nobody could wake anybody.
            Err(AppError::Conflict(_)) => tracing::warn!(%member, "the last liaison waits to be confirmed"),
            result => result?,
        }
    }
    Ok(())
}

async fn ask(app: &App) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.write(&Viewer::Nobody).await?;
    for organisation in changes::claim(&mut tx, now).await? {
        changes::ask(&mut tx, organisation, now).await?;
        for member in changes::askers(&mut tx, organisation).await? {
            jobs::enqueue(&mut tx, &app.clock, &Job::PeopleAsked { organisation, member }).await?;
        }
    }
    Ok(tx.commit().await?)
}

async fn sleep(app: &App, member: Uuid, organisation: Uuid) -> Result<()> {
    let mut tx = app.db.write(&Viewer::Nobody).await?;
    work_queries::hold(&mut tx, organisation).await?;
    let slept = changes::put_to_sleep(&mut tx, member, organisation, app.clock.now()).await;
    if !slept.map_err(work_queries::refused)? {
        return Ok(());
    }
    let detail = json!({ "organisation": organisation });
    audit::record(&mut tx, &app.clock, None, Action::MembershipSlept, member, detail).await?;
    let news = Job::MembershipNews { member, organisation, news: MembershipNews::Asleep };
    jobs::enqueue(&mut tx, &app.clock, &news).await?;
    Ok(tx.commit().await?)
}
