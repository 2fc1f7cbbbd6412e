//! What an operator types.

use super::program::{Folder, Served, free_address, said};
use std::net::TcpListener;

#[test]
fn the_help_and_the_doctor_read_like_documentation() {
    let folder = Folder::new();
    let help = folder.run(&["--help"]);
    let text = said(&help.stdout);
    assert!(help.status.success());
    for word in [
        "serve",
        "migrate",
        "demo",
        "member",
        "database",
        "doctor",
        "ADDR",
        "PUBLIC_URL",
        "DATA_DIR",
        "DATABASE_URL",
        "SMTP_URL",
        "LOG",
    ] {
        assert!(text.contains(word), "{word} in {text}");
    }
    for line in text.lines() {
        assert!(line.chars().count() <= 100, "{line}");
    }
    let doctor = folder.run(&["doctor"]);
    let text = said(&doctor.stdout);
    assert!(doctor.status.success(), "{text}");
    for word in ["PostgreSQL", "All is there.", &folder.data().display().to_string()] {
        assert!(text.contains(word), "{word} in {text}");
    }
    let wrong = folder.run(&["doctor", "--site-logo", "not-there.svg"]);
    assert!(!wrong.status.success() && said(&wrong.stdout).contains("SITE_LOGO cannot be used: not-there.svg"));
    let unknown = folder.run(&["brew"]);
    assert!(!unknown.status.success() && said(&unknown.stderr).contains("brew"));
    assert!(!folder.data().exists(), "looking makes nothing");
}

#[test]
fn settings_that_cannot_work_are_refused_in_a_sentence() {
    let folder = Folder::new();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    let cases: [(&[(&str, &str)], &str); 8] = [
        (&[("ADDR", &address)], "something answers there already"),
        (&[("ADDR", "nowhere")], "ADDR"),
        (&[("DATABASE_URL", "mysql://x")], "DATABASE_URL"),
        (&[("DATABASE_URL", "postgres://x@127.0.0.1:1/x")], "the database"),
        (&[("LOG", "!!!===")], ""),
        (&[("SITE_LOGO", "not-there.svg")], "SITE_LOGO cannot be used: not-there.svg"),
        (&[("SITE_ACCENT", "blue")], "\"blue\" is no colour such as #0b587f"),
        (&[("SITE_TEXTS", "not-there")], "SITE_TEXTS cannot be used: not-there/en.ftl"),
    ];
    for (settings, part) in cases {
        let mut command = folder.polder(&["serve"]);
        command.env("ADDR", free_address().to_string()).envs(settings.iter().copied());
        let output = command.output().expect("it runs");
        let text = said(&output.stderr);
        assert!(!output.status.success(), "{settings:?}");
        assert!(text.contains(part), "{settings:?}: {text}");
        assert!(!text.contains("panicked") && text.lines().count() <= 8, "{settings:?}: {text}");
    }
}

