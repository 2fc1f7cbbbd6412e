//! Choosing a language or colours in the middle of something: nothing typed is lost, and nothing is done.

mod forms;
mod keeping;
mod nothing_done;
mod steps;
