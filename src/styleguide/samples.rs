//! What the samples show where a room would show its own.

use crate::access::advice::{Place, Warning, Warnings};
use crate::access::hints::HintKind;
use crate::access::readers::Reader;
use crate::access::{Label, Readers};
use crate::i18n::{Locale, Texts};
use crate::web::ui::facets::Facets;
use crate::web::ui::matrix::Matrix;
use crate::web::ui::merge::Merge;
use crate::web::ui::month::{Entry, Month};
use crate::web::ui::nav::{Link, Tab};
use crate::web::ui::steps::{Step, steps};
use crate::web::ui::upload::{Limits, Stand, Upload};
use chrono::{DateTime, NaiveDate, Utc};

/// The people of the samples.
pub const PEOPLE: [&str; 3] = ["Iris Voorbeeld", "Sam Example", "Wilhelmina van der Waterstaatsbeheerder"];

/// Sectors as a facet has them: word, name in both languages, and a count.
const SECTORS: [(&str, &str, &str, i64); 5] = [
    ("water", "Waste water", "Afvalwater", 14),
    ("rail", "Rail", "Spoor", 6),
    ("food", "Food", "Voedsel", 3),
    ("bridges", "Bridges and traffic control", "Verkeersbruggenbedieningscentrales", 1),
    ("ports", "Ports", "Havens", 0),
];

const MEASURES: [&str; 6] = ["inventory", "access", "backup", "zones", "monitoring", "supplier"];

/// How many practices there are for each sector and measure.
const COUNTS: [[i64; 6]; 5] =
    [[3, 5, 2, 0, 3, 1], [1, 2, 0, 0, 2, 1], [0, 1, 2, 0, 0, 0], [0, 1, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]];

/// What suits a stricter label in a text that is to be TLP:CLEAR.
pub fn warnings() -> Warnings {
    let found = [
        (HintKind::Person, PEOPLE[2], Place::Title),
        (HintKind::PrivateAddress, "10.20.30.40", Place::Line(4)),
        (HintKind::InternalName, "plc-rwzi-03.pomp.local", Place::Line(12)),
    ];
    let warning = |(kind, excerpt, place): (HintKind, &str, Place)| Warning { kind, excerpt: excerpt.into(), place };
    Warnings { label: Label::Clear, list: found.into_iter().map(warning).collect() }
}

/// Readers of two organisations and one who belongs to none.
pub fn readers() -> Readers {
    let homes: [&[&str]; 3] = [&["Kestrel Controls"], &["Kestrel Controls", "Waterschap Voorbeeldland"], &[]];
    let reader = |(name, organisations): (&str, &[&str])| Reader {
        id: uuid::Uuid::nil(),
        slug: String::new(),
        name: name.into(),
        organisations: organisations.iter().map(|name| (*name).to_owned()).collect(),
        ways: Vec::new(),
        is_told: true,
    };
    Readers { label: Label::Amber, people: PEOPLE.into_iter().zip(homes).map(reader).collect() }
}

fn sectors(texts: &Texts) -> impl Iterator<Item = (&'static str, &'static str, i64)> {
    let locale = texts.locale();
    let name = move |english, dutch| if locale == Locale::Nl { dutch } else { english };
    SECTORS.into_iter().map(move |(word, english, dutch, count)| (word, name(english, dutch), count))
}

/// Views of the same thing, the second of them open.
pub fn tabs(texts: &Texts) -> Vec<Tab> {
    let tab = |key: &str, count, is_current| Tab {
        text: texts.text(key).to_string(),
        address: "/styleguide/navigation".into(),
        count,
        is_current,
    };
    vec![
        tab("join-tab-waiting", Some(3), false),
        tab("join-tab-approved", Some(128), true),
        tab("join-tab-declined", None, false),
    ]
}

/// A text on its way to being published.
pub fn stages(texts: &Texts) -> Vec<Step> {
    steps(["draft", "submitted", "approved", "published"].map(|state| texts.of_set("articles-state", state)), 1)
}

/// Facets with two values chosen.
pub fn facets(texts: &Texts) -> Facets {
    let chosen = [("q", "pump"), ("sector", "water"), ("kind", "case")];
    let values = sectors(texts).map(|(word, name, count)| (word.to_owned(), name.to_owned(), count));
    let kind = |word: &str, count| (word.to_owned(), texts.of_set("articles-kind", word).to_string(), count);
    Facets::new("/styleguide/finding", chosen.map(|(name, value)| (name.to_owned(), value.to_owned())))
        .group("sector", texts.text("join-field-sector"), values)
        .group("kind", texts.text("articles-field-kind"), [kind("practice", 9), kind("case", 4), kind("tool", 1)])
}

/// Practices by sector and measure.
pub fn matrix(texts: &Texts) -> Matrix {
    let columns =
        MEASURES.map(|word| Link::new(texts.of_set("styleguide-measure", word), format!("/articles?measure={word}")));
    let heads = sectors(texts).map(|(word, name, _)| Link::new(name, format!("/articles?sector={word}"))).collect();
    let count = |row: usize, column: usize| COUNTS.get(row).and_then(|row| row.get(column)).copied().unwrap_or(0);
    Matrix::new(columns.into(), heads, count, |_, _| "/articles".to_owned())
}

/// The month in which `now` lies, with something on three of its days.
pub fn month(texts: &Texts, now: DateTime<Utc>) -> Month {
    let today = now.date_naive();
    let entry = |day: u32, hour: u32, key: &str, label, is_cancelled| {
        let starts = today_at(today, day, hour)?;
        let title = texts.text(key).to_string();
        Some(Entry { title, address: "/events".into(), starts, language: texts.locale(), label, is_cancelled })
    };
    let entries = [
        entry(8, 13, "styleguide-sample-session", Label::Green, false),
        entry(19, 9, "styleguide-sample-visit", Label::Amber, false),
        entry(19, 20, "styleguide-sample-exercise", Label::Clear, true),
        entry(25, 10, "styleguide-sample-long", Label::Clear, false),
    ];
    Month::new(today, today, entries.into_iter().flatten().collect())
}

fn today_at(today: NaiveDate, day: u32, hour: u32) -> Option<chrono::NaiveDateTime> {
    use chrono::Datelike;
    today.with_day(day)?.and_hms_opt(hour, 30, 0)
}

/// A text as it was, and as two people left it.
pub fn merge(texts: &Texts) -> Merge {
    let [before, mine, theirs] =
        ["styleguide-diff-before", "styleguide-diff-after", "styleguide-merge-theirs"].map(|key| texts.text(key));
    Merge::new(&before.to_string(), &mine.to_string(), &theirs.to_string())
}

/// What the field for files takes.
pub const LIMITS: Limits = Limits { kinds: ".pdf,.png", kinds_in_words: "PDF, PNG", size: 10_000_000, files: 4 };

/// A file in each state.
pub fn uploads(texts: &Texts) -> Vec<Upload> {
    let upload = |name: &str, size, stand| Upload { name: name.to_owned(), size, stand };
    vec![
        upload("P&ID.pdf", 640_000, Stand::Arrived),
        upload(&texts.text("styleguide-upload-long").to_string(), 2_400_000, Stand::Going(40)),
        upload("foto.png", 812, Stand::Waiting),
        upload("historian.pdf", 31_000_000, Stand::Refused(texts.text("styleguide-upload-refused"))),
    ]
}
