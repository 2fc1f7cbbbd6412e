//! The audit log: entries about every item, found by everybody whom they name, and by liaisons.

use super::marked::Kind;
use super::{Cells, Stage, Words, words_of};

/// Addresses that this many entries do not fill.
const PAGES: usize = 40;

#[tokio::test]
async fn an_entry_names_an_item_only_to_those_who_can_read_it() {
    let mut stage = Stage::set().await;
    let all: Vec<_> = stage.marked.iter().map(|one| format!("'{}'", one.id)).collect();
    // Everybody is somebody whom each entry is about.
    let entries = format!(
        "insert into audit_log (at, action, subject_kind, subject_id, detail)
         select '2026-01-01', 'item.label-changed', 'item', id, (select jsonb_build_object('added', jsonb_agg(m.id)) from members m)
         from items where id in ({})",
        all.join(", ")
    );
    stage.scene.site.run(&entries).await;
    let mut cells = Cells::default();
    for mut eyes in stage.take_eyes() {
        let rooms = if eyes.is_liaison() { vec!["/log/mine", "/log"] } else { vec!["/log/mine"] };
        for room in rooms {
            let mut found = Words::new();
            let mut address = format!("{room}?action=item.label-changed");
            for _ in 0..PAGES {
                let page = eyes.actor.get(&address).await;
                found.append(&mut words_of(&page, ""));
                address = match page.attributes(".pagination a[rel=next]", "href").pop() {
                    Some(next) if page.status() == 200 => next,
                    _ => break,
                };
            }
            let listed = stage.marked.iter().filter(|one| eyes.person.is_some() && eyes.listed.contains(&one.id));
            let named = listed.filter(|one| one.kind != Kind::Note);
            let expected = named.map(|one| (one.number, if one.kind == Kind::File { 'f' } else { 't' })).collect();
            cells.words(stage.marked.len(), &found, &expected, &format!("{room} for {}", eyes.name));
        }
    }
    cells.judge(5_000, &stage.marked);
}
