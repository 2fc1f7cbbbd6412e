//! What stands out about a request, for the liaison: where its mail domain belongs, and who may be the same person.

use super::invitations::queries::{self as invitations, Invited};
use super::model::FREE_MAIL;
use super::vouching::queries::{self as vouching, Vouch};
use super::work_queries::{self, Earlier, Former, Namesake, QueueRow};
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

/// How the domain of an address goes with the organisation that was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Domain {
    /// It belongs to the organisation.
    Fits,
    /// It belongs to another one.
    Elsewhere,
    /// Nobody said to whom it belongs.
    Unknown,
    /// Anybody can have an address there.
    Free,
}

impl Domain {
    /// The word in text keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fits => "fits",
            Self::Elsewhere => "elsewhere",
            Self::Unknown => "unknown",
            Self::Free => "free",
        }
    }
}

/// The domain of a mail address, in small letters.
pub fn domain_of(email: &str) -> String {
    email.rsplit('@').next().unwrap_or_default().to_lowercase()
}

/// A request with what stands out about it.
pub struct Line {
    pub row: QueueRow,
    pub domain: Domain,
    pub domain_name: String,
    /// What the owner of this address was here before.
    pub former: Vec<Former>,
    pub earlier: Vec<Earlier>,
    pub same: Vec<Namesake>,
    /// By whom the same person was invited.
    pub invited: Vec<Invited>,
    pub vouches: Vec<Vouch>,
}

impl Line {
    /// Whether anything is known of the person.
    pub fn is_known(&self) -> bool {
        !(self.former.is_empty()
            && self.same.is_empty()
            && self.earlier.is_empty()
            && self.invited.is_empty()
            && self.vouches.is_empty())
    }

    /// Whether a liaison should look twice before approving.
    pub fn stands_out(&self) -> bool {
        self.domain != Domain::Fits || !self.former.is_empty() || !self.same.is_empty() || !self.earlier.is_empty()
    }

    /// Whether somebody has an account with this very address.
    pub fn is_member(&self) -> bool {
        self.same.iter().any(|other| other.slug.is_some() && other.email.eq_ignore_ascii_case(&self.row.email))
    }
}

/// Finds out what stands out about each.
pub async fn look(conn: &mut PgConnection, rows: Vec<QueueRow>, now: DateTime<Utc>) -> sqlx::Result<Vec<Line>> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut earlier = work_queries::earlier(conn, &ids).await?;
    let mut former = work_queries::former(conn, &ids).await?;
    let mut namesakes = work_queries::namesakes(conn, &ids).await?;
    let mut invited = invitations::of_requests(conn, &ids, now).await?;
    let mut vouches = vouching::of_requests(conn, &ids).await?;
    let line = |row: QueueRow| {
        let (mut own, rest): (Vec<_>, _) =
            std::mem::take(&mut earlier).into_iter().partition(|one: &Earlier| one.of == row.id);
        earlier = rest;
        let (was, rest) = std::mem::take(&mut former).into_iter().partition(|one: &Former| one.of == row.id);
        former = rest;
        let (near, rest): (Vec<_>, _) =
            std::mem::take(&mut namesakes).into_iter().partition(|one: &Namesake| one.of == row.id);
        namesakes = rest;
        let is_same = |other: &Namesake| other.email.eq_ignore_ascii_case(&row.email) || alike(&other.name, &row.name);
        let same: Vec<_> = near.into_iter().filter(is_same).collect();
        // A request that is told of as somebody who asks is not told of again.
        own.retain(|one| same.iter().all(|other: &Namesake| other.request != Some(one.id)));
        let (invited_own, rest) = std::mem::take(&mut invited).into_iter().partition(|one: &Invited| one.of == row.id);
        invited = rest;
        let (said, rest) = std::mem::take(&mut vouches).into_iter().partition(|one: &Vouch| one.of == row.id);
        vouches = rest;
        let domain_name = domain_of(&row.email);
        let domain = match row.domain_of {
            _ if FREE_MAIL.contains(&domain_name.as_str()) => Domain::Free,
            Some(owner) if Some(owner) == row.organisation_id => Domain::Fits,
            Some(_) => Domain::Elsewhere,
            None => Domain::Unknown,
        };
        Line { row, domain, domain_name, former: was, earlier: own, same, invited: invited_own, vouches: said }
    };
    Ok(rows.into_iter().map(line).collect())
}

/// Whether two names may be those of one person: the same words in any order and spelling, one letter apart, or the same
/// last name with the same first letter.
pub fn alike(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let plain = deunicode::deunicode(name).to_lowercase();
        plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (mut one, mut other) = (words(one), words(other));
    let (Some(first), Some(second)) = (initial_and_last(&one), initial_and_last(&other)) else { return false };
    if first == second {
        return true;
    }
    one.sort();
    other.sort();
    is_near(&one.concat(), &other.concat())
}

/// The first letter of a name and its last word.
fn initial_and_last(words: &[String]) -> Option<(char, &str)> {
    let (first, last) = (words.first()?, words.last()?);
    Some((first.chars().next()?, last.as_str()))
}

/// Whether one becomes the other by at most one letter more, less or otherwise.
fn is_near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > 1 {
        return false;
    }
    let front = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let room = one.len().min(other.len()) - front;
    let back = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count().min(room);
    one.len().max(other.len()) - front - back <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_person_are_alike_and_those_of_two_are_not() {
        for (one, other) in [
            ("Koen Verzinsel", "koen  verzinsel"),
            ("Koen Verzinsel", "K. Verzinsel"),
            ("Verzinsel, Koen", "Koen Verzinsel"),
            ("Łukasz Ünal", "Lukasz Unal"),
            ("Koen Verzinsel", "Koen Verzinse"),
            ("Koen van der Verzinsel", "Koen Verzinsel"),
        ] {
            assert!(alike(one, other), "{one} {other}");
        }
        for (one, other) in
            [("Koen Verzinsel", "Iris Verzinsel"), ("Koen Verzinsel", "Koen Bedacht"), ("", ""), ("Jo", "Al")]
        {
            assert!(!alike(one, other), "{one} {other}");
        }
    }

    #[test]
    fn free_mail_is_sorted_and_in_small_letters() {
        assert!(FREE_MAIL.is_sorted());
        assert!(FREE_MAIL.iter().all(|domain| *domain == domain.to_lowercase()));
        assert_eq!(domain_of("K@Nieuw.Example"), "nieuw.example");
    }
}
