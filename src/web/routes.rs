//! Making routes: a path cannot be added without saying who may enter, and what is said is enforced here.

use crate::access::Who;
use crate::app::App;
use crate::error::AppError;
use crate::web::again;
use crate::web::cx::Cx;
use axum::Router;
use axum::extract::{Request, State};
use axum::handler::Handler;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};

/// One method of one path, for the sitemap and the access matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The path as written in its room: `/articles/{slug}`.
    pub path: &'static str,
    /// The word of [`Who`].
    pub who: &'static str,
}

/// The routes of a room, or of the house.
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    entries: Vec<Entry>,
}

impl Routes {
    /// No routes yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a page. GET (and HEAD, which comes with it) never changes anything.
    #[must_use]
    pub fn get<H, T>(self, path: &'static str, who: Who, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add("GET", path, who, get(handler))
    }

    /// Adds a change that takes no typed text.
    #[must_use]
    pub fn post<H, T>(self, path: &'static str, who: Who, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.form(path, who, handler, again::stay)
    }

    /// Adds a change that takes a form. `again` shows the page of that form with what was typed, and nothing more: it is
    /// called in the place of `handler` when the reader only wants to see the page in another way (`web::again`).
    #[must_use]
    pub fn form<H, T, A, U>(self, path: &'static str, who: Who, handler: H, again: A) -> Self
    where
        H: Handler<T, App>,
        A: Handler<U, App>,
        T: 'static,
        U: 'static,
    {
        let either = move |State(app): State<App>, request: Request| async move {
            if request.extensions().get::<Cx>().is_some_and(|cx| cx.again.is_some()) {
                again.call(request, app).await
            } else {
                handler.call(request, app).await
            }
        };
        self.add("POST", path, who, post(either))
    }

    /// Takes in the routes of another room.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.entries.extend(other.entries);
        self.router = self.router.merge(other.router);
        self
    }

    /// Every route with who may enter, sorted.
    pub fn entries(&self) -> Vec<Entry> {
        let mut entries = self.entries.clone();
        entries.sort_by_key(|entry| (entry.path, entry.method));
        entries
    }

    /// The router, for the application to wrap.
    pub fn into_router(self) -> Router<App> {
        self.router
    }

    fn add(mut self, method: &'static str, path: &'static str, who: Who, handler: MethodRouter<App>) -> Self {
        let door = from_fn(move |request: Request, next: Next| door(who, request, next));
        self.router = self.router.route(path, handler.route_layer(door));
        self.entries.push(Entry { method, path, who: who.word() });
        self
    }
}

async fn door(who: Who, request: Request, next: Next) -> Response {
    let Some(cx) = request.extensions().get::<Cx>() else {
        return AppError::Internal("a route outside the frame".into()).into_response();
    };
    if who.admits(&cx.viewer) {
        return next.run(request).await;
    }
    let refusal = match (cx.viewer.me(), who) {
        (None, _) => AppError::SignInNeeded,
        (Some(_), Who::Publisher) => AppError::Forbidden("error-forbidden-publisher"),
        (Some(_), _) => AppError::Forbidden("error-forbidden-liaison"),
    };
    refusal.into_response()
}
