//! The own profile, as other members will see it.

use super::queries::{self, ProfileChange};
use crate::error::{AppError, Result};
use crate::i18n::Locale;
use crate::web::cookies::{self, Name};
use crate::web::cx::MemberCx;
use crate::web::flash::Flash;
use crate::web::form::{Check, Errors, Form};
use crate::web::markdown;
use crate::web::page::{Page, go, show_with};
use askama::Template;
use axum::response::Response;
use http::header::SET_COOKIE;
use serde::Deserialize;

/// As typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ProfileForm {
    name: String,
    function: String,
    expertise: String,
    about: String,
    sectors: Vec<String>,
    language: String,
}

#[derive(Template)]
#[template(path = "account/profile.html")]
struct ProfilePage {
    page: Page,
    form: ProfileForm,
    errors: Errors,
    email: String,
    is_new: bool,
    sectors: Vec<(String, String)>,
    languages: Vec<(&'static str, &'static str)>,
}

/// `GET /account/profile`
pub async fn get(cx: MemberCx) -> Result<Response> {
    render(&cx, None, Errors::default()).await
}

/// The page again, with what was typed.
pub async fn again(cx: MemberCx, Form(form): Form<ProfileForm>) -> Result<Response> {
    let errors = cx.shown_errors();
    render(&cx, Some(form), errors).await
}

/// `POST /account/profile`
pub async fn post(cx: MemberCx, Form(form): Form<ProfileForm>) -> Result<Response> {
    let mut check = Check::new();
    let name = check.line("name", &form.name, 2..=120);
    let function = check.line("function", &form.function, 2..=120);
    let expertise = check.line("expertise", &form.expertise, 0..=200);
    let about = check.text("about", &form.about, 0..=4000);
    let sectors = check.choice("sectors", cx.app.vocabulary.known(&form.sectors));
    let language = check.choice("language", Locale::from_tag(&form.language));
    let rendered = match markdown::render_off_thread(about.clone(), markdown::setting(cx.locale)).await {
        Ok(rendered) => rendered.html,
        Err(refused) => {
            check.fail("about", refused.text_key(), refused.limit());
            String::new()
        }
    };
    if let Err(errors) = check.done() {
        return render(&cx, Some(form), errors).await;
    }
    let (Some(sectors), Some(language)) = (sectors, language) else { return Err(AppError::NotFound) };
    let change = ProfileChange {
        name: &name,
        function: &function,
        about_markdown: &about,
        about_html: &rendered,
        expertise: &expertise,
        sectors: &sectors,
        language,
    };
    let mut tx = cx.write().await?;
    queries::save_profile(&mut tx, cx.me().id, &change, cx.app.clock.now()).await?;
    tx.commit().await?;
    let mut response = go(&cx, &format!("/members/{}", cx.me().slug), Some(Flash::ProfileSaved));
    // The account's language counts from now on, also in this browser.
    response.headers_mut().append(SET_COOKIE, cookies::clear(&cx.app, Name::Language));
    Ok(response)
}

async fn render(cx: &MemberCx, typed: Option<ProfileForm>, errors: Errors) -> Result<Response> {
    let kept = queries::profile(&mut *cx.read().await?, cx.me().id).await?.ok_or(AppError::NotFound)?;
    let email = kept.email.clone();
    let is_new = kept.profile_at.is_none();
    let form = typed.unwrap_or_else(|| ProfileForm {
        name: kept.name,
        function: kept.function,
        expertise: kept.expertise,
        about: kept.about_markdown,
        sectors: kept.sectors,
        language: kept.language.tag().to_owned(),
    });
    let template = ProfilePage {
        page: Page::new(cx, "account/profile").typed("/account/profile"),
        form,
        errors,
        email,
        is_new,
        sectors: cx.app.vocabulary.choices(cx.locale),
        languages: Locale::choices(),
    };
    show_with(template.errors.status(), &template)
}
