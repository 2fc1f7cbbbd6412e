//! Events: their pages, calendar files and pictures, and the liaison's screens.

use super::marked::{Kind, Marked};
use super::pages::{head_or_again, meetings, sees_pictures};
use super::{Cells, Eyes, Stage, Words, words_of};

#[tokio::test]
async fn an_event_shows_each_viewer_what_the_reference_says() {
    let mut stage = Stage::set().await;
    let mut cells = Cells::default();
    for mut eyes in stage.take_eyes() {
        let events = stage.of(&eyes, &[Kind::Event]);
        for one in events {
            page(&stage, &mut eyes, one, &mut cells).await;
            calendar(&mut eyes, one, &mut cells).await;
            screens(&stage, &mut eyes, one, &mut cells).await;
            if sees_pictures(&eyes) {
                picture(&stage, &mut eyes, one, &mut cells).await;
            }
        }
    }
    cells.judge(2_000, &stage.marked);
}

async fn page(stage: &Stage, eyes: &mut Eyes, one: &Marked, cells: &mut Cells) {
    let (address, said) = (format!("/events/{}", one.slug()), one.slug());
    let page = eyes.actor.get(&address).await;
    let mut expected = Words::new();
    if let Some(there) = eyes.reads(one.id) {
        expected = ['t', 's', 'b'].into_iter().map(|part| (one.number, part)).collect();
        expected.extend(stage.parts(one, Kind::File, there));
    }
    let parts = stage.marked.iter().filter(|part| part.parent == Some(one.id)).count();
    let place = format!("{address} ({}) for {}", one.made, eyes.name);
    cells.words(1 + parts, &words_of(&page, &said), &expected, &place);
    cells.check((page.status() == 200) == eyes.reads(one.id).is_some(), || format!("{place}: {}", page.status()));
    head_or_again(eyes, (&address, one.number), &said, page.status(), cells).await;
}

async fn calendar(eyes: &mut Eyes, one: &Marked, cells: &mut Cells) {
    let (address, said) = (format!("/events/{}/event.ics", one.slug()), one.slug());
    let file = eyes.actor.get(&address).await;
    let is_there = eyes.reads(one.id).is_some();
    let expected = if is_there { Words::from([(one.number, 't'), (one.number, 's')]) } else { Words::new() };
    let place = format!("{address} ({}) for {}", one.made, eyes.name);
    cells.words(1, &words_of(&file, &said), &expected, &place);
    cells.check((file.status() == 200) == is_there, || format!("{place}: {}", file.status()));
    let has_name = !file.header("content-disposition").is_empty();
    cells.check(has_name == is_there, || format!("{place}: the name of its file"));
    if is_there {
        head_or_again(eyes, (&address, one.number), &said, file.status(), cells).await;
    }
}

/// The liaison changes an event and keeps its attendance list, as far as the liaison may read it. To others both are shut
/// by the same door: of two events one is asked for this way, the other that way.
async fn screens(stage: &Stage, eyes: &mut Eyes, one: &Marked, cells: &mut Cells) {
    let is_there = eyes.is_liaison() && eyes.reads(one.id).is_some();
    let screens = [("edit", &['t', 's', 'b'][..]), ("attendance", &['t'])];
    for (at, (screen, parts)) in screens.into_iter().enumerate() {
        if !eyes.is_liaison() && at != (one.number + eyes.name.len()) % 2 {
            continue;
        }
        let address = format!("/events/{}/{screen}", one.slug());
        let page = eyes.actor.get(&address).await;
        let mut expected = Words::new();
        if is_there {
            expected.extend(parts.iter().map(|part| (one.number, *part)));
        }
        let mut found = words_of(&page, &one.slug());
        // A form may offer meetings to address it to.
        let offered = if is_there { meetings(stage, &eyes.listed) } else { Words::new() };
        found.retain(|word| expected.contains(word) || !offered.contains(word));
        let place = format!("{address} ({}) for {}", one.made, eyes.name);
        cells.words(1, &found, &expected, &place);
        cells.check((page.status() == 200) == is_there, || format!("{place}: {}", page.status()));
    }
}

async fn picture(stage: &Stage, eyes: &mut Eyes, one: &Marked, cells: &mut Cells) {
    let is_public = stage.world.items[&one.id].label == "CLEAR";
    let address = format!("/events/{}/preview.png", one.slug());
    for knows in ["", "*"] {
        let answer = eyes.actor.clone().with_header("if-none-match", knows).get(&address).await;
        let expected = match (is_public, knows) {
            (false, _) => 404,
            (true, "") => 200,
            (true, _) => 304,
        };
        let place = format!("{address} ({}) for {}", one.made, eyes.name);
        cells.check(answer.status() == expected, || format!("{place}: {}", answer.status()));
        cells.check(answer.headers().contains_key("etag") == is_public, || format!("{place}: its version"));
        cells.check(words_of(&answer, &one.slug()).is_empty(), || format!("{place}: says something"));
    }
}
