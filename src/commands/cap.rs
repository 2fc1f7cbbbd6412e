//! `polder cap`: how wide each role may publish without anybody's approval.

use super::installation::Installation;
use crate::access::{self, Label, Viewer};
use crate::audit::{self, Action};
use crate::clock::Clock;
use crate::config::Settings;
use crate::db::WriteTx;
use anyhow::bail;
use serde_json::json;
use std::fmt::Write;
use std::process::ExitCode;
use uuid::Uuid;

/// Lists the caps, or changes one, and lists them then.
pub async fn run(settings: Settings, role: Option<&str>, widest: Option<&str>) -> anyhow::Result<ExitCode> {
    // Read first: who mistyped should not wait for a database.
    let wanted = match (role, widest) {
        (Some(role), Some(widest)) => Some((role, label(widest)?)),
        (Some(role), None) => bail!("say how wide: polder cap {role} GREEN, or polder cap {role} none"),
        (None, _) => None,
    };
    let installation = Installation::open(settings).await?;
    let done = apply(&installation, wanted).await;
    installation.close().await?;
    print!("{}", done?);
    Ok(ExitCode::SUCCESS)
}

/// A label as it is typed; `none` is none.
fn label(typed: &str) -> anyhow::Result<Option<Label>> {
    let word = typed.to_uppercase();
    let found = Label::from_word(word.strip_prefix("TLP:").unwrap_or(&word));
    if found.is_none() && word != "NONE" {
        bail!("{typed} is no label: give CLEAR, GREEN, AMBER, AMBER+STRICT, RED or none");
    }
    Ok(found)
}

async fn apply(installation: &Installation, wanted: Option<(&str, Option<Label>)>) -> anyhow::Result<String> {
    installation.migrate().await?;
    // As the owner of the database: nothing that serves a visitor can change a cap.
    let db = installation.owned();
    let mut tx = db.write(&Viewer::Nobody).await?;
    if let Some((role, widest)) = wanted {
        change(&mut tx, role, widest).await?;
    }
    let mut said = String::from("Without anybody's approval may publish:\n");
    for (name, widest) in access::queries::caps(&mut tx).await? {
        let cap = widest.map_or("nothing".to_owned(), |widest| format!("as widely as {widest}"));
        writeln!(said, "{name:<12}{cap}")?;
    }
    tx.commit().await?;
    db.pool().close().await;
    Ok(said)
}

async fn change(tx: &mut WriteTx, role: &str, widest: Option<Label>) -> anyhow::Result<()> {
    let caps = access::queries::caps(tx).await?;
    let Some((_, before)) = caps.iter().find(|(name, _)| name == role) else {
        let names: Vec<_> = caps.iter().map(|(name, _)| name.as_str()).collect();
        bail!("{role} is no role that publishes: give {}", names.join(", "));
    };
    if *before == widest {
        return Ok(());
    }
    access::changes::set_cap(tx, role, widest).await?;
    let word = |label: Option<Label>| label.map(Label::word);
    let detail = json!({ "role": role, "from": word(*before), "to": word(widest) });
    audit::record(tx, &Clock::System, None, Action::CapChanged, Uuid::nil(), detail).await?;
    Ok(())
}
