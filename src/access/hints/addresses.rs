//! Addresses of machines: IPv4, IPv6 and hardware.

use super::parts::Part;
use super::{Find, HintKind, after, before, words};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Ranges as their standards write them: who names these names no network.
const WHOLE_RANGES: [&str; 9] = [
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "100.64.0.0/10",
    "169.254.0.0/16",
    "fc00::/7",
    "fd00::/8",
    "fe80::/10",
    "fe80::/64",
];

/// Words after which four numbers are a version, or a place in a standard.
const NUMBERED: &[&str] = &[
    "v",
    "ver",
    "version",
    "versions",
    "versie",
    "versies",
    "firmware",
    "software",
    "release",
    "rel",
    "build",
    "rev",
    "revision",
    "revisie",
    "update",
    "patch",
    "hotfix",
    "clause",
    "clauses",
    "section",
    "sections",
    "paragraph",
    "par",
    "paragraaf",
    "artikel",
    "article",
    "art",
    "chapter",
    "hoofdstuk",
    "annex",
    "bijlage",
    "requirement",
    "eis",
    "table",
    "tabel",
    "figure",
    "figuur",
    "sr",
    "cr",
    "oid",
];

/// The longest IPv6 address in letters, the last part being an IPv4 address.
const MAX_V6: usize = 45;

/// Finds the addresses in a part.
pub(super) fn find(text: &str, part: &Part, finds: &mut Vec<Find>) {
    for (place, word) in words(part.text, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | ':')) {
        let start = part.start + place;
        let trimmed = word.trim_end_matches(['.', ':']);
        let (start, word) = if word.ends_with("::") && trimmed.len() + 2 == word.len() {
            (start, word)
        } else {
            (start + trimmed.len() - trimmed.trim_start_matches('.').len(), trimmed.trim_start_matches('.'))
        };
        if touches(text, start, start + word.len()) {
            continue;
        }
        // In `mac:00:1a:…` and `ip:fe80::1` the first piece is a word.
        let rest = word.find(':').and_then(|colon| Some((start + colon + 1, word.get(colon + 1..)?)));
        let is_whole =
            whole(text, start, word, finds) || rest.is_some_and(|(start, rest)| whole(text, start, rest, finds));
        if !is_whole {
            pieces(text, start, word, finds);
        }
    }
    for (place, word) in words(part.text, |c| c.is_ascii_alphanumeric() || c == '-') {
        let start = part.start + place;
        if is_device(word, '-') && !touches(text, start, start + word.len()) {
            finds.push(Find { kind: HintKind::HardwareAddress, start, end: start + word.len() });
        }
    }
}

/// Whether a letter or a digit of any alphabet touches this.
fn touches(text: &str, start: usize, end: usize) -> bool {
    before(text, start).is_some_and(char::is_alphanumeric) || after(text, end).is_some_and(char::is_alphanumeric)
}

/// Tells of a word that is an IPv6 or a hardware address as a whole, and says whether it is one.
fn whole(text: &str, start: usize, word: &str, finds: &mut Vec<Find>) -> bool {
    let end = start + word.len();
    if is_hardware(word, ':') || is_dotted_hardware(word) {
        if is_dotted_hardware(word) || is_device(word, ':') {
            finds.push(Find { kind: HintKind::HardwareAddress, start, end });
        }
        return true;
    }
    if word.len() > MAX_V6 || word.matches(':').count() < 2 {
        return false;
    }
    let Ok(address) = word.parse::<Ipv6Addr>() else { return false };
    let kind = match address.to_ipv4_mapped() {
        Some(inner) => kind_of(inner.into()),
        None => kind_of(address.into()),
    };
    finds.extend(kind.and_then(|kind| with_tail(text, start, end, kind, 128)));
    true
}

/// The IPv4 addresses in a word, each with its port.
fn pieces(text: &str, start: usize, word: &str, finds: &mut Vec<Find>) {
    let mut place = start;
    let mut pieces = word.split(':').peekable();
    while let Some(piece) = pieces.next() {
        let (from, to) = (place, place + piece.len());
        place = to + 1;
        let Some(kind) = v4(piece) else { continue };
        if is_number(text, from, to, piece, kind) {
            continue;
        }
        let port = pieces.peek().filter(|port| port.parse::<u16>().is_ok());
        match port {
            Some(port) => finds.push(Find { kind, start: from, end: to + 1 + port.len() }),
            None => finds.extend(with_tail(text, from, to, kind, 32)),
        }
    }
}

fn v4(piece: &str) -> Option<HintKind> {
    if piece.len() > 15 {
        return None;
    }
    kind_of(piece.parse::<Ipv4Addr>().ok()?.into())
}

