//! Turns what members write (Markdown) into HTML that may be shown to others.
//!
//! CommonMark plus tables, footnotes, task lists, strikethrough, heading ids and admonitions
//! (`> [!NOTE]`). HTML in the source is shown as text. What comes out has passed a strict
//! allow-list: no script, no style, no image of another site, no id that could shadow a name of the
//! page. Some short texts take a Markdown parser minutes, so a text beyond the limits below is
//! refused with a reason for its writer. Render when saving, never when reading.

mod blocks;
mod clean;
mod footnotes;
mod headings;
mod language;
mod limits;
mod links;
mod references;
mod shape;
mod tables;
mod titles;

use std::time::Duration;

pub use headings::Heading;
pub use language::setting;
pub use limits::{MAX_CELLS, MAX_DEPTH, MAX_QUOTE_MARKS, MAX_SOURCE_BYTES, MAX_TITLE_BYTES, Refused};

/// Stored with rendered HTML. Raise it with every change that gives other HTML for the same source,
/// so that stored HTML can be told to be old.
pub const RENDERER_VERSION: i16 = 3;

/// All ids in the output start so. The hyphen keeps them from becoming a name that a script uses
/// (`window.name`, `document.forms`), which is called DOM clobbering.
pub const ID_PREFIX: &str = "md-";

/// How long [`render_off_thread`] waits. Texts within the limits take less than a tenth of it.
pub const DEADLINE: Duration = Duration::from_secs(5);

/// What the renderer needs to know about the place where the text will stand.
///
/// The texts are in the language of the written text, because its HTML is stored.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// Follows [`ID_PREFIX`] in every id; for each text but one on a page that shows several (say
    /// `c12-` for a comment). Only lower-case ASCII letters, digits and hyphens count.
    pub scope: String,
    /// Title of `> [!NOTE]`.
    pub note: String,
    /// Title of `> [!TIP]`.
    pub tip: String,
    /// Title of `> [!IMPORTANT]`.
    pub important: String,
    /// Title of `> [!WARNING]`.
    pub warning: String,
    /// Title of `> [!CAUTION]`.
    pub caution: String,
    /// Name of a table's scroll region; its number follows.
    pub table: String,
    /// Name of the section of footnotes.
    pub footnotes: String,
    /// Name of the link from a footnote back to the text; the note's number follows.
    pub back: String,
    /// Name of a ticked box in a task list.
    pub done: String,
    /// Name of an empty box in a task list.
    pub open: String,
}

/// A text ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// Safe to put into a page as it is. Its headings start at `h2`, for the page has its own `h1`, and leave no gap.
    pub html: String,
    /// The headings in order, for a table of contents.
    pub headings: Vec<Heading>,
    /// The text without any markup, one line a block, for summaries and search.
    pub text: String,
    /// Number of words outside code blocks, for a reading time.
    pub words: usize,
}

/// Renders `source` for the place that `setting` describes.
///
/// Takes up to a few hundred milliseconds of processor time for a large text: in a request, use
/// [`render_off_thread`].
///
/// # Errors
/// When the text passes one of the limits.
pub fn render(source: &str, setting: &Setting) -> Result<Rendered, Refused> {
    let shaped = shape::shape(source, setting)?;
    let mut html = String::with_capacity(source.len() * 2);
    pulldown_cmark::html::push_html(&mut html, shaped.events.into_iter());
    Ok(Rendered { html: clean::clean(&html), headings: shaped.headings, text: shaped.text, words: shaped.words })
}

/// The text of `source` without markup, as in [`Rendered::text`].
///
/// # Errors
/// When the text passes one of the limits.
pub fn plain_text(source: &str) -> Result<String, Refused> {
    shape::shape(source, &Setting::default()).map(|shaped| shaped.text)
}

/// [`render`] on a thread where it keeps nobody waiting, for at most [`DEADLINE`].
///
/// # Errors
/// As [`render`]; and when it takes too long or panics, which would be a flaw of ours.
pub async fn render_off_thread(source: String, setting: Setting) -> Result<Rendered, Refused> {
    let work = tokio::task::spawn_blocking(move || render(&source, &setting));
    match tokio::time::timeout(DEADLINE, work).await {
        Ok(Ok(rendered)) => rendered,
        Ok(Err(error)) => {
            tracing::error!(%error, "rendering a text failed");
            Err(Refused::Failed)
        }
        Err(_) => Err(Refused::TooSlow { limit: DEADLINE }),
    }
}
