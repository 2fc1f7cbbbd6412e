//! What the list of articles finds is what the reference allows, and nothing else, whatever is looked for.

use super::scene::Scene;
use crate::house::reading::at_a_browser;
use polder::access::Viewer;
use polder::articles::model::ArticleKind;
use polder::articles::queries::{self, Filter};
use polder::i18n::Locale;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use sqlx::Row;
use uuid::Uuid;

/// A published text, as it is looked for.
struct Text {
    revision: Uuid,
    slug: String,
    found_by: String,
    kind: ArticleKind,
    sectors: Vec<String>,
    language: Locale,
    source: Uuid,
}

const ALL: &str = "select r.id, a.slug, concat_ws(' ', r.title, r.summary, o.name) as found_by, r.kind, r.sectors, r.language, i.source_id
    from revisions r join articles a on a.published_id = r.id join items i on i.id = r.id
    join organisations o on o.id = i.source_id where r.state = 'published' order by r.published_at desc, r.id desc";

fn finds(filter: &Filter, words: &[String], text: &Text) -> bool {
    let found_by = text.found_by.to_lowercase();
    filter.kind.is_none_or(|kind| kind == text.kind)
        && filter.sector.as_ref().is_none_or(|sector| text.sectors.contains(sector))
        && filter.language.is_none_or(|language| language == text.language)
        && filter.organisation.is_none_or(|source| source == text.source)
        && words.iter().all(|word| found_by.contains(&word.to_lowercase()))
}

/// Words that stand in texts, parts of them, and what no text has; of what narrows the list, any together.
fn searches(texts: &[Text]) -> impl Strategy<Value = (Vec<String>, Filter)> + use<> {
    let mut words: Vec<String> =
        texts.iter().flat_map(|text| text.found_by.split_whitespace().map(str::to_owned)).collect();
    words.sort();
    words.dedup();
    words.extend(["e", "MADE", "red", "green", "%", "_", "\\", "'", "dragons", "TLP:RED"].map(str::to_owned));
    let mut sectors: Vec<String> = texts.iter().flat_map(|text| text.sectors.clone()).collect();
    sectors.extend(["prisons".to_owned()]);
    let sources: Vec<Uuid> = texts.iter().map(|text| text.source).collect();
    let maybe = |some| prop::option::weighted(0.25, some);
    (
        prop::collection::vec(prop::sample::select(words), 0..3),
        maybe(prop::sample::select(ArticleKind::ALL.to_vec())),
        prop::option::weighted(0.25, prop::sample::select(sectors)),
        prop::option::weighted(0.25, prop::sample::select(Locale::ALL.to_vec())),
        prop::option::weighted(0.25, prop::sample::select(sources)),
    )
        .prop_map(|(typed, kind, sector, language, organisation)| {
            let words = queries::words(&typed.join(" "));
            (typed, Filter { kind, sector, language, organisation, words })
        })
}

#[tokio::test]
async fn what_is_found_is_what_matches_and_may_be_read_page_by_page() {
    const PAGE: i64 = 7;
    let (scene, world) = Scene::full().await;
    let rows = sqlx::query(ALL).fetch_all(&mut scene.owner().await).await.expect("texts");
    let text = |row: &sqlx::postgres::PgRow| Text {
        revision: row.get("id"),
        slug: row.get("slug"),
        found_by: row.get("found_by"),
        kind: row.get("kind"),
        sectors: row.get("sectors"),
        language: row.get("language"),
        source: row.get("source_id"),
    };
    let texts: Vec<Text> = rows.iter().map(text).collect();
    let searches = searches(&texts);
    let mut runner = TestRunner::deterministic();
    let (mut asked, mut hits) = (0, 0);
    for person in world.people.values().map(Some).chain([None]) {
        for second_factor in [false, true] {
            let viewer = person.map_or(Viewer::Nobody, |person| at_a_browser(person, second_factor));
            let readable = world.readable(person, second_factor, false);
            let mut tx = scene.site.app.db.read(&viewer).await.expect("reads");
            for _ in 0..12 {
                let (typed, filter) = searches.new_tree(&mut runner).expect("a search").current();
                let all = texts.iter().filter(|text| readable.contains(&text.revision) && finds(&filter, &typed, text));
                let expected: Vec<&str> = all.map(|text| text.slug.as_str()).collect();
                let mut found = Vec::new();
                for page in 0.. {
                    let cards = queries::list(&mut tx, &filter, PAGE, page * PAGE).await.expect("a list");
                    let is_last = cards.len() < 7;
                    found.extend(cards.into_iter().map(|card| card.slug));
                    if is_last {
                        break;
                    }
                }
                let who = person.map_or("nobody", |person| person.email.as_str());
                assert_eq!(found, expected, "{typed:?} for {who}, second factor: {second_factor}");
                asked += 1;
                hits += found.len();
            }
        }
    }
    assert!(asked > 500 && hits > 500, "{asked} searches found {hits}");
}
