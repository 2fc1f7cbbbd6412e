//! What can be done with an item: who can see it, how another sees it, its label, wider sharing, adding a file.

use super::marked::{Kind, Marked};
use super::pages::meetings;
use super::{Cells, Eyes, Stage, Words, words_of};
use std::collections::BTreeSet;
use uuid::Uuid;

#[tokio::test]
async fn what_can_be_done_with_an_item_shows_no_more_than_the_item() {
    let mut stage = Stage::set().await;
    let kees = stage.world.person("kees@voorbeeldland.example").clone();
    // View as: everybody is taken to have a second factor.
    let kees = stage.world.readable(Some(&kees), true, true);
    let mut cells = Cells::default();
    for mut eyes in stage.take_eyes().into_iter().filter(|eyes| !eyes.is_one_more_visitor()) {
        let items = stage.of(&eyes, &[Kind::Article, Kind::Submitted, Kind::Draft, Kind::Event]);
        for one in items {
            if one.kind == Kind::Draft {
                add_file(&stage, &mut eyes, one, &mut cells).await;
                continue;
            }
            spoken_for(&stage, &mut eyes, one, &kees, &mut cells).await;
            if one.kind != Kind::Submitted {
                wider(&stage, &mut eyes, one, &mut cells).await;
            }
            // Nobody adds a file to what is published: those ask who can to something else.
            if one.kind == Kind::Event || (one.kind == Kind::Article && (eyes.is_publisher() || eyes.is_liaison())) {
                add_file(&stage, &mut eyes, one, &mut cells).await;
            }
        }
        new_texts(&stage, &mut eyes, &mut cells).await;
    }
    cells.judge(2_000, &stage.marked);
}

async fn look(eyes: &mut Eyes, (address, one): (&str, &Marked), expected: Option<Words>, cells: &mut Cells) {
    let page = eyes.actor.get(address).await;
    let place = format!("{address} ({:?} {}) for {}", one.kind, one.made, eyes.name);
    cells.check((page.status() == 200) == expected.is_some(), || format!("{place}: {}", page.status()));
    cells.words(1, &words_of(&page, ""), &expected.unwrap_or_default(), &place);
}

/// Those who speak for the source get three pages of each item. To others the three are shut by the same question, so of
/// an article, a text in work and an event of the same label and audience each is asked for
/// another of the three.
async fn spoken_for(stage: &Stage, eyes: &mut Eyes, one: &Marked, kees: &BTreeSet<Uuid>, cells: &mut Cells) {
    let speaks = stage.speaks(eyes, one.id);
    let asks = |page: usize| speaks || page == turn(stage, one);
    let title = || Words::from([(one.number, 't')]);
    if asks(0) {
        look(eyes, (&format!("/items/{}/readers", one.id), one), speaks.then(title), cells).await;
    }
    if asks(1) {
        let mut seen = title();
        if kees.contains(&one.id) {
            seen.extend([(one.number, 's'), (one.number, 'b')]);
        }
        let address = format!("/items/{}/view-as?who=kees-van-nergens", one.id);
        look(eyes, (&address, one), speaks.then_some(seen), cells).await;
    }
    if asks(2) {
        let changes = speaks && stage.world.items[&one.id].published;
        let mut form = title();
        form.extend(meetings(stage, &eyes.listed));
        form.extend(
            one.names
                .and_then(|event| stage.marked(event))
                .filter(|event| eyes.listed.contains(&event.id))
                .map(|event| (event.number, 't')),
        );
        look(eyes, (&format!("/items/{}/label", one.id), one), changes.then_some(form), cells).await;
    }
}

/// A number below three: other for the three kinds of the same label and audience, and for the next audience another.
fn turn(stage: &Stage, one: &Marked) -> usize {
    let before = stage.marked.iter().filter(|other| other.kind == one.kind && other.number < one.number).count();
    let kind = [Kind::Article, Kind::Submitted, Kind::Event].iter().position(|kind| *kind == one.kind);
    (before + kind.expect("one of the three")) % 3
}

async fn wider(stage: &Stage, eyes: &mut Eyes, one: &Marked, cells: &mut Cells) {
    let item = &stage.world.items[&one.id];
    let reads = eyes.person.is_some() && eyes.reads(one.id).is_some();
    let asks = reads && item.published && item.label != "CLEAR" && !stage.speaks(eyes, one.id);
    let title = Words::from([(one.number, 't')]);
    look(eyes, (&format!("/items/{}/wider", one.id), one), asks.then_some(title), cells).await;
}

/// A file is added by who writes the text, or by a liaison to an event.
async fn add_file(stage: &Stage, eyes: &mut Eyes, one: &Marked, cells: &mut Cells) {
    let item = &stage.world.items[&one.id];
    let writes =
        one.kind == Kind::Draft && eyes.person.as_ref().is_some_and(|me| me.publishes_for.contains(&item.source));
    let adds = eyes.reads(one.id).is_some()
        && (writes || (one.kind == Kind::Event && eyes.is_liaison() && stage.reads_by_right(eyes, one.id)));
    let mut form = Words::from([(one.number, 't')]);
    form.extend(meetings(stage, &eyes.listed));
    if one.kind == Kind::Event && adds {
        // Back to its page.
        form.insert((one.number, 'l'));
    }
    look(eyes, (&format!("/files/to/{}", one.id), one), adds.then_some(form), cells).await;
}

/// New texts and events: the meetings that they can be addressed to, also in a preview of what was typed.
async fn new_texts(stage: &Stage, eyes: &mut Eyes, cells: &mut Cells) {
    let looked_for = stage.marked.iter().filter(|one| one.kind == Kind::Event).count();
    for (address, enters) in [("/articles/new", eyes.is_publisher()), ("/events/new", eyes.is_liaison())] {
        let offered = if enters { meetings(stage, &eyes.listed) } else { Words::new() };
        let page = eyes.actor.get(address).await;
        let place = format!("{address} for {}", eyes.name);
        cells.check((page.status() == 200) == enters, || format!("{place}: {}", page.status()));
        let found = words_of(&page, "");
        let expected = if found.is_empty() && address == "/events/new" { Words::new() } else { offered.clone() };
        cells.words(looked_for, &found, &expected, &place);
        let typed = [("title", "A title"), ("language", "en"), ("action", "preview"), ("body", "Some text.")];
        let preview = eyes.actor.post(address, &typed).await;
        let found = words_of(&preview, "");
        cells.words(looked_for, &found, &expected, &format!("a preview at {place}"));
    }
}
