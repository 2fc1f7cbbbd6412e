//! Tables: a region that can be scrolled with the keyboard, and alignment by class, because the
//! page's security policy forbids inline styles.

use pulldown_cmark::Alignment;

use super::Setting;
use super::clean::escape;

/// The table being written; tables do not nest.
#[derive(Default)]
pub(super) struct Table {
    /// Tables so far, this one included.
    number: usize,
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
}

impl Table {
    pub(super) fn open(&mut self, alignments: Vec<Alignment>, setting: &Setting) -> String {
        self.number += 1;
        self.alignments = alignments;
        let (name, number) = (escape(&setting.table), self.number);
        format!("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{name} {number}\"><table>")
    }

    pub(super) fn open_row(&mut self, in_head: bool) -> &'static str {
        self.column = 0;
        self.in_head = in_head;
        if in_head { "<thead><tr>" } else { "<tr>" }
    }

    pub(super) fn open_cell(&mut self) -> &'static str {
        let alignment = self.alignments.get(self.column).copied().unwrap_or(Alignment::None);
        self.column += 1;
        match (self.in_head, alignment) {
            (true, Alignment::None | Alignment::Left) => "<th scope=\"col\">",
            (true, Alignment::Center) => "<th scope=\"col\" class=\"align-center\">",
            (true, Alignment::Right) => "<th scope=\"col\" class=\"align-right\">",
            (false, Alignment::None | Alignment::Left) => "<td>",
            (false, Alignment::Center) => "<td class=\"align-center\">",
            (false, Alignment::Right) => "<td class=\"align-right\">",
        }
    }

    pub(super) fn close_cell(&self) -> &'static str {
        if self.in_head { "</th>" } else { "</td>" }
    }
}
