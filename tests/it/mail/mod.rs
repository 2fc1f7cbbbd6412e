//! Mail: what leaves, to whom, and what it must not say.

mod language;
mod news;
mod silence;

use crate::support::{Site, SmtpServer};
use polder::i18n::Locale;
use polder::mail::{Mailer, Message, SendError};

const FROM: &str = "\"Community: a, b\" <polder@polder.test>";

fn message(name: &str, email: &str) -> Message {
    Message {
        to_name: name.to_owned(),
        to_email: email.to_owned(),
        subject: "Your request".to_owned(),
        text: format!("Dear {name},\n\nBecause.\n.\n..two dots\nEnd\n\n-- \nTest\n"),
        locale: Locale::En,
        kind: "join-mail-declined",
    }
}

#[tokio::test]
async fn a_real_server_receives_the_whole_of_it() {
    let mut site = Site::demo().await;
    let server = SmtpServer::start().await;
    site.mail_by(Mailer::smtp(&server.url, FROM).expect("a mailer"));
    assert_eq!(site.anon().post("/account/new-link", &[("email", "kees@voorbeeldland.example")]).await.status(), 303);
    assert_eq!(site.tick().await, 1);
    let mails = server.mails();
    assert_eq!(mails.len(), 1);
    let mail = &mails[0];
    assert!(mail.to.contains("kees@voorbeeldland.example") && mail.to.contains("Kees van Nergens"));
    assert_eq!((mail.kind.as_str(), mail.language.as_str()), ("account-mail-password", "nl"));
    for header in ["Message-ID: ", "Date: ", "Auto-Submitted: auto-generated", "MIME-Version: 1.0", "From: "] {
        assert!(mail.raw.contains(header), "{header} in {}", mail.raw);
    }
    assert!(!mail.subject.is_empty() && mail.text.contains("-- \n"), "{}", mail.text);
    assert_eq!(site.anon().get(&mail.link()).await.status(), 200);
}

#[tokio::test]
async fn text_arrives_as_it_was_written_with_dots_and_letters_of_all_alphabets() {
    let server = SmtpServer::start().await;
    let mailer = Mailer::smtp(&server.url, FROM).expect("a mailer");
    for name in ["Koen", "Юлия Петрова", "山田, 太郎", "O'Brien \"the\" <pump>", "Zoë; Ångström: x"] {
        mailer.send(&message(name, "koen@nieuw.example")).await.expect("it leaves");
        let mail = server.mails().pop().expect("a mail");
        assert!(mail.text.contains(&format!("Dear {name},")), "{}", mail.text);
        assert!(mail.text.contains("\n.\n..two dots\nEnd"), "{}", mail.text);
        assert!(mail.to.contains("koen@nieuw.example"), "{}", mail.to);
    }
}

#[tokio::test]
async fn line_breaks_in_names_and_addresses_make_no_header() {
    let server = SmtpServer::start().await;
    let mailer = Mailer::smtp(&server.url, FROM).expect("a mailer");
    for name in
        ["Koen\r\nBcc: victim@elsewhere.example", "Koen\nX-Evil: 1\n\nBody", "Koen\r\n.\r\nMAIL FROM:<x@y.example>"]
    {
        // Sent without the line break or not at all: both are right.
        let sent = mailer.send(&message(name, "koen@nieuw.example")).await;
        assert!(matches!(sent, Ok(()) | Err(SendError::Never(_))), "{name:?}: {sent:?}");
    }
    for mail in server.mails() {
        let head = mail.raw.split("\r\n\r\n").next().unwrap_or_default();
        for line in head.lines() {
            assert!(!line.starts_with("Bcc") && !line.starts_with("X-Evil") && !line.starts_with("MAIL"), "{head}");
        }
    }
    for email in ["koen@nieuw.example\r\nRCPT TO:<x@y.example>", "koen", "", "koen@nieuw.example>,<x@y.example"] {
        let sent = mailer.send(&message("Koen", email)).await;
        assert!(matches!(sent, Err(SendError::Never(_))), "{email:?}: {sent:?}");
    }
}

#[tokio::test]
async fn settings_that_cannot_work_are_refused_at_the_start() {
    for url in ["", "mail.example", "http://mail.example", "smtp://"] {
        assert!(Mailer::smtp(url, FROM).is_err(), "{url}");
    }
    assert!(Mailer::smtp("smtp://127.0.0.1:2525", "not an address").is_err());
    assert!(Mailer::folder("/proc/no-such-folder".into(), FROM).is_err());
}
