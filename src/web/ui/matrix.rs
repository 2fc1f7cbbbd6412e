//! Counts of things by two of their properties, such as practices by the measure and the sector they are about.

use super::nav::Link;

/// A row: its head, and one count for each column.
#[derive(Clone, Debug)]
pub struct Row {
    pub head: Link,
    pub cells: Vec<Cell>,
}

/// How many things are at a crossing, and where they are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub count: i64,
    pub address: String,
}

/// The table. Every row has as many cells as there are columns.
#[derive(Clone, Debug)]
pub struct Matrix {
    pub columns: Vec<Link>,
    pub rows: Vec<Row>,
}

impl Matrix {
    /// Counts each crossing; `count` and `address` are asked with the places of row and column, from 0.
    pub fn new(
        columns: Vec<Link>,
        heads: Vec<Link>,
        count: impl Fn(usize, usize) -> i64,
        address: impl Fn(usize, usize) -> String,
    ) -> Self {
        let width = columns.len();
        let row = |(at, head)| Row {
            head,
            cells: (0..width).map(|column| Cell { count: count(at, column), address: address(at, column) }).collect(),
        };
        Self { columns, rows: heads.into_iter().enumerate().map(row).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_has_a_cell_for_every_crossing() {
        let heads = |words: &[&str]| words.iter().map(|word| Link::new(word, "/x")).collect::<Vec<_>>();
        let count = |row: usize, column: usize| i64::from(row == 1 && column == 2);
        let matrix = Matrix::new(heads(&["a", "b", "c"]), heads(&["x", "y"]), count, |r, c| format!("/x?{r}&{c}"));
        assert!(matrix.rows.iter().all(|row| row.cells.len() == 3));
        assert_eq!(matrix.rows[1].cells[2], Cell { count: 1, address: "/x?1&2".into() });
    }
}
