//! One colour of an installation, and all that is derived from it: the accent tokens of `static/css/10-tokens.css` for
//! light and dark, and our own drawings in that colour.
//!
//! Whatever colour is given, the derived ones keep the contrasts that the tokens promise: it is made darker (for light
//! pages) or lighter (for dark ones) until they hold, and stays as it is where they do.

use super::colour::{Oklch, Rgb};
use std::fmt::Write;

/// What text, links and controls must have on what lies under them (WCAG 2.2, 1.4.3 and 1.4.11).
const TEXT: f64 = 4.5;
const CONTROL: f64 = 3.0;

/// How far the lightness moves at each try.
const STEP: f64 = 0.004;

const WHITE: Rgb = Rgb([255, 255, 255]);

/// The tokens beside the accent that it must go with; a test compares them with the style sheet.
#[derive(Clone, Copy, Debug)]
pub struct Grounds {
    pub paper: Rgb,
    pub ground: Rgb,
    pub ink: Rgb,
    pub soft: Rgb,
    pub edge: Rgb,
}

/// Those of light pages.
pub const LIGHT: Grounds = Grounds {
    paper: WHITE,
    ground: Rgb([0xef, 0xf4, 0xf5]),
    ink: Rgb([0x14, 0x21, 0x2a]),
    soft: Rgb([0x47, 0x57, 0x61]),
    edge: Rgb([0x6b, 0x7d, 0x87]),
};

/// Those of dark pages.
pub const DARK: Grounds = Grounds {
    paper: Rgb([0x10, 0x19, 0x1e]),
    ground: Rgb([0x19, 0x25, 0x2b]),
    ink: Rgb([0xe4, 0xec, 0xef]),
    soft: Rgb([0xa7, 0xb7, 0xbf]),
    edge: Rgb([0x80, 0x94, 0x9e]),
};

/// The accent tokens of one mode, named as in the style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tones {
    pub accent: Rgb,
    pub strong: Rgb,
    pub wash: Rgb,
    pub on: Rgb,
    pub focus: Rgb,
}

/// The accent of an installation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    given: Rgb,
    pub light: Tones,
    pub dark: Tones,
}

/// The product's own blues, for what is drawn without the style sheet. A test compares them with it.
impl Default for Accent {
    fn default() -> Self {
        let light = Tones {
            accent: Rgb([0x0b, 0x58, 0x7f]),
            strong: Rgb([0x07, 0x3d, 0x59]),
            wash: Rgb([0xe2, 0xef, 0xf5]),
            on: WHITE,
            focus: Rgb([0x0b, 0x58, 0x7f]),
        };
        let dark = Tones {
            accent: Rgb([0x80, 0xc6, 0xe8]),
            strong: Rgb([0xb4, 0xe0, 0xf6]),
            wash: Rgb([0x16, 0x32, 0x3f]),
            on: Rgb([0x06, 0x23, 0x30]),
            focus: Rgb([0xb4, 0xe0, 0xf6]),
        };
        Self { given: light.accent, light, dark }
    }
}

impl Accent {
    /// Derives all from one colour.
    pub fn of(given: Rgb) -> Self {
        Self { given, light: light(given.oklch()), dark: dark(given.oklch()) }
    }

    /// The tokens, to stand in the style sheet after its own.
    pub fn css(&self) -> String {
        let names = ["accent", "accent-strong", "accent-wash", "on-accent", "focus"];
        let pairs: Vec<_> = names.into_iter().zip(self.light.all().into_iter().zip(self.dark.all())).collect();
        let mut css = String::from("\n@layer tokens {\n  :root {");
        for (name, (light, _)) in &pairs {
            let _ = write!(css, " --{name}: {light};");
        }
        css.push_str(" }\n  @supports (color: light-dark(#000, #fff)) {\n    :root {");
        for (name, (light, dark)) in &pairs {
            let _ = write!(css, " --{name}: light-dark({light}, {dark});");
        }
        css.push_str(" }\n  }\n}\n");
        css
    }

