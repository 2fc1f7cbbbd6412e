//! How often something may be tried by whom: buckets of tokens in the database, so that all instances count together.
//! Who tries takes a token of each bucket that counts, before anything dear is done.
//!
//! Signing in counts per network and per account. Whoever signed in before in the same browser (`auth::device`) takes
//! from buckets of that browser alone: a stranger can use up the account's own, and its owner does not notice. The way
//! in at another browser is then a mailed link. What makes us write to an address counts per address and network.
//! Codes of a second factor are counted where they are kept (`account::second_factor`).

use crate::app::App;
use crate::web::network::{Network, Proxies};
use chrono::{DateTime, TimeDelta, Utc};
use clap::Args;
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// So many at once, and so many again within a while: `10/1h` lets ten through, then one every six minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    most: i32,
    within: TimeDelta,
}

/// The limits of an installation.
#[derive(Args, Clone, Debug)]
pub struct Limits {
    /// Tries to sign in to one account, from browsers in which it never signed in; from each other browser as many. 10/1h
    /// is ten at once, then one every six minutes. Who mistypes five times goes on, and no stranger can shut the owner out.
    #[arg(long = "limit-sign-in", env = "LIMIT_SIGN_IN", default_value_t = Limits::DEFAULT.sign_in, global = true)]
    pub sign_in: Rate,

    /// The same in the long run: NIST SP 800-63B allows at most 100 failures in a row.
    #[arg(long = "limit-sign-in-long", env = "LIMIT_SIGN_IN_LONG", default_value_t = Limits::DEFAULT.sign_in_long, global = true)]
    pub sign_in_long: Rate,

    /// Tries to sign in from one network (an IPv4 address, or 64 bits of an IPv6 one), to whatever accounts: wide
    /// enough for an office behind one address.
    #[arg(long = "limit-sign-in-network", env = "LIMIT_SIGN_IN_NETWORK", default_value_t = Limits::DEFAULT.sign_in_network, global = true)]
    pub sign_in_network: Rate,

    /// Mails that strangers can have us send to one address: requests to join and for a password link, together.
    #[arg(long = "limit-mail", env = "LIMIT_MAIL", default_value_t = Limits::DEFAULT.mail, global = true)]
    pub mail: Rate,

    /// The same from one network, to whatever addresses.
    #[arg(long = "limit-mail-network", env = "LIMIT_MAIL_NETWORK", default_value_t = Limits::DEFAULT.mail_network, global = true)]
    pub mail_network: Rate,

    /// Messages that an applicant can add to one request to join, answers included.
    #[arg(long = "limit-messages", env = "LIMIT_MESSAGES", default_value_t = Limits::DEFAULT.messages, global = true)]
    pub messages: Rate,

    /// Invitations that one coordinator or liaison can send, those sent again included.
    #[arg(long = "limit-invitations", env = "LIMIT_INVITATIONS", default_value_t = Limits::DEFAULT.invitations, global = true)]
    pub invitations: Rate,

    /// Sign-ins with a passkey or at a provider that one network may begin; opening the page for signing in begins one by itself, so that
    /// the browser can offer its passkeys.
    #[arg(long = "limit-begin-network", env = "LIMIT_BEGIN_NETWORK", default_value_t = Limits::DEFAULT.begin_network, global = true)]
    pub begin_network: Rate,

    /// How long a session lasts without a request.
    #[arg(long, env = "SESSION_IDLE", default_value_t = Limits::DEFAULT.session_idle, global = true)]
    pub session_idle: Span,

    /// How long a session lasts at most, however much it is used.
    #[arg(long, env = "SESSION_ABSOLUTE", default_value_t = Limits::DEFAULT.session_absolute, global = true)]
    pub session_absolute: Span,

    /// How long a member can stop the removal of a second factor that a liaison started.
    #[arg(long, env = "RECOVERY_WAIT", default_value_t = Limits::DEFAULT.recovery_wait, global = true)]
    pub recovery_wait: Span,

