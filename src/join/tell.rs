//! Who is told of requests by mail, and when.

use super::model::NoticeChoice;
use super::{changes, queries, work_queries};
use crate::access::Viewer;
use crate::app::App;
use crate::db::WriteTx;
use crate::i18n::SITE_ZONE;
use crate::jobs::{self, Job};
use chrono::Timelike;
use uuid::Uuid;

/// The hour of the site's zone at which the daily mail leaves.
const DIGEST_HOUR: u32 = 7;

/// Writes to each liaison who wants to be told at once.
pub async fn liaisons(tx: &mut WriteTx, app: &App, job: impl Fn(Uuid) -> Job) -> sqlx::Result<()> {
    for liaison in queries::liaisons_told(tx, NoticeChoice::AtOnce).await? {
        jobs::enqueue(tx, &app.clock, &job(liaison)).await?;
    }
    Ok(())
}

/// Writes the daily mails, once a day whatever the number of instances, and none where nothing waits.
pub async fn digests(app: &App) -> sqlx::Result<()> {
    let local = app.clock.now().with_timezone(&SITE_ZONE);
    if local.hour() < DIGEST_HOUR {
        return Ok(());
    }
    let liaisons = queries::liaisons_told(&mut *app.db.read(&Viewer::Nobody).await?, NoticeChoice::Daily).await?;
    for liaison in liaisons {
        let mut tx = app.db.write(&Viewer::OnBehalfOf(liaison)).await?;
        if changes::claim_digest(&mut tx, local.date_naive(), liaison).await? {
            if !work_queries::waiting(&mut tx, 1).await?.is_empty() {
                jobs::enqueue(&mut tx, &app.clock, &Job::JoinDigest { liaison }).await?;
            }
            tx.commit().await?;
        }
    }
    Ok(())
}
