//! The application: what the rooms share, and the rooms put together behind the frame.

use crate::clock::Clock;
use crate::db::Db;
use crate::error::AppError;
use crate::vocabulary::Vocabulary;
use crate::web::routes::Routes;
use crate::web::{assets, frame, guard, headers, log};
use crate::{account, articles, events, home, join, members, partners, styleguide};
use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// A request that takes longer is answered with 503.
const REQUEST_LIMIT: Duration = Duration::from_secs(15);

/// What the rooms share. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Shared>);

/// The shared things themselves.
pub struct Shared {
    pub db: Db,
    pub clock: Clock,
    pub vocabulary: Vocabulary,
    /// Where the world finds the site, without a slash at the end. Links in mails are built from it, never from `Host`.
    pub public_url: String,
    pub site_name: Arc<str>,
    /// Whom to tell of a weakness: a `mailto:` or `https:` address.
    pub security_contact: Option<String>,
}

impl App {
    /// Puts the shared things together.
    pub fn new(shared: Shared) -> Self {
        Self(Arc::new(shared))
    }

    /// Whether the site is reached over https.
    pub fn secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

impl Deref for App {
    type Target = Shared;
    fn deref(&self) -> &Shared {
        &self.0
    }
}

/// The rooms.
pub fn rooms() -> Routes {
    Routes::new()
        .merge(home::routes())
        .merge(join::routes())
        .merge(account::routes())
        .merge(members::routes())
        .merge(partners::routes())
        .merge(articles::routes())
        .merge(events::routes())
        .merge(styleguide::routes())
}

/// The whole site, ready to serve.
///
/// # Errors
/// When the public address is no origin.
pub fn router(app: App) -> anyhow::Result<Router> {
    let csrf = guard::csrf(&app.public_url)?;
    Ok(rooms()
        .into_router()
        .route("/static/{hash}/{*name}", axum::routing::get(assets::get))
        .route("/favicon.ico", axum::routing::get(assets::favicon))
        .fallback(|| async { AppError::NotFound })
        .method_not_allowed_fallback(|| async { AppError::WrongMethod })
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, REQUEST_LIMIT))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(csrf)
        .layer(from_fn_with_state(app.clone(), frame::frame))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(app.clone(), headers::headers))
        .layer(from_fn(log::log))
        .with_state(app))
}

fn panicked(panic: Box<dyn std::any::Any + Send>) -> Response {
    let words = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    AppError::Internal(format!("panic: {}", words.unwrap_or("without words")).into()).into_response()
}
