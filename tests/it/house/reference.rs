//! Who may read, said a second time and in plain Rust, from the words of TLP 2.0 and of `CONTRIBUTING.md`. It knows
//! nothing of the policies in the database; the tests compare the two.

use sqlx::{Connection, PgConnection, Row};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Somebody with an account.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: Uuid,
    pub email: String,
    pub active: bool,
    pub roles: Vec<String>,
    pub member_of: BTreeSet<Uuid>,
    pub publishes_for: BTreeSet<Uuid>,
}

/// Something with a label.
#[derive(Clone, Debug)]
pub struct Item {
    pub id: Uuid,
    pub published: bool,
    pub label: String,
    pub source: Uuid,
    pub owner: Uuid,
    /// Whom the source addressed: organisations and persons.
    pub organisations: BTreeSet<Uuid>,
    pub persons: BTreeSet<Uuid>,
    /// To whom it was handed to be judged: persons, and the holders of a role.
    pub judges: BTreeSet<Uuid>,
    pub judging_roles: BTreeSet<String>,
}

/// All people and items, as the owner of the tables sees them.
pub struct World {
    pub people: BTreeMap<Uuid, Person>,
    pub items: BTreeMap<Uuid, Item>,
}

impl World {
    /// May this person read this item? `None` is a visitor.
    pub fn may_read(viewer: Option<&Person>, item: &Item) -> bool {
        let Some(viewer) = viewer.filter(|person| person.active) else {
            return item.published && item.label == "CLEAR";
        };
        if !item.published {
            return Self::works_on(viewer, item);
        }
        let is_named = item.persons.contains(&viewer.id);
        let belongs = |organisation: &Uuid| viewer.member_of.contains(organisation);
        match item.label.as_str() {
            "CLEAR" | "GREEN" => true,
            "AMBER" | "AMBER+STRICT" => belongs(&item.source) || item.organisations.iter().any(belongs) || is_named,
            "RED" => is_named,
            other => panic!("an unknown label {other}: say here who may read it"),
        }
    }

    /// Whether this person works on the text: wrote it, publishes for its source, or was asked to judge it. A TLP:RED
    /// text is worked on by named persons only.
    pub fn works_on(viewer: &Person, item: &Item) -> bool {
        let for_source = viewer.publishes_for.contains(&item.source);
        let may_know = item.label != "RED" || item.persons.contains(&viewer.id);
        item.owner == viewer.id
            || (for_source && may_know)
            || item.judges.contains(&viewer.id)
            || viewer.roles.iter().any(|role| item.judging_roles.contains(role))
    }

    /// The items that this person may read.
    pub fn readable(&self, viewer: Option<&Person>) -> BTreeSet<Uuid> {
        self.items.values().filter(|item| Self::may_read(viewer, item)).map(|item| item.id).collect()
    }

    /// The person with this mail address.
    pub fn person(&self, email: &str) -> &Person {
        self.people.values().find(|person| person.email == email).unwrap_or_else(|| panic!("nobody is {email}"))
    }

    /// Reads everything, past all policies.
    pub async fn load(owner: &sqlx::postgres::PgConnectOptions) -> Self {
        let mut conn = PgConnection::connect_with(owner).await.expect("the owner's connection");
        let people = load_people(&mut conn).await;
        let items = load_items(&mut conn).await;
        conn.close().await.expect("closes");
        Self { people, items }
    }
}

async fn load_people(conn: &mut PgConnection) -> BTreeMap<Uuid, Person> {
    let rows = sqlx::query("select id, email, state::text, roles::text[] from members").fetch_all(&mut *conn).await;
    let mut people: BTreeMap<Uuid, Person> = rows
        .expect("members")
        .iter()
        .map(|row| {
            let person = Person {
                id: row.get("id"),
                email: row.get("email"),
                active: row.get::<String, _>("state") == "active",
                roles: row.get("roles"),
                member_of: BTreeSet::new(),
                publishes_for: BTreeSet::new(),
            };
            (person.id, person)
        })
        .collect();
    let sql = "select member_id, organisation_id, roles::text[] from memberships where until is null";
    for row in sqlx::query(sql).fetch_all(conn).await.expect("memberships") {
        let person = people.get_mut(&row.get("member_id")).expect("a member");
        person.member_of.insert(row.get("organisation_id"));
        if row.get::<Vec<String>, _>("roles").iter().any(|role| role == "publisher") {
            person.publishes_for.insert(row.get("organisation_id"));
        }
    }
    people
}

async fn load_items(conn: &mut PgConnection) -> BTreeMap<Uuid, Item> {
    let sql = "select id, stage::text, label::text, source_id, owner_id from items";
    let mut items: BTreeMap<Uuid, Item> = sqlx::query(sql)
        .fetch_all(&mut *conn)
        .await
        .expect("items")
        .iter()
        .map(|row| {
            let item = Item {
                id: row.get("id"),
                published: row.get::<String, _>("stage") == "published",
                label: row.get("label"),
                source: row.get("source_id"),
                owner: row.get("owner_id"),
                organisations: BTreeSet::new(),
                persons: BTreeSet::new(),
                judges: BTreeSet::new(),
                judging_roles: BTreeSet::new(),
            };
            (item.id, item)
        })
        .collect();
    let sql = "select item_id, reason::text, organisation_id, member_id, circle::text from item_grants";
    for row in sqlx::query(sql).fetch_all(conn).await.expect("grants") {
        let item = items.get_mut(&row.get("item_id")).expect("an item");
        let judging = row.get::<String, _>("reason") == "review";
        match (row.get("organisation_id"), row.get("member_id"), row.get("circle")) {
            (Some(organisation), None, None) if !judging => drop(item.organisations.insert(organisation)),
            (None, Some(person), None) if judging => drop(item.judges.insert(person)),
            (None, Some(person), None) => drop(item.persons.insert(person)),
            (None, None, Some(role)) if judging => drop(item.judging_roles.insert(role)),
            (organisation, person, circle) => {
                let (_, _, _): (Option<Uuid>, Option<Uuid>, Option<String>) = (organisation, person, circle);
                panic!("a grant that the reference does not know: {:?}", item.id)
            }
        }
    }
    items
}
