//! Reads Markdown and gives it our shape: ids, admonitions, safe links, tables and footnotes of our
//! own making, HTML as text. Everything else is left to pulldown-cmark's writer.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag};

use super::clean::escape;
use super::footnotes::Footnotes;
use super::headings::{Heading, Ids, Outline};
use super::limits::{self, MAX_CELLS, MAX_DEPTH, Refused};
use super::references::Image;
use super::tables::Table;
use super::{ID_PREFIX, Setting};

/// The dialect; [`super`] says it in words.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM);

/// Longest piece of text in bytes that the sanitiser gets without an (empty) comment in it, which
/// it takes out again. Its serialiser, html5ever 0.40.1, searches the rest of a piece anew after
/// every `&`: 100 kB of them in one piece take it 17 seconds.
const MAX_RUN: usize = 1024;

/// A text in our shape.
pub(super) struct Shaped<'a> {
    pub(super) events: Vec<Event<'a>>,
    pub(super) headings: Vec<Heading>,
    pub(super) text: String,
    pub(super) words: usize,
}

/// Parses `source` and shapes it.
pub(super) fn shape<'a>(source: &'a str, setting: &'a Setting) -> Result<Shaped<'a>, Refused> {
    limits::check(source)?;
    let mut shaper = Shaper::new(setting);
    let mut counts = Counts::default();
    for (event, range) in Parser::new_ext(source, OPTIONS).into_offset_iter() {
        counts.add(&event, source, range)?;
        shaper.take(event);
    }
    Ok(shaper.finish())
}

/// What is counted while parsing.
#[derive(Default)]
struct Counts {
    depth: usize,
    cells: usize,
}

impl Counts {
    fn add(&mut self, event: &Event<'_>, source: &str, range: Range<usize>) -> Result<(), Refused> {
        match event {
            Event::Start(tag) => {
                self.depth += 1;
                self.cells += usize::from(matches!(tag, Tag::TableCell));
            }
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => return Ok(()),
        }
        let line = || limits::line_at(source, range.start);
        if self.depth > MAX_DEPTH {
            return Err(Refused::TooDeep { limit: MAX_DEPTH, line: line() });
        }
        if self.cells > MAX_CELLS {
            return Err(Refused::TooManyCells { limit: MAX_CELLS, line: line() });
        }
        Ok(())
    }
}

/// Takes the parser's events one by one; blocks and references are in files of their own.
pub(super) struct Shaper<'a> {
    pub(super) setting: &'a Setting,
    /// What every id starts with.
    pub(super) prefix: String,
    pub(super) events: Vec<Event<'a>>,
    /// The footnotes being read, each with the events around it.
    pub(super) around: Vec<(CowStr<'a>, Vec<Event<'a>>)>,
    pub(super) headings: Vec<Heading>,
    /// Where the current heading starts, in the events and in the text.
    pub(super) heading: (usize, usize),
    pub(super) outline: Outline,
    pub(super) ids: Ids,
    pub(super) text: String,
    pub(super) words: usize,
    pub(super) table: Table,
    pub(super) in_link: bool,
    /// Whether the current link became an element.
    pub(super) link_open: bool,
    pub(super) image: Option<Image<'a>>,
    pub(super) in_code: bool,
    /// Bytes of text since the last comment.
    run: usize,
    pub(super) footnotes: Footnotes<'a>,
}

impl<'a> Shaper<'a> {
    fn new(setting: &'a Setting) -> Self {
        let scope = setting.scope.chars().filter(|char| matches!(char, 'a'..='z' | '0'..='9' | '-'));
        Self {
            setting,
            prefix: ID_PREFIX.chars().chain(scope).collect(),
            events: Vec::new(),
            around: Vec::new(),
            headings: Vec::new(),
            heading: (0, 0),
            outline: Outline::default(),
            ids: Ids::default(),
            text: String::new(),
            words: 0,
            table: Table::default(),
            in_link: false,
            link_open: false,
            image: None,
            in_code: false,
            run: 0,
            footnotes: Footnotes::default(),
        }
    }

    fn take(&mut self, event: Event<'a>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.read(text),
            Event::Code(text) => {
                self.html("<code>");
                self.read(text);
                self.html("</code>");
            }
            Event::SoftBreak | Event::HardBreak => {
                self.text.push(' ');
                self.emit(event);
            }
            Event::FootnoteReference(label) if self.image.is_none() => {
                let mark = self.footnotes.refer(label, &self.prefix);
                self.html(mark);
            }
            Event::TaskListMarker(done) => self.task(done),
            Event::Rule => self.emit(event),
            Event::FootnoteReference(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    /// A box drawn as text: a disabled `input` is a form field without a label.
    fn task(&mut self, done: bool) {
        let (class, name, sign) =
            if done { ("task task-done", &self.setting.done, '☑') } else { ("task", &self.setting.open, '☐') };
        let name = escape(name);
        self.html(format!("<span class=\"{class}\" role=\"img\" aria-label=\"{name}\">{sign}</span> "));
    }

    fn read(&mut self, text: CowStr<'a>) {
        self.text.push_str(&text);
        if !self.in_code {
            self.words += text.split_whitespace().count();
        }
        match text {
            CowStr::Borrowed(text) => self.split(text, CowStr::Borrowed),
            text => self.split(&text, |piece| piece.to_owned().into()),
        }
    }

    /// Passes text on with a comment after every [`MAX_RUN`] bytes.
    fn split<'t>(&mut self, mut text: &'t str, own: impl Fn(&'t str) -> CowStr<'a>) {
        while self.run + text.len() > MAX_RUN {
            let (piece, rest) = text.split_at(text.ceil_char_boundary(MAX_RUN - self.run));
            self.emit(Event::Text(own(piece)));
            self.html("<!---->");
            self.run = 0;
            text = rest;
        }
        self.run += text.len();
        self.emit(Event::Text(own(text)));
    }

    /// What was read since `start`.
    pub(super) fn text_since(&self, start: usize) -> String {
        self.text.get(start..).unwrap_or_default().trim().to_owned()
    }

    /// A block ends: the next one's text starts on a line of its own.
    pub(super) fn end_line(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// Writes HTML of our own making.
    pub(super) fn html(&mut self, html: impl Into<CowStr<'a>>) {
        self.emit(Event::InlineHtml(html.into()));
    }

    /// Passes an event on, unless inside an image, where only the text counts.
    pub(super) fn emit(&mut self, event: Event<'a>) {
        if self.image.is_none() {
            self.events.push(event);
        }
    }

    fn finish(mut self) -> Shaped<'a> {
        self.footnotes.append_to(&mut self.events, self.setting, &self.prefix);
        Shaped { events: self.events, headings: self.headings, text: self.text.trim().to_owned(), words: self.words }
    }
}
