//! The shape of blocks: headings, admonitions, code, tables and footnotes.

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};

use super::clean::{LANGUAGE_CLASS, escape, is_language};
use super::headings::{Heading, LOWEST_HEADING};
use super::shape::Shaper;

impl<'a> Shaper<'a> {
    /// Something opens.
    pub(super) fn start(&mut self, tag: Tag<'a>) {
        match tag {
            Tag::Heading { .. } => {
                self.heading = (self.events.len(), self.text.len());
                // Holds the place of the element, whose id is known only at its end.
                self.emit(Event::SoftBreak);
            }
            Tag::BlockQuote(Some(kind)) => self.open_admonition(kind),
            Tag::CodeBlock(kind) => {
                self.in_code = true;
                let class = class_of(&kind);
                self.html(format!("<pre tabindex=\"0\"><code{class}>"));
            }
            Tag::HtmlBlock => self.emit(Event::Start(Tag::Paragraph)),
            Tag::Table(alignments) => {
                let open = self.table.open(alignments, self.setting);
                self.html(open);
            }
            Tag::TableHead | Tag::TableRow => {
                let open = self.table.open_row(matches!(tag, Tag::TableHead));
                self.html(open);
            }
            Tag::TableCell => {
                let open = self.table.open_cell();
                self.html(open);
            }
            Tag::Link { link_type, dest_url, title, .. } => self.open_link(link_type, dest_url, &title),
            Tag::Image { dest_url, title, .. } => self.open_image(dest_url, title),
            Tag::FootnoteDefinition(label) => {
                let around = std::mem::take(&mut self.events);
                self.around.push((label, around));
            }
            _ => self.emit(Event::Start(tag)),
        }
    }

    /// Something closes.
    pub(super) fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Link => return self.close_link(),
            TagEnd::Image => return self.close_image(),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {
                return self.emit(Event::End(tag));
            }
            TagEnd::TableCell => self.text.push(' '),
            _ => self.end_line(),
        }
        match tag {
            TagEnd::Heading(level) => self.close_heading(level),
            TagEnd::BlockQuote(Some(_)) => self.html("</div>\n"),
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.html("</code></pre>\n");
            }
            TagEnd::HtmlBlock => self.emit(Event::End(TagEnd::Paragraph)),
            TagEnd::Table => self.html("</tbody></table></div>\n"),
            TagEnd::TableHead => self.html("</tr></thead><tbody>\n"),
            TagEnd::TableRow => self.html("</tr>\n"),
            TagEnd::TableCell => self.close_cell(),
            TagEnd::FootnoteDefinition => {
                if let Some((label, around)) = self.around.pop() {
                    let content = std::mem::replace(&mut self.events, around);
                    self.footnotes.define(label, content);
                }
            }
            _ => self.emit(Event::End(tag)),
        }
    }

    /// A cell of the head without words, such as a corner, is no heading of anything.
    fn close_cell(&mut self) {
        let opening = |event: &Event<'_>| matches!(event, Event::InlineHtml(html) if html.starts_with("<th "));
        if self.events.pop_if(|event| opening(event)).is_some() {
            return self.html("<td></td>");
        }
        self.html(self.table.close_cell());
    }

    fn close_heading(&mut self, level: HeadingLevel) {
        let (place, text_start) = self.heading;
        let text = self.text_since(text_start);
        if text.is_empty() {
            // A heading that says nothing is an empty stop for who reads by headings.
            return;
        }
        // A footnote may be left out, and stands elsewhere: its headings are not part of the order.
        let listed = self.around.is_empty();
        let level = if listed { self.outline.place(level as u8) } else { LOWEST_HEADING };
        let id = listed.then(|| format!("{}{}", self.prefix, self.ids.unique(&text)));
        let attribute = id.as_ref().map(|id| format!(" id=\"{id}\""));
        if let Some(event) = self.events.get_mut(place) {
            let open = format!("<h{level}{}>", attribute.unwrap_or_default());
            *event = Event::InlineHtml(open.into());
        }
        self.html(format!("</h{level}>\n"));
        self.headings.extend(id.map(|id| Heading { level, id, text }));
    }

    fn open_admonition(&mut self, kind: BlockQuoteKind) {
        let setting = self.setting;
        let (class, title) = match kind {
            BlockQuoteKind::Note => ("note", &setting.note),
            BlockQuoteKind::Tip => ("tip", &setting.tip),
            BlockQuoteKind::Important => ("important", &setting.important),
            BlockQuoteKind::Warning => ("warning", &setting.warning),
            BlockQuoteKind::Caution => ("caution", &setting.caution),
        };
        let title = escape(title);
        self.html(format!(
            "<div class=\"admonition admonition-{class}\" role=\"note\"><p class=\"admonition-title\">{title}</p>\n"
        ));
    }
}

/// The class that names the language of code: the first word after the fence.
fn class_of(kind: &CodeBlockKind<'_>) -> String {
    let language = match kind {
        CodeBlockKind::Fenced(info) => info.split([' ', ',', '{']).next(),
        CodeBlockKind::Indented => None,
    };
    match language {
        Some(language) if is_language(language) => format!(" class=\"{LANGUAGE_CLASS}{language}\""),
        _ => String::new(),
    }
}
