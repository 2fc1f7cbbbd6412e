//! Pictures that were drawn, up to a limit; the oldest go first.

use super::Bytes;
use std::collections::{HashMap, VecDeque};

/// What all together may take, in bytes: some hundreds of pictures.
const LIMIT: usize = 16 * 1024 * 1024;

/// Pictures by version.
#[derive(Default)]
pub struct Kept {
    pictures: HashMap<String, Bytes>,
    by_age: VecDeque<String>,
    size: usize,
}

impl Kept {
    /// A picture that is still here.
    pub fn get(&self, version: &str) -> Option<Bytes> {
        self.pictures.get(version).cloned()
    }

    /// Keeps one, and lets go of the oldest until all fit.
    pub fn put(&mut self, version: String, picture: Bytes) {
        if self.pictures.contains_key(&version) {
            return;
        }
        self.size += picture.len();
        self.by_age.push_back(version.clone());
        self.pictures.insert(version, picture);
        while self.size > LIMIT {
            let Some(oldest) = self.by_age.pop_front() else { break };
            self.size -= self.pictures.remove(&oldest).map_or(0, |picture| picture.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Kept, LIMIT};

    #[test]
    fn the_oldest_go_when_the_limit_is_reached_and_never_more_is_kept() {
        let mut kept = Kept::default();
        let size = LIMIT / 4;
        for number in 0..10 {
            kept.put(number.to_string(), vec![0; size].into());
            kept.put(number.to_string(), vec![0; size].into());
            assert!(kept.size <= LIMIT);
            assert_eq!(kept.size, kept.pictures.values().map(|picture| picture.len()).sum::<usize>());
        }
        assert!(kept.get("5").is_none() && kept.get("6").is_some() && kept.get("9").is_some());
        assert_eq!(kept.by_age.len(), kept.pictures.len());
        kept.put("huge".into(), vec![0; LIMIT + 1].into());
        assert_eq!((kept.size, kept.pictures.len()), (0, 0), "what is larger than the limit is not kept");
    }
}