    /// A drawing of ours with its blues in this colour: the tile of the mark is the accent itself, every other blue
    /// keeps its lightness.
    pub fn paint(&self, drawing: &str) -> String {
        let own = Self::default();
        let given = self.given.oklch();
        ["#8fd0f0", "#4f9cc0"].into_iter().fold(
            drawing.replace(&own.light.accent.to_string(), &self.light.accent.to_string()),
            |drawing, blue| {
                let Ok(tone) = blue.parse::<Rgb>().map(Rgb::oklch) else { return drawing };
                let tone = Oklch { lightness: tone.lightness, chroma: given.chroma.min(tone.chroma), hue: given.hue };
                drawing.replace(blue, &tone.rgb().to_string())
            },
        )
    }
}

impl Tones {
    fn all(self) -> [Rgb; 5] {
        [self.accent, self.strong, self.wash, self.on, self.focus]
    }
}

fn light(given: Oklch) -> Tones {
    let wash = wash(given, 0.945, 0.018, STEP, LIGHT);
    let carries = |colour: Rgb| [LIGHT.paper, LIGHT.ground, wash, WHITE].iter().all(|on| colour.contrast(*on) >= TEXT);
    let accent = settle(given, -STEP, carries);
    let seen = accent.oklch();
    let strong = settle(Oklch { lightness: (seen.lightness - 0.1).max(0.0), ..seen }, -STEP, carries);
    Tones { accent, strong, wash, on: WHITE, focus: accent }
}

fn dark(given: Oklch) -> Tones {
    let wash = wash(given, 0.3, 0.04, -STEP, DARK);
    let on = Oklch { lightness: 0.24, chroma: given.chroma.min(0.04), ..given }.rgb();
    let carries = |colour: Rgb| [DARK.paper, DARK.ground, wash, on].iter().all(|on| colour.contrast(*on) >= TEXT);
    // A strong colour dazzles on a dark page: it is lighter and paler there.
    let start = Oklch { lightness: given.lightness.max(0.79), chroma: given.chroma.min(0.14), ..given };
    let accent = settle(start, STEP, carries);
    let seen = accent.oklch();
    let strong = settle(Oklch { lightness: (seen.lightness + 0.09).min(1.0), ..seen }, STEP, carries);
    Tones { accent, strong, wash, on, focus: strong }
}

/// A ground with a breath of the colour, on which text and controls stay readable.
fn wash(given: Oklch, lightness: f64, chroma: f64, step: f64, grounds: Grounds) -> Rgb {
    let start = Oklch { lightness, chroma: given.chroma.min(chroma), ..given };
    settle(start, step, |wash| {
        let readable = [grounds.ink, grounds.soft].iter().all(|text| text.contrast(wash) >= TEXT);
        readable && grounds.edge.contrast(wash) >= CONTROL
    })
}

/// The first colour that will do, going lighter or darker; at the end of the way white or black.
fn settle(start: Oklch, step: f64, will_do: impl Fn(Rgb) -> bool) -> Rgb {
    let mut tone = start;
    while (0.0..=1.0).contains(&tone.lightness) {
        let colour = tone.rgb();
        if will_do(colour) {
            return colour;
        }
        tone.lightness += step;
    }
    if step > 0.0 { WHITE } else { Rgb([0, 0, 0]) }
}

#[cfg(test)]
mod tests {
    use super::{Accent, CONTROL, DARK, Grounds, LIGHT, Rgb, TEXT, Tones};
    use proptest::prelude::{any, proptest};

    const SHEET: &str = include_str!("../../static/css/10-tokens.css");

    /// The value of a token in light and dark, as the style sheet says it.
    fn token(name: &str) -> (Rgb, Rgb) {
        let start = format!("--{name}: light-dark(");
        let rest = SHEET.split(&start).nth(1).unwrap_or_else(|| panic!("--{name} in 10-tokens.css"));
        let (light, dark) = rest.split(')').next().and_then(|pair| pair.split_once(',')).expect("two colours");
        (light.trim().parse().expect("a colour"), dark.trim().parse().expect("a colour"))
    }

