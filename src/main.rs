//! The program: reads the settings and does what it was asked to. All else is in the library.

use clap::Parser;
use polder::commands;
use polder::config::Cli;
use std::process::ExitCode;

fn main() -> ExitCode {
    commands::run(Cli::parse())
}
