//! `polder member`: the first liaison of a new installation, who can then approve everybody else.

use super::installation::Installation;
use crate::access::{CommunityRole, Viewer};
use crate::auth::links::{self, Purpose};
use crate::config::Settings;
use crate::i18n::Locale;
use crate::{members, partners};
use anyhow::bail;
use std::process::ExitCode;
use uuid::Uuid;

/// Who is to be made.
pub struct New {
    pub email: String,
    pub name: String,
    pub organisation: String,
    pub liaison: bool,
}

/// Makes the member and prints the link that sets the password.
pub async fn run(settings: Settings, new: &New) -> anyhow::Result<ExitCode> {
    let installation = Installation::open(settings).await?;
    let made = make(&installation, new).await;
    installation.close().await?;
    println!("{}", made?);
    Ok(ExitCode::SUCCESS)
}

async fn make(installation: &Installation, new: &New) -> anyhow::Result<String> {
    if new.email.parse::<lettre::Address>().is_err() {
        bail!("{} is no mail address", new.email);
    }
    installation.migrate().await?;
    let app = installation.app().await?;
    let now = app.clock.now();
    let mut tx = app.db.write(&Viewer::Nobody).await?;
    if members::queries::id_by_email(&mut tx, &new.email).await?.is_some() {
        bail!("{} is a member already; ask for a new link on the page for signing in", new.email);
    }
    let organisation = partners::queries::find_or_insert(&mut tx, &new.organisation, &[], now).await?;
    let id = Uuid::now_v7();
    let row = members::queries::NewMember {
        id,
        name: &new.name,
        email: &new.email,
        function: "",
        sectors: &[],
        language: Locale::En,
        organisation,
        now,
    };
    members::queries::insert(&mut tx, &row).await?;
    if new.liaison {
        members::queries::give_role(&mut tx, id, CommunityRole::Liaison).await?;
    }
    let secret = links::issue(&mut tx, &app.clock, Purpose::Password, id).await?;
    tx.commit().await?;
    Ok(format!("Set the password within two days at {}/account/password/{secret}", app.public_url))
}
