//! The mails of the room. A text that is TLP:AMBER or stricter is never named in a mail: it only says that something
//! waits. Whether the reader may see it is asked when the mail leaves.

use super::work_queries;
use crate::access::{self, Label, Viewer};
use crate::app::App;
use crate::error::Result;
use crate::jobs::ArticleNews;
use crate::mail::Message;
use crate::members;
use uuid::Uuid;

/// Tells somebody who works on a text what happened to it; nothing to somebody who may no longer read it.
pub async fn news(app: &App, revision: Uuid, member: Uuid, news: ArticleNews) -> Result<Option<Message>> {
    let mut tx = app.db.read(&Viewer::OnBehalfOf(member)).await?;
    let Some(to) = members::queries::recipient(&mut tx, member).await? else { return Ok(None) };
    let found = work_queries::revision(&mut tx, revision).await?;
    let Some(revision) = found.filter(|found| found.label < Label::Amber) else {
        // A job's reading never shows TLP:RED. An address with a title in it would name a text.
        let link = format!("{}/items/{revision}", app.public_url);
        let waits = access::queries::may_open(&mut tx, revision, member).await?;
        return Ok(waits.then(|| Message::new(to, app, "articles-mail-waits", &link, "")));
    };
    let link = match (&revision.article_slug, news) {
        (Some(slug), ArticleNews::Published) => format!("{}/articles/{slug}", app.public_url),
        _ => format!("{}/articles/work/{}", app.public_url, revision.id),
    };
    let kind = match news {
        ArticleNews::Submitted => "articles-mail-submitted",
        ArticleNews::Assigned => "articles-mail-assigned",
        ArticleNews::Approved => "articles-mail-approved",
        ArticleNews::ChangesAsked => "articles-mail-changes-asked",
        ArticleNews::Published => "articles-mail-published",
    };
    // The label stands in the subject and just before the information (FIRST, TLP 2.0, "Usage").
    let words = format!("{} {}", revision.label, revision.title);
    Ok(Some(Message::new(to, app, kind, &link, &words)))
}
