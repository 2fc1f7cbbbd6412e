//! Articles in every state. Sam of Kestrel writes, Noor of Voorbeeldland reviews, Lotte and Bram are liaisons.

use crate::support::{Actor, Answer, Site};

pub const BODY: &str = "## Why\n\nOne two three four five six seven eight nine ten. One two three four five six seven \
                        eight nine ten. One two three four five six seven eight nine ten.\n\n## How\n\nOne two three four \
                        five six seven eight nine ten. One two three four five six seven eight nine ten. The end.";

pub type Fields = Vec<(&'static str, String)>;
/// What is different from it.
pub type Changes<'a> = &'a [(&'static str, &'a str)];

/// A form without fault: TLP:GREEN, to be saved.
pub async fn form(site: &Site, title: &str) -> Fields {
    let kestrel = site.word("select id::text from organisations where slug = 'kestrel-controls'").await;
    [
        ("title", title),
        ("summary", "For whoever wants to know whether a summary of forty characters is long enough."),
        ("kind", "practice"),
        ("language", "en"),
        ("organisation", kestrel.as_str()),
        ("label", "GREEN"),
        ("sectors", "waste-water"),
        ("body", BODY),
        ("version", "0"),
        ("action", "save"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .into()
}

/// The same with other values; an empty name of a list adds to it.
pub fn with(mut fields: Fields, changes: &[(&'static str, &str)]) -> Fields {
    for (name, value) in changes {
        match fields
            .iter_mut()
            .find(|field| field.0 == *name && !matches!(*name, "audience" | "groups" | "people" | "sectors"))
        {
            Some(field) => (*value).clone_into(&mut field.1),
            None => fields.push((name, (*value).to_owned())),
        }
    }
    fields
}

/// Sends it.
pub async fn send(actor: &mut Actor, address: &str, fields: &Fields) -> Answer {
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    actor.post(address, &fields).await
}

/// Saves a new draft; returns its address under `/articles/work/`.
pub async fn draft(actor: &mut Actor, fields: &Fields) -> String {
    let saved = send(actor, "/articles/new", fields).await;
    assert_eq!(saved.status(), 303, "{}", saved.texts(".field-error").join(" "));
    saved.location().trim_end_matches("/edit").to_owned()
}

/// Writes and hands in.
pub async fn submitted(actor: &mut Actor, fields: &Fields) -> String {
    let fields = with(fields.clone(), &[("action", "submit")]);
    draft(actor, &fields).await
}

/// Everybody who has a hand in it, signed in.
pub struct People {
    pub sam: Actor,
    pub noor: Actor,
    pub lotte: Actor,
    pub bram: Actor,
}

impl People {
    pub async fn of(site: &Site) -> Self {
        Self {
            sam: site.publisher().await,
            noor: site.demo_member("noor@voorbeeldland.example").await,
            lotte: site.liaison().await,
            bram: site.demo_member("bram@voorbeeldpolder.example").await,
        }
    }

    /// The same, each with a second factor.
    pub async fn with_second_factor(site: &Site) -> Self {
        Self {
            sam: site.with_second_factor("sam@kestrel.example").await,
            noor: site.with_second_factor("noor@voorbeeldland.example").await,
            lotte: site.with_second_factor("lotte@voorbeeldpolder.example").await,
            bram: site.with_second_factor("bram@voorbeeldpolder.example").await,
        }
    }

    /// Brings a text until a reviewer is asked.
    pub async fn assigned(&mut self, fields: &Fields) -> String {
        let work = submitted(&mut self.sam, fields).await;
        let asked = self.lotte.post(&format!("{work}/assign"), &[("reviewer", "noor-fictief")]).await;
        assert_eq!(asked.status(), 303, "{}", asked.text("main"));
        work
    }

    /// Brings it until it waits to be published.
    pub async fn approved(&mut self, fields: &Fields) -> String {
        let work = self.assigned(fields).await;
        let sent = self.noor.post(&format!("{work}/review"), &[("verdict", "approve")]).await;
        assert_eq!(sent.status(), 303, "{}", sent.text("main"));
        work
    }

    /// Brings it to its readers.
    pub async fn published(&mut self, fields: &Fields) -> String {
        let work = self.approved(fields).await;
        let done = self.lotte.post(&format!("{work}/publish"), &[]).await;
        assert_eq!(done.location(), "/articles/work");
        work
    }
}

/// The address of the article that a revision belongs to.
pub async fn address(site: &Site, work: &str) -> String {
    let id = work.rsplit('/').next().expect("an id");
    let sql = format!("select a.slug from articles a join revisions r on r.article_id = a.id where r.id = '{id}'");
    format!("/articles/{}", site.word(&sql).await)
}
