//! What the next page should say: "Saved", "Request approved". The cookie carries the key of a text, nothing else, and
//! the page that shows it takes it away.

/// A message for the next page. A closed set, so that a cookie can never put words of its own on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flash {
    SignedIn,
    SignedOut,
    PasswordSet,
    ProfileSaved,
    SecondFactorShown,
    SecondFactorRemoved,
    RecoveryCodeUsed,
    RequestApproved,
    RequestDeclined,
    DraftSaved,
    ArticleSubmitted,
    ReviewerAssigned,
    ReviewSent,
    ArticlePublished,
    EventPublished,
    EventSaved,
    EventCancelled,
    AnswerSaved,
    LabelChanged,
    WiderAsked,
    WiderDeclined,
    WiderWithdrawn,
    GlassBroken,
    AttendanceSaved,
    GroupMade,
    GroupSaved,
    GroupMemberAdded,
    GroupMemberEnded,
    GroupClosed,
    ClientListed,
    ClientRemoved,
}

impl Flash {
    const ALL: [Self; 31] = [
        Self::SignedIn,
        Self::SignedOut,
        Self::PasswordSet,
        Self::ProfileSaved,
        Self::SecondFactorShown,
        Self::SecondFactorRemoved,
        Self::RecoveryCodeUsed,
        Self::RequestApproved,
        Self::RequestDeclined,
        Self::DraftSaved,
        Self::ArticleSubmitted,
        Self::ReviewerAssigned,
        Self::ReviewSent,
        Self::ArticlePublished,
        Self::EventPublished,
        Self::EventSaved,
        Self::EventCancelled,
        Self::AnswerSaved,
        Self::LabelChanged,
        Self::WiderAsked,
        Self::WiderDeclined,
        Self::WiderWithdrawn,
        Self::GlassBroken,
        Self::AttendanceSaved,
        Self::GroupMade,
        Self::GroupSaved,
        Self::GroupMemberAdded,
        Self::GroupMemberEnded,
        Self::GroupClosed,
        Self::ClientListed,
        Self::ClientRemoved,
    ];

    /// The key of its text, which is also the cookie's value.
    pub fn key(self) -> &'static str {
        match self {
            Self::SignedIn => "account-flash-signed-in",
            Self::SignedOut => "account-flash-signed-out",
            Self::PasswordSet => "account-flash-password-set",
            Self::ProfileSaved => "account-flash-profile-saved",
            Self::SecondFactorShown => "account-flash-second-factor-shown",
            Self::SecondFactorRemoved => "account-flash-second-factor-removed",
            Self::RecoveryCodeUsed => "account-flash-recovery-code-used",
            Self::RequestApproved => "join-flash-approved",
            Self::RequestDeclined => "join-flash-declined",
            Self::DraftSaved => "articles-flash-saved",
            Self::ArticleSubmitted => "articles-flash-submitted",
            Self::ReviewerAssigned => "articles-flash-assigned",
            Self::ReviewSent => "articles-flash-reviewed",
            Self::ArticlePublished => "articles-flash-published",
            Self::EventPublished => "events-flash-published",
            Self::EventSaved => "events-flash-saved",
            Self::EventCancelled => "events-flash-cancelled",
            Self::AnswerSaved => "events-flash-answered",
            Self::LabelChanged => "items-flash-label",
            Self::WiderAsked => "items-flash-asked",
            Self::WiderDeclined => "items-flash-declined",
            Self::WiderWithdrawn => "items-flash-withdrawn",
            Self::GlassBroken => "items-flash-broken",
            Self::AttendanceSaved => "events-flash-attendance",
            Self::GroupMade => "groups-flash-made",
            Self::GroupSaved => "groups-flash-saved",
            Self::GroupMemberAdded => "groups-flash-added",
            Self::GroupMemberEnded => "groups-flash-ended",
            Self::GroupClosed => "groups-flash-closed",
            Self::ClientListed => "partners-flash-listed",
            Self::ClientRemoved => "partners-flash-removed",
        }
    }

    /// The message for a cookie's value.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|flash| flash.key() == key)
    }
}
