//! How a page is looked at: how wide, by day or by night, how large the text; and what a script of the test finds on it.
//! All of it is done to a page that is open already, so that an answer to a form can be seen in every way too.

use crate::Browser;
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

/// By day or by night.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Light,
    Dark,
}

impl Mode {
    pub const BOTH: [Self; 2] = [Self::Light, Self::Dark];

    /// Its name in CSS.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A window, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    pub width: u64,
    pub height: u64,
    /// Whether it is pointed at with a finger.
    pub touch: bool,
}

impl View {
    pub const PHONE: Self = Self { width: 390, height: 844, touch: true };
    pub const DESKTOP: Self = Self { width: 1280, height: 900, touch: false };
    /// A desktop on which everything is four times as large.
    pub const ZOOMED: Self = Self { width: 320, height: 256, touch: false };

    /// The same, as high as the page is.
    pub const fn of_height(self, height: u64) -> Self {
        Self { height, ..self }
    }
}

impl Browser {
    /// Shows the page in that window.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn show(&self, view: View) -> Result<()> {
        self.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": view.touch })).await?;
        let metrics =
            json!({ "width": view.width, "height": view.height, "deviceScaleFactor": 1, "mobile": view.touch });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
        Ok(())
    }

    /// Shows the page by day or by night; nothing moves, so that nothing is in the middle of a change of colour.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn light(&self, mode: Mode) -> Result<()> {
        let features = json!([
            { "name": "prefers-color-scheme", "value": mode.name() },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
        Ok(())
    }

    /// Sets the size that text has by default, in pixels: 16 in a browser that nobody set.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn text_size(&self, pixels: u64) -> Result<()> {
        self.cdp("Page.setFontSizes", json!({ "fontSizes": { "standard": pixels, "fixed": pixels } })).await?;
        Ok(())
    }

    /// The width and height of the whole page.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn extent(&self) -> Result<(u64, u64)> {
        let layout = self.cdp("Page.getLayoutMetrics", json!({})).await?;
        let side = |side: &str| layout.pointer(&format!("/cssContentSize/{side}")).and_then(Value::as_u64);
        Ok((side("width").context("a width")?, side("height").context("a height")?))
    }

    /// What an expression of a script comes to, awaited if it is a promise. It also runs where scripts are blocked.
    ///
    /// # Errors
    /// When it throws.
    pub async fn evaluate(&self, expression: &str) -> Result<Value> {
        let wanted = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let mut answer = self.cdp("Runtime.evaluate", wanted).await?;
        if let Some(thrown) = answer.get("exceptionDetails") {
            bail!("a script of the test failed: {thrown}");
        }
        Ok(answer.pointer_mut("/result/value").map(Value::take).unwrap_or_default())
    }

    /// A command of Chromium's own protocol.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn cdp(&self, method: &str, params: Value) -> Result<Value> {
        self.driver.cdp().send_raw(method, params).await.with_context(|| method.to_owned())
    }
}
