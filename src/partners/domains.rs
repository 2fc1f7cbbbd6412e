//! The mail domains of an organisation, by which a liaison knows that an applicant works there.

use super::changes;
use super::queries::{self, Domain, Organisation};
use crate::audit::{self, Action};
use crate::error::{AppError, Result};
use crate::join::model::FREE_MAIL;
use crate::web::cx::{FreshCx, MemberCx};
use crate::web::flash::Flash;
use crate::web::form::{Check, Errors, Form};
use crate::web::page::{Page, go, local_address, show_with};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;

/// As typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct DomainForm {
    domain: String,
    /// Where the liaison came from.
    back: String,
}

#[derive(Template)]
#[template(path = "partners/domains.html")]
struct DomainsPage {
    page: Page,
    organisation: Organisation,
    domains: Vec<Domain>,
    form: DomainForm,
    errors: Errors,
}

/// `GET /partners/{slug}/domains`
pub async fn get(cx: MemberCx, Path(slug): Path<String>) -> Result<Response> {
    render(&cx, &slug, DomainForm::default(), Errors::default()).await
}

/// The page again, with what was typed.
pub async fn again(cx: MemberCx, Path(slug): Path<String>, Form(form): Form<DomainForm>) -> Result<Response> {
    let errors = cx.shown_errors();
    render(&cx, &slug, form, errors).await
}

/// `POST /partners/{slug}/domains`
pub async fn post(cx: FreshCx, Path(slug): Path<String>, Form(form): Form<DomainForm>) -> Result<Response> {
    let mut check = Check::new();
    let domain = check.line("domain", &form.domain, 3..=253).trim_start_matches('@').to_lowercase();
    // What a mail address can have behind its @.
    let is_domain = format!("x@{domain}").parse::<lettre::Address>().is_ok() && domain.contains('.');
    if is_shared(&domain) {
        return render(&cx, &slug, form, Errors::one("domain", "partners-error-domain-shared")).await;
    }
    if check.done().is_err() || !is_domain || domain.starts_with('.') || domain.ends_with('.') {
        return render(&cx, &slug, form, Errors::one("domain", "partners-error-domain")).await;
    }
    let mut tx = cx.write().await?;
    let organisation = queries::by_slug(&mut tx, &slug).await?.ok_or(AppError::NotFound)?.id;
    if changes::add_domain(&mut tx, organisation, &domain, cx.me().id, cx.app.clock.now()).await? {
        let detail = json!({ "domain": domain });
        audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::DomainAdded, organisation, detail).await?;
    } else if queries::domain_owner(&mut tx, &domain).await? != Some(organisation) {
        drop(tx);
        return render(&cx, &slug, form, Errors::one("domain", "partners-error-domain-taken")).await;
    }
    tx.commit().await?;
    let own = format!("/partners/{slug}/domains");
    let back = if form.back.is_empty() { own.as_str() } else { local_address(&form.back) };
    Ok(go(&cx, back, Some(Flash::DomainAdded)))
}

/// `POST /partners/{slug}/domains/{domain}/remove`
pub async fn remove(cx: FreshCx, Path((slug, domain)): Path<(String, String)>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let organisation = queries::by_slug(&mut tx, &slug).await?.ok_or(AppError::NotFound)?.id;
    if !changes::remove_domain(&mut tx, organisation, &domain).await? {
        return Err(AppError::Conflict("partners-conflict-domain-removed"));
    }
    let detail = json!({ "domain": domain });
    audit::record(&mut tx, &cx.app.clock, Some(cx.me().id), Action::DomainRemoved, organisation, detail).await?;
    tx.commit().await?;
    Ok(go(&cx, &format!("/partners/{slug}/domains"), Some(Flash::DomainRemoved)))
}

async fn render(cx: &MemberCx, slug: &str, form: DomainForm, errors: Errors) -> Result<Response> {
    let mut tx = cx.read().await?;
    let organisation = queries::by_slug(&mut tx, slug).await?.ok_or(AppError::NotFound)?;
    let domains = queries::domains(&mut tx, organisation.id).await?;
    let address = format!("/partners/{slug}/domains");
    let page = Page::new(cx, "partners/domains").at(&address).typed(&*address);
    show_with(errors.status(), &DomainsPage { page, organisation, domains, form, errors })
}

/// Whether addresses under a domain are anybody's: a free mail provider, or where a country registers names, such as co.uk.
fn is_shared(domain: &str) -> bool {
    const KINDS: [&str; 8] = ["ac", "co", "com", "edu", "gov", "net", "or", "org"];
    let registers = |(kind, country): (&str, &str)| country.len() == 2 && KINDS.contains(&kind);
    FREE_MAIL.contains(&domain) || domain.split_once('.').is_some_and(registers)
}
