//! Roles: what somebody may do, in the community or for an organisation. A role never lets its holder read more.

use serde::{Deserialize, Serialize};

/// A role in the community as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type, Serialize, Deserialize)]
#[sqlx(type_name = "community_role", rename_all = "kebab-case")]
#[serde(rename_all = "kebab-case")]
pub enum CommunityRole {
    /// Decides join requests, assigns reviewers, publishes, runs events.
    Liaison,
    /// Judges articles of other organisations.
    Reviewer,
    /// Runs the installation; reads no labelled content by virtue of it.
    Operator,
}

impl CommunityRole {
    /// The word in text keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Liaison => "liaison",
            Self::Reviewer => "reviewer",
            Self::Operator => "operator",
        }
    }
}

/// A role for an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type, Serialize, Deserialize)]
#[sqlx(type_name = "organisation_role", rename_all = "kebab-case")]
#[serde(rename_all = "kebab-case")]
pub enum OrganisationRole {
    /// Writes in the organisation's name.
    Publisher,
    /// Looks after the organisation's page and people.
    Coordinator,
}

impl OrganisationRole {
    /// The word in text keys and forms.
    pub fn word(self) -> &'static str {
        match self {
            Self::Publisher => "publisher",
            Self::Coordinator => "coordinator",
        }
    }
}
