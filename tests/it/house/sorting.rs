//! What is ordered by name is ordered as people do, not as bytes are.

use super::source::{assert_none, files};
use crate::support::{Base, Site};
use polder::i18n::Locale;
use polder::vocabulary::Vocabulary;
use sqlx::{ConnectOptions, Connection};

#[test]
fn every_order_by_a_name_says_by_which_alphabet() {
    let mut wrong = Vec::new();
    for file in files("src", ".rs") {
        for order in file.code().split("order by ").skip(1) {
            let order = order.split(['"', '\n']).next().unwrap_or_default();
            let mut words = order.split(|c: char| !c.is_ascii_lowercase() && c != '_');
            if words.any(is_name) && !order.contains("collate") {
                wrong.push(format!("{}: {order}", file.path));
            }
        }
    }
    assert_none("Say `collate \"nl-x-icu\"`, see src/vocabulary.rs:", &wrong);
}

fn is_name(word: &str) -> bool {
    matches!(word, "name" | "name_en" | "name_nl" | "title")
}

#[tokio::test]
async fn names_with_accents_stand_beside_those_without_and_ij_is_an_i_and_a_j() {
    let site = Site::demo().await;
    let names =
        ["Zuiderzee BV", "Étoile NV", "IJsland BV", "Etna BV", "Evides NV", "ijzer & Co", "Ikaros BV", "Ihlen BV"];
    for (at, name) in names.into_iter().enumerate() {
        site.run(&format!(
            "insert into organisations (id, slug, name, kind, created_at)
             select gen_random_uuid(), 'sorted-{at}', '{name}', 'research', created_at from members limit 1"
        ))
        .await;
    }
    for language in ["en", "nl"] {
        let page = site.anon().reading(language).get("/partners").await;
        let mine = |name: &String| names.contains(&name.as_str());
        let shown: Vec<_> = page.texts("[aria-labelledby=kind-research] h3").into_iter().filter(mine).collect();
        let right =
            ["Etna BV", "Étoile NV", "Evides NV", "Ihlen BV", "IJsland BV", "ijzer & Co", "Ikaros BV", "Zuiderzee BV"];
        assert_eq!(shown, right, "{language}");
    }
}

#[tokio::test]
async fn sectors_are_in_the_alphabet_of_the_reader() {
    let mut conn = Base::Empty.database().await.connect().await.expect("the database");
    let vocabulary = Vocabulary::load(&mut conn).await.expect("the vocabulary");
    conn.close().await.expect("closes");
    for locale in Locale::ALL {
        let names: Vec<_> = vocabulary.choices(locale).into_iter().map(|(_, name)| name.to_lowercase()).collect();
        assert!(names.len() > 20 && names.is_sorted(), "{names:?}");
    }
    let codes = ["waste".to_owned(), "health".to_owned(), "banking".to_owned()];
    assert_eq!(vocabulary.names(&codes, Locale::En), ["Banking", "Health", "Waste management"]);
    assert_eq!(vocabulary.names(&codes, Locale::Nl), ["Afvalbeheer", "Bankwezen", "Gezondheidszorg"]);
}
