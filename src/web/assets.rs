//! Static files, compiled in, in the colours of the installation and with its logo. Their addresses carry a hash of
//! them all, so browsers keep them for a year and never ask again; the style sheet is the files of `static/css/` one
//! after another, the script those of `static/js/`; both without what only their writers read.

use crate::app::App;
use crate::error::{AppError, Result};
use crate::face::Face;
use crate::face::accent::Accent;
use crate::picture::{self, Icon};
use crate::web::path::Path;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderMap, HeaderValue,
    VARY,
};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::{Arc, LazyLock};

#[derive(RustEmbed)]
#[folder = "static"]
struct Files;

/// The files of the product, by the name in their address.
type Named = BTreeMap<String, Arc<[u8]>>;

/// The sprite of icons; shown as a picture it is the mark of the product, so that one request brings both.
const MARK: &str = "img/icons.svg";

/// The file after which an accent takes effect.
const TOKENS: &str = "css/10-tokens.css";

/// The icon for the start screen of a telephone. It is drawn from the mark, as are all that are made of pixels.
pub const TOUCH_ICON: &str = "img/touch.png";

const SVG: &str = "image/svg+xml";

/// For as long as browsers keep anything.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// A picture that somebody else made is only a picture, also when it is opened by itself (it may style itself).
const PICTURE_ONLY: HeaderValue = HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox");

/// Those of an installation without settings, which every test has.
static PLAIN: LazyLock<Arc<Packed>> = LazyLock::new(|| Arc::new(Packed::new(files(None))));

struct Packed {
    hash: String,
    files: BTreeMap<String, File>,
}

/// A file, and the same for those who take it compressed, if that is smaller: it never changes, so it is done once.
struct File {
    plain: Arc<[u8]>,
    gzip: Option<Arc<[u8]>>,
}

/// The static files of an installation.
pub struct Assets {
    packed: Arc<Packed>,
    mark: Mark,
}

/// What stands before the name of the site, and in the browser's tab.
struct Mark {
    name: &'static str,
    icon: &'static str,
    aspect: f32,
    is_logo: bool,
}

/// An image with its address and its size on the page.
pub struct Image {
    pub address: String,
    pub width: u32,
    pub height: u32,
    /// Whether it is an installation's own, made for white paper.
    pub is_logo: bool,
}

impl Assets {
    /// The files for this face.
    pub fn new(face: &Face) -> Self {
        let mut mark = Mark { name: MARK, icon: MARK, aspect: 1.0, is_logo: false };
        if let Some(logo) = &face.logo {
            let icon = if logo.is_square() { logo.name } else { mark.icon };
            mark = Mark { name: logo.name, icon, aspect: logo.aspect(), is_logo: true };
        }
        let packed = if face.accent.is_none() && face.logo.is_none() {
            PLAIN.clone()
        } else {
            let mut files = files(face.accent.as_ref());
            files.extend(face.logo.as_ref().map(|logo| (logo.name.to_owned(), logo.bytes.clone())));
            Arc::new(Packed::new(files))
        };
        Self { packed, mark }
    }

    /// The address of a file: `/static/1f2e…/polder.css`.
    pub fn address(&self, name: &str) -> String {
        format!("/static/{}/{name}", self.packed.hash)
    }

    /// The mark or the logo, `height` pixels high and at most six times as wide.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hundred pixels")]
    pub fn mark(&self, height: u16) -> Image {
        let width = (f32::from(height) * self.mark.aspect).round().clamp(1.0, f32::from(height) * 6.0) as u32;
        Image { address: self.address(self.mark.name), width, height: height.into(), is_logo: self.mark.is_logo }
    }

    /// The icon of the site, with its type.
    pub fn icon(&self) -> (String, &'static str) {
        (self.address(self.mark.icon), content_type(self.mark.icon))
    }
}

impl Packed {
    fn new(files: Named) -> Self {
        let hash = hash(&files, picture::STYLE);
        let file = |(name, plain): (String, Arc<[u8]>)| {
            let gzip = is_text(&name).then(|| compressed(&plain)).flatten();
            (name, File { plain, gzip })
        };
        Self { hash, files: files.into_iter().map(file).collect() }
    }
}

fn is_text(name: &str) -> bool {
    let kind = content_type(name);
    kind.starts_with("text/") || kind == SVG
}

fn compressed(plain: &[u8]) -> Option<Arc<[u8]>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(plain).ok()?;
    encoder.finish().ok().filter(|small| small.len() < plain.len()).map(Arc::from)
}

