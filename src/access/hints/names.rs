//! Names of machines inside a network, shares, and mail addresses of people.

use super::parts::Part;
use super::{Find, HintKind, words};

/// Ends of names that exist only inside a network.
const INSIDE: [&str; 7] = [".local", ".lan", ".intern", ".internal", ".corp", ".home.arpa", ".localdomain"];

/// Names that end so and belong to nobody: a container's host, a cloud's own.
const EVERYWHERE: [&str; 3] = ["host.docker.internal", "gateway.docker.internal", "metadata.google.internal"];

/// How names of machines begin, before a place and a number: `plc-rwzi-03`, `SRV-DC01`.
const BEGINNINGS: &[&str] = &[
    "plc",
    "rtu",
    "hmi",
    "scada",
    "dcs",
    "sis",
    "ied",
    "opc",
    "mes",
    "bms",
    "hist",
    "historian",
    "ews",
    "ows",
    "eng",
    "ws",
    "wks",
    "srv",
    "svr",
    "server",
    "dc",
    "fw",
    "sw",
    "rtr",
    "gw",
    "vpn",
    "jump",
    "jmp",
    "bastion",
    "esx",
    "esxi",
    "vm",
    "sql",
    "nas",
    "san",
    "nvr",
    "kvm",
    "dns",
    "dhcp",
    "ntp",
    "laptop",
    "pc",
];

/// Those that are names with a number alone as well, when the number begins with a zero: `hmi01`.
const SHORT: &[&str] = &[
    "plc", "rtu", "hmi", "scada", "dcs", "hist", "ews", "ows", "wks", "srv", "svr", "dc", "fw", "rtr", "gw", "vpn",
    "jump", "esx", "esxi", "sql", "nas", "nvr",
];

/// Middles that make something else of it: `sw-update-12`, `fw-rule-10`.
const NO_PLACES: &[&str] = &[
    "update",
    "patch",
    "rule",
    "rules",
    "regel",
    "code",
    "poort",
    "port",
    "program",
    "programma",
    "project",
    "versie",
    "version",
    "voeding",
    "kanaal",
    "channel",
    "tunnel",
    "level",
    "laag",
    "zone",
    "type",
    "model",
    "day",
    "dag",
    "step",
    "stap",
    "test",
    "case",
    "part",
    "deel",
    "training",
    "cursus",
    "class",
    "klasse",
    "unified",
    "ua",
    "da",
];

/// Mailboxes of an office, not of a person.
const OFFICES: &[&str] = &[
    "info",
    "contact",
    "security",
    "cert",
    "csirt",
    "soc",
    "psirt",
    "productcert",
    "abuse",
    "support",
    "servicedesk",
    "helpdesk",
    "noreply",
    "no-reply",
    "privacy",
    "postmaster",
    "webmaster",
    "hostmaster",
    "git",
    "redactie",
    "secretariaat",
];

/// Names that only stand for a name.
const PLACEHOLDERS: &[&str] = &[
    "localhost",
    "host",
    "hostname",
    "server",
    "servername",
    "example",
    "voorbeeld",
    "domain",
    "ip",
    "address",
    "adres",
];

/// The longest name of the domain name system.
const MAX_NAME: usize = 253;

/// Finds the names in a part.
pub(super) fn find(part: &Part, finds: &mut Vec<Find>) {
    // In brackets stands an address.
    let is_host = !part.is_prose && !part.text.starts_with('[');
    let belongs = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '@' | '%' | '+' | '\\' | '$');
    for (place, word) in words(part.text, belongs) {
        let start = part.start + place;
        if part.is_prose && word.contains('@') {
            let (start, word) = trimmed(start, word);
            if is_mail_of_a_person(word) {
                finds.push(Find { kind: HintKind::MailAddress, start, end: start + word.len() });
            }
        } else if let Some(length) = share(word) {
            finds.push(Find { kind: HintKind::InternalName, start, end: start + length });
        } else {
            let mut place = start;
            for piece in word.split('\\') {
                let (start, name) = trimmed(place, piece);
                place += piece.len() + 1;
                if is_inside(name) || (part.is_prose && is_machine(name)) || (is_host && is_bare_host(name)) {
                    finds.push(Find { kind: HintKind::InternalName, start, end: start + name.len() });
                }
            }
        }
    }
}

/// Without what punctuation and emphasis leave at the ends.
fn trimmed(start: usize, word: &str) -> (usize, &str) {
    let signs = ['.', '-', '_', '%', '+', '$', '@'];
    let tail = word.trim_start_matches(signs);
    (start + word.len() - tail.len(), tail.trim_end_matches(signs))
}

