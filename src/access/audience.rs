//! To whom a source addresses something besides itself: organisations, working groups, persons, and those who were at
//! a meeting.

use super::{Label, queries};
use crate::web::form::Check;
use chrono::NaiveDate;
use sqlx::PgConnection;
use uuid::Uuid;

/// Who is addressed, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audience {
    pub organisations: Vec<Uuid>,
    pub groups: Vec<Uuid>,
    pub people: Vec<Uuid>,
    /// Events: those on the attendance list.
    pub meetings: Vec<Uuid>,
}

/// Somebody or something that can be addressed.
#[derive(Clone, Debug)]
pub struct Choice {
    pub id: Uuid,
    pub slug: String,
    /// Empty for a meeting that the reader may not know of.
    pub name: String,
    /// The day of a meeting.
    pub day: Option<NaiveDate>,
    /// Whether it opens nothing any more: a group that was closed, a member who is no longer active. Such a one is
    /// offered only where it was chosen before.
    pub is_over: bool,
}

/// All that can be addressed.
pub struct Circles {
    pub organisations: Vec<Choice>,
    pub groups: Vec<Choice>,
    pub people: Vec<Choice>,
    pub meetings: Vec<Choice>,
}

/// Who was chosen on a form, by slug.
#[derive(Clone, Copy, Debug)]
pub struct Picked<'a> {
    pub organisations: &'a [String],
    pub groups: &'a [String],
    pub people: &'a [String],
    pub meetings: &'a [String],
}

impl Picked<'_> {
    /// Whether nobody was chosen.
    pub fn is_empty(&self) -> bool {
        [self.organisations, self.groups, self.people, self.meetings].iter().all(|slugs| slugs.is_empty())
    }
}

/// What sort of circle somebody was addressed as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Circle {
    Organisation,
    Group,
    Person,
    Meeting,
}

impl Circle {
    /// The word in text keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Group => "group",
            Self::Person => "person",
            Self::Meeting => "meeting",
        }
    }
}

/// One that is addressed. The name of a meeting that the reader may not know of is empty, and its slug a number in this
/// list.
#[derive(Clone, Debug)]
pub struct Addressed {
    pub circle: Circle,
    pub choice: Choice,
}

/// The slugs of those who are addressed in one way, to fill a form.
pub fn slugs(addressed: &[Addressed], circle: Circle) -> Vec<String> {
    addressed.iter().filter(|one| one.circle == circle).map(|one| one.choice.slug.clone()).collect()
}

/// How many of these are chosen, for the head of their list.
pub fn count_of(choices: &[Choice], chosen: &[String]) -> usize {
    choices.iter().filter(|choice| chosen.contains(&choice.slug)).count()
}

impl Audience {
    /// The same with this person among those who are named, as TLP:RED asks of whoever writes it.
    #[must_use]
    pub fn with(mut self, person: Uuid) -> Self {
        if !self.people.contains(&person) {
            self.people.push(person);
        }
        self
    }
}

impl Circles {
    /// Everything that this reader can address.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn load(conn: &mut PgConnection) -> sqlx::Result<Self> {
        Ok(Self {
            organisations: queries::organisations(conn).await?,
            groups: queries::groups(conn).await?,
            people: queries::people(conn).await?,
            meetings: queries::meetings(conn).await?,
        })
    }

    /// The same with those to whom an item is addressed now: a form must show what it would drop, also a group that was
    /// closed since, and what is beyond the first of a long list.
    #[must_use]
    pub fn beside(mut self, addressed: &[Addressed]) -> Self {
        for one in addressed {
            let circle = match one.circle {
                Circle::Organisation => &mut self.organisations,
                Circle::Group => &mut self.groups,
                Circle::Person => &mut self.people,
                Circle::Meeting => &mut self.meetings,
            };
            if circle.iter().all(|choice| choice.id != one.choice.id) {
                circle.push(one.choice.clone());
            }
        }
        self
    }

    /// Checks a choice against the label: TLP:CLEAR and TLP:GREEN need no audience, TLP:RED knows persons only. What is
    /// wrong stands on the fields `audience`, `groups`, `people` and `meetings`.
    pub fn check(&self, check: &mut Check, label: Option<Label>, picked: Picked<'_>) -> Option<Audience> {
        let organisations = check.choice("audience", ids(&self.organisations, picked.organisations));
        let groups = check.choice("groups", ids(&self.groups, picked.groups));
        let people = check.choice("people", ids(&self.people, picked.people));
        let meetings = check.choice("meetings", ids(&self.meetings, picked.meetings));
        let each = [
            ("audience", picked.organisations),
            ("groups", picked.groups),
            ("people", picked.people),
            ("meetings", picked.meetings),
        ];
        match label {
            Some(Label::Clear | Label::Green) => {
                for (field, slugs) in each {
                    check.must(field, slugs.is_empty(), "access-error-wide");
                }
            }
            Some(Label::Red) => {
                check.must("audience", picked.organisations.is_empty(), "access-error-red");
                check.must("groups", picked.groups.is_empty(), "access-error-red");
                let somebody = !picked.people.is_empty() || !picked.meetings.is_empty();
                check.must("people", somebody, "access-error-red-nobody");
            }
            Some(Label::Amber | Label::AmberStrict) | None => {}
        }
        Some(Audience { organisations: organisations?, groups: groups?, people: people?, meetings: meetings? })
    }
}

fn ids(choices: &[Choice], slugs: &[String]) -> Option<Vec<Uuid>> {
    slugs.iter().map(|slug| choices.iter().find(|choice| choice.slug == *slug).map(|choice| choice.id)).collect()
}
