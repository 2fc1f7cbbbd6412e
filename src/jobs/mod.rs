//! Work for later: enqueued in the transaction of the change that wants it, done by the worker.
//!
//! A job ends done, is tried again after a while, or fails for good and stays to be looked at. It holds ids, never
//! labelled text and never a secret: what a mail says is read when it leaves, in the name of the one who gets it.

pub mod queries;
pub mod retention;

use crate::auth::limits::Limits;
use crate::clock::Clock;
use crate::db::WriteTx;
use crate::i18n::Locale;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use sqlx::PgPool;
use uuid::Uuid;

/// How often a job is tried.
pub const MAX_ATTEMPTS: i16 = 8;
/// The wait after the first failure; it doubles with each further one, so that the last try is about two hours later.
pub const FIRST_WAIT: TimeDelta = TimeDelta::minutes(1);
/// How long a worker has for one try. A worker that was killed in between leaves the job to the next one after it.
pub const LEASE: TimeDelta = TimeDelta::minutes(5);
/// How long links that have run out are kept.
const KEEP_LINKS: TimeDelta = TimeDelta::days(14);

/// How long a join request waits to be proven: its link has long run out by then.
pub const KEEP_UNPROVEN: TimeDelta = TimeDelta::days(14);

/// A piece of work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "job", rename_all = "kebab-case")]
pub enum Job {
    /// Asks an applicant to prove the address; to a member's address, tells that there is an account.
    JoinProof { request: Uuid },
    /// Tells a liaison that a request waits.
    JoinWaiting { request: Uuid, liaison: Uuid },
    /// Welcomes a new member with a link to set a password.
    JoinApproved { request: Uuid, member: Uuid },
    /// Tells an applicant why not.
    JoinDeclined { request: Uuid },
    /// Tells an applicant what else happened to the request.
    JoinNews { request: Uuid, news: JoinNews },
    /// Tells a liaison that an applicant wrote something.
    JoinWritten { request: Uuid, liaison: Uuid, answer: bool },
    /// Tells a liaison once a day what waits.
    JoinDigest { liaison: Uuid },
    /// Invites somebody, in the name of a member who may.
    Invitation { invitation: Uuid, by: Uuid },
    /// Welcomes whoever an invitation made a member.
    InvitationAccepted { member: Uuid },
    /// Tells who invited that it was declined.
    InvitationDeclined { invitation: Uuid, to: Uuid },
    /// Asks the member with this address, if there is one, to vouch for an applicant.
    VouchAsked { request: Uuid, email: String },
    /// Sends a link to set a new password to the address that somebody typed, if it is a member's.
    PasswordLink { email: String },
    /// Tells a member that the second factor of the account is another one from now on, or gone.
    SecondFactorNews { member: Uuid, news: SecondFactorNews },
    /// Tells a member what happened to what guards the account.
    AccountNews { member: Uuid, news: AccountNews },
    /// Asks for the confirmation of another mail address, in one of the two mailboxes.
    AddressProof { change: Uuid, mailbox: Mailbox },
    /// Tells both mailboxes that the address changed.
    AddressChanged { change: Uuid, mailbox: Mailbox },
    /// Tells a member, or another liaison, that the removal of a lost second factor was begun, stopped or done.
    RecoveryNews { recovery: Uuid, to: Uuid, news: RecoveryNews },
    /// Tells the address of before that the account is gone: there is no member to look it up of. `before` are the kinds of
    /// the mails about the account that still waited then, and now never leave.
    AccountDeleted {
        email: String,
        name: String,
        language: Locale,
        #[serde(default)]
        before: Vec<String>,
    },
    /// Tells a member that the ways into the account are others from now on.
    SignInNews { member: Uuid, news: SignInNews },
    /// Asks the mailbox of an account whether somebody at the provider is the same person.
    ProviderProposal { proposal: Uuid },
    /// Tells somebody who works on a text what happened to it.
    ArticleNews { revision: Uuid, member: Uuid, news: ArticleNews },
    /// Tells a reader that the label of an item changed. `quiet` if it was or became too strict for a mail to name it.
    LabelChanged { item: Uuid, change: Uuid, member: Uuid, quiet: bool },
    /// Tells who answers for an item that somebody asks for wider sharing.
    WiderAsked { request: Uuid, member: Uuid },
    /// Tells whoever asked for it how the source answered.
    WiderAnswered { request: Uuid, member: Uuid },
    /// Tells who answers for an item that a liaison opened it beyond its audience.
    GlassBroken { item: Uuid, member: Uuid },
    /// Tells a member what happened to their membership of an organisation.
    MembershipNews { member: Uuid, organisation: Uuid, news: MembershipNews },
    /// Tells who can let somebody in again that they ask for it.
    WakeAsked { member: Uuid, organisation: Uuid, to: Uuid },
    /// Tells who looks after the people of an organisation that one of them left it.
    PersonLeft { member: Uuid, organisation: Uuid, to: Uuid },
    /// The same of one who deleted the account: there is no member to look the name up of.
    PersonDeleted { name: String, organisation: Uuid, to: Uuid },
    /// Asks whether people are still with their organisation.
    PeopleAsked { organisation: Uuid, member: Uuid },
}

