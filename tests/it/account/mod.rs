//! One's own account.

mod appearance;
mod asleep;
mod changes;
mod delete;
mod house_rules;
mod house_rules_door;
mod language;
mod leave;
mod limits;
mod lost_session;
mod new_link;
mod own_data;
mod own_sessions;
pub mod passkeys;
mod passkeys_refused;
mod password;
mod profile;
pub mod provider;
mod provider_refused;
mod second_factor;
mod second_factor_codes;
mod sessions;
mod sign_in;
