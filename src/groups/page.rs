//! One group: what it is for, and who reads along. The liaison adds people here and takes them out.

use super::queries::{self, Group, GroupMember};
use crate::access::Label;
use crate::error::{AppError, Result};
use crate::members;
use crate::web::cx::MemberCx;
use crate::web::form::Errors;
use crate::web::page::{Page, show_with};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;
use http::StatusCode;

#[derive(Template)]
#[template(path = "groups/page.html")]
struct GroupPage {
    page: Page,
    group: Group,
    members: Vec<GroupMember>,
    is_mine: bool,
    /// Whom the liaison can add; nobody for others, and in a closed group.
    others: Vec<(String, String)>,
    may_change: bool,
    chosen: String,
    errors: Errors,
}

impl GroupPage {
    fn count(&self) -> i64 {
        i64::try_from(self.members.len()).unwrap_or(i64::MAX)
    }
}

/// `GET /groups/{slug}`
pub async fn get(cx: MemberCx, Path(slug): Path<String>) -> Result<Response> {
    render(&cx, &slug, StatusCode::OK, String::new(), Errors::default()).await
}

/// The page, also after a choice that cannot be taken.
pub async fn render(cx: &MemberCx, slug: &str, status: StatusCode, chosen: String, errors: Errors) -> Result<Response> {
    let mut tx = cx.read().await?;
    let group = queries::by_slug(&mut tx, slug).await?.ok_or(AppError::NotFound)?;
    let members = queries::members(&mut tx, group.id).await?;
    let may_change = cx.me().is_liaison() && group.closed_at.is_none();
    let mut others = Vec::new();
    if may_change {
        let people = members::queries::people_outside(&mut tx, None).await?.into_iter();
        let is_in = |slug: &str| members.iter().any(|member| member.slug == slug);
        others = people.filter(|p| !is_in(&p.slug)).map(|p| (p.slug, named(&p.name, &p.organisations))).collect();
    }
    let address = format!("/groups/{slug}/members");
    let template = GroupPage {
        page: Page::new(cx, "groups/page")
            .at(&format!("/groups/{slug}"))
            .typed((!others.is_empty()).then_some(&*address))
            .labelled([Label::Green]),
        is_mine: members.iter().any(|member| member.slug == cx.me().slug),
        group,
        members,
        others,
        may_change,
        chosen,
        errors,
    };
    show_with(status, &template)
}

fn named(name: &str, organisations: &str) -> String {
    if organisations.is_empty() { name.to_owned() } else { format!("{name}, {organisations}") }
}
