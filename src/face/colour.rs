//! Colours: as written (`#rrggbb`), as seen (OKLCH: lightness, chroma, hue), and how well one can be read on another.

use std::fmt;
use std::str::FromStr;

/// A colour of the sRGB space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

/// The same in OKLCH, in which equal steps look equal: lightness 0 to 1, chroma from 0 (grey), hue in radians.
#[derive(Clone, Copy, Debug)]
pub struct Oklch {
    pub lightness: f64,
    pub chroma: f64,
    pub hue: f64,
}

/// Reads `#rrggbb`.
impl FromStr for Rgb {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, String> {
        let refusal = || format!("{written:?} is no colour such as #0b587f");
        let digits = written.strip_prefix('#').filter(|digits| digits.len() == 6).ok_or_else(refusal)?;
        // A sign would pass for a number.
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(refusal());
        }
        let number = u32::from_str_radix(digits, 16).map_err(|_| refusal())?;
        let [_, red, green, blue] = number.to_be_bytes();
        Ok(Self([red, green, blue]))
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Rgb {
    /// Relative luminance (WCAG 2.2), 0 to 1.
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast ratio with another colour (WCAG 2.2), 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn linear(self) -> [f64; 3] {
        self.0.map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// As seen.
    pub fn oklch(self) -> Oklch {
        let [red, green, blue] = self.linear();
        let long = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let middle = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let short = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        let lightness = 0.210_454_255_3 * long + 0.793_617_785_0 * middle - 0.004_072_046_8 * short;
        let a = 1.977_998_495_1 * long - 2.428_592_205_0 * middle + 0.450_593_709_9 * short;
        let b = 0.025_904_037_1 * long + 0.782_771_766_2 * middle - 0.808_675_766_0 * short;
        Oklch { lightness, chroma: a.hypot(b), hue: b.atan2(a) }
    }
}

impl Oklch {
    /// The nearest colour that a screen can show: with less chroma where there is none so strong.
    pub fn rgb(self) -> Rgb {
        let (mut inside, mut outside) = (0.0, self.chroma);
        if self.is_shown() {
            inside = self.chroma;
        } else {
            for _ in 0..20 {
                let middle = f64::midpoint(inside, outside);
                if (Self { chroma: middle, ..self }).is_shown() { inside = middle } else { outside = middle }
            }
        }
        Rgb(Self { chroma: inside, ..self }.linear().map(channel))
    }

    fn is_shown(self) -> bool {
        self.linear().iter().all(|value| (-0.000_1..=1.000_1).contains(value))
    }

    fn linear(self) -> [f64; 3] {
        let (a, b) = (self.chroma * self.hue.cos(), self.chroma * self.hue.sin());
        let long = (self.lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let middle = (self.lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let short = (self.lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        [
            4.076_741_662_1 * long - 3.307_711_591_3 * middle + 0.230_969_929_2 * short,
            -1.268_438_004_6 * long + 2.609_757_401_1 * middle - 0.341_319_396_5 * short,
            -0.004_196_086_3 * long - 0.703_418_614_7 * middle + 1.707_614_701_0 * short,
        ]
    }
}

/// A linear value as a byte.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=255 just before")]
fn channel(linear: f64) -> u8 {
    let linear = linear.clamp(0.0, 1.0);
    let value = if linear <= 0.003_130_8 { linear * 12.92 } else { 1.055 * linear.powf(1.0 / 2.4) - 0.055 };
    (value * 255.0).round().clamp(0.0, 255.0) as u8
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that cannot go on fails where it stands")]
mod tests {
    use super::Rgb;

    #[test]
    fn a_colour_is_six_digits_after_a_number_sign() {
        assert_eq!("#0B587f".parse(), Ok(Rgb([11, 88, 127])));
        for wrong in ["", "#", "0b587f", "#0b587", "#0b587f0", "#0b587g", "#+b587f", "red", "#éééé", "#0b58 7"] {
            assert!(wrong.parse::<Rgb>().is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn contrasts_are_those_of_the_standard() {
        let colour = |written: &str| written.parse::<Rgb>().expect("a colour");
        for (one, two, expected) in
            [("#000000", "#ffffff", 21.0), ("#767676", "#ffffff", 4.54), ("#777777", "#ffffff", 4.48)]
        {
            let found = colour(one).contrast(colour(two));
            assert!((found - expected).abs() < 0.01, "{one} on {two}: {found}");
        }
    }

    #[test]
    fn every_colour_comes_back_from_oklch_as_it_was() {
        for number in (0..0x0100_0000_u32).step_by(4099) {
            let [_, red, green, blue] = number.to_be_bytes();
            let colour = Rgb([red, green, blue]);
            assert_eq!(colour.oklch().rgb(), colour);
        }
    }
}
