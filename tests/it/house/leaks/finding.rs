//! Lists, searches, counts, and the pages of people and organisations.

use super::marked::Kind;
use super::{Cells, Eyes, Stage, Words, word, words_in, words_of};
use crate::house::reference::{Person, Reach};
use crate::support::Answer;
use chrono::{DateTime, Utc};
use sqlx::{PgConnection, Row};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A row that a list may hold, in the order of the list.
struct Listed {
    item: Uuid,
    kind: String,
    language: String,
    sectors: Vec<String>,
    source: String,
    /// What a search looks through.
    text: String,
    ends: DateTime<Utc>,
}

const ARTICLES: &str = "select r.id as item, r.kind::text, r.language::text, r.sectors, o.slug as source,
        lower(concat_ws(' ', r.title, r.summary, o.name)) as text, r.published_at as ends
    from articles a join revisions r on r.id = a.published_id join items i on i.id = r.id
    join organisations o on o.id = i.source_id order by r.published_at desc, r.id desc";
const EVENTS: &str = "select e.id as item, e.kind::text, e.language::text, '{}'::text[] as sectors, o.slug as source,
        lower(e.title) as text, e.ends_at as ends
    from events e join items i on i.id = e.id join organisations o on o.id = i.source_id order by e.starts_at, e.id";
const PAST: &str = "select e.id as item, e.kind::text, e.language::text, '{}'::text[] as sectors, o.slug as source,
        lower(e.title) as text, e.ends_at as ends
    from events e join items i on i.id = e.id join organisations o on o.id = i.source_id order by e.starts_at desc, e.id";
const WORK: &str =
    "select r.id as item, r.kind::text, r.language::text, r.sectors, o.slug as source, lower(r.title) as text,
        r.updated_at as ends
    from revisions r join items i on i.id = r.id join organisations o on o.id = i.source_id
    where r.state not in ('published', 'superseded')";

async fn listed(conn: &mut PgConnection, sql: &'static str) -> Vec<Listed> {
    let rows = sqlx::query(sql).fetch_all(conn).await.expect(sql);
    rows.iter()
        .map(|row| Listed {
            item: row.get("item"),
            kind: row.get("kind"),
            language: row.get("language"),
            sectors: row.get("sectors"),
            source: row.get("source"),
            text: row.get("text"),
            ends: row.get("ends"),
        })
        .collect()
}

/// What narrows the list of articles: the address says it, and so does plain Rust.
type Narrow = (&'static str, fn(&Listed) -> bool);
const NARROWED: [Narrow; 9] = [
    ("", |_| true),
    ("kind=practice", |row| row.kind == "practice"),
    ("kind=tool", |row| row.kind == "tool"),
    ("language=nl", |row| row.language == "nl"),
    ("sector=waste-water", |row| row.sectors.iter().any(|sector| sector == "waste-water")),
    ("kind=case&language=en&sector=waste-water", |row| {
        row.kind == "case" && row.language == "en" && row.sectors.iter().any(|sector| sector == "waste-water")
    }),
    ("q=findable", |row| row.text.contains("findable")),
    ("q=Findable+kestrel+summary", |row| ["findable", "kestrel", "summary"].iter().all(|word| row.text.contains(word))),
    ("q=nothing-of-the-kind", |row| row.text.contains("nothing-of-the-kind")),
];

/// Rows on one page of the list.
const PAGE: usize = 20;

#[tokio::test]
async fn lists_searches_and_counts_hold_what_each_viewer_may_read() {
    let mut stage = Stage::set().await;
    let mut owner = stage.scene.owner().await;
    let mut rows = BTreeMap::new();
    for (name, sql) in [("articles", ARTICLES), ("events", EVENTS), ("past", PAST), ("work", WORK)] {
        rows.insert(name, listed(&mut owner, sql).await);
    }
    let mut cells = Cells::default();
    for mut eyes in stage.take_eyes() {
        let articles = in_reach(&rows["articles"], &eyes);
        articles_list(&stage, &mut eyes, &articles, &mut cells).await;
        searches(&stage, &mut eyes, &articles, &mut cells).await;
        home(&stage, &mut eyes, &rows, &mut cells).await;
        events_list(&stage, &mut eyes, &rows, &mut cells).await;
        work_list(&stage, &mut eyes, &rows["work"], &mut cells).await;
        sealed_list(&stage, &mut eyes, &mut cells).await;
        organisations(&stage, &mut eyes, &articles, &mut cells).await;
        if !eyes.has_factor {
            nameless(&stage, &mut eyes, &mut cells).await;
        }
    }
    cells.judge(20_000, &stage.marked);
}

fn in_reach<'a>(all: &'a [Listed], eyes: &Eyes) -> Vec<&'a Listed> {
    all.iter().filter(|row| eyes.listed.contains(&row.item)).collect()
}

