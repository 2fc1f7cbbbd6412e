//! Passkeys in Chromium's own virtual authenticator: its owner is always there and always proves it.

use crate::Browser;
use anyhow::{Result, ensure};
use serde_json::json;

/// Makes a passkey and sends it with the page's own form, as its script does: for browsers that run none; the script of the
/// page, if it runs, lets that form pass.
const ADD: &str = r#"(async () => {
    const button = document.getElementById("passkey");
    const asked = await (await fetch(button.dataset.passkey, { method: "POST" })).json();
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked.publicKey);
    const made = await navigator.credentials.create({ publicKey });
    button.form.elements.answer.value = JSON.stringify(made.toJSON());
    button.dataset.answered = "yes";
})()"#;

impl Browser {
    /// Gives the browser a device that keeps passkeys.
    ///
    /// # Errors
    /// When the browser has no such thing.
    pub async fn device(&self) -> Result<()> {
        let device = json!({ "protocol": "ctap2", "transport": "internal", "hasResidentKey": true,
            "hasUserVerification": true, "isUserVerified": true, "automaticPresenceSimulation": true });
        self.cdp("WebAuthn.enable", json!({ "enableUI": false })).await?;
        self.cdp("WebAuthn.addVirtualAuthenticator", json!({ "options": device })).await?;
        Ok(())
    }

    /// Adds a passkey to the account that is signed in, without the script of the page.
    ///
    /// # Errors
    /// When the site does not take it.
    pub async fn add_passkey(&self, name: &str) -> Result<()> {
        self.device().await?;
        self.open("/account/passkeys").await?;
        self.fill("#name", name).await?;
        self.evaluate(ADD).await?;
        self.press("#passkey").await?;
        ensure!(self.texts(".item h2").await?.contains(&name.to_owned()), "the passkey was not added");
        Ok(())
    }
}
