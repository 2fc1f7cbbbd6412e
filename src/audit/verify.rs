//! Proves the chain: reads the log from its first entry to its last, a batch at a time, and says where it first breaks.

use super::chain::{BEGINNING, Head, Row};
use super::{KEPT, queries};
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use std::fmt;

/// Entries that are held at a time.
const BATCH: i64 = 1000;

/// What does not fit, by the number of the entry at which it is first seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// These numbers are not there.
    Missing { from: i64, to: i64 },
    /// Something in the entry was changed after it was written.
    Altered(i64),
    /// The entry is as it was; its hash is not.
    HashChanged(i64),
    /// The entry was put in past the database's own trigger, and never chained.
    Unchained(i64),
    /// The entry stands in another place than it was written in: there it came after entry `after`.
    Moved { id: i64, after: i64 },
    /// These entries were put between two that follow each other.
    Inserted { from: i64, to: i64 },
    /// What came before the entry is gone, and numbers were given anew.
    Replaced(i64),
    /// The last entries are gone.
    CutOff { from: i64, to: i64 },
    /// The end of the chain is written down (`audit_head`) otherwise than it is.
    Head,
    /// No entry has the hash that was written down elsewhere.
    Unknown,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { from, to } if from == to => write!(f, "entry {from} is missing"),
            Self::Missing { from, to } => write!(f, "entries {from} to {to} are missing"),
            Self::Altered(id) => write!(f, "entry {id} was altered after it was written"),
            Self::HashChanged(id) => {
                write!(f, "the hash of entry {id} was changed; the entry itself is as it was written")
            }
            Self::Unchained(id) => write!(f, "entry {id} was put in past the trigger that chains entries"),
            Self::Moved { id, after } => {
                write!(
                    f,
                    "the order was changed: what stands as entry {id} was written after what stands as entry {after}"
                )
            }
            Self::Inserted { from, to } if from == to => write!(f, "entry {from} was inserted later"),
            Self::Inserted { from, to } => write!(f, "entries {from} to {to} were inserted later"),
            Self::Replaced(id) => {
                write!(
                    f,
                    "entry {id} does not follow the one before it: entries are missing there, and numbers were given anew"
                )
            }
            Self::CutOff { from, to } if from == to => write!(f, "the last entry, {from}, was cut off"),
            Self::CutOff { from, to } => write!(f, "the last entries, {from} to {to}, were cut off"),
            Self::Head => write!(f, "the end of the chain is written down (audit_head) otherwise than it is"),
            Self::Unknown => write!(
                f,
                "no entry has the hash that was written down: the log was cut off before it or written anew since, or it was \
                 written down so long ago that its entry went when its time was over"
            ),
        }
    }
}

/// A chain that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    pub head: Head,
    /// The last entry that went when its time was over; 0 if none did.
    pub went: i64,
    /// The entry whose hash was written down elsewhere: everything up to it is as it was then.
    pub known: Option<i64>,
}

/// Proves the chain, of which a hash may have been written down elsewhere.
///
/// The first entry may have another number than 1 if it is older than entries are kept ([`KEPT`]): it is the last of those
/// whose time is over. Its own hash vouches for its age, and the next entry follows it.
///
/// # Errors
/// When the database is away.
pub async fn verify(
    conn: &mut PgConnection,
    now: DateTime<Utc>,
    written_down: Option<&[u8]>,
) -> sqlx::Result<Result<Proof, Broken>> {
    let mut last = Head { id: 0, hash: BEGINNING.to_vec() };
    let mut known = written_down.filter(|hash| *hash == BEGINNING).map(|_| 0);
    if let Some(id) = queries::first(conn).await?.filter(|id| *id < 1) {
        return Ok(Err(Broken::Unchained(id)));
    }
    if let Some(front) = queries::after(conn, 0, 1).await?.into_iter().next().filter(|front| front.id > 1) {
        match front.previous_hash {
            Some(hash) if front.at < now - KEPT => last = Head { id: front.id - 1, hash },
            _ => return Ok(Err(Broken::Missing { from: 1, to: front.id - 1 })),
        }
    }
    let went = last.id;
    loop {
        let rows = queries::after(conn, last.id, BATCH).await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            match link(&last, row) {
                Ok(hash) => last = Head { id: row.id, hash },
                Err(broken) => return Ok(Err(explained(conn, &last, row, broken).await?)),
            }
            if written_down == Some(&last.hash) {
                known = Some(last.id);
            }
        }
    }
    let broken = match queries::head(conn).await? {
        Some(head) if head == last => None,
        Some(head) if head.id > last.id => Some(Broken::CutOff { from: last.id + 1, to: head.id }),
        _ => Some(Broken::Head),
    };
    let broken = broken.or_else(|| (written_down.is_some() && known.is_none()).then_some(Broken::Unknown));
    Ok(broken.map_or(Ok(Proof { head: last, went, known }), Err))
}

