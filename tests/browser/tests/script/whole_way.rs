//! The whole way of an account: a stranger asks to join, is asked for more and answers, is approved, sets up an
//! authenticator app and a passkey, signs out everywhere, comes back, takes the own data along and deletes the account.

use super::{SCRIPTED, comes_true, sign_in_with_passkey};
use anyhow::{Result, ensure};
use polder_browser_tests::{Browser, Chromedriver, Person, Site, code, wait_for};
use std::fs;

const ADDRESS: &str = "jo.invented@northbank-foods.example";
const PASSWORD: &str = "four tired ducks in a row";
const LOTTE: &str = "lotte@voorbeeldpolder.example";

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_becomes_a_member_whose_account_is_guarded() -> Result<()> {
    let site = Site::start()?;
    let chromium = Chromedriver::start()?;
    let stranger = chromium.open(&site, Person::Visitor, SCRIPTED).await?;
    let liaison = chromium.open(&site, Person::Member(LOTTE), SCRIPTED).await?;

    asks_to_join(&stranger, &site).await?;
    is_asked_for_more_and_answers(&stranger, &liaison, &site).await?;
    is_approved(&stranger, &liaison, &site).await?;
    sets_up_an_authenticator_app(&stranger).await?;
    adds_a_passkey(&stranger).await?;
    signs_out_everywhere(&stranger).await?;
    takes_the_own_data_along(&stranger, &site).await?;
    deletes_the_account(&stranger, &site).await?;

    stranger.close().await?;
    liaison.close().await
}

async fn asks_to_join(stranger: &Browser, site: &Site) -> Result<()> {
    stranger.open("/join").await?;
    stranger.fill("#name", "Jo Invented").await?;
    stranger.fill("#email", ADDRESS).await?;
    stranger.fill("#function", "Automation engineer").await?;
    stranger.fill("#new_organisation", "Northbank Bakery (invented)").await?;
    stranger.choose("sector", "food").await?;
    stranger
        .fill("#motivation", "I look after forty controllers on one flat network, and bring our inventory.")
        .await?;
    stranger.click("#agree").await?;
    stranger.press("main button[type=submit]").await?;
    assert_eq!(stranger.page().await?, "join/sent");
    stranger.open(site.mail("join-mail-proof", ADDRESS).await?.link()?).await?;
    stranger.press("main button").await?;
    assert_eq!(stranger.page().await?, "join/status");
    Ok(())
}

async fn is_asked_for_more_and_answers(stranger: &Browser, liaison: &Browser, site: &Site) -> Result<()> {
    liaison.open("/join/requests").await?;
    liaison.follow("Jo Invented").await?;
    liaison.fill("#question", "Which plants are yours to look after?").await?;
    liaison.press("button[formaction$='/ask']").await?;
    stranger.open(site.mail("join-mail-asked", ADDRESS).await?.link()?).await?;
    assert!(stranger.text("main").await?.contains("Which plants are yours to look after?"));
    stranger.fill("#message", "Two bakeries and the mill between them.").await?;
    stranger.press("#main-form .button-primary").await?;
    assert!(stranger.text(".timeline").await?.contains("Two bakeries and the mill"));
    Ok(())
}

async fn is_approved(stranger: &Browser, liaison: &Browser, site: &Site) -> Result<()> {
    liaison.open("/join/requests").await?;
    liaison.follow("Jo Invented").await?;
    assert!(liaison.text("main").await?.contains("Two bakeries and the mill"));
    liaison.press("form[action$='/approve'] button").await?;
    stranger.open(site.mail("join-mail-approved", ADDRESS).await?.link()?).await?;
    stranger.fill("#password", PASSWORD).await?;
    stranger.fill("#password_again", PASSWORD).await?;
    stranger.press("main button[type=submit]").await?;
    assert_eq!(stranger.text(".menu-name").await?, "Jo Invented");
    Ok(())
}

async fn sets_up_an_authenticator_app(member: &Browser) -> Result<()> {
    member.open("/account/second-factor").await?;
    member.press("main form button").await?;
    let key = member.text("dd code").await?;
    member.fill("#code", &code(&key)?).await?;
    member.press("#main-form .button-primary").await?;
    assert_eq!(member.page().await?, "account/recovery_codes");
    Ok(())
}

async fn adds_a_passkey(member: &Browser) -> Result<()> {
    member.open("/account/passkeys").await?;
    member.device().await?;
    member.fill("#name", "My laptop").await?;
    member.click("#passkey").await?;
    comes_true(member, "document.querySelector('.item h2')?.textContent === 'My laptop'").await
}

/// And comes back with the passkey alone.
async fn signs_out_everywhere(member: &Browser) -> Result<()> {
    member.open("/account/sessions").await?;
    member.press("form[action$='/end-all'] button").await?;
    assert_eq!(member.open("/members").await?, 401);
    sign_in_with_passkey(member).await
}

async fn takes_the_own_data_along(member: &Browser, site: &Site) -> Result<()> {
    member.open("/account/data").await?;
    member.click("form[action$='/export'] button").await?;
    let file = wait_for("the own data", || {
        let Ok(files) = fs::read_dir(site.folder().join("downloads")) else { return Ok(None) };
        let files = files.filter_map(Result::ok).map(|file| file.path());
        Ok(files.into_iter().find(|file| file.extension().is_some_and(|end| end == "zip")))
    })
    .await?;
    let archive = fs::read(file)?;
    ensure!(archive.starts_with(b"PK"), "it is no archive");
    let holds = |words: &[u8]| archive.windows(words.len()).any(|window| window == words);
    assert!(holds(b"My laptop") && holds(ADDRESS.as_bytes()), "the passkey and the address are in it");
    assert!(!holds(b"password_hash"), "and no secret");
    Ok(())
}

async fn deletes_the_account(member: &Browser, site: &Site) -> Result<()> {
    member.open("/account/delete").await?;
    member.press("#main-form button.button-danger").await?;
    assert!(member.has(".error-summary").await?, "nothing goes without a choice");
    member.click("#texts-former-member").await?;
    member.click("#sure").await?;
    member.press("#main-form button.button-danger").await?;
    assert!(!member.has(".menu .avatar").await?, "nobody is signed in");
    assert_eq!(member.open("/members").await?, 401);
    site.mail("account-mail-deleted", ADDRESS).await?;
    Ok(())
}
