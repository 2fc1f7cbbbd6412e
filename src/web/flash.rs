//! What the next page should say: "Saved", "Request approved". The cookie carries the key of a text, nothing else, and
//! the page that shows it takes it away.

/// One line a message: its name and the key of its text, which is also the cookie's value.
macro_rules! flashes {
    ($($name:ident = $key:literal,)*) => {
        /// A message for the next page. A closed set, so that a cookie can never put words of its own on a page.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Flash {
            $($name,)*
        }

        impl Flash {
            const ALL: &[Self] = &[$(Self::$name,)*];

            /// The key of its text, which is also the cookie's value.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)*
                }
            }
        }
    };
}

flashes! {
    SignedIn = "account-flash-signed-in",
    SignedOut = "account-flash-signed-out",
    WakeAsked = "account-flash-wake-asked",
    PasswordSet = "account-flash-password-set",
    PasswordShown = "account-flash-password-shown",
    PasswordChanged = "account-flash-password-changed",
    SessionEnded = "account-flash-session-ended",
    SessionsEnded = "account-flash-sessions-ended",
    AddressAsked = "account-flash-address-asked",
    AddressConfirmed = "account-flash-address-confirmed",
    AddressChanged = "account-flash-address-changed",
    AddressStopped = "account-flash-address-stopped",
    RecoveryStarted = "account-flash-recovery-started",
    RecoveryStopped = "account-flash-recovery-stopped",
    ProfileSaved = "account-flash-profile-saved",
    SecondFactorShown = "account-flash-second-factor-shown",
    SecondFactorRemoved = "account-flash-second-factor-removed",
    RecoveryCodeUsed = "account-flash-recovery-code-used",
    RecoveryWaits = "account-flash-recovery-waits",
    PasskeyAdded = "account-flash-passkey-added",
    PasskeyRenamed = "account-flash-passkey-renamed",
    PasskeyRemoved = "account-flash-passkey-removed",
    PasswordRemoved = "account-flash-password-removed",
    ProviderLinked = "account-flash-provider-linked",
    ProviderConfirmed = "account-flash-provider-confirmed",
    ProviderUnlinked = "account-flash-provider-unlinked",
    ProviderMailed = "account-flash-provider-mailed",
    ProviderShown = "account-flash-provider-shown",
    RequestApproved = "join-flash-approved",
    RequestDeclined = "join-flash-declined",
    RequestAsked = "join-flash-asked",
    RequestWithdrawn = "join-flash-withdrawn",
    MessageSent = "join-flash-message",
    NoticesSaved = "join-flash-notices",
    NoteKept = "join-flash-note",
    BulkDone = "join-flash-bulk",
    Invited = "join-flash-invited",
    InvitedAgain = "join-flash-invited-again",
    InvitationRevoked = "join-flash-invitation-revoked",
    InvitationAccepted = "join-flash-invitation-accepted",
    Vouched = "join-flash-vouched",
    AcquaintanceNamed = "join-flash-acquaintance",
    DraftSaved = "articles-flash-saved",
    ArticleSubmitted = "articles-flash-submitted",
    ReviewerAssigned = "articles-flash-assigned",
    ReviewSent = "articles-flash-reviewed",
    ArticlePublished = "articles-flash-published",
    EventPublished = "events-flash-published",
    EventSaved = "events-flash-saved",
    EventCancelled = "events-flash-cancelled",
    AnswerSaved = "events-flash-answered",
    LabelChanged = "items-flash-label",
    WiderAsked = "items-flash-asked",
    WiderDeclined = "items-flash-declined",
    WiderWithdrawn = "items-flash-withdrawn",
    GlassBroken = "items-flash-broken",
    AttendanceSaved = "events-flash-attendance",
    GroupMade = "groups-flash-made",
    GroupSaved = "groups-flash-saved",
    GroupMemberAdded = "groups-flash-added",
    GroupMemberEnded = "groups-flash-ended",
    GroupClosed = "groups-flash-closed",
    ClientListed = "partners-flash-listed",
    ClientRemoved = "partners-flash-removed",
    DomainAdded = "partners-flash-domain-added",
    DomainRemoved = "partners-flash-domain-removed",
    FileAdded = "files-flash-added",
    FileRemoved = "files-flash-removed",
    PeopleConfirmed = "partners-flash-confirmed",
    MembershipEnded = "partners-flash-ended",
    MembershipWoken = "partners-flash-woken",
    RolesChanged = "partners-flash-roles",
    OrganisationDeparted = "partners-flash-departed",
    OrganisationReturned = "partners-flash-returned",
    RulesAgreed = "account-flash-rules-agreed",
    MembershipLeft = "account-flash-membership-left",
    AccountDeleted = "account-flash-deleted",
    CommunityLeft = "account-flash-community-left",
}

impl Flash {
    /// The message for a cookie's value.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|flash| flash.key() == key)
    }
}
