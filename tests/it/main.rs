//! The integration tests, in one binary: one link, one cluster. Folders are the rooms; `house` holds the rules of all.
//! Run them with `make test`, or `tests/with-postgres cargo test --test it`.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails where it stands"
)]

mod account;
mod articles;
mod audit;
mod db;
mod events;
mod files;
mod groups;
mod home;
mod house;
mod items;
mod jobs;
mod join;
mod log;
mod mail;
mod members;
mod partners;
mod served;
mod styleguide;
mod support;
mod web;