/// Whether four numbers are a version, or the number of a heading or a clause.
fn is_number(text: &str, start: usize, end: usize, piece: &str, kind: HintKind) -> bool {
    let mut tail = text.get(end..).unwrap_or_default().chars();
    let has_suffix =
        matches!(tail.next(), Some('-' | '+' | '_')) && tail.next().is_some_and(|c| c.is_ascii_alphabetic());
    let floor = start.saturating_sub(24);
    let floor = (floor..=start).find(|place| text.is_char_boundary(*place)).unwrap_or(start);
    let head = text.get(floor..start).unwrap_or_default();
    let mut last = head.chars().rev();
    let has_prefix = last.next() == Some('-') && last.next().is_some_and(char::is_alphabetic);
    let line = head.rsplit('\n').next().unwrap_or_default();
    let word = line.trim_end_matches(|c: char| !c.is_alphanumeric());
    let word = word.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let begins_line = line.trim_start_matches(['#', ' ', '>', '*', '-', '|', '\t']).is_empty()
        && (floor == 0 || line.len() < head.len());
    let is_heading = begins_line && line.contains('#');
    let is_low = kind == HintKind::PublicAddress && piece.len() == 7;
    let is_named = NUMBERED.iter().any(|known| word.eq_ignore_ascii_case(known));
    has_suffix
        || has_prefix
        || is_named
        || is_heading
        || (begins_line && is_low)
        || line.ends_with('§')
        || line.ends_with("§ ")
}

/// With the length of the prefix behind it, and with the brackets and the port of an IPv6 address. Nothing for a whole
/// range of a standard.
fn with_tail(text: &str, start: usize, end: usize, kind: HintKind, longest: u8) -> Option<Find> {
    let tail = text.get(end..).unwrap_or_default();
    let digits = |rest: &str| rest.bytes().take(6).take_while(u8::is_ascii_digit).count();
    let mut find = Find { kind, start, end };
    if let Some(rest) = tail.strip_prefix('/') {
        let length = digits(rest);
        let fits =
            rest.get(..length).and_then(|prefix| prefix.parse::<u8>().ok()).is_some_and(|prefix| prefix <= longest);
        let mut behind = rest.get(length..).unwrap_or_default().chars();
        let goes_on = match behind.next() {
            Some('.') => behind.next().is_some_and(|c| c.is_ascii_digit()),
            other => other.is_some_and(char::is_alphanumeric),
        };
        if fits && !goes_on {
            find.end += 1 + length;
        }
    } else if let Some(rest) = tail.strip_prefix("]:")
        && before(text, start) == Some('[')
        && digits(rest) > 0
    {
        (find.start, find.end) = (start - 1, end + 2 + digits(rest));
    }
    let written = text.get(find.start..find.end).unwrap_or_default();
    (!WHOLE_RANGES.iter().any(|range| written.eq_ignore_ascii_case(range))).then_some(find)
}

/// What to tell of an address; nothing of those that mean the same everywhere, and of those for examples.
fn kind_of(address: IpAddr) -> Option<HintKind> {
    let (is_inside, is_on_the_internet) = match address {
        IpAddr::V4(v4) => {
            let [first, second, third, _] = v4.octets();
            let is_shared = first == 100 && (64..128).contains(&second);
            // Benchmarks (RFC 2544) and protocol assignments (RFC 6890).
            let is_special = (first == 198 && matches!(second, 18 | 19)) || (first, second, third) == (192, 0, 0);
            (
                v4.is_private() || v4.is_link_local() || is_shared,
                (1..224).contains(&first) && !v4.is_loopback() && !v4.is_documentation() && !is_special,
            )
        }
        IpAddr::V6(v6) => {
            let [first, second, ..] = v6.segments();
            let is_documentation = (first, second) == (0x2001, 0xdb8) || (first == 0x3fff && second < 0x1000);
            (v6.is_unique_local() || v6.is_unicast_link_local(), first & 0xe000 == 0x2000 && !is_documentation)
        }
    };
    match (is_inside, is_on_the_internet) {
        (true, _) => Some(HintKind::PrivateAddress),
        (false, true) => Some(HintKind::PublicAddress),
        (false, false) => None,
    }
}

/// `00:1b:1b:12:34:56`, six pairs.
fn is_hardware(word: &str, sign: char) -> bool {
    word.len() == 17
        && word.split(sign).count() == 6
        && word.split(sign).all(|pair| pair.len() == 2 && pair.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// `001b.1b12.3456`.
fn is_dotted_hardware(word: &str) -> bool {
    word.len() == 14
        && word.split('.').count() == 3
        && word.split('.').all(|group| group.len() == 4 && group.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Whether a hardware address belongs to one device: not to a group, not to nobody, and not set aside for examples
/// (RFC 7042).
fn is_device(word: &str, sign: char) -> bool {
    let lower = word.to_ascii_lowercase().replace(sign, "");
    let is_group = lower.get(..2).and_then(|pair| u8::from_str_radix(pair, 16).ok()).is_none_or(|first| first & 1 == 1);
    is_hardware(word, sign) && !is_group && !lower.starts_with("00005e0053") && lower.bytes().any(|byte| byte != b'0')
}