#[test]
fn a_first_installation_from_nothing_to_its_first_liaison() {
    let folder = Folder::new();
    let address = free_address();
    let public = format!("http://{address}");
    let member = |arguments: &[&str]| {
        let mut command = folder.polder(arguments);
        command.env("PUBLIC_URL", &public).output().expect("it runs")
    };
    let made = member(&["member", "eva@polder.example", "Eva Eerste", "Polder", "--liaison"]);
    let text = said(&made.stdout);
    assert!(made.status.success(), "{}", said(&made.stderr));
    let link = text.split_whitespace().find(|word| word.starts_with("http")).expect("a link").to_owned();
    let again = member(&["member", "EVA@polder.example", "--liaison"]);
    assert!(again.status.success(), "roles can be given to who is there: {}", said(&again.stderr));
    let nobody = member(&["member", "new@polder.example", "--liaison"]);
    assert!(!nobody.status.success() && said(&nobody.stderr).contains("is no member yet"));
    let without = member(&["member", "eva@polder.example", "--remove-second-factor"]);
    assert!(!without.status.success() && said(&without.stderr).contains("has no second factor"));
    let lost =
        "psql -XAtq \"$DATABASE_URL\" -c \"insert into authenticators (member_id, secret, created_at, confirmed_at)
                select id, 'a secret of 20 bytes', created_at, created_at from members\"";
    assert!(folder.run(&["database", "--", "sh", "-c", lost]).status.success());
    let removed = member(&["member", "eva@polder.example", "--remove-second-factor"]);
    assert!(said(&removed.stdout).contains("is removed"), "{}", said(&removed.stderr));
    assert!(!member(&["member", "eva@polder.example", "--remove-second-factor"]).status.success(), "it is gone");
    let wrong = member(&["member", "no address", "Eva", "Polder"]);
    assert!(!wrong.status.success() && said(&wrong.stderr).contains("is no mail address"));
    let demo = member(&["demo"]);
    assert!(!demo.status.success());
    assert!(said(&demo.stderr).contains("already holds members"), "{}", said(&demo.stderr));

    let sql = "psql -XAtq \"$DATABASE_URL\" -c 'select count(*), min(name) from members'";
    // Who is there already is told of the roles.
    let told = "psql -XAtq \"$DATABASE_URL\" -c 'select payload from jobs' | grep -c roles-given";
    assert_eq!(said(&folder.run(&["database", "--", "sh", "-c", told]).stdout).trim(), "1");
    let asked = folder.run(&["database", "--", "sh", "-c", sql]);
    assert_eq!(said(&asked.stdout).trim(), "1|Eva Eerste", "{}", said(&asked.stderr));
    let failed = folder.run(&["database", "--", "sh", "-c", "exit 7"]);
    assert_eq!(failed.status.code(), Some(7), "the command's own code comes back");
    assert!(folder.run(&["migrate"]).status.success());

    let served =
        Served::start_with(&folder, |command| command.env("ADDR", address.to_string()).env("PUBLIC_URL", &public));
    let path = link.strip_prefix(&public).expect("a link to the site");
    let page =
        super::program::ask(address, &format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    assert_eq!(page.expect("an answer").status, 200, "the link works");
    drop(served);
}

#[test]
fn a_second_site_on_one_folder_joins_and_on_one_port_is_refused() {
    let folder = Folder::new();
    let first = Served::start(&folder);
    let refused = folder.polder(&["serve"]).env("ADDR", first.address.to_string()).output().expect("it runs");
    assert!(!refused.status.success());
    assert!(said(&refused.stderr).contains("something answers there already; choose another with ADDR"));
    let second = Served::start(&folder);
    assert_eq!(second.get("/articles").status, 200);
    drop(first);
    assert_eq!(second.get("/articles").status, 200, "the second keeps the database");
}

#[test]
fn an_operator_changes_how_wide_a_role_may_publish_without_approval() {
    let folder = Folder::new();
    for (words, part) in [
        (&["cap", "publisher", "PURPLE"][..], "PURPLE is no label: give CLEAR, GREEN, AMBER"),
        (&["cap", "publisher", "AMBER STRICT"][..], "is no label"),
    ] {
        let wrong = folder.run(words);
        assert!(!wrong.status.success() && said(&wrong.stderr).contains(part), "{}", said(&wrong.stderr));
    }
    assert!(!folder.data().exists(), "what is mistyped starts no database");
    let listed = folder.run(&["cap"]);
    let text = said(&listed.stdout);
    assert!(listed.status.success(), "{}", said(&listed.stderr));
    for line in [
        "publisher   as widely as TLP:AMBER",
        "coordinator as widely as TLP:AMBER",
        "liaison     as widely as TLP:CLEAR",
    ] {
        assert!(text.contains(line), "{text}");
    }
    for (words, part) in [
        (&["cap", "member", "GREEN"][..], "member is no role that publishes: give publisher, coordinator, liaison"),
        (&["cap", "publisher"][..], "say how wide"),
    ] {
        let wrong = folder.run(words);
        assert!(!wrong.status.success() && said(&wrong.stderr).contains(part), "{}", said(&wrong.stderr));
    }
    assert!(
        said(&folder.run(&["cap", "publisher", "tlp:green"]).stdout).contains("publisher   as widely as TLP:GREEN")
    );
    assert!(said(&folder.run(&["cap", "coordinator", "none"]).stdout).contains("coordinator nothing"));
    // The same again changes nothing, and is not written down.
    assert!(folder.run(&["cap", "coordinator", "none"]).status.success());
    let sql = "psql -XAtq \"$DATABASE_URL\" -c \"select detail from audit_log where action = 'installation.cap-changed' order by at\"";
    let log = said(&folder.run(&["database", "--", "sh", "-c", sql]).stdout);
    let lines: Vec<_> = log.lines().collect();
    assert_eq!(
        lines,
        [
            r#"{"to": "GREEN", "from": "AMBER", "role": "publisher"}"#,
            r#"{"to": null, "from": "AMBER", "role": "coordinator"}"#
        ]
    );
}

#[test]
fn the_chain_of_the_log_is_proved_from_the_command_line() {
    let folder = Folder::new();
    assert!(folder.run(&["member", "eva@polder.example", "Eva Eerste", "Polder", "--liaison"]).status.success());
    let kept = said(&folder.run(&["audit", "head"]).stdout).trim().to_owned();
    assert_eq!(kept.len(), 64, "{kept}");
    let proved = folder.run(&["audit", "verify", "--head", &kept]);
    assert!(proved.status.success() && said(&proved.stdout).contains("Up to entry 2 the log is as it was"));
    for (typed, part) in [("xyz", "xyz is no hash"), (&"0".repeat(62), "is no hash")] {
        let wrong = folder.run(&["audit", "verify", "--head", typed]);
        assert!(!wrong.status.success() && said(&wrong.stderr).contains(part), "{}", said(&wrong.stderr));
    }
    let tamper = "psql -XAtq \"$DATABASE_URL\" -c \"set session_replication_role = replica; update audit_log set action = 'x' where id = 1\"";
    assert!(folder.run(&["database", "--", "sh", "-c", tamper]).status.success());
    let broken = folder.run(&["audit", "verify"]);
    assert_eq!(broken.status.code(), Some(1));
    assert!(said(&broken.stdout).contains("The chain is broken: entry 1 was altered"), "{}", said(&broken.stdout));
}
