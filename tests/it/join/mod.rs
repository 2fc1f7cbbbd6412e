//! Asking to join.

mod ask;
mod bulk;
mod decide;
mod hurry;
pub mod invitations;
pub mod main_path;
mod own;
mod prove;
mod queue;
mod steps;
pub mod support;
mod told;
mod vouching;
