//! A line shown alone, in what its clause stands in: an item with its mark, a row under the heads of its columns, a quotation, code.

use std::ops::Range;

use domain::{
    diff::{Piece, PieceKind},
    text::{Block, Clause, ClauseKind, Line, ListKind, Table, Text},
};
use leptos::prelude::*;

use super::hunk_rows::pieces;

/// A line that is shown without its neighbours.
pub struct Framed<'a> {
    pub text: &'a Text,
    pub line: u32,
    /// The classes of the line.
    pub class: &'a str,
    /// Its words, with what is gone and what is new.
    pub words: Vec<Piece>,
    /// Whether the heads of its columns are shown with a row.
    pub heads: bool,
}

impl Framed<'_> {
    /// The line in its frame, `counter` before its words; `set` says in which language and face words are set.
    pub fn view(&self, counter: AnyView, set: &dyn Fn(AnyView) -> AnyView) -> AnyView {
        let place =
            self.text.line(self.line).and_then(|line| Some((line, self.text.clause(line.clause as usize)?)));
        let block = place.and_then(|(line, _)| self.text.alone(line.clause));
        match (place, block) {
            (Some((line, clause)), Some(block)) => {
                self.block(&block, None, &Leaf { line, clause, set }, counter)
            }
            _ => view! { <p class=self.class.to_owned()>{counter}{set(pieces(self.words.iter()))}</p> }
                .into_any(),
        }
    }

    fn block(&self, block: &Block, lead: Option<u32>, leaf: &Leaf<'_>, counter: AnyView) -> AnyView {
        let first = |blocks: &[Block], lead, counter| match blocks.first() {
            Some(block) => self.block(block, lead, leaf, counter),
            None => ().into_any(),
        };
        match block {
            Block::Clause(index) => self.leaf(leaf, lead == Some(*index), counter),
            Block::List(list) => {
                let Some(item) = list.items.first() else { return ().into_any() };
                let inside = first(&item.blocks, item.lead, counter);
                match list.kind {
                    ListKind::Bullets => view! { <ul role="list"><li>{inside}</li></ul> }.into_any(),
                    ListKind::Numbered { .. } => {
                        view! { <ol role="list"><li value=item.number>{inside}</li></ol> }.into_any()
                    }
                    ListKind::Typed => {
                        view! { <ol role="list" class="typed"><li>{inside}</li></ol> }.into_any()
                    }
                }
            }
            Block::Quote(blocks) => {
                view! { <blockquote>{first(blocks, lead, counter)}</blockquote> }.into_any()
            }
            Block::Table(table) => self.table(table, leaf, counter),
            Block::Meanings(entries) => {
                let Some(entry) = entries.first() else { return ().into_any() };
                match entry.meanings.first() {
                    Some(meaning) => view! { <dl><dd>{first(meaning, None, counter)}</dd></dl> }.into_any(),
                    None => view! { <dl><dt>{self.leaf(leaf, false, counter)}</dt></dl> }.into_any(),
                }
            }
            Block::Note(note) => {
                let lead = note.blocks.first().and_then(Block::first_clause);
                view! { <div class="note">{first(&note.blocks, lead, counter)}</div> }.into_any()
            }
        }
    }

    fn leaf(&self, leaf: &Leaf<'_>, leads: bool, counter: AnyView) -> AnyView {
        let Leaf { line, clause, set } = leaf;
        // A mark that was typed stands among the words already.
        let mark = (line.number == clause.lines.first() && clause.number_chars == 0)
            .then(|| self.text.mark(clause).0.or(leads.then_some("•".into())))
            .flatten();
        // So does the number of a list where it became another, or the clause was moved.
        let said: String = self.words.iter().map(|piece| piece.text.as_str()).collect();
        let mark =
            mark.filter(|mark| line.text.starts_with(mark.as_ref()) || !said.starts_with(mark.as_ref()));
        let mark = mark.map(|mark| view! { <span class="no">{mark.into_owned()}</span>" " });
        let class = match leads && mark.is_some() {
            true => format!("{} lead", self.class),
            false => self.class.to_owned(),
        };
        let words = pieces(self.words.iter());
        match clause.kind {
            ClauseKind::Code | ClauseKind::Html | ClauseKind::FrontMatter | ClauseKind::Definition => {
                view! { <pre class="verbatim"><span class=class>{counter}{mark}<code>{words}</code></span></pre> }.into_any()
            }
            _ => view! { <p class=class>{counter}{mark}{set(words)}</p> }.into_any(),
        }
    }

    fn table(&self, table: &Table, leaf: &Leaf<'_>, counter: AnyView) -> AnyView {
        let Leaf { line, clause, set } = leaf;
        let Some(cells) = cells(&self.words, line) else {
            return view! { <p class=self.class.to_owned()>{counter}{set(pieces(self.words.iter()))}</p> }
                .into_any();
        };
        let own_heads = clause.kind == ClauseKind::TableRow { header: true };
        let head =
            table.head.first().and_then(|row| self.text.line(self.text.clause(*row as usize)?.lines.first()));
        let head = head.filter(|_| self.heads && !own_heads).map(|head| {
            let cells = head.cells.iter().map(|cell| {
                let words = set(head.slice(cell).to_owned().into_any());
                view! { <th scope="col">{words}</th> }
            });
            view! { <thead><tr>{cells.collect::<Vec<_>>()}</tr></thead> }
        });
        let mut counter = Some(counter);
        let row = cells.iter().map(|words| {
            let (counter, words) = (counter.take(), set(pieces(words.iter())));
            match own_heads {
                true => view! { <th scope="col">{counter}{words}</th> }.into_any(),
                false => view! { <td>{counter}{words}</td> }.into_any(),
            }
        });
        let row = row.collect::<Vec<_>>();
        view! { <div class="across"><table>{head}<tbody><tr class=self.class.to_owned()>{row}</tr></tbody></table></div> }
            .into_any()
    }
}

/// The line itself, and how its words are set.
struct Leaf<'a> {
    line: &'a Line,
    clause: &'a Clause,
    set: &'a dyn Fn(AnyView) -> AnyView,
}

const BAR: &str = " | ";

/// The words of a row cell by cell; nothing when the bars themselves changed, so that the two rows have not the same cells.
fn cells(words: &[Piece], line: &Line) -> Option<Vec<Vec<Piece>>> {
    if let [whole] = words
        && whole.text == *line.text
    {
        let cell = |chars: &Range<u32>| vec![Piece { kind: whole.kind, text: line.slice(chars).to_owned() }];
        return Some(line.cells.iter().map(cell).collect());
    }
    let mut cells: Vec<Vec<Piece>> = vec![Vec::new()];
    for piece in words {
        let one_sided = words.iter().all(|other| other.kind == piece.kind);
        if piece.kind != PieceKind::Same && !one_sided {
            if piece.text.contains(BAR) {
                return None;
            }
            cells.last_mut()?.push(piece.clone());
            continue;
        }
        for (index, text) in piece.text.split(BAR).enumerate() {
            if index > 0 {
                cells.push(Vec::new());
            }
            if !text.is_empty() {
                cells.last_mut()?.push(Piece { kind: piece.kind, text: text.to_owned() });
            }
        }
    }
    // What ends in empty cells was trimmed, and a bar may stand in a cell.
    while cells.len() < line.cells.len() {
        let last = cells.last_mut()?.last_mut();
        if let Some(piece) = last
            && let Some(words) = piece.text.strip_suffix(BAR.trim_end())
        {
            piece.text.truncate(words.len());
        }
        cells.push(Vec::new());
    }
    (cells.len() == line.cells.len()).then_some(cells)
}
