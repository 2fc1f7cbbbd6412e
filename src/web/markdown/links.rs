//! Which addresses a text may point to.

use ammonia::Url;
use std::fmt::Write as _;

/// Schemes that a link may have (with [`Target::Inside`] for none).
pub(super) const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// Longest address in bytes; what servers and mail programs take at least.
const MAX_ADDRESS_BYTES: usize = 2_000;

/// Where our own images are served. Others would tell their server who reads the page.
const OWN_IMAGES: &str = "/files/";

/// An address as a browser will understand it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// Another site, or ours by its full address.
    Outside(String),
    /// A mail address.
    Mail(String),
    /// An address on our site.
    Inside(String),
    /// Anything else; it must not become a link.
    Nowhere,
}

/// Judges an address by the rules of browsers (<https://url.spec.whatwg.org>): they drop tabs and
/// line ends anywhere, spaces and control characters at both ends, and take `\` for `/`.
pub(super) fn target(address: &str) -> Target {
    let address: String = address.chars().filter(|char| !matches!(char, '\t' | '\n' | '\r')).collect();
    let address = address.trim_matches(|char| char <= ' ');
    let long = address.len() > MAX_ADDRESS_BYTES;
    if long || address.contains(|char: char| char == '\\' || char.is_control()) {
        return Target::Nowhere;
    }
    let Some((scheme, rest)) = scheme(address) else {
        // `//host` keeps the scheme and changes the host.
        let inside = !address.starts_with("//");
        return if inside { Target::Inside(written_out(address)) } else { Target::Nowhere };
    };
    match scheme.as_str() {
        "mailto" if !rest.is_empty() => Target::Mail(written_out(address)),
        "http" | "https" if has_plain_host(address, rest) => Target::Outside(written_out(address)),
        _ => Target::Nowhere,
    }
}

/// An address with everything encoded that may not stand in one as it is: it means the same, and is valid HTML.
fn written_out(address: &str) -> String {
    let mut written = String::with_capacity(address.len());
    let mut in_fragment = false;
    for (at, char) in address.char_indices() {
        let is_code = || {
            let code = address.as_bytes().get(at + 1..at + 3);
            code.is_some_and(|code| code.iter().all(u8::is_ascii_hexdigit))
        };
        let stays = match char {
            '%' => is_code(),
            '#' => !std::mem::replace(&mut in_fragment, true),
            ' ' | '"' | '<' | '>' | '[' | ']' | '^' | '`' | '{' | '|' | '}' => false,
            _ => char.is_ascii() || char.is_alphanumeric(),
        };
        if stays {
            written.push(char);
        } else {
            for byte in char.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(written, "%{byte:02X}");
            }
        }
    }
    written
}

/// Whether `address` is an image that we serve. Dots could leave the folder, in any spelling.
pub(super) fn is_own_image(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    target(address) == Target::Inside(address.to_owned())
        && lower.strip_prefix(OWN_IMAGES).is_some_and(|name| !name.is_empty())
        && !lower.contains("..")
        && !lower.contains("%2e")
}

/// The scheme in lower case and what follows its colon. Everything before a colon counts, even what
/// no browser would take for a scheme.
fn scheme(address: &str) -> Option<(String, &str)> {
    let end = address.find([':', '/', '?', '#'])?;
    let rest = address[end..].strip_prefix(':')?;
    Some((address[..end].to_ascii_lowercase(), rest))
}

/// Whether `//host...` follows, as everybody reads it: without the `name@` that makes one site look like another, and
/// without a number in disguise.
fn has_plain_host(address: &str, rest: &str) -> bool {
    let written = rest.strip_prefix("//").and_then(|rest| rest.split(['/', '?', '#']).next());
    let (Some(written), Ok(read)) = (written, Url::parse(address)) else { return false };
    let name = written.split(':').next().unwrap_or_default();
    let labels = name.strip_suffix('.').unwrap_or(name);
    let is_read_so = !name.is_ascii() || read.host_str().is_some_and(|host| host.eq_ignore_ascii_case(name));
    is_read_so && !written.contains(['@', '%']) && labels.split('.').all(|label| !label.is_empty())
}
