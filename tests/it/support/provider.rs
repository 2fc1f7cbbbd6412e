//! A real OpenID Connect provider (`tests/provider/provider.mjs`), and a browser that walks through it.

use super::site::PUBLIC_URL;
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use scraper::{Html, Selector};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

/// The secret that the provider knows this site by.
pub const CLIENT_SECRET: &str = "a secret of the tests, no other";

/// The provider, which goes when this does.
pub struct RealProvider {
    pub issuer: String,
    _process: Child,
    // Without a reader its next word would end it.
    _lines: Lines<BufReader<ChildStdout>>,
}

impl RealProvider {
    /// Starts it on a free port of this machine.
    pub async fn start() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
        let folder = target.join("tools/provider");
        assert!(folder.join("node_modules").exists(), "{} is not there: run `tests/need test`", folder.display());
        let mut process = Command::new("node")
            .arg(root.join("tests/provider/provider.mjs"))
            .arg(folder)
            .arg(format!("{PUBLIC_URL}/account/provider/return"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .kill_on_drop(true)
            .spawn()
            .expect("node runs");
        let mut lines = BufReader::new(process.stdout.take().expect("its words")).lines();
        let issuer = loop {
            let line = lines.next_line().await.expect("its words").expect("it says where it listens");
            if line.starts_with("http://") {
                break line;
            }
        };
        Self { issuer, _process: process, _lines: lines }
    }
}

/// A browser at the provider: keeps cookies, follows redirects there, and fills in its forms.
pub struct Walker {
    client: Client<HttpConnector, Full<Bytes>>,
    cookies: BTreeMap<String, String>,
}

impl Walker {
    /// Somebody who was never there.
    pub fn new() -> Self {
        Self { client: Client::builder(TokioExecutor::new()).build_http(), cookies: BTreeMap::new() }
    }

    /// Goes to an address of the provider, signs in where it asks, agrees to what it asks, and comes to our address again:
    /// its path and query.
    pub async fn walk(&mut self, address: &str, person: &str) -> String {
        let mut next = (address.to_owned(), None);
        for _ in 0..20 {
            let origin = next.0.split('/').take(3).collect::<Vec<_>>().join("/");
            let (location, body) = self.ask(&next.0, next.1.take()).await;
            if let Some(location) = location {
                if let Some(path) = location.strip_prefix(PUBLIC_URL) {
                    return path.to_owned();
                }
                let location = if location.starts_with('/') { format!("{origin}{location}") } else { location };
                next = (location, None);
                continue;
            }
            let page = Html::parse_document(&body);
            let attribute = |what: &str, name: &str| {
                let selector = Selector::parse(what).expect("a selector");
                page.select(&selector).next().and_then(|element| element.attr(name)).map(str::to_owned)
            };
            let action = attribute("form", "action").unwrap_or_else(|| panic!("a form: {body}"));
            let prompt = attribute("input[name=prompt]", "value").expect("what it asks");
            let form = match &*prompt {
                "login" => format!("prompt=login&login={person}&password=any"),
                other => format!("prompt={other}"),
            };
            next = (if action.starts_with('/') { format!("{origin}{action}") } else { action }, Some(form));
        }
        panic!("the provider leads nowhere");
    }

    async fn ask(&mut self, address: &str, form: Option<String>) -> (Option<String>, String) {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = http::Request::builder()
            .method(if form.is_some() { "POST" } else { "GET" })
            .uri(address)
            .header("cookie", cookies.join("; "))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Full::from(form.unwrap_or_default()))
            .expect("a request");
        let answer = self.client.request(request).await.expect("the provider answers");
        for line in answer.headers().get_all("set-cookie") {
            let line = line.to_str().expect("a cookie").split(';').next().expect("a cookie");
            let (name, value) = line.split_once('=').expect("name and value");
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let location = answer.headers().get("location").map(|to| to.to_str().expect("an address").to_owned());
        let body = answer.into_body().collect().await.expect("a body").to_bytes();
        (location, String::from_utf8_lossy(&body).into_owned())
    }
}
