//! The application: what the rooms share, and the rooms put together behind the frame.

use crate::auth::limits::Limits;
use crate::auth::provider::Provider;
use crate::clock::Clock;
use crate::db::Db;
use crate::error::AppError;
use crate::face::Face;
use crate::files::download::HandedOver;
use crate::files::store::Store;
use crate::i18n::{Locale, Texts};
use crate::picture::Pictures;
use crate::vocabulary::Vocabulary;
use crate::web::assets::Assets;
use crate::web::frame::brings_files;
use crate::web::routes::Routes;
use crate::web::{again, assets, even, frame, guard, headers, log};
use crate::{account, articles, events, files, groups, home, items, join, members, partners, styleguide};
use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use http::{Extensions, HeaderMap, StatusCode, Version};
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

/// A request that takes longer is answered with 503.
const REQUEST_LIMIT: Duration = Duration::from_secs(15);

/// The same for one that brings files. That its body keeps coming, the server sees to (`web::server`).
const UPLOAD_LIMIT: Duration = Duration::from_mins(30);

/// What the rooms share. Cheap to clone.
#[derive(Clone)]
pub struct App {
    whole: Arc<Whole>,
    beat: Duration,
    limits: Arc<Limits>,
    rules: i16,
    provider: Option<Arc<Provider>>,
}

/// What was put together, and what is made from it once.
struct Whole {
    shared: Shared,
    assets: Assets,
    pictures: Arc<Pictures>,
}

/// The shared things themselves.
pub struct Shared {
    pub db: Db,
    pub clock: Clock,
    pub vocabulary: Vocabulary,
    /// Where the world finds the site, without a slash at the end. Links in mails are built from it, never from `Host`.
    pub public_url: String,
    pub site_name: Arc<str>,
    pub face: Face,
    /// Whom to tell of a weakness: a `mailto:` or `https:` address.
    pub security_contact: Option<String>,
    /// Where files lie.
    pub files: Store,
    /// The largest file that is taken, in bytes.
    pub max_upload: u64,
}

impl App {
    /// Puts the shared things together.
    pub fn new(shared: Shared) -> Self {
        let assets = Assets::new(&shared.face);
        let pictures = Arc::new(Pictures::new(&shared.face, &shared.site_name));
        Self {
            whole: Arc::new(Whole { shared, assets, pictures }),
            beat: even::BEAT,
            limits: Arc::default(),
            rules: join::model::RULES_VERSION,
            provider: None,
        }
    }

    /// The same with another beat for what is not found (`web::even`).
    #[must_use]
    pub fn with_beat(self, beat: Duration) -> Self {
        Self { beat, ..self }
    }

    /// The same with other limits on what may be tried how often.
    #[must_use]
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits: Arc::new(limits), ..self }
    }

    /// The same with another version of the house rules in force.
    #[must_use]
    pub fn with_rules(self, rules: i16) -> Self {
        Self { rules, ..self }
    }

    /// The version of the house rules that is in force.
    pub fn rules(&self) -> i16 {
        self.rules
    }

    /// The same with an OpenID Connect provider with which members can sign in.
    #[must_use]
    pub fn with_provider(self, provider: Option<Provider>) -> Self {
        Self { provider: provider.map(Arc::new), ..self }
    }

    /// The OpenID Connect provider, if there is one.
    pub fn provider(&self) -> Option<&Provider> {
        self.provider.as_deref()
    }

    /// How often what may be tried.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The beat on which "not found" is answered.
    pub fn beat(&self) -> Duration {
        self.beat
    }

    /// The static files, in the looks of this installation.
    pub fn assets(&self) -> &Assets {
        &self.whole.assets
    }

    /// What is drawn for this installation.
    pub fn pictures(&self) -> &Arc<Pictures> {
        &self.whole.pictures
    }

    /// The texts of this installation in a language.
    pub fn texts(&self, locale: Locale) -> Texts {
        Texts::of(locale).with(self.face.texts)
    }

    /// Whether the site is reached over https.
    pub fn secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

impl Deref for App {
    type Target = Shared;
    fn deref(&self) -> &Shared {
        &self.whole.shared
    }
}

/// The rooms.
pub fn rooms() -> Routes {
    Routes::new()
        .merge(home::routes())
        .merge(join::routes())
        .merge(account::routes())
        .merge(members::routes())
        .merge(groups::routes())
        .merge(partners::routes())
        .merge(articles::routes())
        .merge(events::routes())
        .merge(items::routes())
        .merge(files::routes())
        .merge(crate::log::routes())
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
        .layer(from_fn(in_time))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn(again::problems))
        .layer(csrf)
        .layer(from_fn_with_state(app.clone(), frame::frame))
        .layer(CompressionLayer::new().compress_when(worth_compressing()))
        .layer(from_fn_with_state(app.clone(), headers::headers))
        .layer(from_fn(log::log))
        .with_state(app))
}

async fn in_time(request: Request, next: Next) -> Response {
    let limit = if brings_files(request.headers()) { UPLOAD_LIMIT } else { REQUEST_LIMIT };
    let late = |_| AppError::Unavailable("took too long".into()).into_response();
    tokio::time::timeout(limit, next.run(request)).await.unwrap_or_else(late)
}

/// Pictures and fonts are compressed by themselves. A file of somebody else goes as it is, with its length.
fn worth_compressing() -> impl Predicate {
    let is_ours =
        |_: StatusCode, _: Version, _: &HeaderMap, extensions: &Extensions| extensions.get::<HandedOver>().is_none();
    DefaultPredicate::new().and(NotForContentType::const_new("font/")).and(is_ours)
}

fn panicked(panic: Box<dyn std::any::Any + Send>) -> Response {
    let words = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    AppError::Internal(format!("panic: {}", words.unwrap_or("without words")).into()).into_response()
}
