//! Who may read, said a second time and in plain Rust, from the words of TLP 2.0 and of `CONTRIBUTING.md`. It knows
//! nothing of the keys and policies in the database; the tests compare the two.

use chrono::{DateTime, Utc};
use sqlx::{Connection, PgConnection, Row};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Somebody with an account.
#[derive(Clone, Debug, Default)]
pub struct Person {
    pub id: Uuid,
    pub email: String,
    pub active: bool,
    pub roles: Vec<String>,
    pub member_of: BTreeSet<Uuid>,
    pub publishes_for: BTreeSet<Uuid>,
    pub coordinates: BTreeSet<Uuid>,
    /// Organisations that list one of the own as a client.
    pub client_of: BTreeSet<Uuid>,
    /// Working groups that are open, and of which the person is a member now.
    pub groups: BTreeSet<Uuid>,
    /// Events on whose attendance list the person stands.
    pub was_at: BTreeSet<Uuid>,
    /// Items whose glass the person broke, and until when.
    pub broke: BTreeMap<Uuid, DateTime<Utc>>,
}

impl Person {
    /// The same in a session without a second factor: roles that decide about others rest.
    pub fn rested(&self) -> Self {
        let roles = self.roles.iter().filter(|role| *role == "reviewer").cloned().collect();
        Self { roles, coordinates: BTreeSet::new(), ..self.clone() }
    }
}

/// Something with a label.
#[derive(Clone, Debug)]
pub struct Item {
    pub id: Uuid,
    pub kind: String,
    pub published: bool,
    pub label: String,
    pub source: Uuid,
    pub owner: Uuid,
    pub parent: Option<Uuid>,
    pub inherits: bool,
    /// Whom the source addressed.
    pub organisations: BTreeSet<Uuid>,
    pub groups: BTreeSet<Uuid>,
    pub persons: BTreeSet<Uuid>,
    pub meetings: BTreeSet<Uuid>,
    /// To whom it was handed to be judged: persons, and the holders of a role.
    pub judges: BTreeSet<Uuid>,
    pub judging_roles: BTreeSet<String>,
}

/// What a person gets who asks for an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It is there, in lists too.
    Listed,
    /// The same in a session with a second factor: its glass is broken.
    Broken,
    /// The same where only a role makes it theirs that rests without a second factor.
    Resting,
    /// It is there when it is opened, with a second factor; in no list.
    Sealed,
    /// Nothing.
    Closed,
}

/// All people and items, as the owner of the tables sees them.
pub struct World {
    pub people: BTreeMap<Uuid, Person>,
    pub items: BTreeMap<Uuid, Item>,
    /// When it was looked at.
    pub now: DateTime<Utc>,
}

impl World {
    /// How far this person gets. `None` is a visitor.
    pub fn reach(&self, viewer: Option<&Person>, item: &Item) -> Reach {
        let family = self.family(item);
        let broke = |one: &Item| {
            let mine = viewer.filter(|person| person.active).and_then(|person| person.broke.get(&one.id));
            mine.is_some_and(|until| *until > self.now)
        };
        if !family.iter().all(|one| self.may_know(viewer, one) || broke(one)) {
            Reach::Closed
        } else if family.iter().any(|one| one.label == "RED" || !self.is_for(viewer, one)) {
            // Also what is open by a broken glass alone.
            Reach::Sealed
        } else if family.iter().all(|one| self.may_know(viewer, one)) {
            let rested = viewer.map(Person::rested);
            let is_without = family.iter().all(|one| self.is_for(rested.as_ref(), one));
            if is_without { Reach::Listed } else { Reach::Resting }
        } else {
            Reach::Broken
        }
    }

    /// Whether this person comes across it in the ordinary course of reading.
    pub fn may_read(&self, viewer: Option<&Person>, item: &Item) -> bool {
        self.reach(viewer, item) == Reach::Listed
    }

    /// The item and all that it belongs to.
    fn family<'a>(&'a self, item: &'a Item) -> Vec<&'a Item> {
        let mut family = vec![item];
        while let Some(parent) = family.last().and_then(|last| last.parent) {
            family.push(&self.items[&parent]);
        }
        family
    }

