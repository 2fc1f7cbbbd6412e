//! What changed from one text to another, by lines, and within a changed line by words.

/// Comparing two lists fills a table of one times the other: the most cells of a table, and of all tables together
/// that comparing two texts takes. What would take more is shown as replaced.
const TABLE: usize = 1_000_000;
const ALL_TABLES: usize = 8 * TABLE;

/// Beyond so many pairs of changed lines, nobody looks which of them resemble each other.
const PAIRS: usize = 400;

/// Lines that face each other, the earlier text on one side and the later on the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub old: Option<Line>,
    pub new: Option<Line>,
}

/// A line in its pieces, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub pieces: Vec<Piece>,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    /// Whether the other side lacks it.
    pub is_changed: bool,
}

impl Row {
    /// Whether both sides say the same.
    pub fn is_same(&self) -> bool {
        let unchanged = |line: &Line| line.pieces.iter().all(|piece| !piece.is_changed);
        self.old.as_ref().is_some_and(unchanged) && self.new.as_ref().is_some_and(unchanged)
    }
}

/// A step on the way from one list to another, with places counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    Keep(usize, usize),
    Remove(usize),
    Add(usize),
}

/// The lines of a text. Joined by line ends they are the text again.
pub fn lines(text: &str) -> Vec<&str> {
    text.split('\n').collect()
}

/// What a comparison may still cost, in cells.
struct Budget(usize);

impl Budget {
    /// Whether a table of this size can be had, which then is spent.
    fn spend(&mut self, cells: usize) -> bool {
        let rest = self.0.checked_sub(cells).filter(|_| cells <= TABLE);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }
}

/// The shortest way from `old` to `new`: what to keep, to remove and to add, in order.
pub fn edits<T: Eq>(old: &[T], new: &[T]) -> Vec<Edit> {
    edits_within(&mut Budget(ALL_TABLES), old, new)
}

fn edits_within<T: Eq>(budget: &mut Budget, old: &[T], new: &[T]) -> Vec<Edit> {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let (old_end, new_end) = (old.len() - tail, new.len() - tail);
    let middle = |list: &'_ [T], end: usize| list.get(head..end).map_or(0, <[T]>::len);
    let mut edits: Vec<_> = (0..head).map(|at| Edit::Keep(at, at)).collect();
    let (height, width) = (middle(old, old_end), middle(new, new_end));
    if budget.spend(height.saturating_mul(width)) {
        let (old, new) = (old.get(head..old_end).unwrap_or_default(), new.get(head..new_end).unwrap_or_default());
        edits.extend(Common::of(old, new, |a, b| a == b).walk(head));
    } else {
        edits.extend((head..old_end).map(Edit::Remove).chain((head..new_end).map(Edit::Add)));
    }
    edits.extend((0..tail).map(|at| Edit::Keep(old_end + at, new_end + at)));
    edits
}

/// How much two lists have in common from each pair of places on: the table of the longest common subsequence, where
/// `fits` says what counts as common.
struct Common {
    height: usize,
    width: usize,
    lengths: Vec<u32>,
}

impl Common {
    fn of<T>(old: &[T], new: &[T], mut fits: impl FnMut(&T, &T) -> bool) -> Self {
        let (height, width) = (old.len(), new.len());
        #[cfg(test)]
        tests::FILLED.with(|filled| filled.set(filled.get() + height * width));
        let mut table = Self { height, width, lengths: vec![0; (height + 1) * (width + 1)] };
        for (row, a) in old.iter().enumerate().rev() {
            for (column, b) in new.iter().enumerate().rev() {
                let length = if fits(a, b) {
                    table.at(row + 1, column + 1) + 1
                } else {
                    table.at(row + 1, column).max(table.at(row, column + 1))
                };
                let place = row * (width + 1) + column;
                if let Some(slot) = table.lengths.get_mut(place) {
                    *slot = length;
                }
            }
        }
        table
    }

    fn at(&self, row: usize, column: usize) -> u32 {
        self.lengths.get(row * (self.width + 1) + column).copied().unwrap_or(0)
    }

    fn walk(&self, from: usize) -> Vec<Edit> {
        let (mut row, mut column, mut edits) = (0, 0, Vec::new());
        while row < self.height || column < self.width {
            let here = self.at(row, column);
            if row < self.height && (column == self.width || self.at(row + 1, column) == here) {
                edits.push(Edit::Remove(from + row));
                row += 1;
            } else if column < self.width && self.at(row, column + 1) == here {
                edits.push(Edit::Add(from + column));
                column += 1;
            } else {
                edits.push(Edit::Keep(from + row, from + column));
                row += 1;
                column += 1;
            }
        }
        edits
    }
}

