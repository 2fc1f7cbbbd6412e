//! The real program, on a private database of its own: started, loaded, starved, killed.

mod commands;
mod crash;
mod database;
mod load;
mod program;
