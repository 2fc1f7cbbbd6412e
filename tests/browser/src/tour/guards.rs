//! What guards an account: its page, and every change that takes more than one step.

use super::{Tour, Visitor};
use crate::Browser;
use anyhow::Result;

const SEND: &str = "#main-form button.button-primary";

/// A liaison who showed a second factor a moment ago looks at the own account, changes what can be changed, and starts
/// the removal of a factor that somebody lost.
pub(super) async fn all(tour: &Tour<'_, impl Visitor>, liaison: &Browser, visitor: &Browser) -> Result<()> {
    tour.pages(liaison, &[("account", "/account"), ("sessions", "/account/sessions")]).await?;
    tour.pages(liaison, &[("new-password", "/account/password")]).await?;
    liaison.press(SEND).await?;
    tour.stop(liaison, "new-password-errors").await?;
    tour.pages(liaison, &[("address", "/account/address")]).await?;
    liaison.press(SEND).await?;
    tour.stop(liaison, "address-errors").await?;
    liaison.fill("#email", "lotte@nieuw.example").await?;
    liaison.press(SEND).await?;
    tour.stop(liaison, "address-asked").await?;
    let mail = tour.site.mail("account-mail-address-new", "lotte@nieuw.example").await?;
    visitor.open(mail.link()?).await?;
    tour.stop(visitor, "address-confirm").await?;
    liaison.open("/account/address").await?;
    liaison.press("form[action$='/stop'] button").await?;

    let recovery = "/members/kees-van-nergens/recovery";
    tour.pages(liaison, &[("recovery", recovery)]).await?;
    liaison.press(SEND).await?;
    tour.stop(liaison, "recovery-errors").await?;
    liaison.fill("#reason", "Called back on the number that the organisation has.").await?;
    liaison.press(SEND).await?;
    tour.stop(liaison, "recovery-waits").await?;
    let mail = tour.site.mail("account-mail-recovery-started", "kees@voorbeeldland.example").await?;
    visitor.open(mail.link()?).await?;
    tour.stop(visitor, "recovery-stop").await?;
    visitor.press("main form button.button-primary").await?;
    Ok(())
}
