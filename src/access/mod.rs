//! Who may read and who may do what.
//!
//! Reading is decided by one comparison in the database (`migrations/*_change_access.sql`, policy `items_read`): an item has
//! keys that open it, a reader has keys, and they share one or they do not. It is never decided here. This folder holds the
//! words that the rest of the house uses to talk about it: the label, the audience, the viewer in whose name a transaction
//! runs, the roles, who can read what, the door of a route ([`Who`]), and what helps to choose a label ([`advice`], [`hints`]).

pub mod advice;
pub mod audience;
pub mod changes;
pub mod hints;
pub mod item;
pub mod label;
pub mod queries;
pub mod readers;
pub mod roles;
pub mod standing;
pub mod viewer;

pub use audience::Audience;
pub use item::ItemKind;
pub use label::Label;
pub use readers::Readers;
pub use roles::{CommunityRole, OrganisationRole};
pub use standing::Standing;
pub use viewer::{Me, Seat, Viewer};

/// Who may enter a route. It stands beside the path where the route is made, is enforced there, and is compared with
/// what really happens by the access matrix test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Everybody, signed in or not; what they find is decided by labels.
    Anyone,
    /// An active member.
    Member,
    /// A member who may write in the name of an organisation.
    Publisher,
    /// The liaison of the community.
    Liaison,
}

impl Who {
    /// Whether this viewer may enter. A liaison is a member, a publisher is a member; neither is the other.
    pub fn admits(self, viewer: &Viewer) -> bool {
        match (self, viewer.me()) {
            (Self::Anyone, _) | (Self::Member, Some(_)) => true,
            (_, None) => false,
            (Self::Publisher, Some(me)) => me.publishes_for().next().is_some(),
            (Self::Liaison, Some(me)) => me.is_liaison(),
        }
    }

    /// The word in the committed sitemap.
    pub fn word(self) -> &'static str {
        match self {
            Self::Anyone => "anyone",
            Self::Member => "member",
            Self::Publisher => "publisher",
            Self::Liaison => "liaison",
        }
    }
}
