//! The mails of the room.

use super::address::queries as addresses;
use super::provider::queries as provider;
use crate::access::Viewer;
use crate::app::App;
use crate::auth::links::{self, Purpose};
use crate::auth::lost_factor;
use crate::auth::provider::Provider;
use crate::error::Result;
use crate::i18n::Locale;
use crate::jobs::{AccountNews, Mailbox, RecoveryNews, SecondFactorNews, SignInNews};
use crate::mail::{Message, Recipient};
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

/// Tells what happened to what guards the account.
pub async fn account(app: &App, member: Uuid, news: &AccountNews) -> Result<Option<Message>> {
    let mut tx = app.db.read(&Viewer::OnBehalfOf(member)).await?;
    let Some(to) = members::queries::recipient(&mut tx, member).await? else { return Ok(None) };
    let texts = app.texts(to.language);
    let sessions = format!("{}/account/sessions", app.public_url);
    let account = format!("{}/account", app.public_url);
    Ok(Some(match news {
        AccountNews::NewDevice { device, at } => {
            let unknown = texts.text("account-sessions-unknown").to_string();
            let device = if device.is_empty() { &unknown } else { device };
            let words = [("device", device.as_str()), ("time", &*texts.date_time(at))];
            Message::with(to, app, "account-mail-new-device", &sessions, &words)
        }
        AccountNews::PasswordSet => Message::new(to, app, "account-mail-password-set", &account, ""),
        AccountNews::DataTaken => Message::new(to, app, "account-mail-data-taken", &account, ""),
        AccountNews::RecoveryCodeUsed => Message::new(to, app, "account-mail-recovery-code-used", &account, ""),
    }))
}

/// Confirms to the address of before that the account is gone.
pub fn deleted(app: &App, email: &str, name: &str, language: Locale) -> Message {
    let to = Recipient { name: name.to_owned(), email: email.to_owned(), language };
    Message::new(to, app, "account-mail-deleted", &format!("{}/join", app.public_url), "")
}

/// Asks one of the two mailboxes to confirm another address; nothing if the wish is over. Where the new address is another
/// member's, its owner is told that, and the wish cannot come true.
pub async fn address_proof(app: &App, change: Uuid, mailbox: Mailbox) -> Result<Option<Message>> {
    let mut tx = app.db.write(&Viewer::Nobody).await?;
    let Some(wish) = addresses::open_by_id(&mut tx, change).await? else { return Ok(None) };
    let Some(owner) = members::queries::recipient(&mut tx, wish.member_id).await? else { return Ok(None) };
    let (purpose, kind, to) = match mailbox {
        Mailbox::Old => (Purpose::AddressOld, "account-mail-address-old", owner),
        Mailbox::New => {
            if let Some(other) = members::queries::id_by_email(&mut tx, &wish.new_email).await? {
                let to = members::queries::recipient(&mut tx, other).await?;
                let link = format!("{}/account", app.public_url);
                return Ok(to.map(|to| Message::new(to, app, "account-mail-address-taken", &link, "")));
            }
            let to = Recipient { email: wish.new_email.clone(), ..owner };
            (Purpose::AddressNew, "account-mail-address-new", to)
        }
    };
    let secret = links::issue(&mut tx, &app.clock, purpose, change).await?;
    tx.commit().await?;
    let link = format!("{}/account/address/{secret}", app.public_url);
    Ok(Some(Message::new(to, app, kind, &link, &wish.new_email)))
}

/// Tells one of the two mailboxes that the address is another one now.
pub async fn address_changed(app: &App, change: Uuid, mailbox: Mailbox) -> Result<Option<Message>> {
    let mut tx = app.db.read(&Viewer::Nobody).await?;
    let Some(change) = addresses::done_by_id(&mut tx, change).await? else { return Ok(None) };
    let Some(owner) = members::queries::recipient(&mut tx, change.member_id).await? else { return Ok(None) };
    let email = if mailbox == Mailbox::Old { change.old_email } else { change.new_email.clone() };
    let link = format!("{}/account", app.public_url);
    let to = Recipient { email, ..owner };
    Ok(Some(Message::new(to, app, "account-mail-address-changed", &link, &change.new_email)))
}

/// Tells the member whose second factor it is, or the liaison who started it, how its removal stands.
pub async fn recovery(app: &App, recovery: Uuid, to: Uuid, news: RecoveryNews) -> Result<Option<Message>> {
    let mut tx = app.db.write(&Viewer::OnBehalfOf(to)).await?;
    let Some((member, due_at)) = lost_factor::due_at(&mut tx, recovery).await? else { return Ok(None) };
    let Some(recipient) = members::queries::recipient(&mut tx, to).await? else { return Ok(None) };
    let Some(owner) = members::queries::recipient(&mut tx, member).await? else { return Ok(None) };
    let due = app.texts(recipient.language).date_time(&due_at);
    let account = format!("{}/account/second-factor", app.public_url);
    let (kind, link) = match news {
        RecoveryNews::Started => {
            if lost_factor::open_by_id(&mut tx, recovery).await?.is_none() {
                return Ok(None);
            }
            let secret = links::issue(&mut tx, &app.clock, Purpose::RecoveryStop, recovery).await?;
            tx.commit().await?;
            ("account-mail-recovery-started", format!("{}/account/recovery/{secret}", app.public_url))
        }
        RecoveryNews::Stopped => ("account-mail-recovery-stopped", account),
        RecoveryNews::Done => ("account-mail-recovery-done", account),
    };
    Ok(Some(Message::with(recipient, app, kind, &link, &[("who", &owner.name), ("time", &due)])))
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
