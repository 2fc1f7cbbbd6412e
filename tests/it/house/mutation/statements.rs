//! What is tried, each with the name that `attempts.txt` has for it.

const REVISION: &str = "insert into revisions (id, article_id, number, state, title, summary, kind, language, body_markdown, body_html,
    headings, words, renderer_version, created_at, updated_at, published_at)
    values ({id}, {article}, 99, '{state}', 'T', '', 'case', 'en', '', '', '[]', 1, 1, '2026-01-01', '2026-01-01', {published})";
const EVENT: &str = "insert into events (id, slug, title, summary, kind, language, body_markdown, body_html, starts_local, ends_local,
    zone, starts_at, ends_at, place, created_at, updated_at)
    values ({id}, 'new', 'T', '', 'webinar', 'en', '', '', '2027-01-01', '2027-01-02', 'UTC', '2027-01-01', '2027-01-02', 'Delft',
    '2026-01-01', '2026-01-01')";
const ASK: &str = "insert into join_requests (id, state, email, name, organisation_name, function, sector, motivation, language,
    rules_version, created_at, since, proven_at) values ({new}, '{state}', 'x@y.example', 'X', 'Y', 'Z', 'food', 'Because.', 'en', 1, '2026-01-01', '2026-01-01', {proven})";

/// The tables with a rule of their own.
const OWN: &[&str] = &[
    "attendances",
    "audit_log",
    "authenticators",
    "glass_breaks",
    "invitations",
    "item_reads",
    "join_messages",
    "join_notes",
    "join_requests",
    "organisation_clients",
    "organisation_domains",
    "passkeys",
    "presences",
    "provider_identities",
    "recovery_codes",
    "retention_runs",
    "rule_agreements",
    "vouch_asks",
    "vouches",
    "wider_requests",
    "working_group_members",
    "working_groups",
];

/// All attempts, by name; `{…}` is an id.
pub fn statements() -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> =
        OWN.iter().map(|t| (format!("sees {t}"), format!("select from {t}"))).collect();
    let mut add = |name: &str, sql: &str| all.push((name.to_owned(), sql.to_owned()));
    for owner in ["me", "zoe"] {
        for_oneself(&mut add, owner);
        signed(&mut add, owner);
    }
    add(
        "tells of a cut of the audit log",
        "insert into audit_log (at, actor_id, action, subject_kind, subject_id)
         values ('2026-01-01', {me}, 'installation.log-cut', 'installation', {new})",
    );
    on_texts(&mut add);
    on_tables(&mut add);
    on_join_requests(&mut add);
    to_join(&mut add);
    all
}

