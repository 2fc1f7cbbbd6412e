//! The mails of the room.

use super::address::queries as addresses;
use super::provider::queries as provider;
use crate::access::Viewer;
use crate::app::App;
use crate::auth::links::{self, Purpose};
use crate::auth::lost_factor;
use crate::auth::provider::Provider;
use crate::db::WriteTx;
use crate::error::Result;
use crate::i18n::Locale;
use crate::jobs::{AccountNews, Job, Mailbox, RecoveryNews, SecondFactorNews, SignInNews};
use crate::mail::{Message, Recipient};
use crate::members;
use uuid::Uuid;

/// A link to set a new password; to whoever has no access any more, how that stands. Nothing if the address is nobody's.
pub async fn password_link(app: &App, email: &str) -> Result<Option<Message>> {
    let mut tx = app.db.write(&Viewer::Nobody).await?;
    let Some(member) = members::queries::id_by_email(&mut tx, email).await? else { return Ok(None) };
    let Some(to) = members::queries::recipient(&mut tx, member).await? else { return no_access(app, tx, member).await };
    let secret = links::issue(&mut tx, &app.clock, Purpose::Password, member).await?;
    tx.commit().await?;
    let link = format!("{}/account/password/{secret}", app.public_url);
    Ok(Some(Message::new(to, app, "account-mail-password", &link, "")))
}

/// What a password would not change: no membership holds.
async fn no_access(app: &App, mut tx: WriteTx, member: Uuid) -> Result<Option<Message>> {
    let Some(to) = members::queries::recipient_even_gone(&mut tx, member).await? else { return Ok(None) };
    let liaisons = members::work_queries::liaisons(&mut tx).await?.join(", ");
    let link = format!("{}/join", app.public_url);
    Ok(Some(Message::with(to, app, "account-mail-no-access", &link, &[("liaisons", &*liaisons)])))
}

/// The mail that tells its member this, where a job is news of what happened to the account.
pub fn news_of(job: &Job) -> Option<&'static str> {
    match job {
        Job::SecondFactorNews { news, .. } => Some(of_second_factor(*news)),
        Job::AccountNews { news, .. } => Some(of_account(news)),
        Job::SignInNews { news, .. } => Some(of_sign_in(*news)),
        Job::AddressChanged { .. } => Some("account-mail-address-changed"),
        Job::RecoveryNews { news: RecoveryNews::Done, .. } => Some("account-mail-recovery-done"),
        _ => None,
    }
}

fn of_second_factor(news: SecondFactorNews) -> &'static str {
    match news {
        SecondFactorNews::Set => "account-mail-second-factor-set",
        SecondFactorNews::Removed => "account-mail-second-factor-removed",
    }
}

fn of_account(news: &AccountNews) -> &'static str {
    match news {
        AccountNews::NewDevice { .. } => "account-mail-new-device",
        AccountNews::PasswordSet => "account-mail-password-set",
        AccountNews::DataTaken => "account-mail-data-taken",
        AccountNews::RecoveryCodeUsed => "account-mail-recovery-code-used",
        AccountNews::RolesGiven => "account-mail-roles-given",
    }
}

fn of_sign_in(news: SignInNews) -> &'static str {
    match news {
        SignInNews::PasskeyAdded => "account-mail-passkey-added",
        SignInNews::PasskeyRemoved => "account-mail-passkey-removed",
        SignInNews::PasswordRemoved => "account-mail-password-removed",
        SignInNews::ProviderLinked => "account-mail-provider-linked",
        SignInNews::ProviderUnlinked => "account-mail-provider-unlinked",
    }
}

/// What a mail about the provider calls it.
fn name_of_provider(app: &App) -> &str {
    app.provider().map_or("OpenID Connect", Provider::name)
}

/// Tells that a second factor was set or removed: who did not do it oneself has to know.
pub async fn second_factor(app: &App, member: Uuid, news: SecondFactorNews) -> Result<Option<Message>> {
    let mut tx = app.db.read(&Viewer::OnBehalfOf(member)).await?;
    let Some(to) = members::queries::recipient(&mut tx, member).await? else { return Ok(None) };
    let link = format!("{}/account/second-factor", app.public_url);
    Ok(Some(Message::new(to, app, of_second_factor(news), &link, "")))
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
            Message::with(to, app, of_account(news), &sessions, &words)
        }
        AccountNews::RolesGiven => Message::new(to, app, of_account(news), &format!("{}/log/mine", app.public_url), ""),
        AccountNews::PasswordSet | AccountNews::DataTaken | AccountNews::RecoveryCodeUsed => {
            Message::new(to, app, of_account(news), &account, "")
        }
    }))
}

/// Confirms to the address of before that the account is gone, and tells what was not told any more: whoever did not delete it
/// themselves must learn of the second factor that went first.
pub fn deleted(app: &App, email: &str, name: &str, language: Locale, before: &[String]) -> Message {
    let to = Recipient { name: name.to_owned(), email: email.to_owned(), language };
    let link = format!("{}/join", app.public_url);
    let texts = app.texts(language);
    let line = |kind: &String| {
        let told = texts.of_set(kind, "subject").arg("words", name_of_provider(app)).arg("site", &app.site_name);
        format!("- {told}")
    };
    let news: Vec<String> = before.iter().map(line).collect();
    let kind = if news.is_empty() { "account-mail-deleted" } else { "account-mail-deleted-news" };
    Message::new(to, app, kind, &link, &news.join("\n"))
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
    let (page, name) = match news {
        SignInNews::ProviderLinked | SignInNews::ProviderUnlinked => ("provider", name_of_provider(app)),
        _ => ("passkeys", ""),
    };
    let link = format!("{}/account/{page}", app.public_url);
    Ok(Some(Message::new(to, app, of_sign_in(news), &link, name)))
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
