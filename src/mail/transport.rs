//! How a message leaves: to a server, or, until one is configured, as a file in a folder.

use super::Message;
use anyhow::Context;
use lettre::message::{Mailbox, SinglePart};
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::transport::smtp::response::Category;
use lettre::{AsyncTransport, Tokio1Executor};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::time::Duration;

/// How long a mail server may take to answer one command.
const SMTP_TIMEOUT: Duration = Duration::from_secs(10);
/// How long the whole conversation may take; the job's transaction is open meanwhile (see `db::connect`).
const SEND_TIMEOUT: Duration = Duration::from_secs(45);

/// The way out.
#[derive(Clone)]
pub enum Mailer {
    /// A mail server.
    Smtp { transport: AsyncSmtpTransport<Tokio1Executor>, from: Mailbox },
    /// Files that end in `.eml`, which any mail program opens.
    Folder { path: PathBuf, from: Mailbox },
}

/// Why a message did not leave.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// It may leave later. A time-out is one of these: the mail may arrive twice, which is better than never.
    #[error("{0}")]
    Later(String),
    /// It will never leave.
    #[error("{0}")]
    Never(String),
}

impl Mailer {
    /// A mail server at a URL: `smtp://` (unencrypted), `smtp://…?tls=required`, `smtps://`, with `user:password@`.
    ///
    /// # Errors
    /// When the URL or the sender's address cannot be read.
    pub fn smtp(url: &str, from: &str) -> anyhow::Result<Self> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .context(
                "SMTP_URL is no address of a mail server, such as smtp://user:password@mail.example:587?tls=required",
            )?
            .timeout(Some(SMTP_TIMEOUT))
            .build();
        Ok(Self::Smtp { transport, from: sender(from)? })
    }

    /// A folder, which is made if it is not there.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn folder(path: PathBuf, from: &str) -> anyhow::Result<Self> {
        let made = std::fs::create_dir_all(&path)
            // The links in mails open accounts: nobody else on this machine reads them.
            .and_then(|()| std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)));
        made.with_context(|| format!("the mail folder {} cannot be made", path.display()))?;
        Ok(Self::Folder { path, from: sender(from)? })
    }

    /// Sends a message.
    ///
    /// # Errors
    /// [`SendError`], by whether it is worth trying again.
    pub async fn send(&self, message: &Message) -> Result<(), SendError> {
        match self {
            Self::Smtp { transport, from } => {
                let mail = build(from, message)?;
                match tokio::time::timeout(SEND_TIMEOUT, transport.send(mail)).await {
                    Ok(Ok(_)) => Ok(()),
                    Ok(Err(error)) if is_refusal(&error) => Err(SendError::Never(error.to_string())),
                    Ok(Err(error)) => Err(SendError::Later(error.to_string())),
                    Err(_) => Err(SendError::Later("the mail server took too long".into())),
                }
            }
            Self::Folder { path, from } => {
                let bytes = build(from, message)?.formatted();
                let name = format!("{}-{}", uuid::Uuid::now_v7(), message.kind);
                // Renamed when complete, so that nobody reads half a mail.
                let part = path.join(format!("{name}.part"));
                let whole = path.join(format!("{name}.eml"));
                let written = async {
                    tokio::fs::write(&part, bytes).await?;
                    tokio::fs::rename(&part, &whole).await
                };
                written.await.map_err(|error| SendError::Later(format!("writing {}: {error}", whole.display())))
            }
        }
    }
}

/// Whether the server refused this very message or its recipient for good (55x). Other permanent answers, such as a wrong
/// password (53x), are about us: somebody will mend that, and the mail should then leave.
fn is_refusal(error: &lettre::transport::smtp::Error) -> bool {
    error.is_permanent() && error.status().is_some_and(|code| code.category == Category::MailSystem)
}

fn sender(from: &str) -> anyhow::Result<Mailbox> {
    from.parse().with_context(|| format!("MAIL_FROM is no mail address: {from}"))
}

fn build(from: &Mailbox, message: &Message) -> Result<lettre::Message, SendError> {
    let never = |error: &dyn std::fmt::Display| SendError::Never(error.to_string());
    let address = message.to_email.parse().map_err(|error: lettre::address::AddressError| never(&error))?;
    lettre::Message::builder()
        .from(from.clone())
        .to(Mailbox::new(Some(one_line(&message.to_name)), address))
        .subject(one_line(&message.subject))
        // Not the name of the machine, which lettre would put in.
        .message_id(Some(format!("<{}@{}>", uuid::Uuid::new_v4(), from.email.domain())))
        .raw_header(raw("X-Polder-Mail", message.kind))
        .raw_header(raw("Content-Language", message.locale.tag()))
        // Told apart from what a person wrote, so that no holiday answer comes back (RFC 3834, section 5).
        .raw_header(raw("Auto-Submitted", "auto-generated"))
        .singlepart(SinglePart::plain(message.text.clone()))
        .map_err(|error| never(&error))
}

/// What may stand in a header: nothing that could begin another one.
fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn raw(name: &'static str, value: &str) -> lettre::message::header::HeaderValue {
    let name = lettre::message::header::HeaderName::new_from_ascii_str(name);
    lettre::message::header::HeaderValue::new(name, value.to_owned())
}
