//! The mails of the room.

use super::provider::queries as provider;
use crate::access::Viewer;
use crate::app::App;
use crate::auth::links::{self, Purpose};
use crate::auth::provider::Provider;
use crate::error::Result;
use crate::jobs::{SecondFactorNews, SignInNews};
use crate::mail::Message;
use crate::members;
use uuid::Uuid;

/// A link to set a new password; nothing if the address is no member's.
pub async fn password_link(app: &App, email: &str) -> Result<Option<Message>> {
    let mut tx = app.db.write(&Viewer::Nobody).await?;
    let Some(member) = members::queries::id_by_email(&mut tx, email).await? else {
        return Ok(None);
    };
    let Some(to) = members::queries::recipient(&mut tx, member).await? else { return Ok(None) };
    let secret = links::issue(&mut tx, &app.clock, Purpose::Password, member).await?;
    tx.commit().await?;
    let link = format!("{}/account/password/{secret}", app.public_url);
    Ok(Some(Message::new(to, app, "account-mail-password", &link, "")))
}

/// Tells that a second factor was set or removed: who did not do it oneself has to know.
pub async fn second_factor(app: &App, member: Uuid, news: SecondFactorNews) -> Result<Option<Message>> {
    let mut tx = app.db.read(&Viewer::OnBehalfOf(member)).await?;
    let Some(to) = members::queries::recipient(&mut tx, member).await? else { return Ok(None) };
    let kind = match news {
        SecondFactorNews::Set => "account-mail-second-factor-set",
        SecondFactorNews::Removed => "account-mail-second-factor-removed",
    };
    let link = format!("{}/account/second-factor", app.public_url);
    Ok(Some(Message::new(to, app, kind, &link, "")))
}

/// Tells that there is a new way into the account, or one less.
pub async fn sign_in(app: &App, member: Uuid, news: SignInNews) -> Result<Option<Message>> {
    let mut tx = app.db.read(&Viewer::OnBehalfOf(member)).await?;
    let Some(to) = members::queries::recipient(&mut tx, member).await? else { return Ok(None) };
    let kind = match news {
        SignInNews::PasskeyAdded => "account-mail-passkey-added",
        SignInNews::PasskeyRemoved => "account-mail-passkey-removed",
        SignInNews::PasswordRemoved => "account-mail-password-removed",
        SignInNews::ProviderLinked => "account-mail-provider-linked",
        SignInNews::ProviderUnlinked => "account-mail-provider-unlinked",
    };
    let (page, name) = match news {
        SignInNews::ProviderLinked | SignInNews::ProviderUnlinked => {
            ("provider", app.provider().map_or("OpenID Connect", Provider::name))
        }
        _ => ("passkeys", ""),
    };
    let link = format!("{}/account/{page}", app.public_url);
    Ok(Some(Message::new(to, app, kind, &link, name)))
}

/// Asks whether somebody at the provider is the same person; nothing if the provider or the member is gone.
pub async fn provider_link(app: &App, proposal: Uuid) -> Result<Option<Message>> {
    let Some(at) = app.provider() else { return Ok(None) };
    let mut tx = app.db.write(&Viewer::Nobody).await?;
    let Some(proposed) = provider::proposal(&mut tx, proposal, at.issuer()).await? else { return Ok(None) };
    let Some(to) = members::queries::recipient(&mut tx, proposed.member_id).await? else { return Ok(None) };
    let secret = links::issue(&mut tx, &app.clock, Purpose::ProviderLink, proposal).await?;
    tx.commit().await?;
    let link = format!("{}/account/provider/link/{secret}", app.public_url);
    Ok(Some(Message::new(to, app, "account-mail-provider-link", &link, at.name())))
}
