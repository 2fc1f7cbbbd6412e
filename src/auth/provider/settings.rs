//! What an operator says of the OpenID Connect provider.

use super::client;
use anyhow::{Context, bail};
use clap::Args;
use openidconnect::url::Url;

/// The settings of the provider: the first four together, or none of them.
#[derive(Args, Clone, Debug, Default)]
#[group(id = "provider")]
pub struct Settings {
    /// OpenID Connect provider with which members can sign in, as its issuer, such as https://id.organisation.example. Give it
    /// PUBLIC_URL/account/provider/return as the address to return to. An http address is taken only on this machine (127.0.0.1,
    /// [::1], localhost), and only where PUBLIC_URL is http too: for development. Default: none.
    #[arg(long, env = "OIDC_ISSUER", global = true)]
    pub oidc_issuer: Option<String>,

    /// The name under which the provider knows this site. Default: none.
    #[arg(long, env = "OIDC_CLIENT_ID", global = true)]
    pub oidc_client_id: Option<String>,

    /// The secret that goes with it. Default: none.
    #[arg(long, env = "OIDC_CLIENT_SECRET", hide_env_values = true, global = true)]
    pub oidc_client_secret: Option<String>,

    /// What members call the provider; it stands on the button. Default: none.
    #[arg(long, env = "OIDC_NAME", global = true)]
    pub oidc_name: Option<String>,

    /// Whether a second factor that was shown at the provider counts here. It says so in the claim amr (mfa, otp, hwk, sc or
    /// fido). With false it is a password's equal, whatever it says.
    #[arg(long, env = "OIDC_TRUST_AMR", default_value_t = false, action = clap::ArgAction::Set, global = true)]
    pub oidc_trust_amr: bool,
}

/// A provider as it was set: all that is needed to ask it.
#[derive(Clone, Debug)]
pub struct Chosen {
    pub issuer: String,
    pub client_id: String,
    pub client_secret: String,
    pub name: String,
    pub trusts_amr: bool,
    /// Whether plain http on this machine is let through.
    pub is_plain: bool,
}

impl Settings {
    /// What was chosen; `None` without a provider.
    ///
    /// # Errors
    /// With a sentence on what is missing or cannot be.
    pub fn chosen(&self, public_url: &str) -> anyhow::Result<Option<Chosen>> {
        let texts = [&self.oidc_issuer, &self.oidc_client_id, &self.oidc_client_secret, &self.oidc_name];
        let texts = texts.map(|text| text.as_deref().unwrap_or_default().trim().to_owned());
        if texts.iter().all(String::is_empty) {
            return Ok(None);
        }
        if texts.iter().any(String::is_empty) {
            bail!("OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_NAME go together: set all four, or none");
        }
        let [issuer, client_id, client_secret, name] = texts;
        let url = Url::parse(&issuer).context("OIDC_ISSUER is no address such as https://id.organisation.example")?;
        if url.query().is_some() || url.fragment().is_some() {
            bail!("OIDC_ISSUER is the issuer itself, without ? and #");
        }
        let is_plain = public_url.starts_with("http://");
        if !client::may_ask(url.scheme(), url.host_str(), is_plain) {
            bail!(
                "OIDC_ISSUER must be an https address; http is for a provider on this machine, where PUBLIC_URL is http too"
            );
        }
        Ok(Some(Chosen { issuer, client_id, client_secret, name, trusts_amr: self.oidc_trust_amr, is_plain }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(issuer: &str) -> Settings {
        let some = |text: &str| Some(text.to_owned());
        Settings {
            oidc_issuer: some(issuer),
            oidc_client_id: some("polder"),
            oidc_client_secret: some("secret"),
            oidc_name: some("Example"),
            oidc_trust_amr: false,
        }
    }

    #[test]
    fn all_four_go_together() {
        assert!(Settings::default().chosen("https://polder.example").expect("none").is_none());
        assert!(settings("https://id.example").chosen("https://polder.example").expect("all").is_some());
        let half = Settings { oidc_name: None, ..settings("https://id.example") };
        assert!(half.chosen("https://polder.example").expect_err("half").to_string().contains("set all four"));
    }

    #[test]
    fn plain_http_is_for_this_machine_and_a_plain_site() {
        let (plain, secure) = ("http://127.0.0.1:8000", "https://polder.example");
        for (issuer, public_url, taken) in [
            ("https://id.example", plain, true),
            ("http://127.0.0.1:9000", plain, true),
            ("http://[::1]:9000/realms/one", plain, true),
            ("http://localhost:9000", plain, true),
            ("http://127.0.0.1:9000", secure, false),
            ("http://id.example", plain, false),
            ("http://127.0.0.1.evil.example", plain, false),
            ("ftp://id.example", plain, false),
            ("id.example", plain, false),
            ("https://id.example?x=1", secure, false),
        ] {
            assert_eq!(settings(issuer).chosen(public_url).is_ok(), taken, "{issuer} for {public_url}");
        }
    }
}
