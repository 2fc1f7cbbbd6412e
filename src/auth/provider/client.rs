//! How the provider is asked: over https, without following redirects, for no more than it may send.

use http::Uri;
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use std::net::IpAddr;
use std::pin::Pin;

/// The longest answer that is read, in bytes.
const LONGEST: usize = 1024 * 1024;

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct NoAnswer(String);

/// Asks one provider.
pub struct Client {
    inner: legacy::Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    is_plain: bool,
}

impl Client {
    /// `is_plain` lets plain http on this machine through.
    pub fn new(is_plain: bool) -> Self {
        let builder = HttpsConnectorBuilder::new().with_webpki_roots();
        let connector = builder.https_or_http().enable_http1().build();
        Self { inner: legacy::Client::builder(TokioExecutor::new()).build(connector), is_plain }
    }

    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, NoAnswer> {
        // What a provider says of its own addresses is held to the same rule as the setting.
        let to: &Uri = request.uri();
        if !may_ask(to.scheme_str().unwrap_or_default(), to.host(), self.is_plain) {
            return Err(NoAnswer("the provider named an address that is not https".into()));
        }
        let fault = |error: &dyn std::fmt::Display| NoAnswer(error.to_string());
        let answer = self.inner.request(request.map(Full::from)).await.map_err(|error| fault(&error))?;
        let (parts, body) = answer.into_parts();
        let body = Limited::new(body, LONGEST).collect().await.map_err(|error| fault(&error))?;
        Ok(HttpResponse::from_parts(parts, body.to_bytes().to_vec()))
    }
}

impl<'c> AsyncHttpClient<'c> for Client {
    type Error = NoAnswer;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, NoAnswer>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}

/// Whether an address is one to which secrets may go.
pub fn may_ask(scheme: &str, host: Option<&str>, is_plain: bool) -> bool {
    let is_here = |host: &str| {
        let host = host.trim_matches(['[', ']']);
        host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    };
    host.is_some_and(|host| scheme == "https" || (is_plain && scheme == "http" && is_here(host)))
}
