//! Pictures of every kind of page, for looking at them: `make screenshots` puts them into `target/screenshots`, each in
//! two widths, by day and by night.

use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use polder_browser_tests::tour::{Tour, Visitor};
use polder_browser_tests::{Browser, Manner, Mode, View};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

/// Where the pictures go.
struct Camera(PathBuf);

impl Visitor for Camera {
    /// Takes a page in all its forms, from top to bottom.
    async fn visit(&self, browser: &Browser, stop: &str) -> Result<()> {
        for view in [View::PHONE, View::DESKTOP] {
            browser.show(view).await?;
            for mode in Mode::BOTH {
                browser.light(mode).await?;
                let (width, height) = browser.extent().await?;
                let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
                let wanted = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
                let picture = browser.cdp("Page.captureScreenshot", wanted).await?;
                let data = picture.get("data").and_then(Value::as_str).context("a picture")?;
                let file = self.0.join(format!("{stop}-{}-{}.png", view.width, mode.name()));
                fs::write(file, BASE64_STANDARD.decode(data)?)?;
            }
        }
        println!("{stop}");
        Ok(())
    }
}

#[tokio::main]
async fn main() -> Result<()> {
    let target = std::env::var("CARGO_TARGET_DIR").unwrap_or_else(|_| "target".to_owned());
    let camera = Camera(PathBuf::from(target).join("screenshots"));
    fs::create_dir_all(&camera.0)?;
    Tour::of(&camera, Manner::PLAIN).await
}
