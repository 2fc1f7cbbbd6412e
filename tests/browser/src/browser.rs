//! A person's browser, in the words of a person: opens, follows, presses, types, reads. What a CSS selector asks for must
//! be there, and every page that it comes to must have asked nothing of any other machine.

use crate::PATIENCE;
use crate::traffic::{Part, Traffic};
use anyhow::{Context, Result, anyhow, ensure};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};
use thirtyfour::prelude::*;

/// The password of every demo member, as the program tells when it starts.
const PASSWORD: &str = "droge voeten 2026";

/// The key of the demo's authenticators.
pub const SECOND_FACTOR: &str = "MRZG6Z3FEB3G6ZLUMVXCYIDON5TSAMLY";

/// A browser with one person at it.
pub struct Browser {
    pub driver: WebDriver,
    site: String,
    /// Who signed in.
    email: Mutex<String>,
}

impl Browser {
    pub(crate) fn new(driver: WebDriver, site: &str) -> Self {
        Self { driver, site: site.to_owned(), email: Mutex::default() }
    }

    /// Signs a demo member in, reading that language whatever language the account has.
    ///
    /// # Errors
    /// When the site does not let them in.
    pub async fn sign_in(&self, email: &str, language: &str) -> Result<()> {
        self.open("/account/sign-in").await?;
        self.press(&format!(".switch button[value={language}]")).await?;
        self.fill("#email", email).await?;
        self.fill("#password", PASSWORD).await?;
        let status = self.press("main button[type=submit]").await?;
        ensure!(status == 200 && self.has(".menu .avatar").await?, "{email} is not let in");
        *self.email.lock().unwrap_or_else(PoisonError::into_inner) = email.to_owned();
        // A role that decides about others rests until then.
        if self.has(".page-top a[href^='/account/second-factor/confirm']").await? {
            self.second_factor(SECOND_FACTOR, "/").await?;
        }
        Ok(())
    }

    /// Shows the second factor that an authenticator app with this key, in base32, gives now, and goes on to a page.
    ///
    /// # Errors
    /// When the site does not take it.
    pub async fn second_factor(&self, key: &str, back: &str) -> Result<()> {
        self.open(&format!("/account/second-factor/confirm?back={back}")).await?;
        let email = self.email.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let step = next_step(&format!("{} {email}", self.site)).await?;
        self.fill("#code", &code_of(key, step)?).await?;
        self.press("#main-form button.button-primary").await?;
        ensure!(self.path().await? == back, "the second factor was not taken");
        Ok(())
    }

    /// Opens an address of the site, and tells with what status it answered.
    ///
    /// # Errors
    /// When there is no answer, or the page asked for something elsewhere.
    pub async fn open(&self, address: &str) -> Result<u64> {
        let url = if address.starts_with('/') { format!("{}{address}", self.site) } else { address.to_owned() };
        self.driver.goto(&url).await.with_context(|| format!("opening {address}"))?;
        self.arrive().await.with_context(|| format!("opening {address}"))
    }

    /// Presses what leads to another page (a button, a link), and tells with what status that answered.
    ///
    /// # Errors
    /// When there is no such thing, or as for [`Browser::open`].
    pub async fn press(&self, selector: &str) -> Result<u64> {
        self.click(selector).await?;
        self.arrive().await.with_context(|| format!("pressing {selector}"))
    }

    /// Follows the first link with this text.
    ///
    /// # Errors
    /// As for [`Browser::press`].
    pub async fn follow(&self, text: &str) -> Result<u64> {
        let link = self.driver.find(By::LinkText(text)).await.with_context(|| format!("the link {text:?}"))?;
        link.click().await?;
        self.arrive().await.with_context(|| format!("following {text:?}"))
    }

    /// Clicks on something that stays on the page.
    ///
    /// # Errors
    /// When there is no such thing.
    pub async fn click(&self, selector: &str) -> Result<()> {
        self.element(selector).await?.click().await.with_context(|| format!("clicking {selector}"))
    }

