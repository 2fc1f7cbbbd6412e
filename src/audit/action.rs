//! What can be done that the log tells of.

/// What was done. The words are stored; they are never reworded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    JoinApproved,
    JoinDeclined,
    PasswordSet,
    SecondFactorSet,
    SecondFactorRemoved,
    RecoveryCodeUsed,
    PasskeyAdded,
    PasskeyRemoved,
    PasswordRemoved,
    ProviderLinked,
    ProviderUnlinked,
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
    LogExported,
}

impl Action {
    /// All of them, those about people first.
    pub const ALL: [Self; 38] = [
        Self::JoinApproved,
        Self::JoinDeclined,
        Self::PasswordSet,
        Self::SecondFactorSet,
        Self::SecondFactorRemoved,
        Self::RecoveryCodeUsed,
        Self::PasskeyAdded,
        Self::PasskeyRemoved,
        Self::PasswordRemoved,
        Self::ProviderLinked,
        Self::ProviderUnlinked,
        Self::SignedIn,
        Self::ArticleSubmitted,
        Self::ReviewerAssigned,
        Self::ArticleReviewed,
        Self::ArticlePublished,
        Self::EventPublished,
        Self::EventChanged,
        Self::EventCancelled,
        Self::LabelChanged,
        Self::WiderAsked,
        Self::WiderDeclined,
        Self::GlassBroken,
        Self::AttendanceNoted,
        Self::GroupMade,
        Self::GroupChanged,
        Self::GroupMemberAdded,
        Self::GroupMemberEnded,
        Self::GroupClosed,
        Self::ClientListed,
        Self::ClientRemoved,
        Self::FileAdded,
        Self::FileRemoved,
        Self::MemberMade,
        Self::RolesGiven,
        Self::DemoLoaded,
        Self::CapChanged,
        Self::LogExported,
    ];

    /// The action of a word that was stored.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.word() == word)
    }

    /// The word that is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::JoinApproved => "join.approved",
            Self::JoinDeclined => "join.declined",
            Self::PasswordSet => "account.password-set",
            Self::SecondFactorSet => "account.second-factor-set",
            Self::SecondFactorRemoved => "account.second-factor-removed",
            Self::RecoveryCodeUsed => "account.recovery-code-used",
            Self::PasskeyAdded => "account.passkey-added",
            Self::PasskeyRemoved => "account.passkey-removed",
            Self::PasswordRemoved => "account.password-removed",
            Self::ProviderLinked => "account.provider-linked",
            Self::ProviderUnlinked => "account.provider-unlinked",
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
            Self::LogExported => "installation.log-exported",
        }
    }

    /// What it is done to.
    pub fn subject_kind(self) -> &'static str {
        match self {
            Self::JoinApproved | Self::JoinDeclined => "join-request",
            Self::PasswordSet
            | Self::SecondFactorSet
            | Self::SecondFactorRemoved
            | Self::RecoveryCodeUsed
            | Self::PasskeyAdded
            | Self::PasskeyRemoved
            | Self::PasswordRemoved
            | Self::ProviderLinked
            | Self::ProviderUnlinked
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
            Self::DemoLoaded | Self::CapChanged | Self::LogExported => "installation",
        }
    }
}