/// Whether somebody takes answers in gzip (RFC 9110, 12.5.3).
fn takes_gzip(headers: &HeaderMap) -> bool {
    let lists = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|list| list.to_str().ok());
    let mut any = None;
    for one in lists.flat_map(|list| list.split(',')) {
        let (name, weight) = one.split_once(';').unwrap_or((one, ""));
        let weight = weight.trim().trim_start_matches(['q', 'Q']).trim_start_matches('=');
        let taken = weight.is_empty() || weight.parse().is_ok_and(|weight: f32| weight > 0.0);
        match name.trim().to_ascii_lowercase().as_str() {
            "gzip" | "x-gzip" => return taken,
            "*" => any = Some(taken),
            _ => {}
        }
    }
    any.unwrap_or(false)
}

/// A hash of all files, and of the way in which icons are drawn from them.
fn hash(files: &Named, style: u8) -> String {
    let mut digest = Sha256::new();
    digest.update([style]);
    for (name, data) in files {
        digest.update(name.as_bytes());
        digest.update(data);
    }
    let mut hash = hex::encode(digest.finalize());
    hash.truncate(12);
    hash
}

fn files(accent: Option<&Accent>) -> Named {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut names: Vec<_> = Files::iter().collect();
    names.sort();
    for name in names {
        let Some(file) = Files::get(&name) else { continue };
        // One request for the whole style and one for the script; each file stays small to read.
        let (target, data) = match name.split('/').next() {
            Some("css") => ("polder.css", slim(&String::from_utf8_lossy(&file.data)).into_bytes()),
            Some("js") => ("polder.js", slim_script(&String::from_utf8_lossy(&file.data)).into_bytes()),
            _ => (name.as_ref(), file.data.into_owned()),
        };
        let content = files.entry(target.to_owned()).or_default();
        match (accent, std::str::from_utf8(&data)) {
            (Some(accent), Ok(drawing)) if is_svg(&name) => content.extend(accent.paint(drawing).into_bytes()),
            _ => content.extend_from_slice(&data),
        }
        if let (Some(accent), TOKENS) = (accent, name.as_ref()) {
            content.extend(accent.css().into_bytes());
        }
    }
    files.into_iter().map(|(name, data)| (name, data.into())).collect()
}

fn is_svg(name: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|end| end == "svg")
}

/// A style sheet without what only its writers read: a third of what travels.
fn slim(style: &str) -> String {
    let mut parts = style.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    let code = parts.fold(first, |code, part| code + part.split_once("*/").map_or("", |(_, after)| after));
    code.lines().map(str::trim).filter(|line| !line.is_empty()).fold(String::new(), |slim, line| slim + line + "\n")
}

/// A script without the comments that begin a line, and without indentation. No string of ours spans lines.
fn slim_script(script: &str) -> String {
    let mut slim = String::new();
    let mut in_comment = false;
    for mut line in script.lines().map(str::trim) {
        if let (false, Some(comment)) = (in_comment, line.strip_prefix("/*")) {
            in_comment = true;
            line = comment;
        }
        if in_comment {
            let Some((_, code)) = line.split_once("*/") else { continue };
            in_comment = false;
            line = code.trim();
        }
        if !line.is_empty() && !line.starts_with("//") {
            slim.push_str(line);
            slim.push('\n');
        }
    }
    slim
}

/// Serves a file under the present hash. An old hash leads nowhere: its page is gone with its program.
pub async fn get(
    State(app): State<App>,
    headers: HeaderMap,
    Path((hash, name)): Path<(String, String)>,
) -> Result<Response> {
    let assets = app.assets();
    if hash != assets.packed.hash {
        return Err(AppError::NotFound);
    }
    if name == TOUCH_ICON {
        return Ok(answer(app.pictures().icon(Icon::Touch).await?, "image/png", FOR_GOOD));
    }
    let file = assets.packed.files.get(&name).ok_or(AppError::NotFound)?;
    let gzip = file.gzip.as_ref().filter(|_| takes_gzip(&headers));
    let mut response = answer(gzip.unwrap_or(&file.plain).clone(), content_type(&name), FOR_GOOD);
    if gzip.is_some() {
        response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    if file.gzip.is_some() {
        response.headers_mut().insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    }
    if app.face.logo.as_ref().is_some_and(|logo| logo.name == name) {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, PICTURE_ONLY);
    }
    Ok(response)
}

/// The icon that browsers ask for without being told, which is also for those that know no SVG.
pub async fn favicon(State(app): State<App>) -> Result<Response> {
    let file = app.pictures().icon(Icon::Favicon).await?;
    Ok(answer(file, "image/vnd.microsoft.icon", "public, max-age=86400"))
}

