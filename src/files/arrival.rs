//! Taking in a form with a file in it (RFC 7578), part by part: no file is ever held in memory whole.

use super::changes;
use super::form::AddForm;
use super::kind::{Kind, Sniffer};
use super::model::Parent;
use super::paced::Paced;
use super::queries;
use super::store::Arrived;
use crate::access::changes::Opening;
use crate::error::{AppError, Result};
use crate::web::cx::MemberCx;
use crate::web::form::Errors;
use axum::body::Body;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{FromRequest, Request};
use http::StatusCode;
use http_body_util::Limited;
use uuid::Uuid;

/// The most that the fields beside the file may hold together, in bytes.
const MAX_FIELDS: usize = 256 * 1024;

/// How much more than a file may hold is still read (and thrown away), so that the sentence on it arrives.
const PATIENCE: u64 = 4;

/// A file that has come and can be taken.
pub struct File {
    pub content: Arrived,
    pub kind: Kind,
    /// As its sender called it.
    pub name: String,
}

/// Why a file cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    Missing,
    Empty,
    /// More than this many million bytes.
    TooLarge(u64),
    Kind,
}

impl Refused {
    /// What to answer.
    pub fn status(self) -> StatusCode {
        match self {
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Missing | Self::Empty | Self::Kind => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    /// What to say.
    pub fn errors(self) -> Errors {
        match self {
            Self::Missing => Errors::one("file", "files-error-missing"),
            Self::Empty => Errors::one("file", "files-error-empty"),
            Self::TooLarge(most) => {
                Errors::with_limit("file", "files-error-too-large", usize::try_from(most).unwrap_or(usize::MAX))
            }
            Self::Kind => Errors::one("file", "files-error-kind"),
        }
    }
}

/// What came.
pub struct Arrival {
    pub form: AddForm,
    pub parent: Parent,
    pub file: std::result::Result<File, Refused>,
}

/// Takes the form in. The field that says where the file is to go comes first: nothing is taken in for somebody who may
/// not add it there.
pub async fn receive(cx: &MemberCx, request: Request) -> Result<Arrival> {
    let most = usize::try_from(cx.app.max_upload * PATIENCE).unwrap_or(usize::MAX).saturating_add(MAX_FIELDS);
    let limited = request.map(|body| Body::new(Limited::new(Paced::new(body), most)));
    let mut parts =
        Multipart::from_request(limited, &()).await.map_err(|_| AppError::BadRequest("error-bad-request-no-form"))?;
    let mut form = AddForm::default();
    let (mut parent, mut file, mut taken) = (None, Err(Refused::Missing), 0);
    while let Some(part) = next(&mut parts).await? {
        let name = part.name().unwrap_or_default().to_owned();
        if name != "file" {
            form.push(&name, text(part, &mut taken).await?);
            continue;
        }
        parent = Some(parent_of(cx, &form).await?);
        let too_large = Err(Refused::TooLarge(cx.app.max_upload / 1_000_000));
        file = match take_in(cx, part).await {
            // Enough is enough.
            Err(AppError::TooLarge) => {
                file = too_large;
                break;
            }
            Ok(Err(Refused::TooLarge(_))) => too_large,
            taken => taken?,
        };
    }
    let parent = match parent {
        Some(parent) => parent,
        None => parent_of(cx, &form).await?,
    };
    Ok(Arrival { form, parent, file })
}

/// What the file is to belong to, for somebody who may add it there.
pub async fn parent_of(cx: &MemberCx, form: &AddForm) -> Result<Parent> {
    let id = form.parent().ok_or(AppError::NotFound)?;
    let Some(parent) = queries::parent(&mut *cx.write().await?, id).await? else {
        open(cx, id).await?;
        return Err(AppError::NotFound);
    };
    if parent.may_attach { Ok(parent) } else { Err(AppError::Conflict("files-conflict-step")) }
}

/// Opens what an ordinary reading does not show, as its own page does, or says why not.
pub async fn open(cx: &MemberCx, parent: Uuid) -> Result<()> {
    let mut tx = cx.write().await?;
    match changes::open_parent(&mut tx, parent, cx.app.clock.now()).await? {
        Opening::Opened => Ok(tx.commit().await?),
        Opening::NeedsSecondFactor => Err(AppError::SecondFactorNeeded),
        Opening::Closed => Err(AppError::NotFound),
    }
}

async fn next(parts: &mut Multipart) -> Result<Option<Field<'_>>> {
    parts.next_field().await.map_err(broken)
}

async fn text(mut part: Field<'_>, taken: &mut usize) -> Result<String> {
    let mut bytes = Vec::new();
    while let Some(chunk) = part.chunk().await.map_err(broken)? {
        *taken += chunk.len();
        if *taken > MAX_FIELDS {
            return Err(AppError::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    let text = String::from_utf8(bytes).map_err(|_| AppError::BadRequest("error-bad-request-unreadable"))?;
    if text.contains('\0') { Err(AppError::BadRequest("error-bad-request-nul")) } else { Ok(text) }
}

async fn take_in(cx: &MemberCx, mut part: Field<'_>) -> Result<std::result::Result<File, Refused>> {
    let name = part.file_name().unwrap_or_default().to_owned();
    let unwritten = |error: std::io::Error| AppError::Internal(format!("the store of files: {error}").into());
    let (mut arriving, mut sniffer) = (cx.app.files.begin().await.map_err(unwritten)?, Sniffer::default());
    let mut bytes = 0;
    while let Some(chunk) = part.chunk().await.map_err(broken)? {
        bytes += chunk.len() as u64;
        if bytes <= cx.app.max_upload {
            sniffer.take(&chunk);
            arriving.take(&chunk).await.map_err(unwritten)?;
        }
    }
    if bytes > cx.app.max_upload {
        return Ok(Err(Refused::TooLarge(0)));
    }
    if bytes == 0 {
        // A browser sends an empty part without a name when no file was chosen.
        return Ok(Err(if name.is_empty() { Refused::Missing } else { Refused::Empty }));
    }
    let Some(kind) = sniffer.kind(&name) else { return Ok(Err(Refused::Kind)) };
    let content = arriving.end().await.map_err(unwritten)?;
    Ok(Ok(File { content, kind, name }))
}

fn broken(error: MultipartError) -> AppError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        AppError::TooLarge
    } else {
        AppError::BadRequest("error-bad-request-cut-off")
    }
}
