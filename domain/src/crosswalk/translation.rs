//! Texts of different languages: paired by place, not by words.

use super::{Known, Pairing, Relation, is_heading};
use crate::{
    diff::{Weight, common, hunk_id},
    text::{ClauseKind, Text},
};

/// Whether texts with these BCP 47 tags are in different languages, whatever the region or script.
pub fn is_translation(old: &str, new: &str) -> bool {
    let language = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    language(old) != language(new)
}

/// Clauses of the same kind and depth, in order; then what a person said.
pub(super) fn pairings(old: &Text, new: &Text, known: &Known) -> Vec<Pairing> {
    let mut became = in_place(old, new);
    for (clause, others) in &known.by_hand {
        for taken in &mut became {
            taken.retain(|other| !others.contains(other));
        }
        if let Some(one) = became.get_mut(*clause as usize) {
            one.clone_from(others);
        }
    }
    let by_hand = |clause: u32| known.by_hand.iter().any(|(one, _)| *one == clause);
    let mut pairings: Vec<(Option<u32>, Pairing)> = Vec::new();
    for clause in 0..new.clauses().len() as u32 {
        if became.iter().all(|others| !others.contains(&clause)) {
            pairings.push((Some(clause), pairing(old, new, (Vec::new(), vec![clause]), false)));
        }
    }
    for (clause, others) in became.into_iter().enumerate() {
        let clause = clause as u32;
        let first = others.first().copied();
        pairings.push((first, pairing(old, new, (vec![clause], others), by_hand(clause))));
    }
    in_order(pairings)
}

/// What was dropped stands after what it followed, the rest in the order of the new text.
fn in_order(pairings: Vec<(Option<u32>, Pairing)>) -> Vec<Pairing> {
    let mut last = None;
    let mut placed: Vec<(Option<u32>, Pairing)> = pairings
        .into_iter()
        .map(|(first, pairing)| {
            if pairing.old.is_empty() {
                return (first, pairing);
            }
            last = first.or(last);
            (last, pairing)
        })
        .collect();
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, pairing)| pairing).collect()
}

fn pairing(old: &Text, new: &Text, (was, is): (Vec<u32>, Vec<u32>), by_hand: bool) -> Pairing {
    let relation = match (was.as_slice(), is.as_slice()) {
        ([], _) => Relation::New,
        (_, []) => Relation::Dropped,
        (_, [_]) => Relation::Translated,
        (_, _) => Relation::Split,
    };
    let shown = is.first().map(|clause| (new, *clause)).or(was.first().map(|clause| (old, *clause)));
    let digest = shown.and_then(|(text, clause)| text.clause(clause as usize)).map(|clause| clause.digest);
    Pairing {
        id: digest.map(|digest| hunk_id(&digest)).unwrap_or_default(),
        relation,
        moved: false,
        by_hand,
        heading: is_heading(old, &was) && is_heading(new, &is),
        old: was,
        new: is,
        rows: Vec::new(),
        weight: Weight::default(),
    }
}

/// For each old clause the new one in the same place; none where the one has no counterpart.
fn in_place(old: &Text, new: &Text) -> Vec<Vec<u32>> {
    let shape = |text: &Text| {
        let shape = |kind: ClauseKind, depth: u8| (kind_of(kind), depth);
        text.clauses().iter().map(|clause| shape(clause.kind, clause.depth)).collect::<Vec<_>>()
    };
    let mut became = vec![Vec::new(); old.clauses().len()];
    for (from, to, count) in common(&shape(old), &shape(new)) {
        for step in 0..count {
            became[from + step].push((to + step) as u32);
        }
    }
    became
}

fn kind_of(kind: ClauseKind) -> (u8, u8) {
    match kind {
        ClauseKind::Heading { level } => (0, level),
        ClauseKind::Paragraph => (1, 0),
        ClauseKind::Item => (2, 0),
        ClauseKind::TableRow { header } => (3, u8::from(header)),
        ClauseKind::Code => (4, 0),
        ClauseKind::Html => (5, 0),
        ClauseKind::Footnote => (6, 0),
        ClauseKind::FrontMatter => (7, 0),
        ClauseKind::Definition => (8, 0),
    }
}