/// Two texts beside each other.
pub fn rows(old: &str, new: &str) -> Vec<Row> {
    let (old, new) = (lines(old), lines(new));
    let (mut rows, mut removed, mut added) = (Vec::new(), Vec::new(), Vec::new());
    let mut budget = Budget(ALL_TABLES);
    for edit in edits_within(&mut budget, &old, &new) {
        match edit {
            Edit::Remove(at) => removed.extend(old.get(at).copied()),
            Edit::Add(at) => added.extend(new.get(at).copied()),
            Edit::Keep(at, _) => {
                rows.append(&mut facing(&mut budget, &mut removed, &mut added));
                let text = old.get(at).copied().unwrap_or_default();
                let line = || Some(Line { pieces: vec![Piece { text: text.into(), is_changed: false }] });
                rows.push(Row { old: line(), new: line() });
            }
        }
    }
    rows.append(&mut facing(&mut budget, &mut removed, &mut added));
    rows
}

/// Puts lines that were removed beside those that came in their place, as far as they resemble each other, and empties
/// both. The others stand alone.
fn facing(budget: &mut Budget, removed: &mut Vec<&str>, added: &mut Vec<&str>) -> Vec<Row> {
    let (old, new) = (std::mem::take(removed), std::mem::take(added));
    let alone = |line: &&str| Line { pieces: whole(line) };
    if old.len() * new.len() > PAIRS {
        let gone = old.iter().map(|line| Row { old: Some(alone(line)), new: None });
        return gone.chain(new.iter().map(|line| Row { old: None, new: Some(alone(line)) })).collect();
    }
    let common = Common::of(&old, &new, |a, b| pieces(budget, a, b).is_some());
    let mut row = |edit| match edit {
        Edit::Remove(at) => Some(Row { old: old.get(at).map(alone), new: None }),
        Edit::Add(at) => Some(Row { old: None, new: new.get(at).map(alone) }),
        Edit::Keep(at, to) => {
            let (before, after) = (old.get(at)?, new.get(to)?);
            // Marked whole when nothing is left to look closer.
            let (left, right) = pieces(budget, before, after).unwrap_or_else(|| (whole(before), whole(after)));
            Some(Row { old: Some(Line { pieces: left }), new: Some(Line { pieces: right }) })
        }
    };
    common.walk(0).into_iter().filter_map(&mut row).collect()
}

fn whole(text: &str) -> Vec<Piece> {
    vec![Piece { text: text.to_owned(), is_changed: true }]
}

/// The words of two lines, marked where the other line lacks them; none if the lines have little in common.
fn pieces(budget: &mut Budget, old: &str, new: &str) -> Option<(Vec<Piece>, Vec<Piece>)> {
    let (old_words, new_words) = (words(old), words(new));
    let edits = edits_within(budget, &old_words, &new_words);
    let weight = |word: &&str| word.trim().chars().count();
    let kept: usize = edits
        .iter()
        .filter_map(|edit| if let Edit::Keep(at, _) = edit { old_words.get(*at).map(weight) } else { None })
        .sum();
    let all = weight(&old).max(weight(&new));
    if kept * 3 < all || all == 0 {
        return None;
    }
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for edit in edits {
        match edit {
            Edit::Keep(at, to) => {
                push(&mut before, old_words.get(at), false);
                push(&mut after, new_words.get(to), false);
            }
            Edit::Remove(at) => push(&mut before, old_words.get(at), true),
            Edit::Add(at) => push(&mut after, new_words.get(at), true),
        }
    }
    Some((before, after))
}

fn push(pieces: &mut Vec<Piece>, word: Option<&&str>, is_changed: bool) {
    let Some(word) = word else { return };
    match pieces.last_mut() {
        Some(last) if last.is_changed == is_changed => last.text.push_str(word),
        _ => pieces.push(Piece { text: (*word).to_owned(), is_changed }),
    }
}

