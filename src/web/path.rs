//! Parts of an address. One that cannot be read leads nowhere, and says so with the same page as any other.

use crate::error::AppError;
use axum::extract::FromRequestParts;
use http::request::Parts;
use serde::de::DeserializeOwned;

/// The variable parts of the path.
pub struct Path<T>(pub T);

impl<T, S> FromRequestParts<S> for Path<T>
where
    T: DeserializeOwned + Send,
    S: Send + Sync,
{
    type Rejection = AppError;

    #[expect(clippy::disallowed_types, reason = "this is what everybody else uses instead")]
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, AppError> {
        let axum::extract::Path(value) =
            axum::extract::Path::<T>::from_request_parts(parts, state).await.map_err(|_| AppError::NotFound)?;
        Ok(Self(value))
    }
}
