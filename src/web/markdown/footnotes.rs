//! Footnotes: numbered where they are first referred to, collected at the end of the text.

use std::collections::HashMap;

use pulldown_cmark::{CowStr, Event, TagEnd};

use super::Setting;
use super::clean::escape;

/// The footnotes of one text.
#[derive(Default)]
pub(super) struct Footnotes<'a> {
    numbers: HashMap<CowStr<'a>, usize>,
    definitions: HashMap<CowStr<'a>, Vec<Event<'a>>>,
}

impl<'a> Footnotes<'a> {
    /// The mark in the text. Only the first one for a note is what the note links back to.
    pub(super) fn refer(&mut self, label: CowStr<'a>, prefix: &str) -> String {
        let next = self.numbers.len() + 1;
        let number = *self.numbers.entry(label).or_insert(next);
        let id = if number == next { format!(" id=\"{prefix}ref_{number}\"") } else { String::new() };
        format!("<sup class=\"footnote-ref\"><a href=\"#{prefix}fn_{number}\"{id}>{number}</a></sup>")
    }

    /// Keeps the content of a note; as in CommonMark's reference definitions, the first one counts.
    pub(super) fn define(&mut self, label: CowStr<'a>, content: Vec<Event<'a>>) {
        self.definitions.entry(label).or_insert(content);
    }

    /// Adds the section of notes; those that nothing refers to are left out.
    pub(super) fn append_to(mut self, events: &mut Vec<Event<'a>>, setting: &Setting, prefix: &str) {
        let mut labels: Vec<_> = self.numbers.into_iter().map(|(label, number)| (number, label)).collect();
        labels.sort_unstable_by_key(|(number, _)| *number);
        if labels.is_empty() {
            return;
        }
        let name = escape(&setting.footnotes);
        events.push(html(format!("<section class=\"footnotes\" aria-label=\"{name}\"><ol>\n")));
        for (number, label) in labels {
            let mut content = self.definitions.remove(&label).unwrap_or_default();
            let back = html(format!(
                " <a class=\"footnote-back\" href=\"#{prefix}ref_{number}\" aria-label=\"{} {number}\">↩</a>",
                escape(&setting.back)
            ));
            let in_paragraph = matches!(content.last(), Some(Event::End(TagEnd::Paragraph)));
            let end = content.len() - usize::from(in_paragraph);
            content.insert(end, back);
            events.push(html(format!("<li id=\"{prefix}fn_{number}\">")));
            events.append(&mut content);
            events.push(html("</li>\n".to_owned()));
        }
        events.push(html("</ol></section>\n".to_owned()));
    }
}

fn html<'a>(html: String) -> Event<'a> {
    Event::InlineHtml(html.into())
}
