//! The worker: does the jobs, one after another. It belongs to no room: it knows which
//! room writes which mail.

use crate::app::App;
use crate::error::AppError;
use crate::jobs::{self, Job, Outcome};
use crate::mail::{Mailer, Message, SendError};
use crate::{account, articles, items, join, members};
use std::future::Future;
use std::time::Duration;

/// How long the worker rests when nothing is due.
const REST: Duration = Duration::from_millis(500);
/// How long it rests when the database is away.
const LONG_REST: Duration = Duration::from_secs(3);
/// Between two rounds of forgetting what is long over.
const TIDY_EVERY: Duration = Duration::from_hours(1);
/// Between two looks at what the clock brings: a request that expires, the mail of the day.
const LOOK_EVERY: Duration = Duration::from_mins(5);

/// Works until `stop`; a job that has begun is finished.
pub async fn run(app: App, mailer: Mailer, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    let mut tidied = tokio::time::Instant::now() - TIDY_EVERY;
    let mut looked = tokio::time::Instant::now() - LOOK_EVERY;
    loop {
        let rest = match tick(&app, &mailer).await {
            Ok(true) => Duration::ZERO,
            Ok(false) => REST,
            Err(cause) => {
                tracing::warn!(%cause, "the worker cannot reach the database");
                LONG_REST
            }
        };
        if tidied.elapsed() >= TIDY_EVERY && hourly(&app).await {
            tidied = tokio::time::Instant::now();
            if let Err(cause) = members::yearly::round(&app).await {
                tracing::warn!(%cause, "who is still with their organisation is asked in the next round");
            }
        }
        if looked.elapsed() >= LOOK_EVERY && join::clock::round(&app).await.is_ok() {
            looked = tokio::time::Instant::now();
        }
        tokio::select! {
            () = &mut stop => return,
            () = tokio::time::sleep(rest) => {}
        }
    }
}

/// What is done once an hour: what is over is forgotten, what became due is done. False if it is to be tried again.
async fn hourly(app: &App) -> bool {
    if let Err(cause) = account::recovery::finish_due(app).await {
        tracing::warn!(%cause, "a second factor whose removal is due could not be removed");
    }
    jobs::retention::round(app.db.pool(), &app.clock).await;
    jobs::tidy(app.db.pool(), &app.clock, app.limits()).await.is_ok()
}

/// Does the next due job; false if there is none.
///
/// The try is written down before it begins, so that a job whose worker is killed comes again after a while, not at
/// once and not for ever.
///
/// # Errors
/// When the database is away. The job is then still there.
pub async fn tick(app: &App, mailer: &Mailer) -> Result<bool, sqlx::Error> {
    let Some(due) = jobs::take(app.db.pool(), &app.clock).await? else { return Ok(false) };
    let attempts = due.attempts;
    let outcome = match &due.job {
        None => Outcome::GiveUp("unknown kind of job".into()),
        // In a task of its own: a job that breaks takes nobody with it.
        Some(job) => tokio::spawn(attempt(app.clone(), mailer.clone(), job.clone()))
            .await
            .unwrap_or_else(|broken| Outcome::GiveUp(broken.to_string())),
    };
    if !matches!(outcome, Outcome::Done) {
        tracing::warn!(job = %due.id, attempts, ?outcome, "a job did not succeed");
    }
    jobs::settle(app.db.pool(), &app.clock, &due, &outcome).await?;
    Ok(true)
}

async fn attempt(app: App, mailer: Mailer, job: Job) -> Outcome {
    match compose(&app, &job).await {
        Ok(None) => Outcome::Done,
        Ok(Some(message)) => match mailer.send(&message).await {
            Ok(()) => Outcome::Done,
            Err(SendError::Later(reason)) => Outcome::Retry(reason),
            Err(SendError::Never(reason)) => Outcome::GiveUp(reason),
        },
        Err(error @ AppError::Unavailable(_)) => Outcome::Retry(error.to_string()),
        Err(error) => Outcome::GiveUp(error.to_string()),
    }
}

/// The mail of a job, written now; `None` if there is nobody to write to or nothing left to say.
async fn compose(app: &App, job: &Job) -> Result<Option<Message>, AppError> {
    match job {
        Job::JoinProof { request } => join::mails::proof(app, *request).await,
        Job::JoinWaiting { request, liaison } => join::mails::waiting(app, *request, *liaison).await,
        Job::JoinApproved { request, member } => join::mails::approved(app, *request, *member).await,
        Job::JoinDeclined { request } => join::mails::declined(app, *request).await,
        Job::JoinNews { request, news } => join::mails::news(app, *request, *news).await,
        Job::JoinWritten { request, liaison, answer } => join::mails::written(app, *request, *liaison, *answer).await,
        Job::JoinDigest { liaison } => join::mails::digest(app, *liaison).await,
        Job::Invitation { invitation, by } => join::invitations::mails::invitation(app, *invitation, *by).await,
        Job::InvitationAccepted { member } => join::invitations::mails::accepted(app, *member).await,
        Job::InvitationDeclined { invitation, to } => join::invitations::mails::declined(app, *invitation, *to).await,
        Job::VouchAsked { request, email } => join::invitations::mails::vouch(app, *request, email).await,
        Job::PasswordLink { email } => account::mails::password_link(app, email).await,
        Job::LabelChanged { item, change, member, quiet } => {
            items::mails::changed(app, *item, *change, *member, *quiet).await
        }
        Job::WiderAsked { request, member } => items::mails::asked(app, *request, *member).await,
        Job::WiderAnswered { request, member } => items::mails::answered(app, *request, *member).await,
        Job::MembershipNews { member, organisation, news } => {
            members::mails::news(app, *member, *organisation, *news).await
        }
        Job::WakeAsked { member, organisation, to } => {
            members::mails::wake_asked(app, *member, *organisation, *to).await
        }
        Job::PersonLeft { member, organisation, to } => members::mails::left(app, *member, *organisation, *to).await,
        Job::PersonDeleted { name, organisation, to } => members::mails::deleted(app, name, *organisation, *to).await,
        Job::PeopleAsked { organisation, member } => members::mails::asked(app, *organisation, *member).await,
        Job::GlassBroken { item, member } => items::mails::broken(app, *item, *member).await,
        Job::AccountNews { member, news } => account::mails::account(app, *member, news).await,
        Job::AddressProof { change, mailbox } => account::mails::address_proof(app, *change, *mailbox).await,
        Job::AddressChanged { change, mailbox } => account::mails::address_changed(app, *change, *mailbox).await,
        Job::RecoveryNews { recovery, to, news } => account::mails::recovery(app, *recovery, *to, *news).await,
        Job::AccountDeleted { email, name, language, before } => {
            Ok(Some(account::mails::deleted(app, email, name, *language, before)))
        }
        Job::SecondFactorNews { member, news } => account::mails::second_factor(app, *member, *news).await,
        Job::SignInNews { member, news } => account::mails::sign_in(app, *member, *news).await,
        Job::ProviderProposal { proposal } => account::mails::provider_link(app, *proposal).await,
        Job::ArticleNews { revision, member, news } => articles::mails::news(app, *revision, *member, *news).await,
    }
}