/// What somebody does for themselves, or in the place of another.
fn for_oneself(add: &mut impl FnMut(&str, &str), owner: &str) {
    add(
        &format!("writes into the audit log in the name of {owner}"),
        &format!(
            "insert into audit_log (at, actor_id, action, subject_kind, subject_id)
            values ('2026-01-01', {{{owner}}}, 'x.y', 'installation', {{new}})"
        ),
    );
    add(
        &format!("makes an item of {owner}"),
        &format!(
            "insert into items (id, kind, stage, label, source_id, owner_id)
            values ({{new}}, 'revision', 'work', 'GREEN', {{org-kestrel-controls}}, {{{owner}}})"
        ),
    );
    add(
        &format!("says that {owner} comes"),
        &format!(
            "insert into attendances (event_id, member_id, answer, at) values ({{green-event}}, {{{owner}}}, 'yes', '2026-01-01')"
        ),
    );
    add(
        &format!("says that {owner} comes to what is TLP:RED"),
        &format!(
            "insert into attendances (event_id, member_id, answer, at) values ({{red-event}}, {{{owner}}}, 'yes', '2026-01-01')"
        ),
    );
    add(
        &format!("adds a second factor for {owner}"),
        &format!("insert into authenticators (member_id, secret, created_at) values ({{{owner}}}, decode(repeat('5b', 20), 'hex'), '2026-01-01')
            on conflict do nothing"),
    );
    add(
        &format!("gives the second factor to {owner}"),
        &format!("update authenticators set member_id = {{{owner}}} where member_id = {{nina}}"),
    );
    add(
        &format!("adds a recovery code for {owner}"),
        &format!(
            "insert into recovery_codes (member_id, code_hash) values ({{{owner}}}, decode(repeat('5b', 32), 'hex'))"
        ),
    );
    add(
        &format!("gives the recovery code to {owner}"),
        &format!("update recovery_codes set member_id = {{{owner}}} where member_id = {{nina}}"),
    );
    add(
        &format!("adds a passkey for {owner}"),
        &format!(
            "insert into passkeys (id, member_id, credential_id, credential, name, backed_up, created_at)
            values ({{new}}, {{{owner}}}, decode(repeat('5b', 16), 'hex'), '[]', 'Mine', false, '2026-01-01')"
        ),
    );
    add(
        &format!("gives the passkey to {owner}"),
        &format!("update passkeys set member_id = {{{owner}}} where member_id = {{nina}}"),
    );
    add(
        &format!("links somebody at the provider to {owner}"),
        &format!(
            "insert into provider_identities (issuer, subject, member_id, linked_at)
            values ('https://other.example', {{new}}::text, {{{owner}}}, '2026-01-01')"
        ),
    );
    add(
        &format!("gives the link to the provider to {owner}"),
        &format!(
            "update provider_identities set member_id = {{{owner}}}, issuer = 'https://third.example' where member_id = {{nina}}"
        ),
    );
    add(
        &format!("agrees to the house rules as {owner}"),
        &format!("insert into rule_agreements (member_id, version, agreed_at) values ({{{owner}}}, 9, '2026-01-01')"),
    );
    add(
        &format!("asks for wider sharing as {owner}"),
        &format!("insert into wider_requests (id, item_id, asked_by, asked_at, wanted, purpose)
            values ({{new}}, {{amber-published}}, {{{owner}}}, '2026-01-01', 'CLEAR', 'For a colleague.') on conflict do nothing"),
    );
    add(
        &format!("declines as {owner}"),
        &format!(
            "update wider_requests set state = 'declined', answered_by = {{{owner}}}, answered_at = '2026-01-01' where id = {{waiting}}"
        ),
    );
}

/// What is done in somebody's name.
fn signed(add: &mut impl FnMut(&str, &str), owner: &str) {
    for client in ["elsewhere", "neighbour"] {
        let host = if client == "elsewhere" { "kestrel-controls" } else { "elsewhere" };
        add(
            &format!("lists {client} as a client of {host}, by {owner}"),
            &format!(
                "insert into organisation_clients (organisation_id, client_id, since, listed_by)
                values ({{org-{host}}}, {{org-{client}}}, '2026-01-01', {{{owner}}})"
            ),
        );
    }
    for event in ["green-event", "red-event"] {
        add(
            &format!("notes who was at {event}, by {owner}"),
            &format!(
                "insert into presences (event_id, member_id, noted_at, noted_by) values ({{{event}}}, {{kees}}, '2026-01-01', {{{owner}}})"
            ),
        );
    }
    for text in ["green-draft", "tess-draft", "amber-submitted", "red-draft", "green-published"] {
        add(
            &format!("writes as {owner} what happened to {text}"),
            &format!(
                "insert into revision_events (id, revision_id, at, actor_id, action) values ({{new}}, {{{text}}}, '2026-01-01', {{{owner}}}, 'created')"
            ),
        );
    }
}

/// What is done to texts and those to whom they are addressed.
fn on_texts(add: &mut impl FnMut(&str, &str)) {
    for text in [
        "green-draft",
        "amber-draft",
        "tess-draft",
        "amber-submitted",
        "red-draft",
        "green-published",
        "amber-published",
        "red-published",
    ] {
        add(&format!("touches {text}"), &format!("update items set label = label where id = {{{text}}}"));
        add(&format!("writes {text}"), &format!("update revisions set summary = summary where id = {{{text}}}"));
        add(
            &format!("addresses {text}"),
            &format!(
                "insert into item_grants (id, item_id, reason, member_id) values ({{new}}, {{{text}}}, 'audience', {{olga}})"
            ),
        );
        add(
            &format!("hands on {text}"),
            &format!(
                "insert into item_grants (id, item_id, reason, member_id) values ({{new}}, {{{text}}}, 'review', {{olga}})"
            ),
        );
    }
    for text in ["green-draft", "amber-draft", "amber-submitted"] {
        for circle in ["liaison", "reviewer"] {
            let sql = format!(
                "insert into item_grants (id, item_id, reason, circle) values ({{new}}, {{{text}}}, 'review', '{circle}')"
            );
            add(&format!("hands {text} to every {circle}"), &sql);
        }
        let sql = format!(
            "insert into item_grants (id, item_id, reason, member_id) values ({{new}}, {{{text}}}, 'review', {{kees}})"
        );
        add(&format!("asks a reader of tomorrow about {text}"), &sql);
    }
    for grant in [
        "grant-amber-draft",
        "grant-tess-draft",
        "left-review",
        "grant-amber-submitted",
        "grant-red-draft",
        "grant-amber-published",
        "grant-red-published",
        "review",
    ] {
        add(&format!("takes away {grant}"), &format!("delete from item_grants where id = {{{grant}}}"));
    }
}

/// What is done to the other tables.
fn on_tables(add: &mut impl FnMut(&str, &str)) {
    add("is told what waits", "select from sealed_items()");
    for item in ["bare-article-work", "bare-article-published", "bare-revision-work", "clear-event"] {
        let sql = format!("insert into articles (id, created_at) values ({{{item}}}, '2026-01-01')");
        add(&format!("makes an article of {item}"), &sql);
    }
    for item in ["bare-event-work", "bare-event-published", "bare-article-work", "clear-draft"] {
        add(&format!("makes an event of {item}"), &EVENT.replace("{id}", &format!("{{{item}}}")));
    }
    for (item, article, state) in [
        ("bare-revision-work", "their-article", "draft"),
        ("bare-revision-work", "their-article", "superseded"),
        ("bare-revision-work", "other-article", "draft"),
        ("bare-revision-published", "their-article", "draft"),
        ("bare-event-work", "their-article", "draft"),
        ("clear-event", "their-article", "draft"),
    ] {
        let sql = REVISION.replace("{id}", &format!("{{{item}}}")).replace("{article}", &format!("{{{article}}}"));
        let sql = sql
            .replace("{state}", state)
            .replace("{published}", if state == "draft" { "null" } else { "'2026-01-01'" });
        add(&format!("makes a {state} of {item} for {article}"), &sql);
    }
    add(
        "adds oneself to a group",
        "insert into working_group_members (group_id, member_id, since) values ({remote-access}, {me}, '2026-01-01')
         on conflict (group_id, member_id) do nothing",
    );
    add(
        "comes back to a group",
        "update working_group_members set until = null where group_id = {made-group} and member_id = {me}",
    );
    add(
        "leaves a group",
        "update working_group_members set until = '2027-01-01' where group_id = {made-group} and member_id = {me}",
    );
    add(
        "notes oneself at an event",
        "insert into presences (event_id, member_id, noted_at, noted_by) values ({green-event}, {me}, '2026-01-01', {me})
         on conflict do nothing",
    );
    add("changes an event", "update events set place = place where id = {green-event}");
    add("changes what was said of coming", "update attendances set answer = 'no' where event_id = {webinar}");
    add("takes away recovery codes", "delete from recovery_codes");
    add("takes away second factors", "delete from authenticators");
    add("takes away passkeys", "delete from passkeys");
    for (what, removed, error) in
        [("that failed", 0, "'away'"), ("that went well", 0, "null"), ("that removed", 1, "'away'")]
    {
        add(
            &format!("writes down a retention run {what}"),
            &format!(
                "insert into retention_runs (kind, ran_at, removed, error) values ('jobs', '2026-01-02', {removed}, {error})"
            ),
        );
    }
    add("takes away agreements to the house rules", "delete from rule_agreements");
    for (what, member, version, day) in [
        ("what an applicant agreed to", "approved", 7, 1),
        ("another version than an applicant agreed to", "approved", 8, 1),
        ("another time than an applicant agreed at", "approved", 7, 2),
        ("what an applicant agreed to, for somebody else", "zoe", 7, 1),
    ] {
        add(
            &format!("carries over {what}"),
            &format!(
                "insert into rule_agreements (member_id, version, agreed_at) values ({{{member}}}, {version}, '2026-01-0{day}')"
            ),
        );
    }
    add("takes away links to the provider", "delete from provider_identities");
    add(
        "makes a group",
        "insert into working_groups (id, slug, name, created_at) values ({new}, 'new', 'New', '2026-01-01')",
    );
    add("changes a group", "update working_groups set about = 'x' where id = {made-group}");
    add(
        "adds to a group",
        "insert into working_group_members (group_id, member_id, since) values ({made-group}, {kees}, '2026-01-01')",
    );
    add("changes who is in a group", "update working_group_members set since = since where group_id = {made-group}");
    add("takes away clients", "delete from organisation_clients");
    add("takes away who was there", "delete from presences");
    add("withdraws a request", "update wider_requests set state = 'withdrawn' where id = {waiting}");
    add(
        "grants a request",
        "update wider_requests set state = 'granted', answered_by = {me}, answered_at = '2026-01-01' where id = {waiting}",
    );
    add("withdraws what is withdrawn", "update wider_requests set state = 'withdrawn' where id = {withdrawn}");
    add(
        "makes a request that is answered",
        "insert into wider_requests (id, item_id, asked_by, asked_at, wanted, purpose, state)
        values ({new}, {amber-published}, {me}, '2026-01-01', 'CLEAR', 'For a colleague.', 'withdrawn')",
    );
    add(
        "asks about what is TLP:RED",
        "insert into wider_requests (id, item_id, asked_by, asked_at, wanted, purpose)
        values ({new}, {red-published}, {me}, '2026-01-01', 'CLEAR', 'For a colleague.')",
    );
}

/// What is done to the requests of people at the door.
fn on_join_requests(add: &mut impl FnMut(&str, &str)) {
    add("changes a join request", "update join_requests set name = name where id = {asked}");
    add("changes all join requests", "update join_requests set name = 'x'");
    for who in ["me", "zoe"] {
        add(
            &format!("asks an applicant in the name of {who}"),
            &format!(
                "insert into join_messages (id, request_id, at, kind, by_id, body) values ({{new}}, {{asked}}, '2026-01-01', 'question', {{{who}}}, 'Why?')"
            ),
        );
        add(
            &format!("notes something in the name of {who}"),
            &format!(
                "insert into join_notes (id, request_id, at, by_id, body) values ({{new}}, {{asked}}, '2026-01-01', {{{who}}}, 'Known.')"
            ),
        );
        add(
            &format!("notes a mail domain in the name of {who}"),
            &format!(
                "insert into organisation_domains (organisation_id, domain, added_at, added_by) values ({{org-kestrel-controls}}, 'new.example', '2026-01-01', {{{who}}})"
            ),
        );
    }
    for (name, who, state) in [
        ("invites in the name of me", "me", "open"),
        ("invites in the name of zoe", "zoe", "open"),
        ("invites as declined", "me", "declined"),
    ] {
        add(
            name,
            &format!(
                "insert into invitations (id, state, since, email, organisation_id, invited_by, language, created_at, expires_at)
                values ({{new}}, '{state}', '2026-01-01', 'x@y.example', {{org-kestrel-controls}}, {{{who}}}, 'en', '2026-01-01', '2027-01-01')"
            ),
        );
    }
    add("changes invitations", "update invitations set since = since where since is not null");
    add("takes away mail domains", "delete from organisation_domains");
}

/// How somebody asks to join.
fn to_join(add: &mut impl FnMut(&str, &str)) {
    for (name, state, proven) in [
        ("asks to join", "unproven", "null"),
        ("joins the queue", "waiting", "null"),
        ("asks with proof", "unproven", "'2026-01-01'"),
    ] {
        add(name, &ASK.replace("{state}", state).replace("{proven}", proven));
    }
    add(
        "asks as decided",
        &ASK.replace("proven_at)", "proven_at, decided_at)")
            .replace("{state}", "unproven")
            .replace("{proven})", "null, '2026-01-01')"),
    );
    add(
        "asks as a member",
        &ASK.replace("proven_at)", "proven_at, member_id)")
            .replace("{state}", "unproven")
            .replace("{proven})", "null, {kees})"),
    );
}
