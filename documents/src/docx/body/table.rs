//! Tables of a text, with rows that came and went.

use domain::text::{Column, Table};

use super::Body;
use crate::docx::{
    marks::{Change, Marks},
    paragraph::{Layout, Runs, STEP, begin, properties},
};

impl Body<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        self.begin_table(table.columns.len());
        for (rows, head) in [(&table.head, true), (&table.body, false)] {
            for row in rows {
                self.row(*row, head, &table.columns);
                self.gone_rows(*row, table.columns.len());
            }
        }
        self.end_table();
        // What went after the table stands after it, rows excepted.
        for row in table.head.iter().chain(&table.body) {
            self.gone_after(Some(*row));
        }
    }

    fn begin_table(&mut self, columns: usize) {
        self.xml.open("w:tbl", &[]);
        self.xml.open("w:tblPr", &[]);
        self.xml.empty("w:tblStyle", &[("w:val", "ComityTable")]);
        if self.shared.rtl {
            self.xml.empty("w:bidiVisual", &[]);
        }
        self.xml.empty("w:tblW", &[("w:w", "5000"), ("w:type", "pct")]);
        if self.inside.steps > 0 {
            let steps = (self.inside.steps * STEP).to_string();
            self.xml.empty("w:tblInd", &[("w:w", &steps), ("w:type", "dxa")]);
        }
        self.xml.raw("<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>");
        self.xml.close();
        self.xml.open("w:tblGrid", &[]);
        let width = (9070 / columns.max(1)).to_string();
        (0..columns).for_each(|_| self.xml.empty("w:gridCol", &[("w:w", &width)]));
        self.xml.close();
    }

    fn end_table(&mut self) {
        self.xml.close();
        // Two tables without a paragraph between would be one.
        self.xml.raw("<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr></w:p>");
    }

    fn row(&mut self, index: u32, head: bool, columns: &[Column]) {
        let clause = self.text.clause(index as usize);
        let line = clause.and_then(|clause| self.text.line(clause.lines.first()));
        let Some(line) = line else { return };
        let marked = self.marks.whole(index).cloned();
        self.xml.open("w:tr", &[]);
        if head || marked.is_some() {
            self.xml.open("w:trPr", &[]);
            if head {
                self.xml.raw("<w:cantSplit/><w:tblHeader/>");
            }
            if let Some((change, who)) = &marked {
                begin(&mut self.xml, &mut self.shared, *change, who);
                self.xml.close();
            }
            self.xml.close();
        }
        let marks = std::mem::take(&mut self.marks);
        if let Some(mut runs) = Runs::of(self.text, &marks, index, self.lines) {
            for (place, column) in columns.iter().enumerate() {
                let chars = line.cells.get(place).cloned();
                let last = place + 1 == columns.len();
                self.cell(&mut runs, (chars, last), head, *column);
            }
        }
        self.marks = marks;
        self.xml.close();
    }

    fn cell(
        &mut self,
        runs: &mut Runs<'_>,
        (chars, last): (Option<std::ops::Range<u32>>, bool),
        head: bool,
        column: Column,
    ) {
        let side = match column {
            Column::Center => Some("center"),
            Column::End => Some("end"),
            Column::Plain | Column::Start => None,
        };
        let style = if head { "TableHead" } else { "TableText" };
        let layout = Layout { style: Some(style.to_owned()), side, ..Layout::default() };
        self.xml.open("w:tc", &[]);
        self.xml.raw("<w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/></w:tcPr>");
        self.xml.open("w:p", &[]);
        properties(&mut self.xml, &mut self.shared, &layout, None);
        if let Some(chars) = chars {
            runs.write(&mut self.xml, &mut self.shared, chars, false);
        }
        if last {
            runs.finish(&mut self.xml, &mut self.shared);
        }
        self.xml.close();
        self.xml.close();
    }

    /// A row whose table is gone.
    pub(super) fn lone_row(&mut self, index: u32, header: bool) {
        let clause = self.text.clause(index as usize);
        let line = clause.and_then(|clause| self.text.line(clause.lines.first()));
        let columns = vec![Column::Plain; line.map_or(1, |line| line.cells.len())];
        self.begin_table(columns.len());
        self.row(index, header, &columns);
        self.end_table();
    }

    /// Writes the rows that an older version had after a row of the same table, as removed.
    fn gone_rows(&mut self, after: u32, columns: usize) {
        let Some(mut gone) = self.gone.take() else { return };
        let text = gone.text;
        for (index, who) in gone.take_rows(after) {
            let mut marks = Marks::default();
            marks.track_whole(index, Change::Removed, who);
            let own = (std::mem::replace(&mut self.text, text), std::mem::replace(&mut self.marks, marks));
            self.row(index, false, &vec![Column::Plain; columns]);
            (self.text, self.marks) = own;
        }
        self.gone = Some(gone);
    }
}
