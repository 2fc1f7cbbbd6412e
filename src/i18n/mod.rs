//! Everything a person reads, in Dutch and English: the two catalogues (`en/`, `nl/`, one file a room), plural rules
//! by Fluent, dates and numbers.
//!
//! An installation may say some of them in its own words (`own.rs`).
//!
//! A key's first word is its room. A test keeps the catalogues equal in keys and placeholders, and the keys that
//! templates and code name equal to those that exist.

mod catalogue;
mod dates;
mod locale;
mod numbers;
mod own;

pub use catalogue::{Text, Texts};
pub use dates::SITE_ZONE;
pub use locale::Locale;
pub use own::OwnTexts;

pub use catalogue::{all_keys, known_key};
