//! The main job, in a real browser without script, on the built program with a private database. Each test has a site of
//! its own, so that they stand by themselves and run side by side.

mod joining;
mod keyboard;
mod meeting;
mod way;
mod writing;