    /// Whether this one item, by itself, is for this person.
    fn may_know(&self, viewer: Option<&Person>, item: &Item) -> bool {
        let broke =
            |viewer: &&Person| viewer.active && viewer.broke.get(&item.id).is_some_and(|until| *until > self.now);
        viewer.as_ref().is_some_and(broke) || self.is_for(viewer, item)
    }

    /// The same without any glass that was broken.
    pub fn is_for(&self, viewer: Option<&Person>, item: &Item) -> bool {
        let Some(viewer) = viewer.filter(|person| person.active) else {
            // A visitor: what is for the world, or stands or falls with what it belongs to.
            return item.inherits && item.kind != "note" || !item.inherits && item.published && item.label == "CLEAR";
        };
        if item.inherits {
            // The words of a review are for those who work on the text, whoever reads the text.
            return item.kind != "note" || item.parent.is_some_and(|id| Self::works_on(viewer, &self.items[&id]));
        }
        if !item.published {
            return Self::works_on(viewer, item);
        }
        let is_named = item.persons.contains(&viewer.id) || !item.meetings.is_disjoint(&viewer.was_at);
        let in_group = !item.groups.is_disjoint(&viewer.groups);
        let asked = |mine: &BTreeSet<Uuid>| mine.contains(&item.source) || !item.organisations.is_disjoint(mine);
        match item.label.as_str() {
            "CLEAR" | "GREEN" => true,
            "AMBER" => asked(&viewer.member_of) || asked(&viewer.client_of) || in_group || is_named,
            "AMBER+STRICT" => asked(&viewer.member_of) || in_group || is_named,
            "RED" => is_named,
            other => panic!("an unknown label {other}: say here who may read it"),
        }
    }

    /// Whether this person works on the text: wrote it and is still of its source, publishes for its source, or was asked
    /// to judge it. A TLP:RED text is worked on by named persons only.
    pub fn works_on(viewer: &Person, item: &Item) -> bool {
        let for_source = viewer.publishes_for.contains(&item.source);
        let may_know = item.label != "RED" || item.persons.contains(&viewer.id);
        (item.owner == viewer.id && viewer.member_of.contains(&item.source))
            || (for_source && may_know)
            || item.judges.contains(&viewer.id)
            || viewer.roles.iter().any(|role| item.judging_roles.contains(role))
    }

    /// The items that this person comes across: in a session with a second factor or without, and, `opening` something
    /// on purpose, also those under TLP:RED.
    pub fn readable(&self, viewer: Option<&Person>, second_factor: bool, opening: bool) -> BTreeSet<Uuid> {
        let is_there = |item: &&Item| match self.reach(viewer, item) {
            Reach::Listed => true,
            Reach::Broken | Reach::Resting => second_factor,
            Reach::Sealed => second_factor && opening,
            Reach::Closed => false,
        };
        self.items.values().filter(is_there).map(|item| item.id).collect()
    }

    /// The person with this mail address.
    pub fn person(&self, email: &str) -> &Person {
        self.people.values().find(|person| person.email == email).unwrap_or_else(|| panic!("nobody is {email}"))
    }

    /// Reads everything, past all policies, as it is at `now`.
    pub async fn load(owner: &sqlx::postgres::PgConnectOptions, now: DateTime<Utc>) -> Self {
        let mut conn = PgConnection::connect_with(owner).await.expect("the owner's connection");
        let people = load_people(&mut conn).await;
        let items = load_items(&mut conn).await;
        conn.close().await.expect("closes");
        Self { people, items, now }
    }
}

async fn pairs(conn: &mut PgConnection, sql: &'static str) -> Vec<(Uuid, Uuid)> {
    sqlx::query(sql).fetch_all(conn).await.expect(sql).iter().map(|row| (row.get(0), row.get(1))).collect()
}

