//! Recovery codes: for whoever lost the second factor, each once. They are shown when they are made and kept as their
//! SHA-256; 80 random bits are beyond trying out.

use super::secret;

/// How many are made at a time.
pub const COUNT: usize = 10;

/// Letters and digits of a code.
const LENGTH: usize = 16;

/// Crockford's base 32: nothing in it is mistaken for something else.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A new set, each in groups of four, to be written down.
pub fn generate() -> Vec<String> {
    (0..COUNT).map(|_| grouped(&random())).collect()
}

fn random() -> String {
    let bytes: [u8; LENGTH] = rand::random();
    bytes.iter().filter_map(|byte| ALPHABET.get(usize::from(byte % 32))).map(|letter| char::from(*letter)).collect()
}

fn grouped(code: &str) -> String {
    let letters: Vec<_> = code.chars().collect();
    letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join("-")
}

/// A code as somebody typed it, in the one way in which it was made; `None` if it is none.
fn plain(typed: &str) -> Option<String> {
    let letter = |c: char| match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let code: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').map(letter).collect();
    let is_ours = |c: char| u8::try_from(c).is_ok_and(|c| ALPHABET.contains(&c));
    (code.chars().count() == LENGTH && code.chars().all(is_ours)).then_some(code)
}

/// The typed code as it is shown, or `None` if it is none.
pub fn shown(typed: &str) -> Option<String> {
    plain(typed).map(|code| grouped(&code))
}

/// What is kept of a code; `None` if it is none.
pub fn hash(typed: &str) -> Option<Vec<u8>> {
    plain(typed).map(|code| secret::hash(&code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_known_however_it_is_typed() {
        let codes = generate();
        assert_eq!(codes.len(), COUNT);
        let code = &codes[0];
        assert_eq!(code.len(), 19, "{code}");
        let kept = hash(code);
        assert!(kept.is_some());
        for typed in [code.to_lowercase(), code.replace('-', ""), format!(" {} ", code.replace('-', " "))] {
            assert_eq!(hash(&typed), kept, "{typed}");
        }
        assert_eq!(hash("OIL0-OIL0-OIL0-OIL0"), hash("0110-0110-0110-0110"));
        assert_ne!(hash(&codes[1]), kept);
    }

    #[test]
    fn what_is_no_code_is_none() {
        for typed in ["", "123456", "U000-0000-0000-0000", "0000-0000-0000-000", "é000-0000-0000-0000"] {
            assert_eq!(hash(typed), None, "{typed}");
        }
    }
}
