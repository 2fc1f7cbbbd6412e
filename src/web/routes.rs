//! Making routes: a path cannot be added without saying who may enter, and what is said is enforced here.

use crate::access::{CommunityRole, Who};
use crate::app::App;
use crate::error::AppError;
use crate::web::again;
use crate::web::cx::Cx;
use crate::web::frame::brings_files;
use crate::web::rules;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::handler::Handler;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use std::pin::Pin;

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
        self.add("POST", path, who, post(either(handler, again)).layer(from_fn(without_files)))
    }

    /// Adds a change that takes a form with a file in it, which it reads by itself, as much of it as it likes. The wish to
    /// see the page again comes as a form without the file.
    #[must_use]
    pub fn upload<H, T, A, U>(self, path: &'static str, who: Who, handler: H, again: A) -> Self
    where
        H: Handler<T, App>,
        A: Handler<U, App>,
        T: 'static,
        U: 'static,
    {
        self.add("POST", path, who, post(either(handler, again)).layer(DefaultBodyLimit::disable()))
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
        let door = from_fn(move |request: Request, next: Next| door((who, path), request, next));
        self.router = self.router.route(path, handler.route_layer(door));
        self.entries.push(Entry { method, path, who: who.word() });
        self
    }
}

/// `again` for the wish to see the page once more, otherwise `handler`.
fn either<H, T, A, U>(
    handler: H,
    again: A,
) -> impl Fn(State<App>, Request) -> Pin<Box<dyn Future<Output = Response> + Send>> + Clone
where
    H: Handler<T, App>,
    A: Handler<U, App>,
{
    move |State(app): State<App>, request: Request| {
        let is_wish = request.extensions().get::<Cx>().is_some_and(|cx| cx.again.is_some());
        let (handler, again) = (handler.clone(), again.clone());
        Box::pin(async move { if is_wish { again.call(request, app).await } else { handler.call(request, app).await } })
    }
}

/// No form but one that asks for a file is sent with files in it.
async fn without_files(request: Request, next: Next) -> Response {
    if brings_files(request.headers()) {
        return AppError::BadRequest("error-bad-request-no-form").into_response();
    }
    next.run(request).await
}

async fn door((who, path): (Who, &str), request: Request, next: Next) -> Response {
    let Some(cx) = request.extensions().get::<Cx>() else {
        return AppError::Internal("a route outside the frame".into()).into_response();
    };
    if rules::hold_back(cx, path) {
        let cx = cx.clone();
        return rules::as_visitor(who, cx, request, next).await;
    }
    if who.admits(&cx.viewer) {
        return next.run(request).await;
    }
    let refusal = match (cx.viewer.me(), who) {
        (None, _) => AppError::SignInNeeded,
        (Some(me), Who::Liaison) if me.resting_roles.contains(&CommunityRole::Liaison) => AppError::SecondFactorNeeded,
        (Some(_), Who::Publisher) => AppError::Forbidden("error-forbidden-publisher"),
        (Some(_), _) => AppError::Forbidden("error-forbidden-liaison"),
    };
    refusal.into_response()
}
