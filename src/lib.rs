//! Polder: a knowledge base for a community whose members must be able to trust who reads what.
//!
//! The house: rooms on a thin floor. The first part of an address is the room's folder here, in `templates/` and in
//! `tests/it/`, and the first word of its text keys. Rooms may use the floor and, of another room, only its `model` and
//! `queries`. See README.md, "Where is it?".

// The floor.
pub mod access;
pub mod app;
pub mod audit;
pub mod auth;
pub mod clock;
pub mod commands;
pub mod config;
pub mod db;
pub mod error;
pub mod face;
pub mod i18n;
pub mod jobs;
pub mod mail;
pub mod picture;
pub mod shutdown;
pub mod telemetry;
pub mod vocabulary;
pub mod web;
pub mod worker;

// The rooms with a noun.
pub mod account;
pub mod articles;
pub mod events;
pub mod files;
pub mod groups;
pub mod join;
pub mod members;
pub mod partners;

// The rooms across nouns.
pub mod home;
pub mod items;
pub mod log;
pub mod styleguide;
