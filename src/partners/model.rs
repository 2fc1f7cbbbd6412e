//! What an organisation is in this community.

use crate::access::{Me, OrganisationRole};
use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

/// Whether this member coordinates an organisation.
pub fn coordinates(me: &Me, organisation: Uuid) -> bool {
    let mut seats = me.organisations.iter();
    seats.any(|seat| seat.id == organisation && seat.roles.contains(&OrganisationRole::Coordinator))
}

/// The role of an organisation. The first four are roles of IEC 62443; the others stand outside the standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type, Serialize, Deserialize)]
#[sqlx(type_name = "organisation_kind", rename_all = "kebab-case")]
#[serde(rename_all = "kebab-case")]
pub enum OrganisationKind {
    AssetOwner,
    IntegrationServiceProvider,
    MaintenanceServiceProvider,
    ProductSupplier,
    Government,
    Research,
    Advisor,
}

impl OrganisationKind {
    /// All kinds, in the order of the partner list.
    pub const ALL: [Self; 7] = [
        Self::AssetOwner,
        Self::IntegrationServiceProvider,
        Self::MaintenanceServiceProvider,
        Self::ProductSupplier,
        Self::Government,
        Self::Research,
        Self::Advisor,
    ];
}

/// The word in text keys.
impl fmt::Display for OrganisationKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::AssetOwner => "asset-owner",
            Self::IntegrationServiceProvider => "integration-service-provider",
            Self::MaintenanceServiceProvider => "maintenance-service-provider",
            Self::ProductSupplier => "product-supplier",
            Self::Government => "government",
            Self::Research => "research",
            Self::Advisor => "advisor",
        })
    }
}
