//! Items of each label and audience, with words in every part that stand nowhere else.

use super::word;
use crate::house::scene::{self, COMBINATIONS, Scene, Stand};
use sqlx::PgConnection;
use uuid::Uuid;

/// What an item is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// The published revision of an article.
    Article,
    /// What the article said before, under TLP:CLEAR whatever its label is now.
    Old,
    Draft,
    Submitted,
    Event,
    File,
    Note,
}

/// An item with words of its own.
pub struct Marked {
    pub number: usize,
    pub kind: Kind,
    pub id: Uuid,
    /// Label and audience that it was made with.
    pub made: String,
    /// What a file or note belongs to; the published revision of what was said before.
    pub parent: Option<Uuid>,
    /// An event whose name stands among those to whom it is addressed.
    pub names: Option<Uuid>,
}

impl Marked {
    /// For a person who reads a failure.
    pub fn name(&self) -> String {
        format!("{} is {:?} {} {}", self.number, self.kind, self.made, self.id)
    }

    /// The last part of its address, which holds a word of it.
    pub fn slug(&self) -> String {
        format!("made-{}", word(self.number, 'l'))
    }

    /// The name of a file.
    pub fn file_name(&self) -> String {
        format!("{}.txt", word(self.number, 'f'))
    }
}

struct Maker<'a> {
    scene: &'a Scene,
    owner: PgConnection,
    all: Vec<Marked>,
}

/// All of them.
pub async fn make(scene: &Scene) -> Vec<Marked> {
    let mut maker = Maker { scene, owner: scene.owner().await, all: Vec::new() };
    for (at, combination) in COMBINATIONS.into_iter().enumerate() {
        maker.combination(at, combination).await;
    }
    maker.name_an_event().await;
    maker.all
}