    /// Puts text into a field, in the place of what is there.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn fill(&self, selector: &str, text: &str) -> Result<()> {
        let field = self.element(selector).await?;
        field.clear().await?;
        field.send_keys(text).await.with_context(|| format!("typing into {selector}"))
    }

    /// Presses keys in the place that has the focus.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Result<()> {
        Ok(self.driver.active_element().await?.send_keys(keys).await?)
    }

    /// Chooses an option of a list by its value.
    ///
    /// # Errors
    /// When there is no such list or option.
    pub async fn choose(&self, name: &str, value: &str) -> Result<()> {
        self.click(&format!("select[name={name}] option[value='{value}']")).await
    }

    /// The text of the first element that fits, as it is seen.
    ///
    /// # Errors
    /// When there is none.
    pub async fn text(&self, selector: &str) -> Result<String> {
        Ok(self.element(selector).await?.text().await?)
    }

    /// The texts of all elements that fit.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn texts(&self, selector: &str) -> Result<Vec<String>> {
        let mut texts = Vec::new();
        for element in self.driver.find_all(By::Css(selector)).await? {
            texts.push(element.text().await?);
        }
        Ok(texts)
    }

    /// An attribute of the first element that fits; empty if it has none.
    ///
    /// # Errors
    /// When there is no such element.
    pub async fn attribute(&self, selector: &str, name: &str) -> Result<String> {
        Ok(self.element(selector).await?.attr(name).await?.unwrap_or_default())
    }

    /// What a field holds.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn value(&self, selector: &str) -> Result<String> {
        Ok(self.element(selector).await?.value().await?.unwrap_or_default())
    }

    /// Whether there is such an element.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn has(&self, selector: &str) -> Result<bool> {
        Ok(!self.driver.find_all(By::Css(selector)).await?.is_empty())
    }

    /// The id of the element that has the focus.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn focus(&self) -> Result<String> {
        Ok(self.driver.active_element().await?.id().await?.unwrap_or_default())
    }

    /// The path of the page, with its fragment.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn path(&self) -> Result<String> {
        let url = self.driver.current_url().await?;
        Ok(url.as_str().strip_prefix(&self.site).unwrap_or(url.as_str()).to_owned())
    }

    /// The name of the page's template.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn page(&self) -> Result<String> {
        self.attribute("body", "data-page").await
    }

    /// Signs out with the button in the menu.
    ///
    /// # Errors
    /// When there is no such button.
    pub async fn sign_out(&self) -> Result<()> {
        self.click(".menu summary").await?;
        self.press(".menu form button").await?;
        Ok(())
    }

    /// What came over the wire since somebody last asked, or since a page last arrived, by address.
    ///
    /// # Errors
    /// When the browser is gone, or asked for something elsewhere.
    pub async fn parts(&self) -> Result<BTreeMap<String, Part>> {
        let traffic = Traffic::read(&self.driver.get_log("performance").await?)?;
        traffic.stays_at(&self.site)?;
        Ok(traffic.parts)
    }

    /// Closes the browser.
    ///
    /// # Errors
    /// When it is gone already.
    pub async fn close(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }

    async fn element(&self, selector: &str) -> Result<WebElement> {
        let found = self.driver.find(By::Css(selector)).await;
        match found {
            Ok(element) => Ok(element),
            Err(_) => {
                let heading = self.driver.find(By::Css("h1")).await?.text().await?;
                anyhow::bail!("no {selector} on the page {:?} at {}", heading, self.path().await?)
            }
        }
    }

    /// Waits until a page has answered, checks what it asked for, and tells its status.
    ///
    /// # Errors
    /// When none comes, or it asked for something elsewhere.
    pub async fn arrive(&self) -> Result<u64> {
        let end = Instant::now() + PATIENCE;
        loop {
            let traffic = Traffic::read(&self.driver.get_log("performance").await?)?;
            traffic.stays_at(&self.site)?;
            if let Some(status) = traffic.status {
                return Ok(status);
            }
            ensure!(Instant::now() < end, "no page came");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

/// The code that an authenticator app with this key, in base32, shows now.
///
/// # Errors
/// When that is no key.
pub fn code(key: &str) -> Result<String> {
    code_of(key, this_step()?)
}

/// Seconds of a step (RFC 6238).
const STEP: u64 = 30;

#[expect(clippy::disallowed_methods, reason = "the program under test goes by the real time")]
fn this_step() -> Result<u64> {
    Ok(SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_secs() / STEP)
}

/// A step whose code was not used for this account yet: each counts once, the one before and the one after the present
/// one too. Waits until there is one.
async fn next_step(account: &str) -> Result<u64> {
    static USED: Mutex<BTreeMap<String, u64>> = Mutex::new(BTreeMap::new());
    let step = {
        let mut used = USED.lock().unwrap_or_else(PoisonError::into_inner);
        let step = (this_step()? - 1).max(used.get(account).map_or(0, |last| last + 1));
        used.insert(account.to_owned(), step);
        step
    };
    while step > this_step()? + 1 {
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    Ok(step)
}

fn code_of(key: &str, step: u64) -> Result<String> {
    let secret = totp_rs::Secret::try_from_base32(key.replace(' ', "")).map_err(|_| anyhow!("{key} is no key"))?;
    let app = totp_rs::Builder::new().with_secret(secret).build().map_err(|error| anyhow!("{error:?}"))?;
    Ok(app.generate(step * STEP).to_string())
}
