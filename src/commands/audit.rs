//! `polder audit`: proves that nothing was changed in the audit log, and prints the hash with which that can be proved
//! later.

use super::installation::Installation;
use crate::access::Viewer;
use crate::audit::chain::from_hex;
use crate::audit::verify;
use crate::clock::Clock;
use crate::config::{Audit, Settings};
use anyhow::Context;
use std::process::ExitCode;

/// Verifies the chain, or prints its end.
pub async fn run(settings: Settings, wanted: Audit) -> anyhow::Result<ExitCode> {
    // Read first: who mistyped should not wait for a database.
    let written_down = match &wanted {
        Audit::Verify { head: Some(typed) } => Some(
            from_hex(typed)
                .with_context(|| format!("{typed} is no hash: give the 64 digits that polder audit head prints"))?,
        ),
        _ => None,
    };
    let installation = Installation::open(settings).await?;
    let done = apply(&installation, &wanted, written_down.as_deref()).await;
    installation.close().await?;
    let (said, code) = done?;
    println!("{said}");
    Ok(code)
}

async fn apply(
    installation: &Installation,
    wanted: &Audit,
    written_down: Option<&[u8]>,
) -> anyhow::Result<(String, ExitCode)> {
    installation.migrate().await?;
    // As the owner of the database: nobody who is served reads all of the log. One moment of it, however long it takes.
    let db = installation.owned();
    let (mut tx, now) = (db.read(&Viewer::Nobody).await?, Clock::System.now());
    let said = match wanted {
        Audit::Head => (hex::encode(&verify::head(&mut tx).await?.hash), ExitCode::SUCCESS),
        Audit::Verify { .. } => match verify::verify(&mut tx, now, written_down).await? {
            Ok(proof) => (proof.to_string(), ExitCode::SUCCESS),
            Err(broken) => (format!("The chain is broken: {broken}."), ExitCode::FAILURE),
        },
    };
    drop(tx);
    db.pool().close().await;
    Ok(said)
}
