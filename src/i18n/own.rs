//! An installation's own texts: a folder with `en.ftl` and `nl.ftl` that say some of our keys in other words. They are
//! checked when they are read, so that no reader ever meets a text that cannot be written.

use super::Locale;
use super::catalogue::{Bundle, ours};
use anyhow::{Context, bail};
use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// First words of keys that stay ours, with the reason.
const NOT_REPLACED: [(&str, &str); 2] = [
    ("access", "what a label means is the same on every site"),
    ("markdown", "it is stored with the articles that were rendered with it"),
];

/// Texts in the place of ours, kept for the life of the program.
#[derive(Debug)]
pub struct OwnTexts {
    english: Bundle,
    dutch: Bundle,
    count: usize,
}

/// By reference: two installations never share them.
impl PartialEq for OwnTexts {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for OwnTexts {}

impl OwnTexts {
    /// Reads the folder.
    ///
    /// # Errors
    /// With the file and what is wrong in it: a file is missing, its syntax is broken, a key is not one of ours or
    /// stands in one language only, or a text has other placeholders than ours.
    pub fn read(folder: &Path) -> anyhow::Result<&'static Self> {
        let (english, in_english) = read_file(folder, Locale::En)?;
        let (dutch, in_dutch) = read_file(folder, Locale::Nl)?;
        for (keys, others, other) in [(&in_english, &in_dutch, Locale::Nl), (&in_dutch, &in_english, Locale::En)] {
            if let Some(key) = keys.difference(others).next() {
                bail!("{}: {key} is missing; say it in both languages", file(folder, other));
            }
        }
        Ok(Box::leak(Box::new(Self { english, dutch, count: in_english.len() })))
    }

    /// The texts of a language.
    pub(super) fn of(&self, locale: Locale) -> &Bundle {
        match locale {
            Locale::En => &self.english,
            Locale::Nl => &self.dutch,
        }
    }

    /// How many texts there are in each language.
    pub fn count(&self) -> usize {
        self.count
    }
}

fn file(folder: &Path, locale: Locale) -> String {
    folder.join(format!("{}.ftl", locale.tag())).display().to_string()
}

fn read_file(folder: &Path, locale: Locale) -> anyhow::Result<(Bundle, BTreeSet<String>)> {
    let name = file(folder, locale);
    let source = std::fs::read_to_string(&name).with_context(|| name.clone())?;
    let resource = FluentResource::try_new(source).map_err(|(resource, errors)| {
        let at = errors.first().map_or(0, |error| error.pos.start);
        let line = resource.source().get(..at).unwrap_or_default().lines().count().max(1);
        anyhow::anyhow!("{name}: the syntax is broken near line {line}")
    })?;
    let texts = messages(&resource).with_context(|| name.clone())?;
    for (key, placeholders) in &texts {
        check(key, placeholders, locale).with_context(|| name.clone())?;
    }
    let keys = texts.into_keys().collect();
    let mut bundle = Bundle::new(locale);
    bundle.add(resource).map_err(|errors| anyhow::anyhow!("{name}: {errors:?}"))?;
    Ok((bundle, keys))
}

fn check(key: &str, placeholders: &BTreeSet<String>, locale: Locale) -> anyhow::Result<()> {
    if let Some((_, reason)) = NOT_REPLACED.iter().find(|(first, _)| key.split('-').next() == Some(first)) {
        bail!("{key} cannot be replaced: {reason}");
    }
    let Some(expected) = ours(locale).placeholders(key) else { bail!("{key} is no text of this program") };
    if *placeholders != expected {
        let list = |names: &BTreeSet<String>| match names.is_empty() {
            true => "none".to_owned(),
            false => names.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", "),
        };
        bail!("{key} has the placeholders {}; ours has {}", list(placeholders), list(&expected));
    }
    Ok(())
}

/// The texts of a file with their placeholders.
fn messages(resource: &FluentResource) -> anyhow::Result<BTreeMap<String, BTreeSet<String>>> {
    let mut found = BTreeMap::new();
    for entry in resource.entries() {
        match entry {
            Entry::Message(message) => {
                let key = message.id.name;
                let pattern = message.value.as_ref().filter(|_| message.attributes.is_empty());
                let pattern = pattern.with_context(|| format!("{key} is not a plain text"))?;
                let names = placeholders(pattern).with_context(|| key.to_owned())?;
                if found.insert(key.to_owned(), names).is_some() {
                    bail!("{key} stands twice");
                }
            }
            Entry::Term(term) => bail!("-{} is a term; only texts can be replaced", term.id.name),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            Entry::Junk { content } => bail!("cannot be read: {}", content.trim()),
        }
    }
    Ok(found)
}

/// The placeholders of a text.
///
/// # Errors
/// When it uses more of the syntax than plain texts, placeholders and plural forms.
pub(super) fn placeholders(pattern: &Pattern<&str>) -> anyhow::Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, &mut names)?;
        }
    }
    Ok(names)
}

fn of_expression(expression: &Expression<&str>, names: &mut BTreeSet<String>) -> anyhow::Result<()> {
    match expression {
        Expression::Inline(inline) => of_inline(inline, names),
        Expression::Select { selector, variants } => {
            of_inline(selector, names)?;
            for variant in variants {
                names.extend(placeholders(&variant.value)?);
            }
            Ok(())
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) -> anyhow::Result<()> {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::Placeable { expression } => of_expression(expression, names)?,
        InlineExpression::FunctionReference { id, .. } => bail!("{}() is not known here", id.name),
        InlineExpression::MessageReference { id, .. } | InlineExpression::TermReference { id, .. } => {
            bail!("{} refers to another text, which is not possible here", id.name)
        }
    }
    Ok(())
}
