//! Writing: a new draft, or a draft again. The preview is made by the renderer that makes the page.

use super::changes;
use super::form::{ArticleForm, Written};
use super::model::{ArticleKind, Step};
use super::submit;
use super::work_queries::{self, Revision};
use crate::access::advice::{self, Warnings};
use crate::access::audience::{Addressed, Circle, Circles, slugs};
use crate::access::{self, ItemKind, Label, Readers};
use crate::error::{AppError, Result};
use crate::i18n::Locale;
use crate::web::cx::{MemberCx, open};
use crate::web::flash::Flash;
use crate::web::form::{Errors, Form};
use crate::web::markdown;
use crate::web::page::{Page, go, show_with};
use crate::web::path::Path;
use askama::Template;
use axum::response::Response;
use http::StatusCode;
use sqlx::PgConnection;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "articles/edit.html")]
struct EditPage {
    page: Page,
    /// Where the form goes.
    address: String,
    form: ArticleForm,
    errors: Errors,
    preview: Option<String>,
    readers: Option<Readers>,
    warnings: Warnings,
    kinds: Vec<(&'static str, String)>,
    languages: Vec<(&'static str, &'static str)>,
    labels: [Label; 5],
    seats: Vec<(String, String)>,
    circles: Circles,
    sectors: Vec<(String, String)>,
}

/// What is being written: where its form goes, and to whom it is addressed as saved.
struct Desk {
    address: String,
    addressed: Vec<Addressed>,
}

impl Desk {
    fn new() -> Self {
        Self { address: "/articles/new".into(), addressed: Vec::new() }
    }

    async fn of(conn: &mut PgConnection, id: Uuid) -> Result<Self> {
        Ok(Self { address: address(id), addressed: access::queries::addressed(conn, id).await? })
    }