    fn promises(tones: Tones, on: Grounds, name: &str) {
        let Tones { accent, strong, wash, on: on_accent, focus } = tones;
        let grounds = [("paper", on.paper), ("ground", on.ground), ("wash", wash)];
        let mut pairs =
            vec![("on-accent", on_accent, "accent", accent, TEXT), ("on-accent", on_accent, "strong", strong, TEXT)];
        for (ground, colour) in grounds {
            pairs.push(("accent", accent, ground, colour, TEXT));
            pairs.push(("accent-strong", strong, ground, colour, TEXT));
            pairs.push(("focus", focus, ground, colour, CONTROL));
        }
        pairs.push(("ink", on.ink, "wash", wash, TEXT));
        pairs.push(("soft", on.soft, "wash", wash, TEXT));
        pairs.push(("edge", on.edge, "wash", wash, CONTROL));
        for (above, one, below, two, least) in pairs {
            let contrast = one.contrast(two);
            assert!(contrast >= least, "{name}: {above} {one} on {below} {two} has {contrast:.2}, not {least}");
        }
    }

    fn all_promises(accent: &Accent, name: &str) {
        promises(accent.light, LIGHT, &format!("{name} in light"));
        promises(accent.dark, DARK, &format!("{name} in dark"));
    }

    #[test]
    fn the_grounds_are_those_of_the_style_sheet() {
        let named = |grounds: Grounds| [grounds.paper, grounds.ground, grounds.ink, grounds.soft, grounds.edge];
        for (at, name) in ["paper", "ground", "ink", "soft", "edge"].into_iter().enumerate() {
            assert_eq!((named(LIGHT)[at], named(DARK)[at]), token(name), "{name}");
        }
    }

    #[test]
    fn the_accent_of_the_product_is_that_of_the_style_sheet() {
        let own = Accent::default();
        for (at, name) in ["accent", "accent-strong", "accent-wash", "on-accent", "focus"].into_iter().enumerate() {
            assert_eq!((own.light.all()[at], own.dark.all()[at]), token(name), "{name}");
        }
        all_promises(&own, "our own");
    }

    #[test]
    fn the_corners_of_the_space_of_colours_keep_every_contrast() {
        for red in [0, 127, 255] {
            for green in [0, 127, 255] {
                for blue in [0, 127, 255] {
                    let colour = Rgb([red, green, blue]);
                    all_promises(&Accent::of(colour), &colour.to_string());
                }
            }
        }
    }

    #[test]
    fn a_colour_that_can_be_read_stays_as_it_was_given() {
        for given in ["#0b587f", "#8a1538", "#000000", "#154273", "#5b2a86"] {
            let given: Rgb = given.parse().expect("a colour");
            assert_eq!(Accent::of(given).light.accent, given);
        }
        let yellow = Rgb([255, 221, 0]);
        assert_ne!(Accent::of(yellow).light.accent, yellow, "yellow on white cannot be read");
    }

    #[test]
    fn the_sheet_gets_each_token_for_browsers_with_and_without_dark() {
        let css = Accent::of(Rgb([0x8a, 0x15, 0x38])).css();
        for name in ["--accent:", "--accent-strong:", "--accent-wash:", "--on-accent:", "--focus:"] {
            assert_eq!(css.matches(name).count(), 2, "{name} in {css}");
        }
        assert!(css.contains("--accent: #8a1538;"), "{css}");
        assert_eq!(css.matches('{').count(), css.matches('}').count(), "{css}");
    }

    #[test]
    fn our_drawings_follow_and_hold_no_blue_that_stays_behind() {
        let red = Accent::of(Rgb([0x8a, 0x15, 0x38]));
        for drawing in [include_str!("../../static/img/mark.svg"), include_str!("../../static/img/dike.svg")] {
            assert_eq!(Accent::default().paint(drawing).len(), drawing.len());
            let painted = red.paint(drawing);
            for blue in ["#0b587f", "#8fd0f0", "#4f9cc0"] {
                assert!(!painted.contains(blue), "{blue}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_colour_keeps_every_contrast(colour in any::<[u8; 3]>()) {
            let colour = Rgb(colour);
            all_promises(&Accent::of(colour), &colour.to_string());
        }
    }
}
