//! The viewer: in whose name a request, a transaction or a job reads.

use super::{CommunityRole, Label, OrganisationRole};
use crate::i18n::Locale;
use serde::Deserialize;
use std::sync::Arc;
use uuid::Uuid;

/// In whose name something is read. There is no viewer who sees all.
#[derive(Clone, Debug, Default)]
pub enum Viewer {
    /// A visitor: only TLP:CLEAR exists.
    #[default]
    Nobody,
    /// A signed-in, active member.
    Member(Arc<Me>),
    /// A member in whose name a job or a command works, known by id alone.
    OnBehalfOf(Uuid),
}

impl Viewer {
    /// The signed-in member.
    pub fn me(&self) -> Option<&Me> {
        match self {
            Self::Member(me) => Some(me),
            Self::Nobody | Self::OnBehalfOf(_) => None,
        }
    }

    /// The member's id for the database.
    pub fn id(&self) -> Option<Uuid> {
        match self {
            Self::Nobody => None,
            Self::Member(me) => Some(me.id),
            Self::OnBehalfOf(id) => Some(*id),
        }
    }

    /// Whether the session proved a second factor not long ago. A job never did.
    pub fn has_second_factor(&self) -> bool {
        self.me().is_some_and(|me| me.second_factor)
    }
}

/// The signed-in member, as every page needs them; made by `session_viewer` in the database in one round trip.
#[derive(Clone, Debug, Deserialize)]
pub struct Me {
    pub id: Uuid,
    /// The session of this request. It keeps its id when its secret turns.
    pub session: Uuid,
    pub slug: String,
    pub name: String,
    pub language: Locale,
    /// The roles that count in this session: those that decide about others do once it showed a second factor.
    pub roles: Vec<CommunityRole>,
    pub organisations: Vec<Seat>,
    /// Roles in the community that rest until then.
    pub resting_roles: Vec<CommunityRole>,
    /// Whether the role of coordinator rests, for whatever organisation.
    pub rests_as_coordinator: bool,
    /// Whether this very session showed a second factor, and not too long ago (`auth::session::SECOND_FACTOR_LIMIT`).
    /// The password alone never brings it about.
    pub second_factor: bool,
    /// Whether this site asks for a second factor under TLP:AMBER and stricter, not only under TLP:RED.
    #[serde(default)]
    pub amber_needs_second_factor: bool,
    /// Whether the member has a second factor to show.
    pub has_authenticator: bool,
    /// Whether that is an authenticator app, which shows codes.
    pub has_app: bool,
    /// Whether that is a passkey, or also one.
    pub has_passkey: bool,
    /// Whether the account has a password.
    pub has_password: bool,
    /// The provider that the account is linked to, by its issuer.
    pub provider: Option<String>,
    /// Whether the strongest factor of the account was shown in this session within minutes
    /// (`auth::session::FRESH_LIMIT`).
    pub fresh: bool,
    /// The newest version of the house rules that the member agreed to; 0 for none.
    pub agreed_rules: i32,
    /// Whether a newer one is in force here: until the member agrees, they read what everybody reads (`web::routes`).
    #[serde(default)]
    pub owes_rules: bool,
    /// Join requests that wait for a decision; 0 for anybody but a liaison.
    pub waiting_requests: i64,
}

/// A member's place in an organisation.
#[derive(Clone, Debug, Deserialize)]
pub struct Seat {
    pub id: Uuid,
    pub name: String,
    pub roles: Vec<OrganisationRole>,
}

impl Me {
    /// Whether something under this label can be written and read in this session; otherwise the key of the sentence that
    /// says what is missing.
    ///
    /// # Errors
    /// When it takes a second factor.
    pub fn may_hold(&self, label: Option<Label>) -> Result<(), &'static str> {
        match label {
            Some(Label::Red) if !self.second_factor => Err("access-error-red-factor"),
            Some(Label::Amber | Label::AmberStrict) if self.lacks_amber() => Err("access-error-amber-factor"),
            _ => Ok(()),
        }
    }

    /// Whether what is TLP:AMBER or stricter is shown in no list until the member shows a second factor.
    pub fn lacks_amber(&self) -> bool {
        self.amber_needs_second_factor && !self.second_factor
    }

    /// Whether the member is a liaison of the community.
    pub fn is_liaison(&self) -> bool {
        self.roles.contains(&CommunityRole::Liaison)
    }

    /// Whether a role rests until the session shows a second factor.
    pub fn rests(&self) -> bool {
        self.rests_as_coordinator || !self.resting_roles.is_empty()
    }

    /// The organisations in whose name the member may write.
    pub fn publishes_for(&self) -> impl Iterator<Item = &Seat> {
        self.organisations.iter().filter(|seat| seat.roles.contains(&OrganisationRole::Publisher))
    }

    /// Whether the member belongs to this organisation.
    pub fn belongs_to(&self, organisation: Uuid) -> bool {
        self.organisations.iter().any(|seat| seat.id == organisation)
    }

    /// The first letters of the name, for the picture that is not there.
    pub fn initials(&self) -> String {
        initials(&self.name)
    }

    /// Whether the member has work to see at `/articles/work`.
    pub fn works_on_articles(&self) -> bool {
        self.is_liaison() || self.roles.contains(&CommunityRole::Reviewer) || self.publishes_for().next().is_some()
    }
}

/// The first letters of the first and the last word of a name.
pub fn initials(name: &str) -> String {
    let words: Vec<_> = name.split_whitespace().collect();
    let ends = [words.first(), words.last().filter(|_| words.len() > 1)];
    ends.into_iter().flatten().filter_map(|word| word.chars().next()).collect()
}