    /// Reverse proxies whose X-Forwarded-For is believed, as addresses or networks with commas between them, such as
    /// 127.0.0.1,10.0.0.0/8. Behind one that is missing here, all visitors count as one network. Default: none.
    #[arg(long, env = "TRUSTED_PROXIES", global = true)]
    pub trusted_proxies: Option<Proxies>,
}

impl Limits {
    const DEFAULT: Self = Self {
        sign_in: Rate { most: 10, within: TimeDelta::hours(1) },
        sign_in_long: Rate { most: 100, within: TimeDelta::days(30) },
        sign_in_network: Rate { most: 100, within: TimeDelta::hours(1) },
        mail: Rate { most: 5, within: TimeDelta::days(1) },
        mail_network: Rate { most: 30, within: TimeDelta::hours(1) },
        messages: Rate { most: 10, within: TimeDelta::days(1) },
        invitations: Rate { most: 50, within: TimeDelta::days(1) },
        begin_network: Rate { most: 600, within: TimeDelta::hours(1) },
        session_idle: Span(TimeDelta::days(7)),
        session_absolute: Span(TimeDelta::days(30)),
        recovery_wait: Span(TimeDelta::days(3)),
        trusted_proxies: None,
    };

    /// What a try to sign in takes from, where nobody knows the browser.
    pub fn sign_in(&self, email: &str, network: Network) -> [Bucket; 3] {
        [
            Bucket::new("sign-in-network", network, self.sign_in_network),
            Bucket::new("sign-in", email.trim(), self.sign_in),
            Bucket::new("sign-in-long", email.trim(), self.sign_in_long),
        ]
    }

    /// What it takes from in a browser in which the same account signed in before.
    pub fn sign_in_at(&self, device: &str) -> [Bucket; 2] {
        [Bucket::new("device", device, self.sign_in), Bucket::new("device-long", device, self.sign_in_long)]
    }

    /// What asking a browser for a signature takes from.
    pub fn begin(&self, network: Network) -> [Bucket; 1] {
        [Bucket::new("begin-network", network, self.begin_network)]
    }

    /// What a request takes from that makes us write to an address that somebody typed.
    pub fn mail(&self, email: &str, network: Network) -> [Bucket; 2] {
        [Bucket::new("letter-network", network, self.mail_network), Bucket::new("letter", email.trim(), self.mail)]
    }

    /// What asking for a link to a new password takes from: its own, so that nobody who makes us write to an address takes
    /// this way in from its owner.
    pub fn password_link(&self, email: &str, network: Network) -> [Bucket; 2] {
        [
            Bucket::new("letter-network", network, self.mail_network),
            Bucket::new("password-link", email.trim(), self.mail),
        ]
    }

    /// What an invitation takes from.
    pub fn invitation(&self, inviter: Uuid, email: &str) -> [Bucket; 2] {
        [Bucket::new("invitation", inviter, self.invitations), Bucket::new("letter", email.trim(), self.mail)]
    }

    /// What naming somebody who knows the applicant takes from: its own, so that an answer can always be given.
    pub fn acquaintance(&self, request: Uuid, email: &str, network: Network) -> [Bucket; 3] {
        let [of_network, of_address] = self.mail(email, network);
        [of_network, of_address, Bucket::new("acquaintance", request, self.messages)]
    }

    /// What asking to be let in again takes from: it makes us write to those who decide.
    pub fn wake_ask(&self, member: Uuid, network: Network) -> [Bucket; 2] {
        [Bucket::new("letter-network", network, self.mail_network), Bucket::new("wake-ask", member, self.mail)]
    }

