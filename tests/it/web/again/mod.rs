//! Choosing a language or colours in the middle of something: nothing typed is lost, and nothing is done.

pub mod forms;
mod keeping;
mod nothing_done;
pub mod steps;
