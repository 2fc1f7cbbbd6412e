//! The files of the demo: small, made here, the same every time.

use super::people::People;
use crate::access::{Audience, Label};
use crate::db::WriteTx;
use crate::files::changes::{self, New};
use crate::files::kind::Kind;
use crate::files::store::Store;
use chrono::{DateTime, Utc};
use std::fmt::Write;
use uuid::Uuid;

/// A file of an article.
struct Attachment {
    article: &'static str,
    name: &'static str,
    kind: Kind,
    content: fn() -> Vec<u8>,
    /// A label of its own, and the organisations that it is for.
    stricter: Option<(Label, &'static [&'static str])>,
}

const ALL: [Attachment; 2] = [
    Attachment {
        article: "supplier-remote-access",
        name: "Checklist remote session.csv",
        kind: Kind::Csv,
        content: checklist,
        stricter: None,
    },
    Attachment {
        article: "hardening-an-engineering-workstation",
        name: "Settings of our workstations.pdf",
        kind: Kind::Pdf,
        content: settings,
        stricter: Some((Label::Amber, &["waterschap-voorbeeldland"])),
    },
];

/// Keeps what the files hold.
///
/// # Errors
/// When the place for files cannot be written.
pub async fn put(store: &Store) -> anyhow::Result<()> {
    for one in &ALL {
        store.put(&(one.content)()).await?;
    }
    Ok(())
}

/// Adds the files of an article to its draft.
pub async fn add(
    tx: &mut WriteTx,
    article: &str,
    revision: Uuid,
    people: &People,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    for one in ALL.iter().filter(|one| one.article == article) {
        let content = (one.content)();
        let organisations: anyhow::Result<_> =
            one.stricter.iter().flat_map(|own| own.1).map(|slug| people.organisation(slug)).collect();
        let new = New {
            id: Uuid::now_v7(),
            parent: revision,
            name: one.name,
            media_type: one.kind.media_type(),
            bytes: content.len() as u64,
            hash: Store::hash(&content),
            label: one.stricter.map(|own| own.0),
            audience: &Audience { organisations: organisations?, ..Audience::default() },
        };
        changes::add(tx, &new, now).await?;
    }
    Ok(())
}

fn checklist() -> Vec<u8> {
    "step,what,who,done\n\
     1,The work order names the system and the hour,shift lead,\n\
     2,The account of the supplier is switched on for this session,operator,\n\
     3,Somebody of ours watches the session from beginning to end,operator,\n\
     4,Files that come in are looked at before they are opened,operator,\n\
     5,The account is switched off again,shift lead,\n\
     6,What was changed stands in the log of the installation,operator,\n"
        .into()
}

fn settings() -> Vec<u8> {
    pdf(&[
        "Settings of our engineering workstations",
        "",
        "Start-up     from the built-in disk only; a password guards the firmware",
        "Accounts     two for each engineer: one to work with, one to install with",
        "Programs     those of the list; a new one comes by a change request",
        "USB          keyboards, mice and the three sticks with a number",
        "Network      the zone of the workstations; neither mail nor the web",
        "",
        "All of it invented, for the demonstration of this site.",
    ])
}

/// A page of text as the least that a PDF can be (ISO 32000-1, 7.5).
fn pdf(lines: &[&str]) -> Vec<u8> {
    let mut text = String::from("BT /F1 11 Tf 16 TL 56 770 Td\n");
    for line in lines {
        let escaped = line.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
        let _ = writeln!(text, "({escaped}) Tj T*");
    }
    text.push_str("ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>".to_owned(),
    ];
    let mut pdf = String::from("%PDF-1.4\n");
    let mut index = String::from("0000000000 65535 f \n");
    for (at, object) in objects.iter().enumerate() {
        let _ = writeln!(index, "{:010} 00000 n ", pdf.len());
        let _ = writeln!(pdf, "{} 0 obj\n{object}\nendobj", at + 1);
    }
    let (count, begins) = (objects.len() + 1, pdf.len());
    let _ =
        write!(pdf, "xref\n0 {count}\n{index}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{begins}\n%%EOF\n");
    pdf.into_bytes()
}
