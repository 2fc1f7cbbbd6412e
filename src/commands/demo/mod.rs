//! `polder demo`: invented organisations and people with articles, events and requests, so that a first look is a look
//! at a living community. Everything passes through the same changes as real work, in one transaction: all or nothing.

mod articles;
mod attachments;
mod circles;
mod content;
mod people;
mod queries;
mod requests;

use super::installation::Installation;
use crate::access::Viewer;
use crate::app::App;
use crate::audit::{self, Action};
use crate::config::Settings;
use crate::members;
use anyhow::bail;
use content::Content;
use serde_json::json;
use std::process::ExitCode;
use uuid::Uuid;

pub use attachments::put as put_files;

/// The password of every demo member. It is written on the screen at the start: nothing to guess.
pub const PASSWORD: &str = "droge voeten 2026";

/// The secret of the demo's authenticators, in base32: to try what needs a second factor, give it to an authenticator
/// app. As open as the password, so for the demo only.
pub const SECOND_FACTOR: &str = "MRZG6Z3FEB3G6ZLUMVXCYIDON5TSAMLY";

/// The same in bytes.
const SECOND_FACTOR_BYTES: &[u8; 20] = b"droge voeten, nog 1x";

/// Who has one.
const WITH_SECOND_FACTOR: [&str; 6] = ["sam", "lotte", "kees", "iris", "fatima", "olga"];

/// Loads the demo, or refuses.
pub async fn run(settings: Settings) -> anyhow::Result<ExitCode> {
    let installation = Installation::open(settings).await?;
    let loaded = load_into(&installation).await;
    installation.close().await?;
    if !loaded? {
        bail!("the database already holds members: the demo is for an empty one, and nothing was changed");
    }
    println!("The demo is loaded.\n{}", sign_ins());
    Ok(ExitCode::SUCCESS)
}

async fn load_into(installation: &Installation) -> anyhow::Result<bool> {
    installation.migrate().await?;
    load_if_empty(&installation.app().await?).await
}

/// Loads the demo into a database without members; false if it holds some, and nothing is changed then.
///
/// # Errors
/// When the database is away, or the content does not fit it.
pub async fn load_if_empty(app: &App) -> anyhow::Result<bool> {
    let content = Content::read(app.clock.now())?;
    let mut tx = app.db.write(&Viewer::Nobody).await?;
    if !queries::claim_empty(&mut tx).await? {
        return Ok(false);
    }
    let people = people::load(&mut tx, app, &content).await?;
    for key in WITH_SECOND_FACTOR {
        let member = people.member(key)?;
        tx.act_as(&Viewer::OnBehalfOf(member)).await?;
        queries::authenticator(&mut tx, member, SECOND_FACTOR_BYTES, app.clock.now()).await?;
    }
    put_files(&app.files).await?;
    articles::load(&mut tx, app, &content, &people).await?;
    people::load_events(&mut tx, app, &content, &people).await?;
    circles::load(&mut tx, app, &content.circles, &people).await?;
    requests::load(&mut tx, app, &content, &people).await?;
    tx.act_as(&Viewer::Nobody).await?;
    audit::record(&mut tx, &app.clock, None, Action::DemoLoaded, Uuid::nil(), json!({})).await?;
    tx.commit().await?;
    Ok(true)
}

/// Whether this database holds the demo, so that its sign-ins work.
///
/// # Errors
/// When the database is away.
pub async fn is_here(app: &App) -> anyhow::Result<bool> {
    let mut tx = app.db.read(&Viewer::Nobody).await?;
    Ok(members::queries::id_by_email(&mut tx, "lotte@voorbeeldpolder.example").await?.is_some())
}

/// Who can sign in, for the start-up message.
pub fn sign_ins() -> String {
    format!(
        "Demo sign-ins (all invented), password \"{PASSWORD}\":\n  \
         lotte@voorbeeldpolder.example   liaison\n  \
         sam@kestrel.example             publisher\n  \
         iris@voorbeeldland.example      publisher and coordinator\n  \
         noor@voorbeeldland.example      reviewer\n  \
         kees@voorbeeldland.example      member\n\
         Second factor of Lotte, Sam, Iris and Kees: the key {SECOND_FACTOR} in an authenticator app"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_that_is_written_down_is_the_one_in_use() {
        assert_eq!(crate::auth::totp::base32(SECOND_FACTOR_BYTES).expect("a secret"), SECOND_FACTOR);
        assert!(sign_ins().contains(SECOND_FACTOR));
    }
}
