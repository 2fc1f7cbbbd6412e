//! The request's context: everything a handler needs to know of who asks, in which language, and from where.

use crate::access::{Me, Viewer};
use crate::app::App;
use crate::db::{ReadTx, WriteTx};
use crate::error::{AppError, Result};
use crate::i18n::{Locale, Texts};
use crate::web::again::Wish;
use crate::web::flash::Flash;
use crate::web::form::Errors;
use crate::web::theme::Theme;
use axum::extract::FromRequestParts;
use http::request::Parts;
use std::ops::Deref;
use std::sync::Arc;
use uuid::Uuid;

/// The context of one request. Cheap to clone.
#[derive(Clone)]
pub struct Cx {
    pub app: App,
    pub viewer: Viewer,
    pub locale: Locale,
    pub theme: Theme,
    /// The language that the address itself asks for.
    pub language_asked: Option<Locale>,
    /// Path and query as asked for, without the language.
    pub address: Arc<str>,
    /// What the page before wanted said on this one.
    pub flash: Option<Flash>,
    /// The page of ours that led here, if the browser tells.
    pub came_from: Option<Arc<str>>,
    /// Whether the request was a change, so that the page answers a form.
    pub is_answer: bool,
    /// The wish to see the page again in another language or other colours; then nothing is changed.
    pub again: Wish,
    /// To quote to the operator; the same stands in the log line.
    pub request_id: Uuid,
}

impl Cx {
    /// Begins reading in the viewer's name.
    pub async fn read(&self) -> sqlx::Result<ReadTx> {
        self.app.db.read(&self.viewer).await
    }

    /// Begins a change in the viewer's name.
    pub async fn write(&self) -> sqlx::Result<WriteTx> {
        self.app.db.write(&self.viewer).await
    }

    /// The errors that the page showed before it was shown again.
    pub fn shown_errors(&self) -> Errors {
        self.again.as_ref().map(|again| again.errors.clone()).unwrap_or_default()
    }

    /// The texts in the reader's language.
    pub fn texts(&self) -> Texts {
        self.app.texts(self.locale)
    }
}

impl<S: Sync> FromRequestParts<S> for Cx {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| AppError::Internal("a route outside the frame".into()))
    }
}

/// The context of a request that a signed-in member made: a handler that takes it has the proof in hand.
pub struct MemberCx {
    cx: Cx,
    me: Arc<Me>,
}

impl MemberCx {
    /// The member.
    pub fn me(&self) -> &Me {
        &self.me
    }
}

impl Deref for MemberCx {
    type Target = Cx;
    fn deref(&self) -> &Cx {
        &self.cx
    }
}

impl<S: Sync> FromRequestParts<S> for MemberCx {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        let cx = Cx::from_request_parts(parts, state).await?;
        match cx.viewer.clone() {
            Viewer::Member(me) => Ok(Self { cx, me }),
            Viewer::Nobody | Viewer::OnBehalfOf(_) => Err(AppError::SignInNeeded),
        }
    }
}
