//! A text that two people changed at once, in parts: what both left alone or changed alike, what one of them changed,
//! and what both changed each in a way of their own. Only the last needs a choice.

use super::diff::{Edit, edits, lines};

/// The text in its parts, in order.
#[derive(Clone, Debug)]
pub struct Merge {
    pub parts: Vec<Part>,
}

/// Some lines of the text, as each of the two left them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub kind: Kind,
    pub mine: Vec<String>,
    pub theirs: Vec<String>,
}

/// Who changed a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nobody, or both in the same way.
    Same,
    Mine,
    Theirs,
    /// Both, differently.
    Both,
}

impl Kind {
    /// The end of its text key.
    pub fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Mine => "mine",
            Self::Theirs => "theirs",
            Self::Both => "both",
        }
    }
}

/// What becomes of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    Mine,
    Theirs,
    /// Mine, and theirs below it.
    Both,
}

impl Choice {
    /// In the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Mine, Self::Theirs, Self::Both];

    /// The value in the form and the end of its text key.
    pub fn word(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Theirs => "theirs",
            Self::Both => "both",
        }
    }

    /// The choice for a form's value.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.word() == word)
    }
}

impl Part {
    /// Whether there is anything to choose.
    pub fn is_open(&self) -> bool {
        self.kind != Kind::Same
    }

    /// What is taken unless somebody chooses otherwise: the side that changed, and both where both did, so that nothing
    /// that anybody wrote is lost.
    pub fn usual(&self) -> Choice {
        match self.kind {
            Kind::Same | Kind::Mine => Choice::Mine,
            Kind::Theirs => Choice::Theirs,
            Kind::Both => Choice::Both,
        }
    }

    fn lines(&self, choice: Choice) -> Vec<&str> {
        let mine = self.mine.iter().map(String::as_str);
        let theirs = self.theirs.iter().map(String::as_str);
        match (self.kind, choice) {
            (Kind::Same, _) | (_, Choice::Mine) => mine.collect(),
            (_, Choice::Theirs) => theirs.collect(),
            (_, Choice::Both) => mine.chain(theirs).collect(),
        }
    }
}

impl Merge {
    /// Compares what became of `base` in two hands.
    pub fn new(base: &str, mine: &str, theirs: &str) -> Self {
        let (base, mine, theirs) = (lines(base), lines(mine), lines(theirs));
        let (to_mine, to_theirs) = (kept(&base, &mine), kept(&base, &theirs));
        let mut parts = Parts { base: &base, mine: &mine, theirs: &theirs, at: (0, 0, 0), made: Vec::new() };
        for (place, pair) in to_mine.iter().zip(&to_theirs).enumerate() {
            if let (Some(in_mine), Some(in_theirs)) = pair {
                parts.cut((place, *in_mine, *in_theirs));
                parts.cut((place + 1, in_mine + 1, in_theirs + 1));
            }
        }
        parts.cut((base.len(), mine.len(), theirs.len()));
        Self { parts: parts.made }
    }

    /// The text that the choices make; `choose` is asked with the number of a part, from 0, and may leave it to what is
    /// usual.
    pub fn result(&self, choose: impl Fn(usize) -> Option<Choice>) -> String {
        let chosen = |(at, part): (usize, &Part)| choose(at).unwrap_or_else(|| part.usual());
        let numbered = self.parts.iter().enumerate();
        numbered.flat_map(|(at, part)| part.lines(chosen((at, part)))).collect::<Vec<_>>().join("\n")
    }
}

/// Where each line of the base stands in the other text, if it is still there.
fn kept(base: &[&str], other: &[&str]) -> Vec<Option<usize>> {
    let mut places = vec![None; base.len()];
    for edit in edits(base, other) {
        if let Edit::Keep(at, to) = edit
            && let Some(place) = places.get_mut(at)
        {
            *place = Some(to);
        }
    }
    places
}

/// The three texts, cut from the front into parts.
struct Parts<'a> {
    base: &'a [&'a str],
    mine: &'a [&'a str],
    theirs: &'a [&'a str],
    at: (usize, usize, usize),
    made: Vec<Part>,
}

impl Parts<'_> {
    fn cut(&mut self, to: (usize, usize, usize)) {
        let base = self.base.get(self.at.0..to.0).unwrap_or_default();
        let mine = self.mine.get(self.at.1..to.1).unwrap_or_default();
        let theirs = self.theirs.get(self.at.2..to.2).unwrap_or_default();
        self.at = to;
        if base.is_empty() && mine.is_empty() && theirs.is_empty() {
            return;
        }
        let kind = match (mine == base, theirs == base) {
            _ if mine == theirs => Kind::Same,
            (false, true) => Kind::Mine,
            (true, false) => Kind::Theirs,
            _ => Kind::Both,
        };
        let owned = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
        // Lines that nobody changed are one part, however many they are.
        match self.made.last_mut() {
            Some(last) if kind == Kind::Same && last.kind == Kind::Same => {
                last.mine.extend(owned(mine));
                last.theirs.extend(owned(theirs));
            }
            _ => self.made.push(Part { kind, mine: owned(mine), theirs: owned(theirs) }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BASE: &str = "Title\n\nPatch monthly.\n\nTest first.\n\nEnd";

    #[test]
    fn changes_in_different_places_need_no_choice() {
        let mine = BASE.replace("monthly", "every second month");
        let theirs = BASE.replace("Test first.", "Test first.\nThen ask.");
        let merge = Merge::new(BASE, &mine, &theirs);
        let kinds: Vec<_> = merge.parts.iter().map(|part| part.kind).collect();
        assert_eq!(kinds, [Kind::Same, Kind::Mine, Kind::Same, Kind::Theirs, Kind::Same]);
        let result = merge.result(|_| None);
        assert!(result.contains("every second month") && result.contains("Then ask."));
    }

    #[test]
    fn where_both_changed_the_same_lines_nothing_is_lost_unless_it_is_chosen_away() {
        let (mine, theirs) = (BASE.replace("monthly", "weekly"), BASE.replace("monthly", "yearly"));
        let merge = Merge::new(BASE, &mine, &theirs);
        assert_eq!(merge.parts.iter().filter(|part| part.kind == Kind::Both).count(), 1);
        let usual = merge.result(|_| None);
        assert!(usual.contains("weekly") && usual.contains("yearly"));
        assert_eq!(merge.result(|_| Some(Choice::Mine)), mine);
        assert_eq!(merge.result(|_| Some(Choice::Theirs)), theirs);
    }

    #[test]
    fn the_same_change_by_both_is_no_conflict() {
        let both = BASE.replace("monthly", "weekly");
        assert!(Merge::new(BASE, &both, &both).parts.iter().all(|part| !part.is_open()));
    }

    proptest! {
        #[test]
        fn each_side_can_be_had_whole_and_a_lone_change_is_taken(
            base in "([abc]?\n){0,7}[abc]?", mine in "([abc]?\n){0,7}[abc]?", theirs in "([abc]?\n){0,7}[abc]?"
        ) {
            let merge = Merge::new(&base, &mine, &theirs);
            prop_assert_eq!(merge.result(|_| Some(Choice::Mine)), mine.clone());
            prop_assert_eq!(merge.result(|_| Some(Choice::Theirs)), theirs.clone());
            prop_assert_eq!(Merge::new(&base, &mine, &base).result(|_| None), mine.clone());
            prop_assert_eq!(Merge::new(&base, &base, &theirs).result(|_| None), theirs);
            prop_assert_eq!(Merge::new(&base, &mine, &mine).result(|_| None), mine);
        }
    }
}
