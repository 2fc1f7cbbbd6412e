//! A member's profile, as other members see it.

use super::queries::{self, Employer, Profile};
use crate::access::Label;
use crate::access::viewer::initials;
use crate::error::{AppError, Result};
use crate::web::cx::MemberCx;
use crate::web::page::{Page, show};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "members/page.html")]
struct MemberPage {
    page: Page,
    profile: Profile,
    employers: Vec<Employer>,
    sectors: Vec<String>,
    own: bool,
}

impl MemberPage {
    fn initials(&self) -> String {
        initials(&self.profile.name)
    }
}

/// `GET /members/{slug}`
pub async fn get(cx: MemberCx, Path(slug): Path<String>) -> Result<Response> {
    let mut tx = cx.read().await?;
    let profile = queries::by_slug(&mut tx, &slug).await?.ok_or(AppError::NotFound)?;
    let employers = queries::employers(&mut tx, &slug).await?;
    let sectors = cx.app.vocabulary.names(&profile.sectors, cx.locale);
    let own = cx.me().slug == slug;
    show(&MemberPage {
        page: Page::new(&cx, "members/page").labelled([Label::Green]),
        profile,
        employers,
        sectors,
        own,
    })
}
