//! The cache: RFC 9111 at its boldest. It keeps every answer that it is not forbidden to keep, takes it for fresh for as
//! long as the test runs, and tells requests apart by address and by what `Vary` names, and by nothing else.

use super::Gist;
use crate::support::Answer;
use axum::http::HeaderMap;
use std::collections::BTreeMap;

/// What the headers of a request were that `Vary` names.
type Sent = Vec<(String, Vec<String>)>;

pub struct Shared {
    /// By address: the headers of the request that `Vary` names, with their values, and the answer.
    kept: BTreeMap<String, Vec<(Sent, Gist)>>,
    /// Does not read what answers say of keeping.
    careless: bool,
    /// How often it answered by itself.
    pub answered: usize,
}

/// Whether a shared cache may not keep an answer, or may not use it without asking again (RFC 9111, 3 and 5.2.2).
pub fn is_forbidden(cache_control: &str) -> bool {
    let mut directives = cache_control.split(',').map(|one| one.trim().to_ascii_lowercase());
    directives.any(|one| {
        let name = one.split('=').next().unwrap_or_default();
        matches!(name, "no-store" | "private" | "no-cache") || one == "s-maxage=0" || one == "max-age=0"
    })
}

impl Shared {
    pub fn new(careless: bool) -> Self {
        Self { kept: BTreeMap::new(), careless, answered: 0 }
    }

    /// An answer that was kept and fits the request (RFC 9111, 4.1).
    pub fn find(&mut self, address: &str, request: &HeaderMap) -> Option<Gist> {
        let fits =
            |varies: &[(String, Vec<String>)]| varies.iter().all(|(name, values)| *values == sent(request, name));
        let found = self.kept.get(address)?.iter().find(|(varies, _)| fits(varies))?;
        self.answered += 1;
        Some(found.1.clone())
    }

    /// Keeps an answer if it may; hands it on.
    pub fn keep(&mut self, address: &str, request: &HeaderMap, answer: &Answer, gist: Gist) -> Gist {
        let all = |name: &str| {
            answer
                .headers()
                .get_all(name)
                .iter()
                .map(|value| value.to_str().expect("text"))
                .collect::<Vec<_>>()
                .join(",")
        };
        let vary = if self.careless { String::new() } else { all("vary") };
        let names: Vec<_> =
            vary.split(',').map(|name| name.trim().to_ascii_lowercase()).filter(|name| !name.is_empty()).collect();
        // Anything it has no reason to throw away: it guesses how long an answer is good that does not say it (4.2.2).
        let may = self.careless || !is_forbidden(&all("cache-control")) && !names.iter().any(|name| name == "*");
        if may && answer.status() < 500 {
            let varies = names.into_iter().map(|name| (name.clone(), sent(request, &name))).collect();
            self.kept.entry(address.to_owned()).or_default().push((varies, gist.clone()));
        }
        gist
    }
}

fn sent(request: &HeaderMap, name: &str) -> Vec<String> {
    request.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned()).collect()
}
