//! The audit log: who did what to what, and why. It only grows (the database refuses anything else), and a line is
//! written in the transaction of the change that it tells of.

use crate::{clock::Clock, db::WriteTx};
use serde_json::Value;
use uuid::Uuid;

/// What was done. The words are stored; they are never reworded.
#[derive(Clone, Copy, Debug)]
pub enum Action {
    JoinApproved,
    JoinDeclined,
    PasswordSet,
    SecondFactorSet,
    SecondFactorRemoved,
    RecoveryCodeUsed,
    SignedIn,
    ArticleSubmitted,
    ReviewerAssigned,
    ArticleReviewed,
    ArticlePublished,
    EventPublished,
    EventChanged,
    EventCancelled,
    LabelChanged,
    WiderAsked,
    WiderDeclined,
    GlassBroken,
    AttendanceNoted,
    GroupMade,
    GroupChanged,
    GroupMemberAdded,
    GroupMemberEnded,
    GroupClosed,
    ClientListed,
    ClientRemoved,
    FileAdded,
    FileRemoved,
    MemberMade,
    RolesGiven,
    DemoLoaded,
    CapChanged,
}

impl Action {
    fn word(self) -> &'static str {
        match self {
            Self::JoinApproved => "join.approved",
            Self::JoinDeclined => "join.declined",
            Self::PasswordSet => "account.password-set",
            Self::SecondFactorSet => "account.second-factor-set",
            Self::SecondFactorRemoved => "account.second-factor-removed",
            Self::RecoveryCodeUsed => "account.recovery-code-used",
            Self::SignedIn => "account.signed-in",
            Self::ArticleSubmitted => "article.submitted",
            Self::ReviewerAssigned => "article.reviewer-assigned",
            Self::ArticleReviewed => "article.reviewed",
            Self::ArticlePublished => "article.published",
            Self::EventPublished => "event.published",
            Self::EventChanged => "event.changed",
            Self::EventCancelled => "event.cancelled",
            Self::LabelChanged => "item.label-changed",
            Self::WiderAsked => "item.wider-asked",
            Self::WiderDeclined => "item.wider-declined",
            Self::GlassBroken => "item.glass-broken",
            Self::AttendanceNoted => "event.attendance-noted",
            Self::GroupMade => "group.made",
            Self::GroupChanged => "group.changed",
            Self::GroupMemberAdded => "group.member-added",
            Self::GroupMemberEnded => "group.member-ended",
            Self::GroupClosed => "group.closed",
            Self::ClientListed => "organisation.client-listed",
            Self::ClientRemoved => "organisation.client-removed",
            Self::FileAdded => "file.added",
            Self::FileRemoved => "file.removed",
            Self::MemberMade => "member.made",
            Self::RolesGiven => "member.roles-given",
            Self::DemoLoaded => "installation.demo-loaded",
            Self::CapChanged => "installation.cap-changed",
        }
    }

    fn subject_kind(self) -> &'static str {
        match self {
            Self::JoinApproved | Self::JoinDeclined => "join-request",
            Self::PasswordSet
            | Self::SecondFactorSet
            | Self::SecondFactorRemoved
            | Self::RecoveryCodeUsed
            | Self::SignedIn
            | Self::MemberMade
            | Self::RolesGiven => "member",
            Self::ArticleSubmitted | Self::ReviewerAssigned | Self::ArticleReviewed | Self::ArticlePublished => {
                "revision"
            }
            Self::LabelChanged | Self::WiderAsked | Self::WiderDeclined | Self::GlassBroken => "item",
            Self::EventPublished | Self::EventChanged | Self::EventCancelled | Self::AttendanceNoted => "event",
            Self::GroupMade
            | Self::GroupChanged
            | Self::GroupMemberAdded
            | Self::GroupMemberEnded
            | Self::GroupClosed => "group",
            Self::ClientListed | Self::ClientRemoved => "organisation",
            Self::FileAdded | Self::FileRemoved => "file",
            Self::DemoLoaded | Self::CapChanged => "installation",
        }
    }
}

/// Adds a line. `detail` never holds labelled text: the log is read by people whom a label may leave out.
///
/// # Errors
/// When the database refuses or is away; the change then does not happen either.
pub async fn record(
    tx: &mut WriteTx,
    clock: &Clock,
    actor: Option<Uuid>,
    action: Action,
    subject: Uuid,
    detail: Value,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into audit_log (at, actor_id, action, subject_kind, subject_id, detail) values ($1, $2, $3, $4, $5, $6)",
        clock.now(),
        actor,
        action.word(),
        action.subject_kind(),
        subject,
        detail,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
