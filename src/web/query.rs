//! What follows the question mark. A reader may have typed it: what cannot be read is as if it were not there.

use super::characters;
use axum::extract::FromRequestParts;
use http::request::Parts;
use serde::de::DeserializeOwned;
use std::convert::Infallible;

/// The parameters, or their defaults when they cannot be read.
pub struct Query<T>(pub T);

impl<T, S> FromRequestParts<S> for Query<T>
where
    T: DeserializeOwned + Default,
    S: Sync,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let query = parts.uri.query().unwrap_or_default();
        Ok(Self(characters::read(query.as_bytes()).unwrap_or_default()))
    }
}
