//! Which colours stand on which, and how far apart they must be (WCAG 2.2, 1.4.3 and 1.4.11).

use super::tokens::{Token, colour};

/// Text that is read.
const TEXT: f64 = 4.5;
/// Edges of controls, marks that carry meaning, the ring around what has the focus.
const SHAPE: f64 = 3.0;
/// Hairlines and tints, which only order what words and space say already; they must still be seen.
const TRACE: f64 = 1.1;

/// What a colour is used for on others.
#[derive(Clone, Copy, Debug)]
pub struct Use {
    pub front: &'static str,
    pub backs: &'static [&'static str],
    pub least: f64,
}

const fn text(front: &'static str, backs: &'static [&'static str]) -> Use {
    Use { front, backs, least: TEXT }
}

const fn shape(front: &'static str, backs: &'static [&'static str]) -> Use {
    Use { front, backs, least: SHAPE }
}

const fn trace(front: &'static str, backs: &'static [&'static str]) -> Use {
    Use { front, backs, least: TRACE }
}

/// All surfaces that text stands on.
const EVERYWHERE: &[&str] = &["paper", "ground", "accent-wash", "good-wash", "warn-wash", "bad-wash"];

/// Every use of every colour. A colour that is missing here fails a test: think of where it is used, and add it.
pub const USES: [Use; 26] = [
    text("ink", EVERYWHERE),
    text("soft", EVERYWHERE),
    text("accent", EVERYWHERE),
    text("accent-strong", EVERYWHERE),
    text("good", &["paper", "ground", "good-wash"]),
    text("warn", &["paper", "ground", "warn-wash"]),
    text("bad", &["paper", "ground", "bad-wash"]),
    text("on-accent", &["accent", "accent-strong"]),
    // The switch, the mark of an error, and the button that destroys, under the pointer.
    text("paper", &["ink", "bad"]),
    text("tlp-red", &["plate"]),
    text("tlp-amber", &["plate"]),
    text("tlp-green", &["plate"]),
    text("tlp-clear", &["plate"]),
    shape("edge", EVERYWHERE),
    shape("focus", EVERYWHERE),
    shape("accent", &["paper", "ground", "accent-wash"]),
    shape("good", &["paper", "good-wash"]),
    shape("warn", &["paper", "warn-wash"]),
    shape("bad", &["paper", "ground", "bad-wash"]),
    shape("plate-edge", &["paper"]),
    trace("line", EVERYWHERE),
    trace("ground", &["paper"]),
    trace("accent-wash", &["paper"]),
    trace("good-wash", &["paper"]),
    trace("warn-wash", &["paper"]),
    trace("bad-wash", &["paper"]),
];

/// Two colours and the contrast between them in each mode.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    pub front: &'static str,
    pub back: &'static str,
    pub least: f64,
    pub light: f64,
    pub dark: f64,
}

impl Pair {
    /// Whether it is enough in both modes.
    pub fn holds(&self) -> bool {
        self.light >= self.least && self.dark >= self.least
    }
}

/// Every pair of these tokens, computed. A name that is no colour has a contrast of 0, which no pair may have.
pub fn pairs(tokens: &[Token]) -> Vec<Pair> {
    let pair = |usage: &Use, back: &'static str| {
        let both = colour(tokens, usage.front).zip(colour(tokens, back));
        let (light, dark) = both.map_or((0.0, 0.0), |(a, b)| (a.light.contrast(b.light), a.dark.contrast(b.dark)));
        Pair { front: usage.front, back, least: usage.least, light, dark }
    };
    USES.iter().flat_map(|usage| usage.backs.iter().map(move |back| pair(usage, back))).collect()
}
