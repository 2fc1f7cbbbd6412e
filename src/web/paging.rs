//! Pages of a list: which rows to ask for, and whether there are more. Nothing is ever counted to the end.

use serde::{Deserialize, Deserializer, Serialize};

/// The furthest page that can be asked for; nobody reads on by paging so far.
const LAST: i64 = 10_000;

/// The page that an address asks for. What is no number is the first page, and spoils nothing beside it.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Wish(i64);

impl<'de> Deserialize<'de> for Wish {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(String::deserialize(deserializer)?.parse().unwrap_or(1)))
    }
}

impl From<i64> for Wish {
    fn from(number: i64) -> Self {
        Self(number)
    }
}

/// One page of a list.
#[derive(Clone, Copy, Debug)]
pub struct Paging {
    /// Counted from 1.
    pub number: i64,
    size: u16,
}

impl Paging {
    /// The page that was asked for, or the nearest one there can be.
    pub fn new(wish: Wish, size: u16) -> Self {
        Self { number: wish.0.clamp(1, LAST), size }
    }

    /// Rows to ask for: one more than are shown tells whether there is another page.
    pub fn limit(self) -> i64 {
        i64::from(self.size) + 1
    }

    /// Rows before the page.
    pub fn offset(self) -> i64 {
        (self.number - 1) * i64::from(self.size)
    }

    /// Takes off the row that is not shown; true if there was one.
    pub fn cut<T>(self, rows: &mut Vec<T>) -> bool {
        let more = rows.len() > usize::from(self.size);
        rows.truncate(usize::from(self.size));
        more
    }
}
