//! Asking to join.

mod ask;
mod bulk;
mod decide;
mod hurry;
pub mod invitations;
mod known;
pub mod main_path;
mod over;
mod own;
mod prove;
mod queue;
mod steps;
pub mod support;
mod told;
mod vouching;
