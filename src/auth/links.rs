//! Mailed links: each for one purpose, about one subject, once, for a while. The secret is made when the mail leaves,
//! so no queue and no table ever holds it.

use super::secret::{self, Secret};
use crate::clock::Clock;
use crate::db::WriteTx;
use chrono::TimeDelta;
use uuid::Uuid;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "mail_link_purpose", rename_all = "kebab-case")]
pub enum Purpose {
    /// Proves the address of a join request.
    JoinProof,
    /// Leads the applicant to the own page of a join request.
    JoinStatus,
    /// Accepts or declines an invitation.
    JoinInvitation,
    /// Sets a password: the first one, or a new one.
    Password,
    /// Confirms another mail address, in the mailbox of before. The subject is the change.
    AddressOld,
    /// The same in the new mailbox.
    AddressNew,
    /// Stops the removal of a second factor. The subject is the recovery.
    RecoveryStop,
    /// Links an account to somebody at the provider.
    ProviderLink,
    /// Asks to be let in again. It stands in a page and in no mail. The subject is the member.
    WakeAsk,
}

impl Purpose {
    /// How long such a link lives.
    pub fn lifetime(self) -> TimeDelta {
        match self {
            Self::JoinProof => TimeDelta::days(3),
            // As long as the invitation (`join::inviting`); `join` ends it when that ends earlier.
            Self::JoinInvitation => TimeDelta::days(21),
            // A request waits as long as it must; `join` ends its links after its end.
            Self::JoinStatus => TimeDelta::days(3650),
            Self::Password | Self::AddressOld | Self::AddressNew => TimeDelta::days(2),
            // Longer than any waiting time: whoever comes too late is told so.
            Self::RecoveryStop => TimeDelta::days(30),
            Self::ProviderLink => TimeDelta::days(1),
            // As long as somebody leaves a page open.
            Self::WakeAsk => TimeDelta::hours(1),
        }
    }
}

/// Makes a link's secret for a mail that is about to leave.
///
/// # Errors
/// When the database is away.
pub async fn issue(
    conn: &mut sqlx::PgConnection,
    clock: &Clock,
    purpose: Purpose,
    subject: Uuid,
) -> sqlx::Result<String> {
    let secret = Secret::generate();
    let now = clock.now();
    sqlx::query!(
        "insert into mail_links (token_hash, purpose, subject_id, created_at, expires_at) values ($1, $2, $3, $4, $5)",
        secret.hash,
        purpose as Purpose,
        subject,
        now,
        now + purpose.lifetime()
    )
    .execute(conn)
    .await?;
    Ok(secret.text)
}

/// The subject of a link that still works, without using it up.
///
/// # Errors
/// When the database is away.
pub async fn look_up(
    conn: &mut sqlx::PgConnection,
    clock: &Clock,
    purpose: Purpose,
    text: &str,
) -> sqlx::Result<Option<Uuid>> {
    let hash = secret::hash(text);
    sqlx::query_scalar!(
        "select subject_id from mail_links where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3",
        hash,
        purpose as Purpose,
        clock.now()
    )
    .fetch_optional(conn)
    .await
}

/// The subject of a link that was used up before it ran out: somebody presses a button twice.
///
/// # Errors
/// When the database is away.
pub async fn look_up_used(
    conn: &mut sqlx::PgConnection,
    clock: &Clock,
    purpose: Purpose,
    text: &str,
) -> sqlx::Result<Option<Uuid>> {
    let hash = secret::hash(text);
    sqlx::query_scalar!(
        "select subject_id from mail_links
         where token_hash = $1 and purpose = $2 and used_at is not null and expires_at > $3",
        hash,
        purpose as Purpose,
        clock.now()
    )
    .fetch_optional(conn)
    .await
}

/// Uses a link up: of two at once, one gets the subject. All other links of the same purpose and subject end with it.
///
/// # Errors
/// When the database is away.
pub async fn redeem(tx: &mut WriteTx, clock: &Clock, purpose: Purpose, text: &str) -> sqlx::Result<Option<Uuid>> {
    let hash = secret::hash(text);
    let subject = sqlx::query_scalar!(
        "update mail_links set used_at = $3
         where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3
         returning subject_id",
        hash,
        purpose as Purpose,
        clock.now()
    )
    .fetch_optional(&mut **tx)
    .await?;
    if let Some(subject) = subject {
        end_all(tx, clock, purpose, subject).await?;
    }
    Ok(subject)
}

/// Ends all links of a purpose about a subject.
///
/// # Errors
/// When the database is away.
pub async fn end_all(tx: &mut WriteTx, clock: &Clock, purpose: Purpose, subject: Uuid) -> sqlx::Result<()> {
    sqlx::query!(
        "update mail_links set used_at = $3 where subject_id = $1 and purpose = $2 and used_at is null",
        subject,
        purpose as Purpose,
        clock.now()
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
