//! A person without a mouse: the tabulator key to where they want to be, and the keys that work there.

use crate::Browser;
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

/// How often somebody presses the tabulator key before they give up.
const PATIENCE: usize = 150;

impl Browser {
    /// Goes one stop on; with `back`, one back.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn tab(&self, back: bool) -> Result<()> {
        const SHIFT: u64 = 8;
        let held = if back { SHIFT } else { 0 };
        for kind in ["rawKeyDown", "keyUp"] {
            let key =
                json!({ "type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9, "modifiers": held });
            self.cdp("Input.dispatchKeyEvent", key).await?;
        }
        Ok(())
    }

    /// Presses the tabulator key until what a selector asks for has the focus.
    ///
    /// # Errors
    /// When it never comes there.
    pub async fn tab_to(&self, selector: &str) -> Result<()> {
        self.walk_to(selector, false).await
    }

    /// The same, backwards.
    ///
    /// # Errors
    /// When it never comes there.
    pub async fn tab_back_to(&self, selector: &str) -> Result<()> {
        self.walk_to(selector, true).await
    }

    async fn walk_to(&self, selector: &str, back: bool) -> Result<()> {
        for _ in 0..PATIENCE {
            self.tab(back).await?;
            if self.at(&format!("matches({})", json!(selector))).await? == Value::Bool(true) {
                return Ok(());
            }
        }
        bail!("the tabulator key does not come to {selector} at {}", self.path().await?)
    }

    /// Goes to a field and types.
    ///
    /// # Errors
    /// When it cannot be reached, or holds something else afterwards.
    pub async fn tab_and_type(&self, selector: &str, text: &str) -> Result<()> {
        self.tab_to(selector).await?;
        self.keys(text).await?;
        let held = self.at("value").await?;
        ensure!(held == text, "{selector} holds {held} and not what was typed");
        Ok(())
    }

    /// Goes to a list and down it to an option.
    ///
    /// # Errors
    /// When it cannot be reached, or has no such option.
    pub async fn tab_and_choose(&self, selector: &str, value: &str) -> Result<()> {
        self.tab_to(selector).await?;
        let options = self.at("length").await?.as_u64().context("a list")?;
        for _ in 0..=options {
            if self.at("value").await? == value {
                return Ok(());
            }
            self.keys(Key::Down).await?;
        }
        bail!("{selector} has no option {value}")
    }

    /// Goes to a group of radio buttons, and with the arrows to one of them.
    ///
    /// # Errors
    /// When it cannot be reached, or has no such button.
    pub async fn tab_and_pick(&self, name: &str, value: &str) -> Result<()> {
        self.tab_to(&format!("input[name={name}]")).await?;
        self.keys(" ").await?;
        for _ in 0..PATIENCE {
            if self.at("value").await? == value {
                ensure!(self.at("checked").await? == Value::Bool(true), "{value} has the focus and is not chosen");
                return Ok(());
            }
            self.keys(Key::Down).await?;
        }
        bail!("{name} has no {value}")
    }

    /// Goes to a check box and ticks it.
    ///
    /// # Errors
    /// When it cannot be reached, or stays empty.
    pub async fn tab_and_tick(&self, selector: &str) -> Result<()> {
        self.tab_to(selector).await?;
        self.keys(" ").await?;
        ensure!(self.at("checked").await? == Value::Bool(true), "{selector} is not ticked");
        Ok(())
    }

    /// Goes to a link or a button and presses the enter key; tells with what status that answered.
    ///
    /// # Errors
    /// When it cannot be reached, or nothing comes of it.
    pub async fn tab_and_enter(&self, selector: &str) -> Result<u64> {
        self.tab_to(selector).await?;
        self.keys(Key::Enter).await?;
        self.arrive().await.with_context(|| format!("pressing enter on {selector}"))
    }

    /// Something about the element that has the focus.
    async fn at(&self, what: &str) -> Result<Value> {
        self.evaluate(&format!("document.activeElement.{what}")).await
    }
}
