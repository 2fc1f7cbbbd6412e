//! `polder migrate`

use super::installation::Installation;
use crate::config::Settings;
use std::process::ExitCode;

/// Migrates, and stops.
pub async fn run(settings: Settings) -> anyhow::Result<ExitCode> {
    let installation = Installation::open(settings).await?;
    let done = installation.migrate().await;
    installation.close().await?;
    done?;
    println!("The database is up to date.");
    Ok(ExitCode::SUCCESS)
}
