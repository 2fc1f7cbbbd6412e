//! Which addresses a text may point to.

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
        return if inside { Target::Inside(address.to_owned()) } else { Target::Nowhere };
    };
    match scheme.as_str() {
        "mailto" if !rest.is_empty() => Target::Mail(address.to_owned()),
        "http" | "https" if has_plain_host(rest) => Target::Outside(address.to_owned()),
        _ => Target::Nowhere,
    }
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

/// Whether `//host...` follows, without the `name@` that makes one site look like another.
fn has_plain_host(rest: &str) -> bool {
    let host = rest.strip_prefix("//").and_then(|rest| rest.split(['/', '?', '#']).next());
    host.is_some_and(|host| !host.is_empty() && !host.contains('@'))
}
