//! What the frame does when a page needs a second factor, on a site with one more page that does.

use crate::support::{Actor, Site, code};
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use chrono::TimeDelta;
use polder::access::Who;
use polder::app::rooms;
use polder::commands::demo::{PASSWORD, SECOND_FACTOR};
use polder::error::AppError;
use polder::web::cx::MemberCx;
use polder::web::frame;
use polder::web::page::go;
use polder::web::routes::Routes;

async fn restricted(cx: MemberCx) -> Result<Response, AppError> {
    if cx.me().second_factor { Ok(go(&cx, "/members", None)) } else { Err(AppError::SecondFactorNeeded) }
}

async fn signed_in(site: &Site, email: &str) -> Actor {
    let routes = Routes::new().get("/restricted/{slug}", Who::Member, restricted).merge(rooms());
    let framed = routes.into_router().layer(from_fn_with_state(site.app.clone(), frame::frame));
    let mut actor = Actor::new(framed.with_state(site.app.clone())).of_site(&site.app.clock, &site.owner);
    assert_eq!(actor.post("/account/sign-in", &[("email", email), ("password", PASSWORD)]).await.status(), 303);
    actor
}

#[tokio::test]
async fn a_page_that_needs_it_leads_to_it_and_back_again() {
    let site = Site::demo().await;
    let address = "/restricted/plan?part=2&word=a+b%26c";
    let mut kees = signed_in(&site, "kees@voorbeeldland.example").await;
    let refused = kees.get(address).await;
    assert_eq!((refused.status(), refused.page().as_str()), (403, "error"));
    assert!(!refused.has("main form"), "nothing was typed");
    let link = refused.attribute("main a.button-primary", "href");
    assert!(link.starts_with("/account/second-factor/confirm?back="), "{link}");
    let page = kees.get(&link).await;
    let back = page.attribute("#main-form input[name=back]", "value");
    assert_eq!(back, address, "every letter of the address is kept");
    let now = code(SECOND_FACTOR, site.app.clock.now());
    assert_eq!(
        kees.post("/account/second-factor/confirm", &[("code", &now), ("back", &back)]).await.location(),
        address
    );
    assert_eq!(kees.get(address).await.location(), "/members");
    site.later(TimeDelta::hours(12));
    assert_eq!(kees.get(address).await.status(), 403, "it counts for twelve hours");
    kees.second_factor().await;
    kees.second_factor().await;
    assert_eq!(kees.get(address).await.location(), "/members", "as often as one likes");
}

#[tokio::test]
async fn who_has_none_is_led_to_set_one_up() {
    let site = Site::demo().await;
    let mut noor = signed_in(&site, "noor@voorbeeldland.example").await;
    let refused = noor.get("/restricted/plan").await;
    assert_eq!(
        (refused.status(), refused.attribute("main a.button-primary", "href").as_str()),
        (403, "/account/second-factor")
    );
    let mut nobody = signed_in(&site, "noor@voorbeeldland.example").await;
    nobody.lose_cookie("polder-session");
    assert_eq!(nobody.get("/restricted/plan").await.status(), 401, "signing in comes first");
}
