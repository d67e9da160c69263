//! What reads otherwise under the same words: where they lead, and whether they are struck through.

use super::{Piece, PieceKind, words};
use crate::text::{Clause, Line, Run, Text};

/// How a character is to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Bearing<'a> {
    struck: bool,
    leads: Option<&'a str>,
}

impl<'a> Bearing<'a> {
    /// An address that leads to itself is as good as its words.
    fn of(run: &'a Run, line: &Line) -> Self {
        let words = line.slice(&run.chars);
        let leads = run.look.href.as_deref();
        Self { struck: run.look.strike, leads: leads.filter(|to| to.trim_start_matches("mailto:") != words) }
    }

    /// Words as Markdown writes them.
    fn spelled(self, words: &str) -> String {
        let words = if self.struck { format!("~~{words}~~") } else { words.to_owned() };
        self.leads.map_or_else(|| words.clone(), |to| format!("[{words}]({to})"))
    }
}

/// The bearing of each character of lines of one clause, from character `from` of it.
pub(super) fn bearings<'a>(lines: impl Iterator<Item = &'a Line>, from: u32) -> Vec<Bearing<'a>> {
    let mut all = Vec::new();
    for line in lines {
        all.resize(line.chars.end.saturating_sub(from) as usize, Bearing::default());
        for run in &line.formatted {
            let (start, end) = (run.chars.start.saturating_sub(from), run.chars.end.saturating_sub(from));
            if let Some(part) = all.get_mut(start as usize..end as usize) {
                part.fill(Bearing::of(run, line));
            }
        }
    }
    all
}

/// Whether two clauses with the same words lead to the same places and strike the same words.
pub(crate) fn same_bearing(old: (&Text, &Clause), new: (&Text, &Clause)) -> bool {
    let bare = |(text, clause): (&Text, &Clause)| {
        text.lines_in(clause.lines).iter().all(|line| line.formatted.is_empty())
    };
    if bare(old) && bare(new) {
        return true;
    }
    fn of<'a>((text, clause): (&'a Text, &Clause)) -> Vec<Bearing<'a>> {
        bearings(text.lines_in(clause.lines).iter(), 0)
    }
    let (before, after) = (of(old), of(new));
    let plain = |side: &[Bearing<'_>]| side.iter().all(|one| *one == Bearing::default());
    (plain(&before) && plain(&after))
        || marked(words(&old.1.text, &new.1.text), &before, &after).looks.is_empty()
}

/// Pieces in which words that stayed and read otherwise are marked, and these words with what they lead to.
pub(super) struct Marked {
    pub pieces: Vec<Piece>,
    pub looks: Vec<Piece>,
}

/// Marks words that stayed with another bearing. The sides keep their text.
pub(super) fn marked(pieces: Vec<Piece>, old: &[Bearing<'_>], new: &[Bearing<'_>]) -> Marked {
    let plain = |side: &[Bearing<'_>]| side.iter().all(|one| *one == Bearing::default());
    let mut found = Marked { pieces: Vec::with_capacity(pieces.len()), looks: Vec::new() };
    if plain(old) && plain(new) {
        return Marked { pieces, ..found };
    }
    let (mut i, mut j) = (0, 0);
    let mut rest = pieces.into_iter().peekable();
    while let Some(piece) = rest.next() {
        let count = piece.text.chars().count();
        match piece.kind {
            PieceKind::Same => found.stayed(&piece.text, from(old, i), from(new, j)),
            PieceKind::Was => {
                if let Some(now) = rest.next_if(|next| next.kind == PieceKind::Now) {
                    let length = now.text.chars().count();
                    found.retyped(piece, now, from(old, i), from(new, j));
                    j += length;
                } else {
                    found.pieces.push(piece);
                }
                i += count;
                continue;
            }
            PieceKind::Removed | PieceKind::Added | PieceKind::Now => found.pieces.push(piece.clone()),
        }
        i += if piece.kind.is_old() { count } else { 0 };
        j += if piece.kind.is_new() { count } else { 0 };
    }
    found
}

fn from<'s, 'a>(side: &'s [Bearing<'a>], start: usize) -> &'s [Bearing<'a>] {
    side.get(start..).unwrap_or_default()
}

/// The first that is not plain.
fn first<'a>(side: &[Bearing<'a>]) -> Bearing<'a> {
    side.iter().find(|one| **one != Bearing::default()).copied().unwrap_or_default()
}

/// What a character was and is, where that differs.
type Turn<'a> = Option<(Bearing<'a>, Bearing<'a>)>;

impl Marked {
    /// Exactly the same characters.
    fn stayed(&mut self, text: &str, old: &[Bearing<'_>], new: &[Bearing<'_>]) {
        let turns = turns(text, old, new);
        let all: Vec<_> = text.char_indices().map(|(start, _)| start).zip(turns).collect();
        for run in all.chunk_by(|one, next| one.1 == next.1) {
            let Some(&(start, turn)) = run.first() else { continue };
            let end =
                start + text[start..].char_indices().nth(run.len()).map_or(text.len() - start, |(at, _)| at);
            match turn {
                None => self.push(PieceKind::Same, &text[start..end]),
                Some(turn) => self.turn((&text[start..end], &text[start..end]), turn),
            }
        }
    }

    /// The same words in another typography.
    fn retyped(&mut self, was: Piece, now: Piece, old: &[Bearing<'_>], new: &[Bearing<'_>]) {
        let (before, after) = (in_order(&was.text, old), in_order(&now.text, new));
        if before == after {
            self.pieces.extend([was, now]);
            return;
        }
        let turn = (first(&before), first(&after));
        let turn = match (before.as_slice(), after.as_slice()) {
            ([before], [after]) => (*before, *after),
            _ => turn,
        };
        self.turn((&was.text, &now.text), turn);
    }

    fn turn(&mut self, (was, is): (&str, &str), (before, after): (Bearing<'_>, Bearing<'_>)) {
        for (kind, words, bearing) in [(PieceKind::Removed, was, before), (PieceKind::Added, is, after)] {
            self.push(kind, words);
            self.looks.push(Piece { kind, text: bearing.spelled(words) });
        }
    }

    fn push(&mut self, kind: PieceKind, text: &str) {
        self.pieces.push(Piece { kind, text: text.to_owned() });
    }
}

/// Where each character turned; white space goes with what is on both sides of it.
fn turns<'a>(text: &str, old: &[Bearing<'a>], new: &[Bearing<'a>]) -> Vec<Turn<'a>> {
    let known = text.chars().enumerate().map(|(index, c)| {
        let (was, is) =
            (old.get(index).copied().unwrap_or_default(), new.get(index).copied().unwrap_or_default());
        (!c.is_whitespace()).then(|| (was != is).then_some((was, is)))
    });
    let known: Vec<Option<Turn<'a>>> = known.collect();
    let mut after = vec![None; known.len()];
    let mut next = None;
    for (index, one) in known.iter().enumerate().rev() {
        next = one.unwrap_or(next);
        after[index] = next;
    }
    let mut last = None;
    let filled = known.into_iter().zip(after).map(|(one, after)| {
        last = one.unwrap_or(last);
        one.unwrap_or(if last == after { last } else { None })
    });
    filled.collect()
}

/// The bearings of words one after another.
fn in_order<'a>(text: &str, side: &[Bearing<'a>]) -> Vec<Bearing<'a>> {
    let said = text.chars().zip(side).filter(|(c, _)| !c.is_whitespace());
    let mut all: Vec<_> = said.map(|(_, bearing)| *bearing).collect();
    all.dedup();
    all
}