async fn load_people(conn: &mut PgConnection) -> BTreeMap<Uuid, Person> {
    let rows = sqlx::query("select id, email, state::text, roles::text[] from members").fetch_all(&mut *conn).await;
    let mut people: BTreeMap<Uuid, Person> = rows
        .expect("members")
        .iter()
        .map(|row| {
            let active = row.get::<String, _>("state") == "active";
            let (id, email, roles) = (row.get("id"), row.get("email"), row.get("roles"));
            (id, Person { id, email, active, roles, ..Person::default() })
        })
        .collect();
    let sql = "select member_id, organisation_id, roles::text[] from memberships where until is null";
    for row in sqlx::query(sql).fetch_all(&mut *conn).await.expect("memberships") {
        let person = people.get_mut(&row.get("member_id")).expect("a member");
        let organisation: Uuid = row.get("organisation_id");
        person.member_of.insert(organisation);
        for role in row.get::<Vec<String>, _>("roles") {
            match role.as_str() {
                "publisher" => person.publishes_for.insert(organisation),
                "coordinator" => person.coordinates.insert(organisation),
                other => panic!("an unknown role {other}: say here what it lets somebody do"),
            };
        }
    }
    for (organisation, client) in pairs(conn, "select organisation_id, client_id from organisation_clients").await {
        for person in people.values_mut().filter(|person| person.member_of.contains(&client)) {
            person.client_of.insert(organisation);
        }
    }
    let sql = "select g.member_id, g.group_id from working_group_members g join working_groups w on w.id = g.group_id
        where g.until is null and w.closed_at is null";
    for (member, group) in pairs(conn, sql).await {
        people.get_mut(&member).expect("a member").groups.insert(group);
    }
    for (member, event) in pairs(conn, "select member_id, event_id from presences").await {
        people.get_mut(&member).expect("a member").was_at.insert(event);
    }
    for row in sqlx::query("select member_id, item_id, until from glass_breaks").fetch_all(conn).await.expect("breaks")
    {
        let person = people.get_mut(&row.get("member_id")).expect("a member");
        let until = row.get::<DateTime<Utc>, _>("until");
        let known = person.broke.entry(row.get("item_id")).or_insert(until);
        *known = until.max(*known);
    }
    people
}

async fn load_items(conn: &mut PgConnection) -> BTreeMap<Uuid, Item> {
    let sql = "select id, kind::text, stage::text, label::text, source_id, owner_id, parent_id, inherits from items";
    let mut items: BTreeMap<Uuid, Item> = sqlx::query(sql)
        .fetch_all(&mut *conn)
        .await
        .expect("items")
        .iter()
        .map(|row| {
            let item = Item {
                id: row.get("id"),
                kind: row.get("kind"),
                published: row.get::<String, _>("stage") == "published",
                label: row.get("label"),
                source: row.get("source_id"),
                owner: row.get("owner_id"),
                parent: row.get("parent_id"),
                inherits: row.get("inherits"),
                organisations: BTreeSet::new(),
                groups: BTreeSet::new(),
                persons: BTreeSet::new(),
                meetings: BTreeSet::new(),
                judges: BTreeSet::new(),
                judging_roles: BTreeSet::new(),
            };
            (item.id, item)
        })
        .collect();
    let sql =
        "select item_id, reason::text, organisation_id, group_id, member_id, event_id, circle::text from item_grants";
    for row in sqlx::query(sql).fetch_all(conn).await.expect("grants") {
        let item = items.get_mut(&row.get("item_id")).expect("an item");
        let id = |column: &str| row.get::<Option<Uuid>, _>(column);
        let known = match row.get::<String, _>("reason").as_str() {
            "audience" => id("organisation_id")
                .map(|id| item.organisations.insert(id))
                .or_else(|| id("group_id").map(|id| item.groups.insert(id)))
                .or_else(|| id("member_id").map(|id| item.persons.insert(id)))
                .or_else(|| id("event_id").map(|id| item.meetings.insert(id))),
            "review" => id("member_id")
                .map(|id| item.judges.insert(id))
                .or_else(|| row.get::<Option<String>, _>("circle").map(|role| item.judging_roles.insert(role))),
            _ => None,
        };
        assert!(known.is_some(), "a grant that the reference does not know: {:?}", item.id);
    }
    items
}