    /// What a message about a request to join takes from.
    pub fn message(&self, request: Uuid) -> [Bucket; 1] {
        [Bucket::new("message", request, self.messages)]
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// A bucket: what is counted, for whom, and how much of it there may be.
pub struct Bucket {
    kind: &'static str,
    subject: String,
    rate: Rate,
}

impl Bucket {
    fn new(kind: &'static str, subject: impl fmt::Display, rate: Rate) -> Self {
        Self { kind, subject: subject.to_string(), rate }
    }
}

/// Takes a token of each bucket. If one is empty none is taken, and the answer is the instant from which on all have one.
///
/// # Errors
/// When the database is away: then nothing is tried either.
pub async fn take(app: &App, buckets: &[Bucket]) -> sqlx::Result<Option<DateTime<Utc>>> {
    let kinds: Vec<String> = buckets.iter().map(|bucket| bucket.kind.to_owned()).collect();
    let subjects: Vec<String> = buckets.iter().map(|bucket| bucket.subject.clone()).collect();
    let most: Vec<i32> = buckets.iter().map(|bucket| bucket.rate.most).collect();
    let steps: Vec<i64> = buckets.iter().map(|bucket| bucket.rate.step()).collect();
    let until = sqlx::query_scalar!(
        "select take_tokens($1, $2, $3, $4, $5)",
        &kinds,
        &subjects,
        &most,
        &steps,
        app.clock.now()
    )
    .fetch_one(app.db.pool())
    .await?;
    if until.is_some() {
        // Whom it concerned stays out of the log.
        tracing::info!(?kinds, "a limit was reached");
    }
    Ok(until)
}

/// Units of time in a rate, the largest first.
const UNITS: [(char, i64); 4] = [('d', 86_400), ('h', 3_600), ('m', 60), ('s', 1)];

impl Rate {
    /// Microseconds until one more is let through.
    fn step(self) -> i64 {
        self.within.num_microseconds().unwrap_or(i64::MAX) / i64::from(self.most)
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}/{}", self.most, Span(self.within))
    }
}

/// A while, such as `7d`: whole seconds, minutes, hours or days, up to a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span(TimeDelta);

impl Span {
    /// How long it is.
    pub fn length(self) -> TimeDelta {
        self.0
    }
}

impl fmt::Display for Span {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.num_seconds();
        let (unit, length) = UNITS.into_iter().find(|(_, length)| seconds % length == 0).unwrap_or(('s', 1));
        write!(out, "{}{unit}", seconds / length)
    }
}

impl FromStr for Span {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let read = || {
            let unit = text.chars().last()?;
            let length = UNITS.into_iter().find(|(name, _)| *name == unit)?.1;
            let count: u32 = text.strip_suffix(unit)?.parse().ok()?;
            let span = TimeDelta::try_seconds(i64::from(count) * length)?;
            // A year, and short enough that no product of it leaves what the database counts in.
            (span > TimeDelta::zero() && span <= TimeDelta::days(366)).then_some(Self(span))
        };
        read().ok_or("write how long, such as 7d, with s, m, h or d")
    }
}

impl FromStr for Rate {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let read = || {
            let (most, within) = text.split_once('/')?;
            let most: i32 = most.parse().ok().filter(|most| (1..=1_000_000).contains(most))?;
            Some(Self { most, within: within.parse::<Span>().ok()?.length() })
        };
        read().ok_or("write how many in how long, such as 10/1h, with s, m, h or d")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_read_as_it_is_written() {
        for text in ["10/1h", "100/30d", "5/90s", "1/1m", "1000000/1s", "7/25h"] {
            assert_eq!(text.parse::<Rate>().expect(text).to_string(), text);
        }
        assert_eq!("10/60m".parse::<Rate>().expect("a rate").to_string(), "10/1h");
        for wrong in ["", "10", "10/", "10/h", "0/1h", "-1/1h", "10/0s", "10/1é", "10/1w", "1/367d", "1/99999999999d"]
        {
            assert!(wrong.parse::<Rate>().is_err(), "{wrong}");
        }
    }
}
