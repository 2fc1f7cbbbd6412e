//! Whether the site works, for whoever watches over it: 200, or 503 when the database does not answer.

use crate::access::Viewer;
use crate::error::Result;
use crate::web::cx::Cx;

/// `GET /health`
pub async fn get(cx: Cx) -> Result<&'static str> {
    let mut tx = cx.app.db.read(&Viewer::Nobody).await?;
    sqlx::query_scalar!("select 1 as one").fetch_one(&mut *tx).await?;
    Ok("ok\n")
}
