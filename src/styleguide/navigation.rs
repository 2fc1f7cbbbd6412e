//! Ways through the site.

use super::chapter::Chapter;
use super::samples;
use crate::error::Result;
use crate::web::cx::Cx;
use crate::web::page::{Page, show};
use crate::web::ui::nav::Tab;
use crate::web::ui::steps::Step;
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "styleguide/navigation.html")]
struct NavigationPage {
    page: Page,
    chapter: Chapter,
    tabs: Vec<Tab>,
    stages: Vec<Step>,
}

/// `GET /styleguide/navigation`
pub async fn get(cx: Cx) -> Result<Response> {
    let texts = cx.texts();
    show(&NavigationPage {
        page: Chapter::Navigation.page(&cx),
        chapter: Chapter::Navigation,
        tabs: samples::tabs(&texts),
        stages: samples::stages(&texts),
    })
}
