//! Files, by their own name and by another; and the address that leads to any item by its id.

use super::marked::{Kind, Marked};
use super::pages::head_or_again;
use super::{Cells, Eyes, Stage, Words, words_of};

#[tokio::test]
async fn a_file_is_handed_to_whom_the_reference_says() {
    let mut stage = Stage::set().await;
    let mut cells = Cells::default();
    for mut eyes in stage.take_eyes() {
        let files = stage.of(&eyes, &[Kind::File]);
        for one in files {
            by_name(&mut eyes, one, &mut cells).await;
            // To whom it is not there, one of two is not there by another name either.
            let asks = eyes.opened.contains(&one.id) || one.number % 2 == eyes.name.len() % 2;
            if asks && belongs_to_what_is_published(&stage, one) {
                by_another(&stage, &mut eyes, one, &mut cells).await;
            }
        }
    }
    cells.judge(2_000, &stage.marked);
}

async fn by_name(eyes: &mut Eyes, one: &Marked, cells: &mut Cells) {
    let (address, said) = (format!("/files/{}/{}", one.id, one.file_name()), one.file_name());
    let is_there = eyes.reads(one.id).is_some();
    let file = eyes.actor.get(&address).await;
    let expected = if is_there { Words::from([(one.number, 'c')]) } else { Words::new() };
    let place = format!("{address} ({}) for {}", one.made, eyes.name);
    cells.words(1, &words_of(&file, &said), &expected, &place);
    cells.check((file.status() == 200) == is_there, || format!("{place}: {}", file.status()));
    // Those of an article whose label is its own.
    if !is_there && one.made.contains("RED") && eyes.person.is_some() {
        head_or_again(eyes, (&address, one.number), &said, file.status(), cells).await;
    }
}

fn belongs_to_what_is_published(stage: &Stage, one: &Marked) -> bool {
    one.parent.is_some_and(|parent| stage.world.items[&parent].published)
}

/// The right name is told to those who may read the file.
async fn by_another(stage: &Stage, eyes: &mut Eyes, one: &Marked, cells: &mut Cells) {
    let address = format!("/files/{}/another.txt", one.id);
    let file = eyes.actor.get(&address).await;
    let is_red = stage.world.items[&one.id].label == "RED";
    let parts: &[char] = match (eyes.reads(one.id), is_red) {
        (None, _) => &[],
        (Some(_), true) => &['f', 'c'],
        (Some(_), false) => &['f'],
    };
    let expected = parts.iter().map(|part| (one.number, *part)).collect();
    let place = format!("{address} ({}) for {}", one.made, eyes.name);
    cells.words(1, &words_of(&file, ""), &expected, &place);
}

#[tokio::test]
async fn the_address_of_any_item_leads_only_those_on_who_may_read_it() {
    let mut stage = Stage::set().await;
    let kinds = [Kind::Article, Kind::Old, Kind::Submitted, Kind::Event, Kind::File, Kind::Note];
    let mut cells = Cells::default();
    for mut eyes in stage.take_eyes().into_iter().filter(|eyes| !eyes.is_one_more_visitor()) {
        let items = stage.of(&eyes, &kinds).into_iter();
        for one in items.filter(|one| one.parent.is_none() || belongs_to_what_is_published(&stage, one)) {
            let address = format!("/items/{}", one.id);
            let is_there = eyes.opened.contains(&one.id);
            // To whom it is not there: one of two of those that belong to something.
            if !is_there && one.parent.is_some() && (one.number + eyes.name.len()) % 2 == 1 {
                continue;
            }
            let answer = eyes.actor.get(&address).await;
            // Articles and events have a word in their address, texts in work have none.
            let page = if matches!(one.kind, Kind::File | Kind::Note) { one.parent } else { Some(one.id) };
            let page = page.and_then(|id| stage.marked(id)).filter(|_| is_there);
            let page = page.filter(|page| matches!(page.kind, Kind::Article | Kind::Event));
            let expected = page.map(|page| (page.number, 'l')).into_iter().collect();
            let place = format!("{address} ({:?} {}) for {}", one.kind, one.made, eyes.name);
            cells.words(1, &words_of(&answer, ""), &expected, &place);
            cells.check((answer.status() == 303) == is_there, || format!("{place}: {}", answer.status()));
        }
    }
    cells.judge(2_000, &stage.marked);
}
