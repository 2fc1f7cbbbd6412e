//! Somebody with a browser: keeps cookies, says where a form came from, and uses nothing but public routes.

use super::answer::Answer;
use axum::Router;
use axum::body::Body;
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, COOKIE, HOST, HeaderMap, HeaderName, HeaderValue, SET_COOKIE};
use axum::http::{Method, Request};
use chrono::{DateTime, Utc};
use polder::clock::Clock;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection, Executor};
use std::collections::BTreeMap;
use tower::ServiceExt;

/// The code that an authenticator app with this key, in base32, shows at an instant.
pub fn code(key: &str, at: DateTime<Utc>) -> String {
    let secret = totp_rs::Secret::try_from_base32(key.replace(' ', "")).expect("a key");
    let app = totp_rs::Builder::new().with_secret(secret).build().expect("an app");
    app.generate(u64::try_from(at.timestamp()).expect("a time")).to_string()
}

/// A person at a browser.
#[derive(Clone)]
pub struct Actor {
    router: Router,
    cookies: BTreeMap<String, String>,
    headers: HeaderMap,
    site: Option<(Clock, PgConnectOptions)>,
}

impl Actor {
    /// Somebody who was never here.
    pub fn new(router: Router) -> Self {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, HeaderValue::from_static("polder.test"));
        headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static("en"));
        headers.insert("sec-fetch-site", HeaderValue::from_static("same-origin"));
        // Reads English, whatever language the account has.
        let cookies = BTreeMap::from([("polder-language".to_owned(), "en".to_owned())]);
        Self { router, cookies, headers, site: None }
    }

    /// With what showing a second factor needs: the clock by which codes are made, and a hand on the rows.
    pub fn of_site(mut self, clock: &Clock, owner: &PgConnectOptions) -> Self {
        self.site = Some((clock.clone(), owner.clone()));
        self
    }

    /// Shows the second factor that the demo gives to Sam, Lotte, Kees, Iris, Fatima and Olga, through the page for it. As often as a
    /// test likes, although a code counts once: what was taken before is forgotten first.
    pub async fn second_factor(&mut self) {
        let (clock, owner) = self.site.clone().expect("an actor of a site");
        let mut conn = owner.connect().await.expect("the database");
        conn.execute("update authenticators set last_step = 0").await.expect("forgets");
        conn.close().await.expect("closes");
        let code = code(polder::commands::demo::SECOND_FACTOR, clock.now());
        let answer = self.post("/account/second-factor/confirm", &[("code", &code), ("back", "/members")]).await;
        assert_eq!((answer.status(), answer.location()), (303, "/members"), "{}", answer.text("main"));
    }

    /// The same browser, after the site was started anew.
    pub fn goes_on_at(&mut self, site: &super::Site) {
        self.router = site.router.clone();
    }

    /// With a header on every request, in the place of the browser's own; an empty value leaves it out.
    pub fn with_header(mut self, name: &'static str, value: &str) -> Self {
        let name = HeaderName::from_static(name);
        if value.is_empty() {
            self.headers.remove(name);
        } else {
            self.headers.insert(name, value.parse().expect("a header value"));
        }
        self
    }

    /// Reading in another language.
    pub fn reading(self, language: &str) -> Self {
        let mut actor = self;
        actor.set_cookie("polder-language", language);
        actor
    }

    /// The value of a cookie that the browser holds.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Puts a cookie into the browser.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// Loses a cookie, as when a session ends.
    pub fn lose_cookie(&mut self, name: &str) {
        self.cookies.remove(name);
    }

    /// Opens a page.
    #[must_use = "an answer is to be looked at"]
    pub async fn get(&mut self, address: &str) -> Answer {
        self.send(Method::GET, address, Body::empty(), None).await
    }

    /// Sends a form.
    #[must_use = "an answer is to be looked at"]
    pub async fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_html_form::to_string(fields).expect("fields");
        self.post_body(address, body).await
    }

    /// Sends a form whose body is given as it is.
    #[must_use = "an answer is to be looked at"]
    pub async fn post_body(&mut self, address: &str, body: impl Into<Body>) -> Answer {
        self.send(Method::POST, address, body.into(), Some("application/x-www-form-urlencoded")).await
    }

    /// Any request.
    #[must_use = "an answer is to be looked at"]
    pub async fn send(&mut self, method: Method, address: &str, body: Body, kind: Option<&'static str>) -> Answer {
        let mut request = Request::builder().method(method).uri(address).body(body).expect("a request");
        *request.headers_mut() = self.headers.clone();
        if let Some(kind) = kind {
            request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
        }
        if !self.cookies.is_empty() {
            let line =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
            request.headers_mut().insert(COOKIE, line.parse().expect("cookies"));
        }
        let response = self.router.clone().oneshot(request).await.expect("the router never fails");
        let answer = Answer::read(response).await;
        for line in answer.headers().get_all(SET_COOKIE) {
            self.keep(line.to_str().expect("a cookie"));
        }
        answer
    }

    /// Follows the redirect of an answer.
    #[must_use = "an answer is to be looked at"]
    pub async fn follow(&mut self, answer: &Answer) -> Answer {
        let location = answer.location().to_owned();
        self.get(&location).await
    }

    fn keep(&mut self, line: &str) {
        let (pair, rest) = line.split_once(';').unwrap_or((line, ""));
        let (name, value) = pair.split_once('=').expect("name and value");
        if rest.contains("Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}
