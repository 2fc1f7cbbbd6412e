//! Asking to join, deciding, inviting and vouching.

use super::{Tour, Visitor};
use crate::Browser;
use anyhow::Result;

pub(super) async fn asks_to_join(tour: &Tour<'_, impl Visitor>, visitor: &Browser) -> Result<()> {
    tour.pages(visitor, &[("join", "/join")]).await?;
    visitor.press("main button[type=submit]").await?;
    tour.stop(visitor, "join-errors").await?;
    visitor.fill("#name", "Jo Invented").await?;
    visitor.fill("#email", "jo@northbank-foods.example").await?;
    visitor.fill("#function", "Automation engineer").await?;
    visitor.fill("#new_organisation", "Northbank Bakery (invented)").await?;
    visitor.choose("sector", "food").await?;
    visitor.fill("#motivation", "I look after forty controllers on one flat network and bring an inventory.").await?;
    visitor.click("#agree").await?;
    visitor.press("main button[type=submit]").await?;
    tour.stop(visitor, "join-sent").await?;
    let mail = tour.site.mail("join-mail-proof", "jo@northbank-foods.example").await?;
    tour.pages(visitor, &[("proof", mail.link()?)]).await?;
    visitor.press("main button").await?;
    tour.stop(visitor, "proof-waiting").await?;
    tour.pages(visitor, &[("new-link", "/account/new-link")]).await?;
    visitor.fill("#email", "wim@kestrel.example").await?;
    visitor.press("main button").await?;
    tour.stop(visitor, "new-link-sent").await?;
    let mail = tour.site.mail("account-mail-password", "wim@kestrel.example").await?;
    tour.pages(visitor, &[("password", mail.link()?)]).await
}

pub(super) async fn decides(tour: &Tour<'_, impl Visitor>, liaison: &Browser) -> Result<()> {
    let stops = [
        ("home-liaison", "/"),
        ("queue", "/join/requests"),
        ("queue-approved", "/join/requests?state=approved"),
        ("work-list-liaison", "/articles/work"),
    ];
    tour.pages(liaison, &stops).await?;
    liaison.open("/join/requests").await?;
    liaison.press("main th a").await?;
    tour.stop(liaison, "request").await?;
    liaison.press("button[formaction$='/decline']").await?;
    tour.stop(liaison, "request-errors").await?;
    liaison.open("/join/requests?state=declined").await?;
    liaison.press("main th a").await?;
    tour.stop(liaison, "request-declined").await?;
    asks_for_more(tour, liaison).await?;
    liaison.open("/join/requests").await?;
    liaison.click("tbody input[type=checkbox]").await?;
    liaison.press("form[action='/join/requests/bulk'] button").await?;
    tour.stop(liaison, "bulk").await?;
    liaison.press("form[action='/join/requests/bulk'] button").await?;
    tour.stop(liaison, "bulk-done").await?;
    let stops = [
        ("queue-asked", "/join/requests?state=asked"),
        ("queue-none", "/join/requests?q=nobody&domain=free&new=yes&days=3"),
        ("queue-withdrawn", "/join/requests?state=withdrawn"),
        ("queue-expired", "/join/requests?state=expired"),
        ("bulk-none", "/join/requests/bulk"),
        ("notices", "/join/notices"),
        ("domains", "/partners/kestrel-controls/domains"),
        ("domains-none", "/partners/thales/domains"),
    ];
    tour.pages(liaison, &stops).await?;
    liaison.press("#main-form button").await?;
    tour.stop(liaison, "domains-errors").await
}

/// Somebody is invited, and somebody else vouches.
pub(super) async fn invites(
    tour: &Tour<'_, impl Visitor>,
    liaison: &Browser,
    visitor: &Browser,
    member: &Browser,
) -> Result<()> {
    tour.pages(member, &[("invitations-not-you", "/join/invitations")]).await?;
    tour.pages(liaison, &[("invitations-none", "/join/invitations")]).await?;
    liaison.press("#main-form button").await?;
    tour.stop(liaison, "invitations-errors").await?;
    liaison.fill("#email", "ada@kestrel.example").await?;
    liaison.choose("organisation", "kestrel-controls").await?;
    liaison.fill("#note", "We talked about this at the last meeting.").await?;
    liaison.press("#main-form button").await?;
    tour.stop(liaison, "invitations").await?;
    let mail = tour.site.mail("join-mail-invitation-note", "ada@kestrel.example").await?;
    tour.pages(visitor, &[("invitation", mail.link()?)]).await?;
    visitor.press("#main-form button").await?;
    tour.stop(visitor, "invitation-errors").await?;
    visitor.click("details.section summary").await?;
    visitor.press("form[action$='/decline'] button").await?;
    tour.stop(visitor, "invitation-declined").await
}

/// The liaison asks, and the applicant's own page shows it. Whoever has its address sees it.
async fn asks_for_more(tour: &Tour<'_, impl Visitor>, liaison: &Browser) -> Result<()> {
    liaison.open("/join/requests?q=Jo+Invented").await?;
    liaison.press("main th a").await?;
    liaison.fill("#question", "How many people look after these controllers with you?").await?;
    liaison.fill("#internal", "Met at the fair last year.").await?;
    liaison.press("button[formaction$='/ask']").await?;
    tour.stop(liaison, "queue-asked-flash").await?;
    let mail = tour.site.mail("join-mail-asked", "jo@northbank-foods.example").await?;
    let own = mail.link()?.to_owned();
    tour.pages(liaison, &[("status-asked", &own)]).await?;
    liaison.press("#main-form button").await?;
    tour.stop(liaison, "status-asked-errors").await?;
    liaison.fill("#message", "Two of us, and a supplier.").await?;
    liaison.press("#main-form button").await?;
    tour.stop(liaison, "status-answered").await?;
    liaison.fill("#email", "lotte@voorbeeldpolder.example").await?;
    liaison.press("button[formaction$='/acquaintance']").await?;
    let mail = tour.site.mail("join-mail-vouch", "lotte@voorbeeldpolder.example").await?;
    tour.pages(liaison, &[("vouch", mail.link()?)]).await?;
    liaison.press("#main-form button").await?;
    tour.stop(liaison, "vouch-errors").await?;
    liaison.click("#knows-yes").await?;
    liaison.fill("#sentence", "We built a pump together.").await?;
    liaison.press("#main-form button").await?;
    tour.stop(liaison, "vouched").await?;
    liaison.open(&own).await?;
    liaison.click("details.section summary").await?;
    tour.stop(liaison, "status-withdrawing").await?;
    liaison.press("form[action$='/withdraw'] button").await?;
    tour.stop(liaison, "status-withdrawn").await
}