/// The words by which rows show that they are there.
fn shown<'a>(stage: &Stage, rows: impl Iterator<Item = &'a &'a Listed>, parts: &[char]) -> Words {
    let numbers = rows.filter_map(|row| stage.marked(row.item)).map(|one| one.number);
    numbers.flat_map(|number| parts.iter().map(move |part| (number, *part))).collect()
}

fn cards(page: &Answer) -> usize {
    page.body().matches("<li class=\"item\">").count()
}

async fn articles_list(stage: &Stage, eyes: &mut Eyes, articles: &[&Listed], cells: &mut Cells) {
    let looked_for = stage.marked.iter().filter(|one| one.kind == Kind::Article).count();
    // With a second factor lists hold more only for whom a glass is broken.
    let is_known = eyes.has_factor && eyes.person.as_ref().is_some_and(|me| me.broke.is_empty());
    for (query, fits) in NARROWED.into_iter().take(if is_known { 2 } else { NARROWED.len() }) {
        let fitting: Vec<_> = articles.iter().filter(|row| fits(row)).copied().collect();
        // One page further than there are.
        for number in 1..=fitting.len() / PAGE + 2 {
            let address = format!("/articles?{query}&page={number}");
            let page = eyes.actor.get(&address).await;
            let rows: Vec<_> = fitting.iter().skip((number - 1) * PAGE).take(PAGE).copied().collect();
            let place = format!("{address} for {}", eyes.name);
            cells.words(looked_for, &words_of(&page, query), &shown(stage, rows.iter(), &['t', 's', 'l']), &place);
            cells.check(page.status() == 200 && cards(&page) == rows.len(), || {
                format!("{place}: {} cards", cards(&page))
            });
            let more = page.body().contains("rel=\"next\"");
            cells.check(more == (fitting.len() > number * PAGE), || format!("{place}: says there is more"));
        }
    }
}

/// Looking for the very words of an item finds it, or nothing; the words of its body find nothing at all here.
async fn searches(stage: &Stage, eyes: &mut Eyes, articles: &[&Listed], cells: &mut Cells) {
    for one in stage.of(eyes, &[Kind::Article, Kind::Draft, Kind::Event]) {
        for part in ['t', 'b'] {
            // Some of what no list of articles holds.
            if one.kind != Kind::Article && (part != 't' || one.number % 3 != 0) {
                continue;
            }
            let looked_for = word(one.number, part);
            let page = eyes.actor.clone().get(&format!("/articles?q={looked_for}")).await;
            let rows: Vec<_> = articles.iter().filter(|row| row.text.contains(&looked_for)).copied().collect();
            let mut expected = shown(stage, rows.iter(), &['t', 's', 'l']);
            expected.remove(&(one.number, part)); // the page repeats what was looked for
            let place = format!("/articles?q={looked_for} for {}", eyes.name);
            cells.words(1, &words_of(&page, &looked_for), &expected, &place);
            cells.check(cards(&page) == rows.len(), || format!("{place}: {} cards", cards(&page)));
        }
    }
}

async fn home(stage: &Stage, eyes: &mut Eyes, rows: &BTreeMap<&str, Vec<Listed>>, cells: &mut Cells) {
    let page = eyes.actor.get("/").await;
    let articles: Vec<_> = in_reach(&rows["articles"], eyes).into_iter().take(6).collect();
    let now = stage.world.now;
    let coming = in_reach(&rows["events"], eyes).into_iter().filter(|row| row.ends > now).take(6).collect::<Vec<_>>();
    let mut expected = shown(stage, articles.iter(), &['t', 's', 'l']);
    expected.extend(shown(stage, coming.iter(), &['t', 'l']));
    let looked_for = stage.marked.iter().filter(|one| matches!(one.kind, Kind::Article | Kind::Event)).count();
    cells.words(looked_for, &words_of(&page, ""), &expected, &format!("/ for {}", eyes.name));
    let Some(me) = &eyes.person else { return };
    let number = |address: &str| page.text(&format!("main .counters a[href='{address}'] b"));
    let acting = if eyes.has_factor { me.clone() } else { me.rested() };
    let works = !acting.publishes_for.is_empty() || acting.roles.iter().any(|role| role != "operator");
    let in_work = in_reach(&rows["work"], eyes).len().min(100).to_string();
    let expected = if works { in_work } else { String::new() };
    cells.check(number("/articles/work") == expected, || format!("/ for {}: {expected} texts in work", eyes.name));
    let waiting = sealed(stage, me).len();
    let expected = if waiting > 0 { waiting.to_string() } else { String::new() };
    cells.check(number("/items") == expected, || format!("/ for {}: {expected} under TLP:RED", eyes.name));
}

