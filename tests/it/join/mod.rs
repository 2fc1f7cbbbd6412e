//! Asking to join.

pub mod main_path;
