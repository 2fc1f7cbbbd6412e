//! The request's context: everything a handler needs to know of who asks, in which language, and from where.

use crate::access::changes::{self, Opening};
use crate::access::{ItemKind, Me, Viewer};
use crate::app::App;
use crate::db::{ReadTx, WriteTx};
use crate::error::{AppError, Result};
use crate::i18n::{Locale, Texts};
use crate::web::again::Wish;
use crate::web::flash::Flash;
use crate::web::form::Errors;
use crate::web::network::Network;
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
    /// Where the request comes from, for limits.
    pub network: Network,
    /// Whether it is a member's who has to agree to the house rules first, and is a visitor until then.
    pub is_held_back: bool,
}

impl Cx {
    /// The same request as a visitor's, for a member who has to agree to the house rules first.
    #[must_use]
    pub fn held_back(&self) -> Self {
        Self { viewer: Viewer::Nobody, is_held_back: true, ..self.clone() }
    }

    /// Begins reading in the viewer's name.
    pub async fn read(&self) -> sqlx::Result<ReadTx> {
        self.app.db.read(&self.viewer).await
    }

    /// Begins a change in the viewer's name.
    pub async fn write(&self) -> sqlx::Result<WriteTx> {
        Ok(self.app.db.write(&self.viewer).await?.of_request(self.request_id))
    }

    /// Begins reading one item that an ordinary reading does not show: under TLP:RED, which is written down for its
    /// source. [`open!`] asks for it where it must.
    ///
    /// # Errors
    /// [`AppError::NotFound`] if it does not exist for this viewer, [`AppError::SecondFactorNeeded`] if it would with one.
    pub async fn open(&self, kind: ItemKind, name: &str) -> Result<ReadTx> {
        if self.viewer.me().is_none() {
            return Err(AppError::NotFound);
        }
        let mut tx = self.write().await?;
        match changes::open(&mut tx, kind, name, self.app.clock.now()).await? {
            Opening::Closed => return Err(AppError::NotFound),
            Opening::NeedsSecondFactor => return Err(AppError::SecondFactorNeeded),
            Opening::Opened => tx.commit().await?,
        }
        Ok(self.app.db.read_opened(&self.viewer).await?)
    }

    /// Why an item is not there for a change, which ends here: it needs a second factor, or it does not exist for this
    /// viewer.
    pub async fn missing(&self, tx: &mut WriteTx, kind: ItemKind, name: &str) -> AppError {
        if self.viewer.me().is_none() {
            return AppError::NotFound;
        }
        match changes::open(tx, kind, name, self.app.clock.now()).await {
            Ok(Opening::NeedsSecondFactor) => AppError::SecondFactorNeeded,
            Ok(Opening::Opened | Opening::Closed) => AppError::NotFound,
            Err(error) => error.into(),
        }
    }

    /// The errors that the page showed before it was shown again.
    pub fn shown_errors(&self) -> Errors {
        self.again.as_ref().map(|again| again.errors.clone()).unwrap_or_default()
    }

    /// Whether the member shows anew who they are at the provider: the account has neither a password nor a second factor.
    pub fn is_shown_at_provider(&self) -> bool {
        let is_theirs = |issuer: &str| self.app.provider().is_some_and(|provider| provider.issuer() == issuer);
        self.viewer.me().is_some_and(|me| {
            !me.has_authenticator && !me.has_password && me.provider.as_deref().is_some_and(is_theirs)
        })
    }

    /// The texts in the reader's language.
    pub fn texts(&self) -> Texts {
        self.app.texts(self.locale)
    }
}

/// Reads one item, with its transaction: as any reading does, and where that shows nothing, by opening it ([`Cx::open`]).
/// `open!(cx, ItemKind::Article, &slug, |tx| queries::by_slug(&mut tx, &slug))`
macro_rules! open {
    ($cx:expr, $kind:expr, $name:expr, |$tx:ident| $find:expr) => {{
        let mut $tx = $cx.read().await?;
        match $find.await? {
            Some(found) => ($tx, found),
            None => {
                // One connection at a time: two of each request could use up the pool and wait for ever.
                drop($tx);
                let mut $tx = $cx.open($kind, $name).await?;
                let found = $find.await?.ok_or(crate::error::AppError::NotFound)?;
                ($tx, found)
            }
        }
    }};
}
pub(crate) use open;

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
    /// The same request as a member's, if it is one: for a page that both come to.
    pub fn of(cx: &Cx) -> Option<Self> {
        match &cx.viewer {
            Viewer::Member(me) => Some(Self { cx: cx.clone(), me: me.clone() }),
            Viewer::Nobody | Viewer::OnBehalfOf(_) => None,
        }
    }

    /// The member.
    pub fn me(&self) -> &Me {
        &self.me
    }
}

/// The context of a request in a session that showed the strongest factor of its account within minutes: a handler that
/// changes what guards an account, who belongs to the community and with which role, or what leaves the house takes it.
pub struct FreshCx(MemberCx);

impl Deref for FreshCx {
    type Target = MemberCx;
    fn deref(&self) -> &MemberCx {
        &self.0
    }
}

impl<S: Sync> FromRequestParts<S> for FreshCx {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        let cx = MemberCx::from_request_parts(parts, state).await?;
        // To see a page again in another language changes nothing.
        if cx.me().fresh || cx.again.is_some() { Ok(Self(cx)) } else { Err(AppError::FreshProofNeeded) }
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
