//! Narrowing a list by what things are: groups of values with their counts. A value is a link that adds or takes away
//! itself, so it works without a script and can be shared.

/// The facets of a list, in the state that an address asks for.
#[derive(Clone, Debug)]
pub struct Facets {
    path: &'static str,
    query: Vec<(String, String)>,
    pub groups: Vec<Group>,
}

/// The values of one property.
#[derive(Clone, Debug)]
pub struct Group {
    pub name: &'static str,
    pub title: String,
    pub choices: Vec<Choice>,
}

/// A value: chosen, or with the count of what choosing it would show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub text: String,
    pub count: i64,
    pub is_chosen: bool,
    /// Where the list is with this value added, or taken away.
    pub address: String,
}

impl Group {
    /// Whether something in it is chosen, so that its values must be seen.
    pub fn is_open(&self) -> bool {
        self.choices.iter().any(|choice| choice.is_chosen)
    }
}

impl Facets {
    /// Facets for the list at `path`, asked for with these names and values. The page number is left out: another
    /// choice begins at the first page.
    pub fn new(path: &'static str, query: impl IntoIterator<Item = (String, String)>) -> Self {
        let query = query.into_iter().filter(|(name, value)| name != "page" && !value.is_empty()).collect();
        Self { path, query, groups: Vec::new() }
    }

    /// Adds a group; its values come as value, words and count. What is not chosen and would show nothing is left out.
    #[must_use]
    pub fn group(
        mut self,
        name: &'static str,
        title: impl ToString,
        values: impl IntoIterator<Item = (String, String, i64)>,
    ) -> Self {
        let choice = |(value, text, count): (String, String, i64)| {
            let pair = (name.to_owned(), value);
            let is_chosen = self.query.contains(&pair);
            let address = self.toggled(&pair);
            (is_chosen || count > 0).then_some(Choice { text, count, is_chosen, address })
        };
        let choices = values.into_iter().filter_map(choice).collect();
        self.groups.push(Group { name, title: title.to_string(), choices });
        self
    }

    /// What is chosen, in the order of the groups.
    pub fn chosen(&self) -> impl Iterator<Item = &Choice> {
        self.groups.iter().flat_map(|group| &group.choices).filter(|choice| choice.is_chosen)
    }

    /// Whether anything is chosen.
    pub fn is_narrowed(&self) -> bool {
        self.chosen().next().is_some()
    }

    /// The list with nothing chosen; what was searched for stays.
    pub fn cleared(&self) -> String {
        let is_facet = |name: &str| self.groups.iter().any(|group| group.name == name);
        self.address(self.query.iter().filter(|(name, _)| !is_facet(name)))
    }

    fn toggled(&self, pair: &(String, String)) -> String {
        let added = (!self.query.contains(pair)).then_some(pair);
        self.address(self.query.iter().filter(|other| *other != pair).chain(added))
    }

    fn address<'a>(&self, pairs: impl Iterator<Item = &'a (String, String)>) -> String {
        let query = serde_html_form::to_string(pairs.collect::<Vec<_>>()).unwrap_or_default();
        if query.is_empty() { self.path.to_owned() } else { format!("{}?{query}", self.path) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facets(query: &[(&str, &str)]) -> Facets {
        let query = query.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let value = |value: &str, count| (value.to_owned(), value.to_uppercase(), count);
        Facets::new("/articles", query)
            .group("sector", "Sector", [value("water", 7), value("food & drink", 2), value("rail", 0)])
            .group("kind", "Kind", [value("case", 0)])
    }

    #[test]
    fn a_value_adds_itself_and_begins_at_the_first_page() {
        let facets = facets(&[("q", "pumps"), ("page", "3")]);
        let choices = &facets.groups[0].choices;
        assert_eq!(choices.len(), 2, "rail would show nothing");
        assert_eq!(choices[0].address, "/articles?q=pumps&sector=water");
        assert_eq!(choices[1].address, "/articles?q=pumps&sector=food+%26+drink");
        assert!(!facets.is_narrowed() && facets.groups[1].choices.is_empty());
    }

    #[test]
    fn a_chosen_value_takes_itself_away_even_when_it_shows_nothing() {
        let facets = facets(&[("q", "pumps"), ("sector", "rail"), ("sector", "water"), ("kind", "")]);
        let chosen: Vec<_> = facets.chosen().map(|choice| (choice.text.as_str(), choice.address.as_str())).collect();
        let expected = [("WATER", "/articles?q=pumps&sector=rail"), ("RAIL", "/articles?q=pumps&sector=water")];
        assert_eq!(chosen, expected);
        assert_eq!(facets.cleared(), "/articles?q=pumps");
    }

    #[test]
    fn a_value_that_nobody_offers_is_neither_chosen_nor_lost() {
        let facets = facets(&[("sector", "\"><script>")]);
        assert!(!facets.is_narrowed());
        assert_eq!(facets.groups[0].choices[0].address, "/articles?sector=%22%3E%3Cscript%3E&sector=water");
        assert_eq!(facets.cleared(), "/articles");
    }
}