    async fn circles(&self, conn: &mut PgConnection) -> Result<Circles> {
        Ok(Circles::load(conn).await?.beside(&self.addressed))
    }
}

/// `GET /articles/new`
pub async fn get_new(cx: MemberCx) -> Result<Response> {
    let seat = cx.me().publishes_for().next().map(|seat| seat.id.to_string()).unwrap_or_default();
    let language = cx.locale.tag().to_owned();
    let form = ArticleForm { organisation: seat, language, kind: "practice".into(), ..ArticleForm::default() };
    render(&cx, &Desk::new(), StatusCode::OK, form, Errors::default()).await
}

/// `POST /articles/new`
pub async fn post_new(cx: MemberCx, Form(form): Form<ArticleForm>) -> Result<Response> {
    if form.wants_a_look() {
        return render(&cx, &Desk::new(), StatusCode::OK, form, Errors::default()).await;
    }
    let written =
        match form.check(cx.me(), &cx.app.vocabulary, &Desk::new().circles(&mut *cx.read().await?).await?).await {
            Ok(written) => written,
            Err(errors) => return render(&cx, &Desk::new(), StatusCode::UNPROCESSABLE_ENTITY, form, errors).await,
        };
    let unseen = unseen(&cx, &form, &written).await?;
    if !unseen.is_empty() {
        return render(&cx, &Desk::new(), StatusCode::UNPROCESSABLE_ENTITY, form, unseen).await;
    }
    let (article, revision, now) = (Uuid::now_v7(), Uuid::now_v7(), cx.app.clock.now());
    let mut tx = cx.write().await?;
    changes::insert_article(&mut tx, article, &written, cx.me().id, now).await?;
    changes::insert_revision(&mut tx, (article, revision), &written, cx.me().id, now).await?;
    let flash = if form.wants_submission() {
        submit::hand_in(&cx, &mut tx, revision).await?;
        Flash::ArticleSubmitted
    } else {
        Flash::DraftSaved
    };
    tx.commit().await?;
    Ok(go(&cx, &address_after(revision, flash), Some(flash)))
}

/// The page of a new draft again, with what was typed.
pub async fn again_new(cx: MemberCx, Form(form): Form<ArticleForm>) -> Result<Response> {
    show_again(&cx, &Desk::new(), form).await
}

/// The page again, with what was typed, as long as the text can be changed.
pub async fn again(cx: MemberCx, Path(id): Path<Uuid>, Form(mut form): Form<ArticleForm>) -> Result<Response> {
    let (mut tx, revision) = open!(cx, ItemKind::Revision, &id.to_string(), |tx| work_queries::revision(&mut tx, id));
    let desk = Desk::of(&mut tx, id).await?;
    drop(tx);
    let revision = editable(&cx, revision)?;
    form.organisation = revision.source_id.to_string();
    show_again(&cx, &desk, form).await
}

/// `GET /articles/work/{id}/edit`
pub async fn get(cx: MemberCx, Path(id): Path<Uuid>) -> Result<Response> {
    let (mut tx, revision) = open!(cx, ItemKind::Revision, &id.to_string(), |tx| work_queries::revision(&mut tx, id));
    let revision = editable(&cx, revision)?;
    let desk = Desk::of(&mut tx, id).await?;
    drop(tx);
    let audience = &desk.addressed;
    let form = ArticleForm {
        title: revision.title,
        summary: revision.summary,
        kind: revision.kind.word().to_owned(),
        language: revision.language.tag().to_owned(),
        organisation: revision.source_id.to_string(),
        label: revision.label.word().to_owned(),
        audience: slugs(audience, Circle::Organisation),
        groups: slugs(audience, Circle::Group),
        people: slugs(audience, Circle::Person),
        meetings: slugs(audience, Circle::Meeting),
        sectors: revision.sectors,
        body: revision.body_markdown,
        version: revision.version,
        ..ArticleForm::default()
    };
    render(&cx, &desk, StatusCode::OK, form, Errors::default()).await
}

/// `POST /articles/work/{id}/edit`
pub async fn post(cx: MemberCx, Path(id): Path<Uuid>, Form(mut form): Form<ArticleForm>) -> Result<Response> {
    let (mut tx, revision) = open!(cx, ItemKind::Revision, &id.to_string(), |tx| work_queries::revision(&mut tx, id));
    let desk = Desk::of(&mut tx, id).await?;
    drop(tx);
    // Whose information it is was settled with the first save.
    form.organisation = revision.source_id.to_string();
    if form.wants_a_look() {
        return render(&cx, &desk, StatusCode::OK, form, Errors::default()).await;
    }
    let circles = desk.circles(&mut *cx.read().await?).await?;
    let written = match form.check(cx.me(), &cx.app.vocabulary, &circles).await {
        Ok(written) => written,
        Err(errors) => return render(&cx, &desk, StatusCode::UNPROCESSABLE_ENTITY, form, errors).await,
    };
    let unseen = unseen(&cx, &form, &written).await?;
    if !unseen.is_empty() {
        return render(&cx, &desk, StatusCode::UNPROCESSABLE_ENTITY, form, unseen).await;
    }
    let may_edit = revision.standing().allows(cx.me(), Step::Edit);
    let saved = match save(&cx, &revision, &form, &written).await {
        Err(AppError::Conflict("articles-conflict-wider")) => {
            let errors = Errors::one("label", "articles-conflict-wider");
            return render(&cx, &desk, StatusCode::UNPROCESSABLE_ENTITY, form, errors).await;
        }
        saved => saved?,
    };
    if !may_edit || !saved {
        if let Some(address) = same_again(&cx, id, &written).await? {
            return Ok(go(&cx, &address, None));
        }
        let key = if may_edit { "articles-error-version" } else { "articles-conflict-edit" };
        let errors = Errors::one("body", key);
        return render(&cx, &desk, StatusCode::CONFLICT, form, errors).await;
    }
    let flash = if form.wants_submission() { Flash::ArticleSubmitted } else { Flash::DraftSaved };
    Ok(go(&cx, &address_after(id, flash), Some(flash)))
}

/// What a text lacks that is handed in while its author has not looked at what suits a stricter label. A draft lacks nothing.
async fn unseen(cx: &MemberCx, form: &ArticleForm, written: &Written) -> Result<Errors> {
    if !form.wants_submission() {
        return Ok(Errors::default());
    }
    let warnings = advice::warnings(&mut *cx.read().await?, form.words(), written.label).await?;
    Ok(warnings.unseen(&form.looked))
}

async fn save(cx: &MemberCx, revision: &Revision, form: &ArticleForm, written: &Written) -> Result<bool> {
    let mut tx = cx.write().await?;
    // Not even as a draft: all publishers of the source read a draft under a wide label. The label first, which the
    // database would refuse; then those to whom it is addressed.
    let published = work_queries::published_label(&mut tx, revision.id).await?;
    if published.is_some_and(|published| written.label < published) {
        return Err(submit::WIDER);
    }
    if !changes::update_revision(&mut tx, revision.id, form.version, written, cx.app.clock.now()).await? {
        return Ok(false);
    }
    if work_queries::is_wider_than_published(&mut tx, revision.id).await? {
        return Err(submit::WIDER);
    }
    if form.wants_submission() {
        submit::hand_in(cx, &mut tx, revision.id).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// Where to go on when the same text was saved before: the button was pressed twice.
async fn same_again(cx: &MemberCx, id: Uuid, written: &Written) -> Result<Option<String>> {
    let now = work_queries::revision(&mut *cx.write().await?, id).await?;
    let is_same =
        |now: &Revision| now.title == written.title && now.body_markdown == written.body && now.label == written.label;
    Ok(now.filter(is_same).map(|_| format!("/articles/work/{id}")))
}

/// The revision, if it can be changed now.
fn editable(cx: &MemberCx, revision: Revision) -> Result<Revision> {
    if revision.standing().allows(cx.me(), Step::Edit) {
        Ok(revision)
    } else {
        Err(AppError::Conflict("articles-conflict-edit"))
    }
}

fn address(id: Uuid) -> String {
    format!("/articles/work/{id}/edit")
}

fn address_after(id: Uuid, flash: Flash) -> String {
    if flash == Flash::ArticleSubmitted { format!("/articles/work/{id}") } else { address(id) }
}

async fn show_again(cx: &MemberCx, desk: &Desk, mut form: ArticleForm) -> Result<Response> {
    form.action = std::mem::take(&mut form.previewed);
    let errors = cx.shown_errors();
    render(cx, desk, errors.status(), form, errors).await
}

async fn render(cx: &MemberCx, desk: &Desk, status: StatusCode, form: ArticleForm, errors: Errors) -> Result<Response> {
    let texts = cx.texts();
    let (mut errors, mut preview, mut readers) = (errors, None, None);
    let mut tx = cx.read().await?;
    let circles = desk.circles(&mut tx).await?;
    if form.action == "readers" {
        match form.readership(cx.me(), &circles) {
            Ok(asked) => readers = Some(access::queries::readers_if(&mut tx, &asked).await?),
            Err(refused) => errors = refused,
        }
    }
    let warnings = match Label::from_word(&form.label) {
        Some(label) => advice::warnings(&mut tx, form.words(), label).await?,
        None => Warnings::none(),
    };
    drop(tx);
    if form.action == "preview" {
        let language = Locale::from_tag(&form.language).unwrap_or_default();
        match markdown::render_off_thread(form.body.clone(), markdown::setting(language)).await {
            Ok(rendered) => preview = Some(rendered.html),
            Err(refused) => errors = Errors::with_limit("body", refused.text_key(), refused.limit()),
        }
    }
    let status = if errors.is_empty() || status != StatusCode::OK { status } else { StatusCode::UNPROCESSABLE_ENTITY };
    let kinds = ArticleKind::ALL.map(|kind| (kind.word(), texts.of_set("articles-kind", kind).to_string()));
    let template = EditPage {
        page: Page::new(cx, "articles/edit").typed(&*desk.address).labelled(Label::from_word(&form.label)).in_work(),
        address: desk.address.clone(),
        form,
        errors,
        preview,
        readers,
        warnings,
        kinds: kinds.into(),
        languages: Locale::choices(),
        labels: Label::ALL,
        seats: cx.me().publishes_for().map(|seat| (seat.id.to_string(), seat.name.clone())).collect(),
        circles,
        sectors: cx.app.vocabulary.choices(cx.locale),
    };
    show_with(status, &template)
}