/// The length of `\\server\share` at the start of a word.
fn share(word: &str) -> Option<usize> {
    let rest = word.strip_prefix("\\\\")?.trim_start_matches('\\');
    let server = rest.split('\\').next()?;
    let behind = rest.get(server.len()..)?.trim_start_matches('\\');
    let name = behind.split('\\').next()?.trim_end_matches(['.', '-', '_', '%', '+']);
    let is_server = (2..=MAX_NAME).contains(&server.len())
        && server.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
        && server.parse::<std::net::Ipv4Addr>().is_err()
        && !is_for_examples(&server.to_ascii_lowercase());
    (is_server && !name.is_empty()).then(|| word.len() - behind.len() + name.len())
}

/// A name under an end that exists only inside.
fn is_inside(name: &str) -> bool {
    if name.len() > MAX_NAME || !name.is_ascii() || !name.contains('.') {
        return false;
    }
    let lower = name.to_ascii_lowercase();
    let Some(end) = INSIDE.into_iter().find(|end| lower.ends_with(end)) else { return false };
    let head = lower.get(..lower.len() - end.len()).unwrap_or_default();
    let labels_hold = head
        .split('.')
        .all(|label| !label.is_empty() && !label.starts_with('_') && label != "example" && label != "voorbeeld");
    labels_hold && !EVERYWHERE.contains(&lower.as_str()) && !is_end_of_a_sentence(name, end.len())
}

/// `gemaakt.Intern`: a new sentence after a forgotten space.
fn is_end_of_a_sentence(name: &str, end: usize) -> bool {
    let (head, tail) = name.split_at(name.len() - end);
    let mut tail = tail.bytes().skip(1);
    tail.next().is_some_and(|byte| byte.is_ascii_uppercase())
        && tail.all(|byte| byte.is_ascii_lowercase())
        && head.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// A name that looks like a machine's, with or without a domain behind it.
fn is_machine(name: &str) -> bool {
    if name.len() > MAX_NAME || !name.is_ascii() || !name.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let lower = name.to_ascii_lowercase();
    let label = lower.split('.').next().unwrap_or_default();
    !is_for_examples(&lower) && (is_numbered(label) || is_given_by_windows(name))
}

/// A usual beginning, places between dashes, and a number: `plc-rwzi-03`.
fn is_numbered(label: &str) -> bool {
    let head = label.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = label.get(head.len()..).unwrap_or_default();
    let mut words = head.split(['-', '_']);
    let beginning = words.next().unwrap_or_default();
    let places: Vec<&str> = words.filter(|word| !word.is_empty()).take(5).collect();
    if places.is_empty() {
        return SHORT.contains(&beginning) && (2..=3).contains(&number.len()) && number.starts_with('0');
    }
    let are_places = places.len() < 5
        && places.iter().all(|place| {
            place.len() >= 2 && place.starts_with(|c: char| c.is_ascii_lowercase()) && !NO_PLACES.contains(place)
        });
    BEGINNINGS.contains(&beginning) && are_places && (2..=3).contains(&number.len())
}

/// The name that Windows gives a machine by itself: `DESKTOP-7K2M9QX`.
fn is_given_by_windows(name: &str) -> bool {
    let of = |beginning: &str, length: usize| {
        name.strip_prefix(beginning).is_some_and(|rest| {
            rest.len() == length
                && rest.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
                && rest.bytes().any(|byte| byte.is_ascii_digit())
        })
    };
    of("DESKTOP-", 7) || of("LAPTOP-", 8) || of("WIN-", 11)
}

/// The host of a web address that has no domain, and so is looked up inside.
fn is_bare_host(host: &str) -> bool {
    (2..64).contains(&host.len())
        && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
        && host.bytes().any(|byte| byte.is_ascii_alphabetic())
        && !PLACEHOLDERS.iter().any(|known| host.eq_ignore_ascii_case(known))
}

fn is_mail_of_a_person(word: &str) -> bool {
    let Some((local, domain)) = word.split_once('@') else { return false };
    if local.is_empty() || local.len() > 64 || domain.len() > MAX_NAME || !domain.contains('.') {
        return false;
    }
    let domain = domain.to_lowercase();
    let is_domain =
        domain.split('.').all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'));
    let top = domain.rsplit('.').next().unwrap_or_default();
    let is_top = top.chars().count() >= 2 && top.chars().all(char::is_alphabetic);
    let is_office = OFFICES.iter().any(|office| local.eq_ignore_ascii_case(office));
    is_domain && is_top && !is_office && !local.contains('\\') && !is_for_examples(&domain)
}

/// Domains that are set aside for examples and tests (RFC 2606, RFC 6761).
fn is_for_examples(domain: &str) -> bool {
    let mut labels = domain.rsplit('.');
    match labels.next() {
        Some("example" | "invalid" | "test" | "localhost") => true,
        Some("com" | "net" | "org") => labels.next() == Some("example"),
        _ => false,
    }
}