/// The hash of an entry that follows `last`, or what does not fit at first sight.
fn link(last: &Head, row: &Row) -> Result<Vec<u8>, Broken> {
    if row.id != last.id + 1 {
        return Err(Broken::Missing { from: last.id + 1, to: row.id - 1 });
    }
    let (Some(previous), Some(hash)) = (&row.previous_hash, &row.hash) else {
        return Err(Broken::Unchained(row.id));
    };
    if row.hash_after(previous)[..] != hash[..] {
        return Err(Broken::Altered(row.id));
    }
    if *previous != last.hash {
        return Err(Broken::Replaced(row.id));
    }
    Ok(hash.clone())
}

/// What else stands in the log says more of what was done.
async fn explained(conn: &mut PgConnection, last: &Head, row: &Row, broken: Broken) -> sqlx::Result<Broken> {
    match broken {
        // What comes next still follows the hash that the entry would have as it is.
        Broken::Altered(id) => {
            let as_it_is = row.hash_after(&last.hash);
            let next = queries::after(conn, id, 1).await?.into_iter().next();
            let followed_by = match &next {
                Some(next) => next.previous_hash.clone(),
                None => queries::head(conn).await?.map(|head| head.hash),
            };
            let is_whole = row.previous_hash.as_ref() == Some(&last.hash);
            let holds = is_whole && followed_by.as_deref() == Some(&as_it_is[..]);
            Ok(if holds { Broken::HashChanged(id) } else { broken })
        }
        Broken::Replaced(id) => {
            let Some(previous) = &row.previous_hash else { return Ok(broken) };
            let follows = if previous[..] == BEGINNING { Some(0) } else { queries::with_hash(conn, previous).await? };
            Ok(match follows {
                Some(after) if after < id - 1 => Broken::Inserted { from: after + 1, to: id - 1 },
                Some(after) => Broken::Moved { id, after },
                None => broken,
            })
        }
        other => Ok(other),
    }
}

/// Where the chain ends now, to be written down elsewhere.
///
/// # Errors
/// When the database is away.
pub async fn head(conn: &mut PgConnection) -> sqlx::Result<Head> {
    Ok(queries::head(conn).await?.unwrap_or_else(|| Head { id: 0, hash: BEGINNING.to_vec() }))
}

/// The whole in one sentence.
impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "The chain holds: {} entries, ", self.head.id - self.went)?;
        if self.went > 0 {
            write!(f, "from number {}, for those before it went when their time was over; ", self.went + 1)?;
        }
        writeln!(f, "the last with the hash {}", hex::encode(&self.head.hash))?;
        match self.known {
            Some(id) => write!(f, "Up to entry {id} the log is as it was when that hash was written down."),
            None => write!(
                f,
                "Whether somebody with all rights on the database wrote it anew or cut off its end, only a hash that was written \
                 down elsewhere can tell: polder audit head prints one, polder audit verify --head HASH compares."
            ),
        }
    }
}
