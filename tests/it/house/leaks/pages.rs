//! The pages of articles and of texts in work: to read, to look at the head of, to ask for again, as a picture.

use super::marked::{Kind, Marked};
use super::{Cells, Eyes, Stage, Words, words_of};
use crate::house::reference::World;
use axum::body::Body;
use axum::http::Method;
use std::collections::BTreeSet;
use uuid::Uuid;

#[tokio::test]
async fn an_article_shows_each_viewer_what_the_reference_says() {
    let mut stage = Stage::set().await;
    let mut cells = Cells::default();
    for mut eyes in stage.take_eyes() {
        let articles = stage.of(&eyes, &[Kind::Article]);
        for one in articles {
            article(&stage, &mut eyes, one, &mut cells).await;
            if sees_pictures(&eyes) {
                picture(&stage, &mut eyes, one, &mut cells).await;
            }
        }
    }
    cells.judge(2_000, &stage.marked);
}

fn text(one: &Marked) -> Words {
    ['t', 's', 'b'].into_iter().map(|part| (one.number, part)).collect()
}

async fn article(stage: &Stage, eyes: &mut Eyes, one: &Marked, cells: &mut Cells) {
    let (address, said) = (format!("/articles/{}", one.slug()), one.slug());
    let page = eyes.actor.get(&address).await;
    let mut expected = Words::new();
    if let Some(there) = eyes.reads(one.id) {
        expected = text(one);
        expected.extend(stage.parts(one, Kind::File, there));
        let named = one.names.filter(|event| there.contains(event)).and_then(|event| stage.marked(event));
        expected.extend(named.map(|event| (event.number, 't')));
    }
    let place = format!("{address} ({}) for {}", one.made, eyes.name);
    // The item, what belongs to it, and who it names.
    let parts = stage.marked.iter().filter(|part| part.parent == Some(one.id)).count();
    cells.words(1 + parts, &words_of(&page, &said), &expected, &place);
    cells.check((page.status() == 200) == eyes.reads(one.id).is_some(), || format!("{place}: {}", page.status()));
    head_or_again(eyes, (&address, one.number), &said, page.status(), cells).await;
}

/// The head says what the page says, and knowing a version shortens nothing: there is none. Of four items one is asked
/// for this way, another that way.
pub async fn head_or_again(
    eyes: &mut Eyes,
    (address, number): (&str, usize),
    said: &str,
    status: u16,
    cells: &mut Cells,
) {
    let turn = (number + eyes.name.len()) % 4;
    if turn == 0 {
        let head = eyes.actor.send(Method::HEAD, address, Body::empty(), None).await;
        let place = format!("HEAD {address} for {}", eyes.name);
        cells.check(head.status() == status && head.body().is_empty(), || format!("{place}: {}", head.status()));
        cells.check(words_of(&head, said).is_empty(), || format!("{place}: says something"));
        return;
    }
    if turn != 1 {
        return;
    }
    let asking = eyes.actor.clone().with_header("if-none-match", "*");
    let mut asking = asking.with_header("if-modified-since", "Fri, 01 Jan 2038 00:00:00 GMT");
    let again = asking.get(address).await;
    cells.check(again.status() == status, || format!("{address} once more for {}: {}", eyes.name, again.status()));
    let has_version = again.headers().contains_key("etag") || again.headers().contains_key("last-modified");
    cells.check(!has_version, || format!("{address} for {} has a version", eyes.name));
}

/// A picture is the same for everybody (house/previews.rs asks them all): here some will do.
pub fn sees_pictures(eyes: &Eyes) -> bool {
    matches!(eyes.name.as_str(), "anonymous" | "member-of-audience" | "author" | "named-person with a second factor")
}

