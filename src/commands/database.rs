//! `polder database`: a command beside the private database, or the database by itself.

use super::installation::Installation;
use crate::config::Settings;
use crate::shutdown;
use std::process::ExitCode;
use tokio::process::Command;

/// Runs the command with `DATABASE_URL` set, or waits to be stopped.
pub async fn run(settings: Settings, command: &[String]) -> anyhow::Result<ExitCode> {
    let installation = Installation::open(settings).await?;
    let code = if let Some((program, arguments)) = command.split_first() {
        let status = Command::new(program).args(arguments).env("DATABASE_URL", &installation.url).status().await?;
        ExitCode::from(u8::try_from(status.code().unwrap_or(1)).unwrap_or(1))
    } else {
        println!("{}", installation.url);
        tokio::select! {
            () = installation.look_after() => {}
            () = shutdown::asked() => {}
        }
        ExitCode::SUCCESS
    };
    installation.close().await?;
    Ok(code)
}