/// What happened to a membership.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MembershipNews {
    /// The member left.
    Left,
    /// Somebody ended it.
    Ended,
    /// The organisation left.
    Departed,
    /// Nobody answered whether the member is still there.
    Asleep,
    /// It holds again.
    Woken,
    /// The member has other roles.
    Roles,
}

/// What happened to a join request, beside the decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum JoinNews {
    /// It came by an invitation and waits for the liaison.
    Waiting,
    Asked,
    Reminder,
    Withdrawn,
    Expired,
}

/// What happened to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ArticleNews {
    Submitted,
    Assigned,
    Approved,
    ChangesAsked,
    Published,
}

/// What happened to what guards an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AccountNews {
    /// Somebody signed in at a browser where the account never was. The words are those of `auth::agent`.
    NewDevice {
        device: String,
        at: DateTime<Utc>,
    },
    PasswordSet,
    RecoveryCodeUsed,
    /// The operator gave the member roles, on the server.
    RolesGiven,
    /// Everything that the site holds about the member was taken along.
    DataTaken,
}

/// One of the two mailboxes of a change of address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mailbox {
    Old,
    New,
}

/// What happened to the removal of a lost second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecoveryNews {
    Started,
    Stopped,
    Done,
}

/// What happened to the second factor of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SecondFactorNews {
    Set,
    Removed,
}

/// What happened to the ways into an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignInNews {
    PasskeyAdded,
    PasskeyRemoved,
    PasswordRemoved,
    ProviderLinked,
    ProviderUnlinked,
}

/// How a try ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Done, or no longer needed.
    Done,
    /// It may work later.
    Retry(String),
    /// It will never work.
    GiveUp(String),
}

/// A job that is due.
#[derive(Debug)]
pub struct Due {
    pub id: Uuid,
    /// How often it was tried, this time included.
    pub attempts: i16,
    /// `None` if a later program wrote a kind that this one does not know.
    pub job: Option<Job>,
}

/// Adds a job to the change.
///
/// # Errors
/// When the database is away.
pub async fn enqueue(tx: &mut WriteTx, clock: &Clock, job: &Job) -> sqlx::Result<()> {
    enqueue_at(tx, clock.now(), job).await
}

