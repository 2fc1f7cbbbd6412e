//! Where a label can leak, surface by surface: items of every label and audience carry words that stand nowhere else, every
//! viewer opens every page, and what is found there is compared with the reference. A cell is one item, as one viewer
//! meets it or does not meet it, on one surface.
//!
//! `surfaces.rs` says for each route and each table by which of these tests it is covered.

mod actions;
mod events;
mod files;
mod finding;
mod log;
mod mails;
mod marked;
mod own_data;
mod pages;
mod surfaces;

use super::reference::{Person, World};
use super::scene::Scene;
use crate::support::{Actor, Answer};
use marked::{Kind, Marked};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A word of an item: its number, and of which part: `t`itle, `s`ummary, `b`ody, `l`ink, `n`ote, `f`ile name, `c`ontent.
type Word = (usize, char);
type Words = BTreeSet<Word>;

/// The word itself.
fn word(number: usize, part: char) -> String {
    format!("qz{number:03}{part}")
}

/// All words of items in a text.
fn words_in(text: &str) -> Words {
    let one = |(at, _): (usize, &str)| {
        let number = text.get(at + 2..at + 5)?.parse().ok()?;
        Some((number, text.get(at + 5..)?.chars().next()?))
    };
    text.match_indices("qz").filter_map(one).collect()
}

/// Those in an answer, its headers included, but for what the request itself said.
fn words_of(answer: &Answer, said: &str) -> Words {
    let mut found = words_in(&head(answer).replace(said, ""));
    found.append(&mut words_in(&answer.body().replace(said, "")));
    found
}

fn head(answer: &Answer) -> String {
    let line = |(name, value): (_, &axum::http::HeaderValue)| {
        format!("{name}: {}\n", String::from_utf8_lossy(value.as_bytes()))
    };
    answer.headers().iter().map(line).collect()
}

/// Somebody who looks, with what the reference says is there for them.
struct Eyes {
    name: String,
    /// Nobody with a session: no person.
    person: Option<Person>,
    has_factor: bool,
    actor: Actor,
    /// In the ordinary course of reading, and when something is opened on purpose.
    listed: BTreeSet<Uuid>,
    opened: BTreeSet<Uuid>,
}

impl Eyes {
    /// What is there on the page of an item: what an ordinary reading shows, or, where that does not show the item, what
    /// opening it shows. Nothing if it is not there.
    fn reads(&self, item: Uuid) -> Option<&BTreeSet<Uuid>> {
        [&self.listed, &self.opened].into_iter().find(|there| there.contains(&item))
    }

    /// Whether somebody else without a session, and without a cookie of one, looks too: where the door is shut one will do.
    fn is_one_more_visitor(&self) -> bool {
        matches!(self.name.as_str(), "applicant" | "without-session")
    }

    fn is_liaison(&self) -> bool {
        self.has_factor && self.person.as_ref().is_some_and(|me| me.roles.iter().any(|role| role == "liaison"))
    }

    fn is_publisher(&self) -> bool {
        self.person.as_ref().is_some_and(|me| !me.publishes_for.is_empty())
    }
}

/// The scene, the items with words of their own, and everybody.
struct Stage {
    scene: Scene,
    world: World,
    marked: Vec<Marked>,
    eyes: Vec<Eyes>,
}

impl Stage {
    async fn set() -> Self {
        let mut scene = Scene::new().await;
        let marked = marked::make(&scene).await;
        let actors = scene.actors_with_and_without().await;
        let world = scene.world().await;
        let mut eyes = Vec::new();
        for (name, email, has_factor, actor) in actors {
            let person = email.map(|email| world.person(email).clone()).filter(|person| person.active);
            let factor = if has_factor { " with a second factor" } else { "" };
            eyes.push(Eyes {
                name: format!("{name}{factor}"),
                listed: world.readable(person.as_ref(), has_factor, false),
                opened: world.readable(person.as_ref(), has_factor, true),
                person,
                has_factor,
                actor,
            });
        }
        Self { scene, world, marked, eyes }
    }

    /// Everybody, to be borrowed beside the rest.
    fn take_eyes(&mut self) -> Vec<Eyes> {
        std::mem::take(&mut self.eyes)
    }

