//! A passkey from its making to signing in with it alone.

use super::{SCRIPTED, comes_true, sign_in_with_passkey};
use anyhow::Result;
use polder_browser_tests::{Chromedriver, Person, Site};

#[tokio::test(flavor = "multi_thread")]
async fn a_member_sets_up_a_passkey_signs_out_and_signs_in_with_it_alone() -> Result<()> {
    let site = Site::start()?;
    let chromium = Chromedriver::start()?;
    let noor = chromium.open(&site, Person::Member("noor@voorbeeldland.example"), SCRIPTED).await?;

    // Without a device that can, the page says so, and nothing is sent.
    assert_eq!(noor.open("/account/passkeys").await?, 200);
    noor.device().await?;
    assert_eq!(noor.value("#name").await?, "Chrome, Linux");
    noor.fill("#name", "My laptop").await?;
    noor.click("#passkey").await?;
    comes_true(&noor, "document.querySelector('.item h2')?.textContent === 'My laptop'").await?;
    assert!(noor.text(".flash").await?.contains("Your passkey is added"));

    // The same device is not taken twice.
    noor.click("#passkey").await?;
    comes_true(&noor, "document.querySelector('[data-said]')?.textContent.includes('already has a passkey')").await?;

    // The password goes, so that nothing but the passkey is left.
    noor.open("/account/passkeys/password").await?;
    noor.press("main button").await?;
    noor.sign_out().await?;

    sign_in_with_passkey(&noor).await?;
    noor.open("/account/second-factor/confirm").await?;
    noor.click("#passkey").await?;
    comes_true(&noor, "document.body.dataset.page === 'account/second_factor'").await?;
    noor.close().await
}
