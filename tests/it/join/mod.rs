//! Asking to join.

mod main_path;
