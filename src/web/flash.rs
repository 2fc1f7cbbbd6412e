//! What the next page should say: "Saved", "Request approved". The cookie carries the key of a text, nothing else, and
//! the page that shows it takes it away.

/// A message for the next page. A closed set, so that a cookie can never put words of its own on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flash {
    SignedIn,
    SignedOut,
    PasswordSet,
    ProfileSaved,
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
    FileAdded,
    FileRemoved,
}

impl Flash {
    const ALL: [Self; 17] = [
        Self::SignedIn,
        Self::SignedOut,
        Self::PasswordSet,
        Self::ProfileSaved,
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
        Self::FileAdded,
        Self::FileRemoved,
    ];

    /// The key of its text, which is also the cookie's value.
    pub fn key(self) -> &'static str {
        match self {
            Self::SignedIn => "account-flash-signed-in",
            Self::SignedOut => "account-flash-signed-out",
            Self::PasswordSet => "account-flash-password-set",
            Self::ProfileSaved => "account-flash-profile-saved",
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
            Self::FileAdded => "files-flash-added",
            Self::FileRemoved => "files-flash-removed",
        }
    }

    /// The message for a cookie's value.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|flash| flash.key() == key)
    }
}