async fn events_list(stage: &Stage, eyes: &mut Eyes, rows: &BTreeMap<&str, Vec<Listed>>, cells: &mut Cells) {
    let now = stage.world.now;
    let looked_for = stage.marked.iter().filter(|one| one.kind == Kind::Event).count();
    let past = in_reach(&rows["past"], eyes).into_iter().filter(|row| row.ends <= now).collect::<Vec<_>>();
    for number in 1..=past.len() / PAGE + 2 {
        let address = format!("/events?page={number}");
        let page = eyes.actor.get(&address).await;
        let mut there: Vec<_> = past.iter().skip((number - 1) * PAGE).take(PAGE).copied().collect();
        if number == 1 {
            there.extend(in_reach(&rows["events"], eyes).into_iter().filter(|row| row.ends > now));
        }
        let place = format!("{address} for {}", eyes.name);
        cells.words(looked_for, &words_of(&page, ""), &shown(stage, there.iter(), &['t', 'l']), &place);
        let count = page.body().matches("<li class=\"event-row\">").count();
        cells.check(count == there.len(), || format!("{place}: {count} events"));
    }
}

async fn work_list(stage: &Stage, eyes: &mut Eyes, work: &[Listed], cells: &mut Cells) {
    let page = eyes.actor.get("/articles/work").await;
    let there = if eyes.person.is_some() { in_reach(work, eyes) } else { Vec::new() };
    let looked_for = stage.marked.iter().filter(|one| matches!(one.kind, Kind::Draft | Kind::Submitted)).count();
    let place = format!("/articles/work for {}", eyes.name);
    cells.words(looked_for, &words_of(&page, ""), &shown(stage, there.iter(), &['t']), &place);
    let count = page.body().matches("<th scope=\"row\">").count();
    cells.check(count == there.len(), || format!("{place}: {count} texts"));
}

/// What waits for somebody under TLP:RED: what they could open with a second factor, whether they have one or not.
fn sealed(stage: &Stage, me: &Person) -> BTreeSet<String> {
    let sober = Person { broke: BTreeMap::new(), ..me.clone() };
    let alone = stage.world.items.values().filter(|item| item.label == "RED" && item.parent.is_none());
    let waiting = alone.filter(|item| item.kind != "article" && stage.world.reach(Some(&sober), item) == Reach::Sealed);
    waiting.map(|item| format!("/items/{}", item.id)).collect()
}

/// That it waits, and nothing of what it says.
async fn sealed_list(stage: &Stage, eyes: &mut Eyes, cells: &mut Cells) {
    let page = eyes.actor.get("/items").await;
    let place = format!("/items for {}", eyes.name);
    cells.words(stage.marked.len(), &words_of(&page, ""), &Words::new(), &place);
    let there: BTreeSet<_> = page.attributes("[aria-labelledby=sealed] li a", "href").into_iter().collect();
    let expected = eyes.person.as_ref().map(|me| sealed(stage, me)).unwrap_or_default();
    cells.check(there == expected, || format!("{place}: {} wait, not {}", there.len(), expected.len()));
}

async fn organisations(stage: &Stage, eyes: &mut Eyes, articles: &[&Listed], cells: &mut Cells) {
    let looked_for = stage.marked.iter().filter(|one| one.kind == Kind::Article).count();
    for source in ["kestrel-controls", "waterschap-voorbeeldland", "elsewhere"] {
        let page = eyes.actor.get(&format!("/partners/{source}")).await;
        let newest: Vec<_> = articles.iter().filter(|row| row.source == source).take(20).copied().collect();
        let place = format!("/partners/{source} for {}", eyes.name);
        cells.words(looked_for, &words_of(&page, ""), &shown(stage, newest.iter(), &['t', 's', 'l']), &place);
        cells.check(cards(&page) == newest.len(), || format!("{place}: {} articles", cards(&page)));
    }
}

/// People and the like: these pages name nothing that has a label.
async fn nameless(stage: &Stage, eyes: &mut Eyes, cells: &mut Cells) {
    for address in NAMELESS {
        let page = eyes.actor.get(address).await;
        let found = words_in(page.body());
        cells.words(stage.marked.len(), &found, &Words::new(), &format!("{address} for {}", eyes.name));
    }
}

/// Pages that show no item, whoever looks.
pub const NAMELESS: [&str; 16] = [
    "/members",
    "/members/sam-example",
    "/members/nina",
    "/partners",
    "/partners/kestrel-controls/clients",
    "/groups",
    "/groups/made-group",
    "/groups/new",
    "/join",
    "/join/requests",
    "/account/profile",
    "/account/second-factor",
    "/account/sign-in",
    "/items/break-glass",
    "/robots.txt",
    "/nowhere",
];
