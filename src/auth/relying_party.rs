//! This site as browsers know it when they make and use passkeys (WebAuthn, "relying party"): by the host of the
//! configured public address, never by what a request says.

use crate::app::App;
use crate::error::{AppError, Result};
use std::net::IpAddr;
use webauthn_rs::prelude::{Url, Webauthn, WebauthnBuilder};

/// The site's side of all ceremonies; `None` where the public address has a bare number for a host, to which browsers
/// bind no passkey.
///
/// # Errors
/// When the public address is no address at all.
pub fn of(app: &App) -> Result<Option<Webauthn>> {
    let fault = |cause: String| AppError::Internal(cause.into());
    let origin = Url::parse(&app.public_url).map_err(|error| fault(error.to_string()))?;
    let Some(host) = origin.host_str().filter(|host| !is_number(host)) else { return Ok(None) };
    let builder = WebauthnBuilder::new(host, &origin).map_err(|error| fault(error.to_string()))?;
    Ok(Some(builder.rp_name(&app.site_name).build().map_err(|error| fault(error.to_string()))?))
}

/// Whether passkeys can be made and used here.
pub fn is_there(app: &App) -> bool {
    Url::parse(&app.public_url).is_ok_and(|url| url.host_str().is_some_and(|host| !is_number(host)))
}

fn is_number(host: &str) -> bool {
    host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_number_is_no_host_for_a_passkey() {
        for (host, number) in
            [("127.0.0.1", true), ("[::1]", true), ("::1", true), ("localhost", false), ("polder.example", false)]
        {
            assert_eq!(is_number(host), number, "{host}");
        }
    }
}
