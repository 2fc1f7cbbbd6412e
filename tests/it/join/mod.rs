//! Asking to join.

mod ask;
mod decide;
mod hurry;
pub mod main_path;
mod prove;
mod queue;
pub mod support;
