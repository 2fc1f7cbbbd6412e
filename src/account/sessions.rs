//! Where one is signed in: each session with its browser, when it began and when it was last used, to be ended one by one
//! or all at once. Nothing tells where somebody was.

use crate::access::Who;
use crate::audit::{self, Action};
use crate::auth::session::{self, Open};
use crate::error::Result;
use crate::web::cookies::{self, Name};
use crate::web::cx::MemberCx;
use crate::web::flash::Flash;
use crate::web::page::{Page, go, show};
use crate::web::path::Path;
use crate::web::routes::Routes;
use askama::Template;
use axum::response::Response;
use http::header::SET_COOKIE;
use serde_json::json;
use uuid::Uuid;

const ADDRESS: &str = "/account/sessions";

#[derive(Template)]
#[template(path = "account/sessions.html")]
struct SessionsPage {
    page: Page,
    sessions: Vec<Open>,
    here: Uuid,
}

/// The addresses of sessions, a part of the room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/account/sessions", Who::Member, get)
        .post("/account/sessions/{id}/end", Who::Member, end)
        .post("/account/sessions/end-others", Who::Member, end_others)
        .post("/account/sessions/end-all", Who::Member, end_all)
}

/// `GET /account/sessions`
pub async fn get(cx: MemberCx) -> Result<Response> {
    let sessions = session::open(&mut *cx.read().await?, &cx.app, cx.me().id).await?;
    let page = Page::new(&cx, "account/sessions");
    show(&SessionsPage { page, sessions, here: cx.me().session })
}

/// `POST /account/sessions/{id}/end`
pub async fn end(cx: MemberCx, Path(id): Path<Uuid>) -> Result<Response> {
    let me = cx.me();
    let mut tx = cx.write().await?;
    // One that is over already is no fault: it is what was wanted.
    if session::end_one(&mut tx, me.id, id).await? {
        audit::record(&mut tx, &cx.app.clock, Some(me.id), Action::SessionsEnded, me.id, json!({ "sessions": 1 }))
            .await?;
    }
    tx.commit().await?;
    if id == me.session {
        let mut response = go(&cx, "/", Some(Flash::SignedOut));
        response.headers_mut().append(SET_COOKIE, cookies::clear(&cx.app, Name::Session));
        return Ok(response);
    }
    Ok(go(&cx, ADDRESS, Some(Flash::SessionEnded)))
}

/// `POST /account/sessions/end-others`
pub async fn end_others(cx: MemberCx) -> Result<Response> {
    let me = cx.me();
    let mut tx = cx.write().await?;
    let ended = session::end_others(&mut tx, me).await?;
    if ended > 0 {
        let detail = json!({ "sessions": ended });
        audit::record(&mut tx, &cx.app.clock, Some(me.id), Action::SessionsEnded, me.id, detail).await?;
    }
    tx.commit().await?;
    Ok(go(&cx, ADDRESS, Some(Flash::SessionsEnded)))
}

/// `POST /account/sessions/end-all`
pub async fn end_all(cx: MemberCx) -> Result<Response> {
    let me = cx.me();
    let mut tx = cx.write().await?;
    let ended = session::end_all(&mut tx, me.id).await?;
    let detail = json!({ "sessions": ended });
    audit::record(&mut tx, &cx.app.clock, Some(me.id), Action::SessionsEnded, me.id, detail).await?;
    tx.commit().await?;
    let mut response = go(&cx, "/", Some(Flash::SignedOut));
    response.headers_mut().append(SET_COOKIE, cookies::clear(&cx.app, Name::Session));
    Ok(response)
}
