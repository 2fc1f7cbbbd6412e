//! What can be done that the log tells of.

/// One line an action: its name, the word that is stored, and the kind of what it is done to.
macro_rules! actions {
    ($($name:ident = $word:literal on $kind:literal,)*) => {
        /// What was done. The words are stored; they are never reworded.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Action {
            $($name,)*
        }

        impl Action {
            /// All of them, those about people first.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The word that is stored.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }

            /// What it is done to.
            pub fn subject_kind(self) -> &'static str {
                match self {
                    $(Self::$name => $kind,)*
                }
            }
        }
    };
}

actions! {
    JoinApproved = "join.approved" on "join-request",
    JoinDeclined = "join.declined" on "join-request",
    JoinAsked = "join.asked" on "join-request",
    JoinWithdrawn = "join.withdrawn" on "join-request",
    JoinExpired = "join.expired" on "join-request",
    Invited = "join.invited" on "invitation",
    InvitationRevoked = "join.invitation-revoked" on "invitation",
    InvitationAccepted = "join.invitation-accepted" on "invitation",
    InvitationDeclined = "join.invitation-declined" on "invitation",
    Vouched = "join.vouched" on "join-request",
    PasswordSet = "account.password-set" on "member",
    SecondFactorSet = "account.second-factor-set" on "member",
    SecondFactorRemoved = "account.second-factor-removed" on "member",
    RecoveryCodeUsed = "account.recovery-code-used" on "member",
    PasskeyAdded = "account.passkey-added" on "member",
    PasskeyRemoved = "account.passkey-removed" on "member",
    PasswordRemoved = "account.password-removed" on "member",
    ProviderLinked = "account.provider-linked" on "member",
    ProviderUnlinked = "account.provider-unlinked" on "member",
    SessionsEnded = "account.sessions-ended" on "member",
    AddressAsked = "account.address-asked" on "member",
    AddressChanged = "account.address-changed" on "member",
    RecoveryStarted = "account.recovery-started" on "member",
    RecoveryStopped = "account.recovery-stopped" on "member",
    RulesAgreed = "account.rules-agreed" on "member",
    DataTaken = "account.data-taken" on "member",
    AccountDeleted = "account.deleted" on "member",
    SignedIn = "account.signed-in" on "member",
    ArticleSubmitted = "article.submitted" on "revision",
    ReviewerAssigned = "article.reviewer-assigned" on "revision",
    ArticleReviewed = "article.reviewed" on "revision",
    ArticlePublished = "article.published" on "revision",
    EventPublished = "event.published" on "event",
    EventChanged = "event.changed" on "event",
    EventCancelled = "event.cancelled" on "event",
    LabelChanged = "item.label-changed" on "item",
    WiderAsked = "item.wider-asked" on "item",
    WiderDeclined = "item.wider-declined" on "item",
    GlassBroken = "item.glass-broken" on "item",
    AttendanceNoted = "event.attendance-noted" on "event",
    GroupMade = "group.made" on "group",
    GroupChanged = "group.changed" on "group",
    GroupMemberAdded = "group.member-added" on "group",
    GroupMemberEnded = "group.member-ended" on "group",
    GroupClosed = "group.closed" on "group",
    ClientListed = "organisation.client-listed" on "organisation",
    ClientRemoved = "organisation.client-removed" on "organisation",
    DomainAdded = "organisation.domain-added" on "organisation",
    DomainRemoved = "organisation.domain-removed" on "organisation",
    FileAdded = "file.added" on "file",
    FileRemoved = "file.removed" on "file",
    MemberMade = "member.made" on "member",
    RolesGiven = "member.roles-given" on "member",
    MembershipLeft = "membership.left" on "member",
    MembershipEnded = "membership.ended" on "member",
    MembershipSlept = "membership.fell-asleep" on "member",
    WakeAsked = "membership.wake-asked" on "member",
    MembershipWoken = "membership.woken" on "member",
    MembershipConfirmed = "membership.confirmed" on "member",
    MembershipRolesChanged = "membership.roles-changed" on "member",
    OrganisationDeparted = "organisation.departed" on "organisation",
    OrganisationReturned = "organisation.returned" on "organisation",
    DemoLoaded = "installation.demo-loaded" on "installation",
    CapChanged = "installation.cap-changed" on "installation",
    LogExported = "installation.log-exported" on "installation",
    LogCut = "installation.log-cut" on "installation",
}

impl Action {
    /// The action of a word that was stored.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.word() == word)
    }
}