/// Words, white space and single marks; joined they are the line again.
fn words(line: &str) -> Vec<&str> {
    let kind = |c: char| if c.is_alphanumeric() { 1 } else { 2 + u8::from(c.is_whitespace()) };
    let mut words = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (at, c) in line.char_indices() {
        if last.is_some_and(|last| last != kind(c) || last == 2) {
            words.extend(line.get(start..at));
            start = at;
        }
        last = Some(kind(c));
    }
    words.extend(line.get(start..).filter(|rest| !rest.is_empty()));
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::cell::Cell;

    thread_local! {
        /// The cells of all tables that were filled.
        pub static FILLED: Cell<usize> = const { Cell::new(0) };
    }

    fn text(line: &Line) -> String {
        line.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    fn marked(line: Option<&Line>) -> Vec<&str> {
        line.into_iter().flat_map(|l| &l.pieces).filter(|p| p.is_changed).map(|p| p.text.as_str()).collect()
    }

    #[test]
    fn within_a_changed_line_only_the_changed_words_are_marked() {
        let rows = rows("Patch every month.\nTest first.", "Patch every second month.\nTest first.");
        assert_eq!(rows.len(), 2);
        assert!(marked(rows[0].old.as_ref()).is_empty());
        assert_eq!(marked(rows[0].new.as_ref()).concat().trim(), "second");
        assert!(!rows[0].is_same() && rows[1].is_same());
    }

    #[test]
    fn lines_that_have_little_in_common_are_marked_whole() {
        let rows = rows("Never connect it.", "Ask the process engineer before any change.");
        assert_eq!(marked(rows[0].old.as_ref()), ["Never connect it."]);
        assert_eq!(marked(rows[1].new.as_ref()), ["Ask the process engineer before any change."]);
    }

    #[test]
    fn a_changed_line_faces_the_one_that_it_resembles() {
        let rows =
            rows("Tell the control room.\nKeep the image for a week.", "Keep the image for four weeks.\nAsk why.");
        let sides: Vec<_> = rows.iter().map(|row| (row.old.as_ref().map(text), row.new.as_ref().map(text))).collect();
        assert_eq!(sides[0], (Some("Tell the control room.".into()), None));
        assert_eq!(sides[1].1.as_deref(), Some("Keep the image for four weeks."));
        assert_eq!(sides[2], (None, Some("Ask why.".into())));
    }

    #[test]
    fn an_empty_line_that_came_is_a_change() {
        let rows = rows("a\nb", "a\n\nb");
        assert_eq!(rows.len(), 3);
        assert!(rows[1].old.is_none() && !rows[1].is_same());
        assert_eq!(rows[1].new.as_ref().map(text).as_deref(), Some(""));
    }

    #[test]
    fn texts_too_long_to_compare_are_shown_as_replaced_in_no_time() {
        let (old, new): (Vec<_>, Vec<_>) = ((0..2000).collect(), (2000..4000).collect());
        let edits = edits(&old, &new);
        assert_eq!(edits.len(), 4000);
        assert!(edits.iter().all(|edit| !matches!(edit, Edit::Keep(..))));
    }

    /// A text of so many long lines; of any two texts, half of each line is the same.
    fn long(mark: &str, count: usize, words: usize) -> String {
        let line = |at: usize| {
            (0..words).map(|n| format!("{n}{} ", if n % 2 == 0 { mark } else { "" })).collect::<String>()
                + &at.to_string()
        };
        (0..count).map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn what_a_comparison_costs_has_one_limit_however_many_lines_there_are() {
        for (count, words) in [(20, 300), (20, 20), (1, 400), (1, 600), (100, 30), (900, 10)] {
            let (old, new) = (long("a", count, words), long("b", count, words));
            FILLED.set(0);
            let rows = rows(&old, &new);
            // And one for each pair of lines.
            assert!(FILLED.get() <= ALL_TABLES + PAIRS, "{count} x {words}: {}", FILLED.get());
            let join =
                |side: fn(&Row) -> Option<&Line>| rows.iter().filter_map(side).map(text).collect::<Vec<_>>().join("\n");
            assert_eq!((join(|row| row.old.as_ref()), join(|row| row.new.as_ref())), (old, new));
        }
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_off_the_rows(old in "([ab é.]{0,4}\n){0,8}[ab]{0,3}", new in "([ab é.]{0,4}\n){0,8}") {
            let rows = rows(&old, &new);
            let join = |side: fn(&Row) -> Option<&Line>| {
                rows.iter().filter_map(side).map(text).collect::<Vec<_>>().join("\n")
            };
            prop_assert_eq!(join(|row| row.old.as_ref()), old.clone());
            prop_assert_eq!(join(|row| row.new.as_ref()), new.clone());
            prop_assert_eq!(rows.iter().all(Row::is_same), old == new);
        }

        #[test]
        fn no_way_keeps_more(old in prop::collection::vec(0..3_u8, 0..7), new in prop::collection::vec(0..3_u8, 0..7)) {
            let kept = edits(&old, &new).iter().filter(|edit| matches!(edit, Edit::Keep(..))).count();
            // Every subsequence of the old list, the slow way.
            let longest = (0..1_u32 << old.len()).filter_map(|mask| {
                let part: Vec<_> = (0..old.len()).filter(|at| mask >> at & 1 == 1).map(|at| old[at]).collect();
                let mut rest = new.iter();
                part.iter().all(|wanted| rest.any(|found| found == wanted)).then_some(part.len())
            });
            prop_assert_eq!(kept, longest.max().unwrap_or(0));
        }
    }
}
