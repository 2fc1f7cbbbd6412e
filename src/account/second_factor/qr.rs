//! A QR code as the parts of a drawing. The page draws it with attributes alone: the security policy takes no picture
//! that is written into a page.

use fast_qr::{ECL, QRBuilder};
use std::fmt::Write;

/// Modules of white around the code, without which readers do not find it (ISO/IEC 18004).
const QUIET: usize = 4;

/// A drawn code.
pub struct Qr {
    /// Modules along a side, with the white around them.
    pub side: usize,
    /// The dark modules, as the path of an SVG.
    pub path: String,
}

impl Qr {
    /// The code that holds a text.
    ///
    /// # Errors
    /// When the text is too long for any.
    pub fn of(text: &str) -> anyhow::Result<Self> {
        let code = QRBuilder::new(text).ecl(ECL::M).build().map_err(|error| anyhow::anyhow!("a QR code: {error:?}"))?;
        let mut path = String::new();
        for row in 0..code.size {
            let dark = |column: usize| column < code.size && code[row].get(column).is_some_and(|module| module.value());
            let mut column = 0;
            while column < code.size {
                let length = (column..).take_while(|at| dark(*at)).count();
                if length > 0 {
                    write!(path, "M{} {}h{length}v1h-{length}z", column + QUIET, row + QUIET)?;
                }
                column += length.max(1);
            }
        }
        Ok(Self { side: code.size + 2 * QUIET, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners_and_white_around_it() {
        let qr = Qr::of("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ").expect("a code");
        let far = qr.side - QUIET - 7;
        for corner in [format!("M{QUIET} {QUIET}h7v"), format!("M{far} {QUIET}h7v"), format!("M{QUIET} {far}h7v")] {
            assert!(qr.path.contains(&corner), "{corner} in {}", qr.path);
        }
        assert!(Qr::of(&"x".repeat(4000)).is_err());
    }
}
