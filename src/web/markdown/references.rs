//! The shape of links and images: only to addresses that do no harm.

use pulldown_cmark::{CowStr, LinkType};

use super::clean::{OUTSIDE_REL, escape};
use super::links::{Target, is_own_image, target};
use super::shape::Shaper;

/// Longest title or alternative text in bytes.
const MAX_ATTRIBUTE_BYTES: usize = 1_000;

/// An image being read.
pub(super) struct Image<'a> {
    address: CowStr<'a>,
    title: CowStr<'a>,
    /// Where its alternative text starts.
    text_start: usize,
    /// Open images inside it, which only add to the alternative text.
    inner: usize,
}

impl<'a> Shaper<'a> {
    pub(super) fn open_link(&mut self, kind: LinkType, address: CowStr<'a>, title: &str) {
        let open = if kind == LinkType::Email {
            self.link(&format!("mailto:{address}"), title)
        } else {
            self.link(&address, title)
        };
        self.in_link = true;
        self.link_open = open.is_some();
        self.html(open.unwrap_or_default());
    }

    pub(super) fn close_link(&mut self) {
        self.in_link = false;
        if self.link_open {
            self.html("</a>");
        }
    }

    pub(super) fn open_image(&mut self, address: CowStr<'a>, title: CowStr<'a>) {
        if let Some(image) = &mut self.image {
            image.inner += 1;
        } else {
            let text_start = self.text.len();
            self.image = Some(Image { address, title, text_start, inner: 0 });
        }
    }

    /// An image becomes our own image, a link to another's, or only its alternative text.
    pub(super) fn close_image(&mut self) {
        let Some(image) = self.image.take() else {
            return;
        };
        if let Some(inner) = image.inner.checked_sub(1) {
            self.image = Some(Image { inner, ..image });
            return;
        }
        let alternative = attribute(&self.text_since(image.text_start));
        if is_own_image(&image.address) {
            let (address, title) = (escape(&image.address), title_attribute(&image.title));
            self.html(format!("<img src=\"{address}\" alt=\"{alternative}\"{title} loading=\"lazy\">"));
            return;
        }
        // Links do not nest.
        let link = if self.in_link { None } else { self.link(&image.address, &image.title) };
        let shown = if alternative.is_empty() { attribute(&image.address) } else { alternative };
        self.html(match link {
            Some(open) => format!("{open}{shown}</a>"),
            None => shown,
        });
    }

    /// The start of a link, or nothing when it must not be one.
    fn link(&self, address: &str, title: &str) -> Option<String> {
        let (address, rel) = match target(address) {
            Target::Outside(address) => (address, format!(" rel=\"{OUTSIDE_REL}\"")),
            Target::Mail(address) => (address, String::new()),
            Target::Inside(address) => (self.within_page(address), String::new()),
            Target::Nowhere => return None,
        };
        let (address, title) = (escape(&address), title_attribute(title));
        Some(format!("<a href=\"{address}\"{title}{rel}>"))
    }

    /// Writers link to `#the-heading` and need not know our prefix.
    fn within_page(&self, address: String) -> String {
        match address.strip_prefix('#') {
            Some(name) if !name.starts_with(&self.prefix) => format!("#{}{name}", self.prefix),
            _ => address,
        }
    }
}

fn title_attribute(title: &str) -> String {
    if title.is_empty() {
        return String::new();
    }
    format!(" title=\"{}\"", attribute(title))
}

/// A text for an attribute, cut where nobody reads on.
fn attribute(text: &str) -> String {
    escape(&text[..text.floor_char_boundary(MAX_ATTRIBUTE_BYTES)])
}
