//! A text as sections under its headings, made of the blocks that stand on the page.

use domain::text::{Clause, ClauseId, ClauseKind, Line, LineRange, Text};

/// A heading and what stands under it, down to the next heading.
#[derive(Debug)]
pub struct Section<'a> {
    /// None for what comes before the first heading.
    pub heading: Option<&'a Clause>,
    pub id: Option<ClauseId>,
    pub blocks: Vec<Block<'a>>,
}

/// What is set as one thing: a line with its clause, or the rows of a table.
#[derive(Debug)]
pub enum Block<'a> {
    /// With the id of the clause when the line is its first, and the section is not the clause's own.
    Line(&'a Clause, &'a Line, Option<ClauseId>),
    Table(Vec<(&'a Clause, &'a Line, Option<ClauseId>)>),
}

/// The sections of a text in order; `ids` are the ids of its clauses.
pub fn sections<'a>(text: &'a Text, ids: &[ClauseId]) -> Vec<Section<'a>> {
    let mut sections: Vec<Section> = Vec::new();
    for (at, clause) in text.clauses().iter().enumerate() {
        if clause.is_heading() || sections.is_empty() {
            let heading = clause.is_heading().then_some(clause);
            let id = heading.and_then(|_| ids.get(at)).copied();
            sections.push(Section { heading, id, blocks: Vec::new() });
        }
        let Some(section) = sections.last_mut() else { continue };
        let own = ids.get(at).copied().filter(|_| !clause.is_heading());
        for line in text.lines_in(clause.lines) {
            let id = own.filter(|_| line.number == clause.lines.first());
            match (clause.kind, section.blocks.last_mut()) {
                (ClauseKind::TableRow { header: false }, Some(Block::Table(rows))) => {
                    rows.push((clause, line, id));
                }
                (ClauseKind::TableRow { .. }, _) => {
                    section.blocks.push(Block::Table(vec![(clause, line, id)]));
                }
                _ => section.blocks.push(Block::Line(clause, line, id)),
            }
        }
    }
    sections
}

/// The id of a clause on the page, by which it is found in every version.
pub fn anchor(clause: ClauseId) -> String {
    format!("c-{}", clause.0)
}

impl Section<'_> {
    /// Its id on the page.
    pub fn anchor(&self) -> Option<String> {
        self.id.map(anchor)
    }

    /// The lines it holds.
    pub fn lines(&self) -> Option<LineRange> {
        let (first, last) = (self.blocks.first()?, self.blocks.last()?);
        Some(LineRange::spanning(first.lines().first(), last.lines().last()))
    }
}

impl Block<'_> {
    /// The lines it holds.
    pub fn lines(&self) -> LineRange {
        match self {
            Self::Line(_, line, _) => LineRange::spanning(line.number, line.number),
            Self::Table(rows) => {
                let number = |row: Option<&(&Clause, &Line, _)>| row.map_or(1, |(_, line, _)| line.number);
                LineRange::spanning(number(rows.first()), number(rows.last()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_sections_of_lines_and_tables() {
        let text = Text::parse_unlimited(
            "Before.\n\n# One\n\nAsk first. Then act.\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n## Two\n\n- c\n",
        );
        let ids: Vec<_> = (1..=text.clauses().len() as u32).map(ClauseId).collect();
        let sections = sections(&text, &ids);
        let shape: Vec<_> = sections
            .iter()
            .map(|one| (one.anchor(), one.lines().map(|lines| lines.to_string()), one.blocks.len()))
            .collect();
        let row =
            |id: Option<&str>, lines: &str, blocks| (id.map(str::to_owned), Some(lines.to_owned()), blocks);
        let own = |block: &Block| match block {
            Block::Line(_, line, id) => (line.number, id.map(anchor)),
            Block::Table(rows) => (rows[0].1.number, rows[0].2.map(anchor)),
        };
        let found: Vec<_> = sections[1].blocks.iter().map(own).collect();
        // The heading is its section, a clause is found by its first line, and so is a row.
        assert_eq!(found, [(2, None), (3, Some("c-3".to_owned())), (4, None), (5, Some("c-4".to_owned()))]);
        assert_eq!(shape, [row(None, "L1", 1), row(Some("c-2"), "L2-L6", 4), row(Some("c-6"), "L7-L8", 2)]);
    }
}