impl Maker<'_> {
    async fn combination(&mut self, at: usize, combination: (&str, &[&str])) {
        let is_wide = combination.0 < "AMBER+STRICT" || combination.0 == "CLEAR" || combination.0 == "GREEN";
        let (article, text) = scene::article_for(&mut self.owner, combination, Stand::Published).await;
        let number = self.keep(Kind::Article, text, &combination, None);
        self.text(text, number, at).await;
        self.run(format!("update articles set slug = 'made-{}' where id = '{article}'", word(number, 'l'))).await;
        let old = Uuid::now_v7();
        self.run(format!(
            "insert into items (id, kind, stage, label, source_id, owner_id)
             select '{old}', 'revision', 'work', 'CLEAR', source_id, owner_id from items where id = '{text}';
             insert into revisions (id, article_id, number, state, title, summary, kind, language, sectors, body_markdown,
                 body_html, headings, words, renderer_version, created_at, updated_at, published_at)
             select '{old}', article_id, 2, 'superseded', title, summary, kind, language, sectors, body_markdown,
                 body_html, headings, words, renderer_version, created_at, updated_at, published_at
             from revisions where id = '{text}'"
        ))
        .await;
        let number = self.keep(Kind::Old, old, &("CLEAR", &[]), Some(text));
        self.text(old, number, at).await;
        let (_, draft) = scene::article_for(&mut self.owner, combination, Stand::Draft).await;
        let number = self.keep(Kind::Draft, draft, &combination, None);
        self.text(draft, number, at).await;
        let (_, submitted) = scene::article_for(&mut self.owner, combination, Stand::Submitted).await;
        let number = self.keep(Kind::Submitted, submitted, &combination, None);
        self.text(submitted, number, at).await;
        for work in [text, old, draft, submitted] {
            self.note(work, &combination).await;
        }
        for parent in [text, submitted] {
            self.file(parent, None, &combination).await;
        }
        let event = scene::event_for(&mut self.owner, combination).await;
        let number = self.keep(Kind::Event, event, &combination, None);
        self.event(event, number, at).await;
        self.file(event, None, &combination).await;
        // With a label of its own: of the article and of the event in turn.
        let (one, other) = if at.is_multiple_of(2) { (text, event) } else { (event, text) };
        self.file(one, Some(("RED", &["person"])), &combination).await;
        if is_wide {
            self.file(other, Some(("AMBER+STRICT", &["group"])), &combination).await;
        }
        // One of each label whose glass is broken now, and one whose hour is over.
        match combination.1.len() {
            0 => scene::broken_glass(&mut self.owner, event, -2).await,
            2 | 4 => {
                for item in [article, text, event] {
                    scene::broken_glass(&mut self.owner, item, 0).await;
                }
            }
            _ => {}
        }
    }

    /// An article for many says whom it is addressed to: also those who were at an event that fewer may know of.
    async fn name_an_event(&mut self) {
        let find = |kind, made: &str| self.all.iter().position(|one| one.kind == kind && one.made == made);
        let many = format!("{:?}", COMBINATIONS[7]);
        let of_group = format!("{:?}", COMBINATIONS[10]);
        let (text, event) = (find(Kind::Article, &many), find(Kind::Event, &of_group));
        let (text, event) = (text.expect("an article"), event.expect("an event"));
        let id = self.all[event].id;
        self.all[text].names = Some(id);
        let text = self.all[text].id;
        self.run(format!(
            "insert into item_grants (id, item_id, reason, event_id) select gen_random_uuid(), unnest(array[id, published_id]), 'audience', '{id}'
             from articles where published_id = '{text}'"
        ))
        .await;
    }

    fn keep(&mut self, kind: Kind, id: Uuid, made: &(&str, &[&str]), parent: Option<Uuid>) -> usize {
        let number = self.all.len() + 1;
        self.all.push(Marked { number, kind, id, made: format!("{made:?}"), parent, names: None });
        number
    }

    async fn run(&mut self, sql: String) {
        scene::run(&mut self.owner, sql).await;
    }

    /// Lists are narrowed by kind, language and sector: some of each.
    async fn text(&mut self, id: Uuid, number: usize, at: usize) {
        let kind = ["practice", "case", "tool"][at % 3];
        let language = ["en", "nl"][at % 2];
        let sectors = ["{waste-water}", "{}"][(at / 2) % 2];
        let (title, summary, body) = (word(number, 't'), word(number, 's'), word(number, 'b'));
        self.run(format!(
            "update revisions set title = 'Findable {title}', summary = 'Summary {summary}', kind = '{kind}',
                 language = '{language}', sectors = '{sectors}', body_markdown = 'Body {body}.',
                 body_html = '<p>Body {body}.</p>', headings = '[]' where id = '{id}'"
        ))
        .await;
    }

    async fn event(&mut self, id: Uuid, number: usize, at: usize) {
        let (title, summary, body, link) = (word(number, 't'), word(number, 's'), word(number, 'b'), word(number, 'l'));
        let earlier = ["0 days", "70 days"][at % 2];
        self.run(format!(
            "update events set title = 'Event {title}', summary = 'Summary {summary}', body_markdown = 'Body {body}.',
                 body_html = '<p>Body {body}.</p>', slug = 'made-{link}', starts_local = starts_local - interval '{earlier}',
                 ends_local = ends_local - interval '{earlier}', starts_at = starts_at - interval '{earlier}',
                 ends_at = ends_at - interval '{earlier}' where id = '{id}'"
        ))
        .await;
    }

    async fn note(&mut self, text: Uuid, made: &(&str, &[&str])) {
        let id = Uuid::now_v7();
        let number = self.keep(Kind::Note, id, made, Some(text));
        let note = word(number, 'n');
        self.run(format!(
            "insert into revision_events (id, revision_id, at, actor_id, action, note)
             select '{id}', '{text}', now(), id, 'changes-asked', 'Note {note}.' from members where email = 'sam@kestrel.example'"
        ))
        .await;
    }

    async fn file(&mut self, parent: Uuid, own: Option<(&str, &[&str])>, made: &(&str, &[&str])) {
        let id = scene::belonging(&mut self.owner, ("file", parent), own).await;
        let number = self.keep(Kind::File, id, &own.unwrap_or(*made), Some(parent));
        let content = format!("Content {}.", word(number, 'c'));
        let hash = self.scene.site.app.files.put(content.as_bytes()).await.expect("content");
        let hash = hex::encode(hash);
        let (name, bytes) = (self.all[number - 1].file_name(), content.len());
        self.run(format!(
            "update files set name = '{name}', media_type = 'text/plain', bytes = {bytes}, sha256 = decode('{hash}', 'hex')
             where id = '{id}'"
        ))
        .await;
    }
}