fn answer(data: Arc<[u8]>, kind: &'static str, cache: &'static str) -> Response {
    let mut response = axum::body::Bytes::from_owner(data).into_response();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(cache));
    response
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => SVG,
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::STYLE;
    use std::io::Read as _;

    #[test]
    fn addresses_change_with_any_file_and_with_the_drawing_of_icons() {
        let mut files = files(None);
        let before = hash(&files, STYLE);
        assert_eq!(Packed::new(files.clone()).hash, before);
        assert_ne!(hash(&files, STYLE + 1), before);
        files.insert("x.txt".into(), b"x".as_slice().into());
        assert_ne!(hash(&files, STYLE), before);
    }

    #[test]
    fn text_is_kept_compressed_and_is_the_same_when_it_is_unfolded() {
        let packed = Packed::new(files(None));
        for (name, file) in &packed.files {
            assert_eq!(file.gzip.is_some(), is_text(name), "{name}");
            let Some(small) = &file.gzip else { continue };
            let mut plain = Vec::new();
            flate2::read::GzDecoder::new(&small[..]).read_to_end(&mut plain).expect("gzip");
            assert!(plain[..] == file.plain[..] && small.len() < plain.len(), "{name}");
        }
        assert!(packed.files["polder.css"].gzip.is_some() && packed.files["img/icons.svg"].gzip.is_some());
        assert!(compressed(b"x").is_none(), "what would grow");
    }

    #[test]
    fn gzip_is_for_those_who_take_it() {
        for (lists, takes) in [
            (&["gzip"][..], true),
            (&["br, GZIP;q=0.5"], true),
            (&["br", "x-gzip; q=1"], true),
            (&["*"], true),
            (&["*;q=0, gzip"], true),
            (&["*, gzip;q=0"], false),
            (&["gzip;q=0.000"], false),
            (&["gzip;q=x"], false),
            (&["identity, br"], false),
            (&["", "gzipped"], false),
            (&[], false),
        ] {
            let mut headers = HeaderMap::new();
            for list in lists {
                headers.append(ACCEPT_ENCODING, HeaderValue::from_static(list));
            }
            assert_eq!(takes_gzip(&headers), takes, "{lists:?}");
        }
    }

    #[test]
    fn a_script_loses_the_comments_that_begin_a_line_and_nothing_else() {
        let script = "/** What\n * `it` is for: // and\n */\n// Why\nlet a = \"/* no */\"; // stays\n\n  /**/ f(a);\n/* x */\n/* y\n*/ g();\n  a / 2 */ 3;\n";
        assert_eq!(slim_script(script), "let a = \"/* no */\"; // stays\nf(a);\ng();\na / 2 */ 3;\n");
        for name in Files::iter().filter(|name| name.starts_with("js/")) {
            let file = Files::get(&name).expect("a file");
            let text = String::from_utf8_lossy(&file.data).into_owned();
            let is_comment = |line: &&str| line.trim().starts_with("//") || line.trim().starts_with('*');
            let spanning: Vec<_> = text
                .lines()
                .filter(|line| {
                    !is_comment(line) && !line.trim().starts_with("/*") && line.matches('`').count() % 2 == 1
                })
                .collect();
            assert!(spanning.is_empty(), "{name}: a string that spans lines would lose its indentation: {spanning:?}");
        }
    }

    #[test]
    fn a_style_sheet_loses_its_comments_and_nothing_else() {
        let style = "/* what\n * for */\n@layer a {\n  .b { content: \"\\2713\" / \"\"; } /* why */\n\n  /**/ c > d { x: 1 }\n}\n";
        assert_eq!(slim(style), "@layer a {\n.b { content: \"\\2713\" / \"\"; }\nc > d { x: 1 }\n}\n");
        let served = String::from_utf8(files(None)["polder.css"].to_vec()).expect("text");
        let count = |mark: &str| served.matches(mark).count();
        assert_eq!(count("{"), count("}"));
        // A comment inside a string would be cut out of it.
        for name in Files::iter().filter(|name| name.starts_with("css/")) {
            let file = Files::get(&name).expect("a file");
            let text = String::from_utf8_lossy(&file.data).into_owned();
            let lines = text.lines().filter(|line| {
                line.contains("/*") && line.split("/*").next().unwrap_or("").matches('"').count() % 2 == 1
            });
            assert_eq!(lines.count(), 0, "{name}");
            assert_eq!(text.matches("/*").count(), text.matches("*/").count(), "{name}");
        }
    }
}
