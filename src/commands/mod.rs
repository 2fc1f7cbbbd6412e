//! What the program can be asked to do, one file each.

mod audit;
mod cap;
mod database;
pub mod demo;
mod doctor;
mod installation;
mod member;
mod migrate;
mod serve;

use crate::access::{CommunityRole, OrganisationRole};
use crate::config::{Cli, Command};
use crate::telemetry;
use std::process::ExitCode;

/// Does it. A refusal is one sentence on standard error and exit code 1.
pub fn run(cli: Cli) -> ExitCode {
    let result = telemetry::start(&cli.settings.log).and_then(|()| {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        runtime.block_on(async {
            match cli.command {
                Command::Serve { demo } => serve::run(cli.settings, demo).await,
                Command::Migrate => migrate::run(cli.settings).await,
                Command::Demo => demo::run(cli.settings).await,
                Command::Member { email, name, organisation, liaison, reviewer, publisher, remove_second_factor } => {
                    let chosen = [(liaison, CommunityRole::Liaison), (reviewer, CommunityRole::Reviewer)];
                    let community = chosen.into_iter().filter_map(|(wanted, role)| wanted.then_some(role)).collect();
                    let organisational = publisher.then_some(OrganisationRole::Publisher).into_iter().collect();
                    let wanted =
                        member::Wanted { email, name, organisation, community, organisational, remove_second_factor };
                    member::run(cli.settings, &wanted).await
                }
                Command::Cap { role, widest } => cap::run(cli.settings, role.as_deref(), widest.as_deref()).await,
                Command::Audit { what } => audit::run(cli.settings, what).await,
                Command::Database { command } => database::run(cli.settings, &command).await,
                Command::Doctor => Ok(doctor::run(&cli.settings)),
            }
        })
    });
    match result {
        Ok(code) => code,
        Err(error) => {
            eprintln!("polder: {error:#}");
            ExitCode::FAILURE
        }
    }
}
