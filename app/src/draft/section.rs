//! A text as sections under its headings, made of the blocks of its tree.

use domain::text::{Block, Clause, ClauseId, LineRange, Text};

/// A heading and what stands under it, down to the next heading.
#[derive(Debug)]
pub struct Section<'a> {
    /// None for what comes before the first heading.
    pub heading: Option<&'a Clause>,
    pub id: Option<ClauseId>,
    pub blocks: Vec<Block>,
}

/// A heading wherever it stands, with the lines down to the next.
#[derive(Debug)]
pub struct Heading<'a> {
    pub clause: &'a Clause,
    pub id: Option<ClauseId>,
    pub lines: LineRange,
}

/// The sections of a text in order; `ids` are the ids of its clauses. A heading within a list or a quotation begins none.
pub fn sections<'a>(text: &'a Text, ids: &[ClauseId]) -> Vec<Section<'a>> {
    let mut sections: Vec<Section> = Vec::new();
    for block in text.tree() {
        let heading = match &block {
            Block::Clause(index) => {
                let clause = text.clause(*index as usize).filter(|clause| clause.is_heading());
                clause.map(|clause| (clause, ids.get(*index as usize).copied()))
            }
            _ => None,
        };
        if heading.is_some() || sections.is_empty() {
            let (heading, id) = heading.unzip();
            sections.push(Section { heading, id: id.flatten(), blocks: Vec::new() });
        }
        sections.last_mut().into_iter().for_each(|section| section.blocks.push(block.clone()));
    }
    sections
}

/// The headings of a text in order; `ids` are the ids of its clauses.
pub fn headings<'a>(text: &'a Text, ids: &[ClauseId]) -> Vec<Heading<'a>> {
    let mut headings: Vec<Heading> = Vec::new();
    for (index, clause) in text.clauses().iter().enumerate() {
        if clause.is_heading() {
            headings.push(Heading { clause, id: ids.get(index).copied(), lines: clause.lines });
        } else if let Some(last) = headings.last_mut() {
            last.lines = LineRange::spanning(last.lines.first(), clause.lines.last());
        }
    }
    headings
}

/// The id of a clause on the page, by which it is found in every version.
pub fn anchor(clause: ClauseId) -> String {
    format!("c-{}", clause.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_sections_of_blocks() {
        let text = Text::parse_unlimited(
            "Before.\n\n# One\n\nAsk first. Then act.\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n> ## Quoted\n\n## Two\n\n- c\n",
        );
        let ids: Vec<_> = (1..=text.clauses().len() as u32).map(ClauseId).collect();
        let sections = sections(&text, &ids);
        let shape: Vec<_> = sections.iter().map(|one| (one.id.map(anchor), one.blocks.len())).collect();
        let own = |id: &str| Some(id.to_owned());
        assert_eq!(shape, [(None, 1), (own("c-2"), 4), (own("c-7"), 2)]);
        let found: Vec<_> =
            headings(&text, &ids).iter().map(|one| (one.id.map(anchor), one.lines.to_string())).collect();
        let row = |id: &str, lines: &str| (own(id), lines.to_owned());
        assert_eq!(found, [row("c-2", "L2-L6"), row("c-6", "L7"), row("c-7", "L8-L9")]);
    }
}