/// A picture is for the world or for nobody, whoever asks and whatever they know.
async fn picture(stage: &Stage, eyes: &mut Eyes, one: &Marked, cells: &mut Cells) {
    let item = &stage.world.items[&one.id];
    let is_public = item.published && item.label == "CLEAR";
    let address = format!("/articles/{}/preview.png", one.slug());
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

#[tokio::test]
async fn a_text_in_work_and_one_of_before_show_each_viewer_what_the_reference_says() {
    let mut stage = Stage::set().await;
    let mut cells = Cells::default();
    for mut eyes in stage.take_eyes().into_iter().filter(|eyes| !eyes.is_one_more_visitor()) {
        let texts = stage.of(&eyes, &[Kind::Article, Kind::Old, Kind::Draft, Kind::Submitted]);
        for one in texts {
            work(&stage, &mut eyes, one, &mut cells).await;
            if one.kind == Kind::Draft {
                edit(&stage, &mut eyes, one, &mut cells).await;
            }
        }
    }
    cells.judge(2_000, &stage.marked);
}

/// Work is shown to those who see the words of its reviews.
async fn work(stage: &Stage, eyes: &mut Eyes, one: &Marked, cells: &mut Cells) {
    let address = format!("/articles/work/{}", one.id);
    let page = eyes.actor.get(&address).await;
    let mut expected = Words::new();
    let there = eyes.reads(one.id).filter(|_| eyes.person.is_some());
    let there = there.filter(|there| !stage.parts(one, Kind::Note, there).is_empty());
    if let Some(there) = there {
        expected = text(one);
        expected.extend(stage.parts(one, Kind::Note, there));
        expected.extend(stage.parts(one, Kind::File, there));
        // The way to the article that readers get.
        let published = if one.kind == Kind::Old { one.parent } else { Some(one.id) };
        let article = published.and_then(|id| stage.marked(id)).filter(|article| article.kind == Kind::Article);
        expected.extend(article.filter(|article| there.contains(&article.id)).map(|article| (article.number, 'l')));
        let named = one.names.filter(|event| there.contains(event)).and_then(|event| stage.marked(event));
        expected.extend(named.map(|event| (event.number, 't')));
    }
    let parts = stage.marked.iter().filter(|part| part.parent == Some(one.id)).count();
    let place = format!("{address} ({:?} {}) for {}", one.kind, one.made, eyes.name);
    cells.words(1 + parts, &words_of(&page, ""), &expected, &place);
    cells.check((page.status() == 200) == there.is_some(), || format!("{place}: {}", page.status()));
}

/// The form is for those who write the text. It offers the meetings that its writer comes across.
async fn edit(stage: &Stage, eyes: &mut Eyes, one: &Marked, cells: &mut Cells) {
    let address = format!("/articles/work/{}/edit", one.id);
    let page = eyes.actor.get(&address).await;
    let item = &stage.world.items[&one.id];
    let writes = |me: &super::Person| {
        (item.owner == me.id && World::works_on(me, item)) || me.publishes_for.contains(&item.source)
    };
    let there = eyes.reads(one.id).filter(|_| eyes.is_publisher() && eyes.person.as_ref().is_some_and(writes));
    let mut expected = Words::new();
    if let Some(there) = there {
        expected = text(one);
        expected.extend(stage.parts(one, Kind::File, there));
        expected.extend(meetings(stage, &eyes.listed));
    }
    let place = format!("{address} ({}) for {}", one.made, eyes.name);
    let found = words_of(&page, "");
    let without_files = |words: &Words| words.iter().filter(|word| word.1 != 'f').copied().collect::<Words>();
    cells.words(1, &without_files(&found), &without_files(&expected), &place);
    let files: Words = found.difference(&without_files(&found)).copied().collect();
    cells.check(files.is_subset(&expected), || format!("{place}: shows the files {files:?}"));
}

/// The meetings whose attendance lists a form offers as an audience: those in the reader's own lists, never one under
/// TLP:RED.
pub fn meetings(stage: &Stage, there: &BTreeSet<Uuid>) -> Words {
    let events = stage.marked.iter().filter(|one| one.kind == Kind::Event && there.contains(&one.id));
    events.flat_map(|one| [(one.number, 't'), (one.number, 'l')]).collect()
}