    /// The items of a kind that are worth a look with these eyes: a second factor is another thing only where something
    /// is under TLP:RED, or was opened by a broken glass.
    fn of(&self, eyes: &Eyes, kinds: &[Kind]) -> Vec<&Marked> {
        let differs = |one: &&Marked| {
            let mut family = [Some(one.id), one.parent].into_iter().flatten().map(|id| &self.world.items[&id]);
            !eyes.has_factor
                || eyes.is_liaison()
                || family.any(|item| {
                    item.label == "RED" || eyes.person.as_ref().is_some_and(|me| me.broke.contains_key(&item.id))
                })
        };
        self.marked.iter().filter(|one| kinds.contains(&one.kind)).filter(differs).collect()
    }

    /// The files and notes of an item that are there, as words.
    fn parts(&self, of: &Marked, kind: Kind, there: &BTreeSet<Uuid>) -> Words {
        let part = if kind == Kind::Note { 'n' } else { 'f' };
        let parts = self.marked.iter().filter(|one| one.kind == kind && one.parent == Some(of.id));
        parts.filter(|one| there.contains(&one.id)).map(|one| (one.number, part)).collect()
    }

    /// An item by its id.
    fn marked(&self, id: Uuid) -> Option<&Marked> {
        self.marked.iter().find(|one| one.id == id)
    }

    /// Whether somebody speaks for the source of an item, as `/items` asks; a broken glass lends reading, not this.
    fn speaks(&self, eyes: &Eyes, id: Uuid) -> bool {
        let Some(me) = &eyes.person else { return false };
        let item = &self.world.items[&id];
        let is_own = item.owner == me.id && me.member_of.contains(&item.source);
        let for_source =
            me.publishes_for.contains(&item.source) || (eyes.has_factor && me.coordinates.contains(&item.source));
        let is_planner = item.kind == "event" && eyes.is_liaison() && me.member_of.contains(&item.source);
        self.reads_by_right(eyes, id) && (is_own || for_source || is_planner)
    }

    /// Whether they read it without what a broken glass lends.
    fn reads_by_right(&self, eyes: &Eyes, id: Uuid) -> bool {
        let Some(me) = &eyes.person else { return false };
        let sober = Person { broke: std::collections::BTreeMap::new(), ..me.clone() };
        self.world.readable(Some(&sober), eyes.has_factor, true).contains(&id)
    }
}

/// What was compared, and what was wrong.
#[derive(Default)]
struct Cells {
    count: usize,
    wrong: Vec<String>,
}

impl Cells {
    /// One cell.
    fn check(&mut self, holds: bool, what: impl FnOnce() -> String) {
        self.count += 1;
        if !holds {
            self.wrong.push(what());
        }
    }

    /// As many cells as items were looked for: the words that are there, against those that are to be.
    fn words(&mut self, looked_for: usize, found: &Words, expected: &Words, place: &str) {
        self.count += looked_for;
        let (more, less): (Vec<_>, Vec<_>) =
            (found.difference(expected).collect(), expected.difference(found).collect());
        if !more.is_empty() || !less.is_empty() {
            self.wrong.push(format!("{place}: shows {more:?} and should not; lacks {less:?}"));
        }
    }

    /// Fails with all that was wrong, or with too few cells to be believed.
    fn judge(self, at_least: usize, marked: &[Marked]) {
        let numbers = |line: &String| {
            marked
                .iter()
                .filter(|one| line.contains(&format!("({}, ", one.number)))
                .map(Marked::name)
                .collect::<Vec<_>>()
        };
        let told: Vec<_> = self.wrong.iter().take(20).map(|line| format!("{line} {:?}", numbers(line))).collect();
        println!("{} cells", self.count);
        assert!(told.is_empty(), "{} wrong of {} cells: {told:#?}", self.wrong.len(), self.count);
        assert!(self.count >= at_least, "{} cells", self.count);
    }
}

#[test]
fn words_are_found_wherever_they_stand() {
    let text = format!("<a href=\"/x/made-{}\">{}</a> qz qz1 qz12x {}", word(7, 'l'), word(123, 't'), word(7, 'l'));
    assert_eq!(words_in(&text), Words::from([(7, 'l'), (123, 't')]));
}
