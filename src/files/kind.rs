//! What sort of file something is, by what it holds. Its name decides nothing but which of the plain texts it is: a name
//! can say anything.

/// The sorts of files that are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Pdf,
    Png,
    Jpeg,
    Gif,
    Webp,
    Text,
    Markdown,
    Csv,
    Docx,
    Xlsx,
    Pptx,
    Odt,
    Ods,
    Odp,
    Pcap,
    Pcapng,
    Zip,
}

/// The first bytes that are looked at for a mark.
const HEAD: usize = 16 * 1024;

/// How captures of traffic begin: pcap in either order of bytes, with micro- or nanoseconds.
const PCAP: [[u8; 4]; 4] =
    [[0xa1, 0xb2, 0xc3, 0xd4], [0xd4, 0xc3, 0xb2, 0xa1], [0xa1, 0xb2, 0x3c, 0x4d], [0x4d, 0x3c, 0xb2, 0xa1]];
const PCAPNG: [u8; 4] = [0x0a, 0x0d, 0x0d, 0x0a];

impl Kind {
    /// All of them.
    pub const ALL: [Self; 17] = [
        Self::Pdf,
        Self::Png,
        Self::Jpeg,
        Self::Gif,
        Self::Webp,
        Self::Text,
        Self::Markdown,
        Self::Csv,
        Self::Docx,
        Self::Xlsx,
        Self::Pptx,
        Self::Odt,
        Self::Ods,
        Self::Odp,
        Self::Pcap,
        Self::Pcapng,
        Self::Zip,
    ];

    /// The word in text keys.
    pub fn word(self) -> &'static str {
        self.row().0
    }

    /// What it is sent as (RFC 6838).
    pub fn media_type(self) -> &'static str {
        self.row().1
    }

    /// How its name may end; the first is put there when none of them is.
    pub fn endings(self) -> &'static [&'static str] {
        self.row().2
    }

    /// The sort for a media type as stored.
    pub fn from_media_type(media_type: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.media_type() == media_type)
    }

    fn row(self) -> (&'static str, &'static str, &'static [&'static str]) {
        match self {
            Self::Pdf => ("pdf", "application/pdf", &["pdf"]),
            Self::Png => ("picture", "image/png", &["png"]),
            Self::Jpeg => ("picture", "image/jpeg", &["jpg", "jpeg"]),
            Self::Gif => ("picture", "image/gif", &["gif"]),
            Self::Webp => ("picture", "image/webp", &["webp"]),
            Self::Text => ("text", "text/plain", &["txt", "log"]),
            Self::Markdown => ("text", "text/markdown", &["md"]),
            Self::Csv => ("table", "text/csv", &["csv"]),
            Self::Docx => ("document", OOXML_TEXT, &["docx"]),
            Self::Xlsx => ("table", OOXML_SHEET, &["xlsx"]),
            Self::Pptx => ("slides", OOXML_SLIDES, &["pptx"]),
            Self::Odt => ("document", "application/vnd.oasis.opendocument.text", &["odt"]),
            Self::Ods => ("table", "application/vnd.oasis.opendocument.spreadsheet", &["ods"]),
            Self::Odp => ("slides", "application/vnd.oasis.opendocument.presentation", &["odp"]),
            Self::Pcap => ("capture", "application/vnd.tcpdump.pcap", &["pcap"]),
            Self::Pcapng => ("capture", "application/x-pcapng", &["pcapng"]),
            Self::Zip => ("archive", "application/zip", &["zip"]),
        }
    }
}

const OOXML_TEXT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const OOXML_SHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const OOXML_SLIDES: &str = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

/// Looks at a file as it passes by.
#[derive(Debug, Default)]
pub struct Sniffer {
    head: Vec<u8>,
    /// The beginning of a character whose end has not come yet.
    half: Vec<u8>,
    is_no_text: bool,
}

