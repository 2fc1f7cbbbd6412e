//! Files on their way here, and what became of each.

use crate::i18n::{Text, Texts};

/// A file that somebody chose.
#[derive(Clone, Debug)]
pub struct Upload {
    /// The name it has on the reader's own machine.
    pub name: String,
    /// In bytes.
    pub size: u64,
    pub stand: Stand,
}

/// How far a file has come.
#[derive(Clone, Debug)]
pub enum Stand {
    Waiting,
    /// So many parts of a hundred have arrived.
    Going(u8),
    Arrived,
    /// Not taken, with the sentence that says why.
    Refused(Text),
}

impl Limits {
    /// The largest file, in words.
    pub fn size_in(&self, texts: &Texts) -> Text {
        size(texts, self.size)
    }
}

impl Upload {
    /// Its size in words.
    pub fn size_in(&self, texts: &Texts) -> Text {
        size(texts, self.size)
    }

    /// How much of a hundred has arrived, while it is on its way.
    pub fn percent(&self) -> Option<i64> {
        if let Stand::Going(percent) = self.stand { Some(i64::from(percent.min(100))) } else { None }
    }

    /// Why it was not taken.
    pub fn refusal(&self) -> Option<&Text> {
        if let Stand::Refused(reason) = &self.stand { Some(reason) } else { None }
    }
}

impl Stand {
    /// The end of its class and, where it has words of its own, of their key.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Going(_) => "going",
            Self::Arrived => "arrived",
            Self::Refused(_) => "refused",
        }
    }

    /// The icon beside the file.
    pub fn icon(&self) -> &'static str {
        match self {
            Self::Waiting => "document",
            Self::Going(_) => "upload",
            Self::Arrived => "check",
            Self::Refused(_) => "warning",
        }
    }
}

/// What a field for files takes.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Ends of names, as the `accept` attribute wants them: `.pdf,.png`.
    pub kinds: &'static str,
    /// The same in words: `PDF, PNG`.
    pub kinds_in_words: &'static str,
    /// The largest file, in bytes.
    pub size: u64,
    /// How many at once.
    pub files: usize,
}

/// A size as people read it, in units of 1000 bytes (IEC 80000-13): `640 kB`, `2.4 MB`, `10 MB`. Rounded up, so that nothing
/// looks as if it fitted that does not.
pub fn size(texts: &Texts, bytes: u64) -> Text {
    if bytes < 1_000_000 {
        return texts.text("ui-size-kb").arg("number", bytes.div_ceil(1000));
    }
    let tenths = bytes.div_ceil(100_000);
    match tenths % 10 {
        0 => texts.text("ui-size-mb").arg("whole", tenths / 10),
        tenth => texts.text("ui-size-mb-tenths").arg("whole", tenths / 10).arg("tenth", tenth),
    }
}

#[cfg(test)]
mod tests {
    use super::size;
    use crate::i18n::{Locale, Texts};

    #[test]
    fn a_size_is_rounded_up_and_written_with_the_mark_of_the_language() {
        let in_words = |locale, bytes| size(&Texts::of(locale), bytes).to_string();
        for (bytes, english, dutch) in [
            (0, "0 kB", "0 kB"),
            (1, "1 kB", "1 kB"),
            (640_000, "640 kB", "640 kB"),
            (2_400_001, "2.5 MB", "2,5 MB"),
            (10_000_000, "10 MB", "10 MB"),
        ] {
            assert_eq!(in_words(Locale::En, bytes), english);
            assert_eq!(in_words(Locale::Nl, bytes), dutch);
        }
    }
}
