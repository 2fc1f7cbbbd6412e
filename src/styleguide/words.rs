//! How we write: the voice, our words in both languages, and those that we do not use.

use super::chapter::Chapter;
use crate::error::Result;
use crate::i18n::{Locale, Text, Texts};
use crate::web::cx::Cx;
use crate::web::page::{Page, show};
use askama::Template;
use axum::response::Response;

/// The things of this site that have a name.
pub const TERMS: [&str; 19] = [
    "member",
    "partner",
    "practice",
    "event",
    "liaison",
    "reviewer",
    "source",
    "label",
    "audience",
    "working-group",
    "client",
    "attendance-list",
    "draft",
    "hand-in",
    "review",
    "publish",
    "request",
    "sign-in",
    "mail",
];

/// A word that no text of the site may hold, and what stands in its place.
#[derive(Clone, Copy, Debug)]
pub struct Avoided {
    pub language: Locale,
    /// Whole words, in small letters; several of one kind with commas between them.
    pub words: &'static str,
    pub instead: &'static str,
}

const fn english(words: &'static str, instead: &'static str) -> Avoided {
    Avoided { language: Locale::En, words, instead }
}

const fn dutch(words: &'static str, instead: &'static str) -> Avoided {
    Avoided { language: Locale::Nl, words, instead }
}

/// All of them.
pub const AVOIDED: [Avoided; 24] = [
    english("login, log in, log on, logged in", "sign in"),
    english("logout, log out, log off", "sign out"),
    english("e-mail, email, e-mails, emails", "mail, mail address"),
    english("article, articles, best practice", "practice"),
    english("user, users", "member, reader, you"),
    english("submit, submitted, submission", "hand in, send"),
    english("meeting, meetings", "event"),
    english("click, tap", "press, choose, open"),
    english("invalid, illegal, forbidden", "what is wrong, and how it should look"),
    english("successfully, success", "what happened"),
    english("please, sorry, oops", "nothing: say what to do"),
    english("utilize, leverage, facilitate", "use, help"),
    dutch("login, aanmelden, ingelogde gebruiker", "inloggen"),
    dutch("afmelden, logout", "uitloggen"),
    dutch("e-mail, email, emailadres", "mail, e-mailadres"),
    dutch("artikel, artikelen, best practice", "werkwijze"),
    dutch("gebruiker, gebruikers", "lid, lezer, je"),
    dutch("inleveren, ingeleverd", "indienen, versturen"),
    dutch("event, events, evenement, meeting", "bijeenkomst"),
    dutch("klik, klikken, aanklikken", "druk, kies, open"),
    dutch("ongeldig, ongeldige, verboden, foutief", "wat er niet klopt en hoe het moet"),
    dutch("succesvol, met succes", "wat er gebeurde"),
    dutch("u, uw, helaas, sorry", "je, jouw; zeg wat je kunt doen"),
    dutch("reviewer, review, draft, audience", "beoordelaar, beoordeling, concept, lezerskring"),
];

/// A thing with its name in each language.
struct Term {
    english: Text,
    dutch: Text,
    means: Text,
}

#[derive(Template)]
#[template(path = "styleguide/words.html")]
struct WordsPage {
    page: Page,
    chapter: Chapter,
    terms: Vec<Term>,
    avoided: &'static [Avoided],
}

/// `GET /styleguide/words`
pub async fn get(cx: Cx) -> Result<Response> {
    let named = |locale: Locale, term: &str| Texts::of(locale).of_set("styleguide-term", term);
    let term = |term: &str| Term {
        english: named(Locale::En, term),
        dutch: named(Locale::Nl, term),
        means: cx.texts().of_set("styleguide-means", term),
    };
    show(&WordsPage {
        page: Chapter::Words.page(&cx),
        chapter: Chapter::Words,
        terms: TERMS.into_iter().map(term).collect(),
        avoided: &AVOIDED,
    })
}