/// The same where the instant of the change is known already.
///
/// # Errors
/// When the database is away.
pub async fn enqueue_at(tx: &mut WriteTx, now: DateTime<Utc>, job: &Job) -> sqlx::Result<()> {
    let payload = serde_json::to_value(job).map_err(|error| sqlx::Error::Encode(error.into()))?;
    let kind = payload.get("job").and_then(|kind| kind.as_str()).unwrap_or_default().to_owned();
    sqlx::query!(
        "insert into jobs (id, kind, payload, run_at, created_at) values ($1, $2, $3, $4, $4)",
        Uuid::now_v7(),
        kind,
        payload,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Takes the next due job: counts the try and keeps other workers away for [`LEASE`].
///
/// # Errors
/// When the database is away.
pub async fn take(pool: &PgPool, clock: &Clock) -> sqlx::Result<Option<Due>> {
    let now = clock.now();
    let row = sqlx::query!(
        "update jobs set attempts = attempts + 1, run_at = $2
         where id = (select id from jobs where state = 'waiting' and run_at <= $1
                     order by run_at, id limit 1 for update skip locked)
         returning id, payload, attempts",
        now,
        now + LEASE
    )
    .fetch_optional(pool)
    .await?;
    Ok(row.map(|row| Due { id: row.id, attempts: row.attempts, job: serde_json::from_value(row.payload).ok() }))
}

/// Writes down how a try ended.
///
/// # Errors
/// When the database is away; the job is then tried again when its lease has run out.
pub async fn settle(pool: &PgPool, clock: &Clock, due: &Due, outcome: &Outcome) -> sqlx::Result<()> {
    let now = clock.now();
    let (state, reason) = match outcome {
        Outcome::Done => ("done", None),
        Outcome::GiveUp(reason) => ("failed", Some(reason.as_str())),
        Outcome::Retry(reason) if due.attempts >= MAX_ATTEMPTS => ("failed", Some(reason.as_str())),
        Outcome::Retry(reason) => ("waiting", Some(reason.as_str())),
    };
    let doublings = due.attempts.saturating_sub(1).clamp(0, MAX_ATTEMPTS).unsigned_abs();
    let wait = FIRST_WAIT * 2_i32.pow(u32::from(doublings));
    sqlx::query!(
        // Whom it was for is needed no more; of a member the id stays, and of one who is deleted nothing at all.
        "update jobs set state = $2::text::job_state, run_at = $4,
             last_error = case when $2::text = 'failed' and kind = 'account-deleted' then 'not delivered' else $3 end,
             payload = case when $2::text = 'done' or ($2::text = 'failed' and kind in ('account-deleted', 'person-deleted'))
                 then payload - 'email' - 'name' else payload end,
             ended_at = case when $2::text = 'waiting' then null else $5::timestamptz end
         where id = $1",
        due.id,
        state,
        reason,
        now + wait,
        now
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Forgets links and sessions that are long over, and what no limit needs any more.
///
/// # Errors
/// When the database is away.
pub async fn tidy(pool: &PgPool, clock: &Clock, limits: &Limits) -> sqlx::Result<()> {
    let now = clock.now();
    // The link that proved a request goes on as one to its page; `join::clock` forgets it after the request's end.
    sqlx::query!(
        "delete from mail_links where expires_at < $1 and not (purpose = 'join-proof' and used_at is not null)",
        now - KEEP_LINKS
    )
    .execute(pool)
    .await?;
    sqlx::query!("select forget_unproven_requests($1)", now - KEEP_UNPROVEN).execute(pool).await?;
    // A bucket that is full again is as good as none.
    sqlx::query!("delete from limit_buckets where full_at < $1", now).execute(pool).await?;
    sqlx::query!("delete from passkey_ceremonies where expires_at < $1", now).execute(pool).await?;
    sqlx::query!("delete from provider_attempts where expires_at < $1", now).execute(pool).await?;
    sqlx::query!("delete from provider_proposals where created_at < $1", now - KEEP_LINKS).execute(pool).await?;
    let known_since = now - crate::auth::device::LIMIT;
    sqlx::query!("delete from known_devices where created_at < $1", known_since).execute(pool).await?;
    let idle_since = now - limits.session_idle.length();
    sqlx::query!("delete from sessions where expires_at < $1 or last_seen_at < $2", now, idle_since)
        .execute(pool)
        .await?;
    Ok(())
}
