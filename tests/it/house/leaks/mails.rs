//! Mails and the log: what leaves the site, and what stays with its operator, while texts of every label are handed in,
//! judged, published, relabelled and opened.

use super::marked::{Kind, Marked};
use super::{Cells, Stage, word, words_in};
use crate::house::reference::Reach;
use crate::support::Actor;
use std::io::Write;
use std::sync::{Arc, Mutex};

/// Keeps all that this thread logs, more than any installation does.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("not poisoned").extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().expect("not poisoned")).into_owned()
    }
}

#[tokio::test]
async fn mails_and_the_log_say_nothing_of_what_is_amber_or_stricter() {
    // With a single subscriber a line that another thread reaches first is switched off for good; with two it is not.
    let _second = tracing::Dispatch::new(tracing_subscriber::registry());
    let log = Log::default();
    let lines = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_ansi(false)
        .with_max_level(tracing::Level::DEBUG)
        .with_writer(move || lines.clone());
    let _kept = tracing::subscriber::set_default(subscriber.finish());

    let mut stage = Stage::set().await;
    let done = everything(&mut stage).await;
    assert!(done > 100, "{done} steps were taken");
    let mut cells = Cells::default();
    mails(&stage, &mut cells).await;

    // What goes wrong is logged with its cause.
    let stopped = Arc::clone(&log.0);
    stage.scene.site.app.db.pool().close().await;
    let article = stage.marked.iter().find(|one| one.kind == Kind::Article).expect("an article").slug();
    assert_eq!(stage.scene.site.anon().get(&format!("/articles/{article}?q={}", word(1, 't'))).await.status(), 503);
    assert!(!stopped.lock().expect("not poisoned").is_empty());
    let text = log.text();
    assert!(
        text.contains("/articles/{slug}") && text.contains("status=503"),
        "the log is kept: {}",
        text.get(..2000).unwrap_or(&text)
    );
    for one in &stage.marked {
        for part in ['t', 's', 'b', 'l', 'n', 'f', 'c'] {
            let at = text.find(&word(one.number, part));
            cells.check(at.is_none(), || {
                format!(
                    "the log names {}: {:?}",
                    one.name(),
                    at.and_then(|at| text.get(at.saturating_sub(200)..at + 20))
                )
            });
        }
    }
    cells.judge(2_000, &stage.marked);
}

/// Takes every step that sends a mail, on items of every label; returns how many of them were taken.
async fn everything(stage: &mut Stage) -> usize {
    let mut sam = stage.scene.with_second_factor("sam@kestrel.example").await;
    let mut lena = stage.scene.with_second_factor("lena@elsewhere.example").await;
    let mut rosa = stage.scene.with_second_factor("rosa@elsewhere.example").await;
    let mut kees = stage.scene.with_second_factor("kees@voorbeeldland.example").await;
    let mut done = 0;
    for (at, one) in stage.marked.iter().enumerate() {
        let work = format!("/articles/work/{}", one.id);
        match one.kind {
            Kind::Draft => done += post(&mut sam, &format!("{work}/submit"), &[]).await,
            Kind::Submitted => {
                let again = [("reviewer", "nina"), ("instead_of", "")];
                done += post(&mut lena, &format!("{work}/assign"), &again).await;
                let verdict = if at % 2 == 0 { "approve" } else { "changes" };
                let words = [("verdict", verdict), ("comment", "Say who decides about an outage.")];
                done += post(&mut rosa, &format!("{work}/review"), &words).await;
                done += post(&mut lena, &format!("{work}/publish"), &[]).await;
            }
            Kind::Article | Kind::Event => {
                done += wider(&mut kees, &mut sam, one).await;
                done += glass(&mut lena, one).await;
                done += relabel(&mut sam, one).await;
            }
            Kind::Old | Kind::File | Kind::Note => {}
        }
    }
    done
}

async fn post(actor: &mut Actor, address: &str, form: &[(&str, &str)]) -> usize {
    usize::from(actor.post(address, form).await.status() == 303)
}

async fn wider(asks: &mut Actor, answers: &mut Actor, one: &Marked) -> usize {
    let form = [("label", "GREEN"), ("purpose", "For our supplier, who mends the pumps.")];
    let asked = asks.post(&format!("/items/{}/wider", one.id), &form).await;
    if asked.status() != 303 {
        return 0;
    }
    let address = format!("{}/decline", asked.location());
    1 + post(answers, &address, &[("answer", "Our customer asked us not to.")]).await
}

async fn glass(liaison: &mut Actor, one: &Marked) -> usize {
    let room = if one.kind == Kind::Event { "events" } else { "articles" };
    let address = format!("/{room}/{}", one.slug());
    let form = [
        ("address", address.as_str()),
        ("ground", "abuse-report"),
        ("reason", "Somebody reported this text as abuse."),
        ("told", "yes"),
    ];
    post(liaison, "/items/break-glass", &form).await
}

async fn relabel(speaks: &mut Actor, one: &Marked) -> usize {
    let address = format!("/items/{}/label", one.id);
    let began = speaks.get(&address).await.value("began");
    let form = [
        ("label", "AMBER"),
        ("audience", "waterschap-voorbeeldland"),
        ("reason", "The time for it has come."),
        ("began", began.as_str()),
        ("action", "save"),
    ];
    post(speaks, &address, &form).await
}

/// A mail names what is TLP:CLEAR or TLP:GREEN, to those who may read it, and nothing stricter: neither before its label
/// changed nor after.
async fn mails(stage: &Stage, cells: &mut Cells) {
    stage.scene.site.tick().await;
    let world = stage.scene.world().await;
    let mails = stage.scene.site.mails();
    let mut named = 0;
    for mail in &mails {
        let said = words_in(&format!("{}\n{}\n{}", mail.subject, mail.text, mail.raw));
        let person = world.people.values().find(|person| mail.to.contains(&person.email));
        for one in &stage.marked {
            let is_said = said.iter().any(|word| word.0 == one.number);
            named += usize::from(is_said);
            let item = &world.items[&one.id];
            let is_wide = |label: &str| matches!(label, "CLEAR" | "GREEN");
            let is_open = is_wide(&stage.world.items[&one.id].label) && is_wide(&item.label);
            let reads = person.is_some_and(|person| world.reach(Some(person), item) == Reach::Listed);
            cells.check(!is_said || (is_open && reads), || {
                format!("{} to {} names {}: {} {}", mail.kind, mail.to, one.name(), mail.subject, mail.text)
            });
        }
    }
    println!("{} mails that name {named} items", mails.len());
    assert!(mails.len() > 50 && named > 0, "{} mails that name {named} items", mails.len());
    let kinds: std::collections::BTreeSet<_> = mails.iter().map(|mail| mail.kind.as_str()).collect();
    assert!(kinds.len() >= 5, "{kinds:?}");
}