impl Sniffer {
    /// Takes the next part.
    pub fn take(&mut self, part: &[u8]) {
        let room = HEAD - self.head.len();
        self.head.extend(part.iter().take(room));
        if self.is_no_text {
            return;
        }
        self.half.extend_from_slice(part);
        let (whole, rest) = match std::str::from_utf8(&self.half) {
            Ok(text) => (text, 0),
            // Cut in the middle of a character; anything else is none.
            Err(error) if error.error_len().is_none() => {
                let (whole, rest) = self.half.split_at(error.valid_up_to());
                (std::str::from_utf8(whole).unwrap_or_default(), rest.len())
            }
            Err(_) => {
                self.is_no_text = true;
                return;
            }
        };
        self.is_no_text = whole.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}'));
        self.half.drain(..self.half.len() - rest);
    }

    /// What the whole of it was, called `name`; `None` for what is not taken.
    pub fn kind(&self, name: &str) -> Option<Kind> {
        if PCAP.iter().any(|mark| self.head.starts_with(mark)) {
            return Some(Kind::Pcap);
        }
        if self.head.starts_with(&PCAPNG) && self.is_no_text {
            return Some(Kind::Pcapng);
        }
        if let Some(found) = infer::get(&self.head) {
            return Kind::from_media_type(found.mime_type());
        }
        (!self.is_no_text && self.half.is_empty() && !self.is_markup_or_script()).then(|| {
            let end = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
            match end.as_str() {
                "md" => Kind::Markdown,
                "csv" => Kind::Csv,
                _ => Kind::Text,
            }
        })
    }

    /// Whether a text begins as what a browser or a system would run: HTML, SVG and other XML, or a script.
    fn is_markup_or_script(&self) -> bool {
        let text = String::from_utf8_lossy(&self.head);
        let text = text.trim_start_matches('\u{feff}').trim_start();
        let mut characters = text.chars();
        let is_tag = characters.next() == Some('<')
            && characters.next().is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '!' | '?' | '/'));
        is_tag || text.starts_with("#!") || text.to_ascii_lowercase().contains("<script")
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Sniffer};

    fn kind(name: &str, content: &[u8]) -> Option<Kind> {
        // In parts of three bytes, so that characters are cut.
        let mut sniffer = Sniffer::default();
        content.chunks(3).for_each(|part| sniffer.take(part));
        sniffer.kind(name)
    }

    #[test]
    fn what_a_file_holds_decides_and_its_name_does_not() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice();
        for (name, content, expected) in [
            ("x.html", png, Some(Kind::Png)),
            ("x.png", b"%PDF-1.7\n".as_slice(), Some(Kind::Pdf)),
            ("x", b"\xff\xd8\xff\xe0\0\x10JFIF", Some(Kind::Jpeg)),
            ("x", b"GIF89a\x01\0\x01\0", Some(Kind::Gif)),
            ("x", b"RIFF\0\0\0\0WEBPVP8 ", Some(Kind::Webp)),
            ("x.csv", b"a;b\n1;2\n", Some(Kind::Csv)),
            ("x.md", "# Één 日本 🧯\n".as_bytes(), Some(Kind::Markdown)),
            ("x.exe", b"only words", Some(Kind::Text)),
            ("x", b"\xd4\xc3\xb2\xa1\x02\0\x04\0", Some(Kind::Pcap)),
            ("x", b"\n\r\r\n\x1c\0\0\0M<+\x1a", Some(Kind::Pcapng)),
            ("x", b"PK\x03\x04\x14\0\0\0\0\0", Some(Kind::Zip)),
            ("x.png", b"<!doctype html><script>alert(1)</script>", None),
            ("x.txt", b"\xef\xbb\xbf \n<HTML>", None),
            ("x.txt", b"words first <SCRIPT src=x>", None),
            ("x.png", b"<?xml version='1.0'?><svg/>", None),
            ("x.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
            ("x.txt", b"#!/bin/sh\nrm", None),
            ("x.pdf", b"MZ\x90\0\x03\0\0\0", None),
            ("x.txt", b"\x7fELF\x02\x01\x01\0", None),
            ("x.txt", b"latin \xe9 one", None),
            ("x.txt", b"cut \xc3", None),
            ("x.txt", b"a\0b", None),
        ] {
            assert_eq!(kind(name, content), expected, "{name} {:?}", String::from_utf8_lossy(content));
        }
    }
}
