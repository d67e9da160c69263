//! A map with what a person knows better.

use super::{ClauseMap, fates};
use crate::{crosswalk::Known, text::Text};

impl ClauseMap {
    /// This map of two texts with what is known besides their words. A clause that a person paired loses the pairings that the words gave
    /// it, on both sides; clauses of one origin are joined where the words join neither. What is beyond either text is passed over.
    #[must_use]
    pub fn knowing(&self, old: &Text, new: &Text, known: &Known) -> Self {
        let mut joins = self.joins();
        let (olds, news) = (joins.forward.len() as u32, joins.backward.len() as u32);
        let mut touched = Vec::new();
        for (clause, _) in known.by_hand.iter().filter(|(clause, _)| *clause < olds) {
            joins.part(*clause);
        }
        for (clause, others) in known.by_hand.iter().filter(|(clause, _)| *clause < olds) {
            let splits = others.iter().filter(|other| **other < news).count() > 1;
            for other in others.iter().filter(|other| **other < news) {
                let before = joins.backward[*other as usize].clone();
                // Several clauses never become several: of two that were said, the later one counts.
                let stays =
                    |one: u32| known.says(one, *other) && !splits && joins.forward[one as usize].len() < 2;
                let strangers: Vec<_> =
                    before.into_iter().filter(|one| one != clause && !stays(*one)).collect();
                for stranger in strangers {
                    joins.unjoin(stranger, *other);
                    touched.push(stranger);
                }
                joins.join(*clause, *other);
            }
            touched.push(*clause);
        }
        for &(clause, other) in known.lineage.iter().filter(|(clause, other)| *clause < olds && *other < news)
        {
            let said = known.by_hand.iter().any(|(one, _)| *one == clause);
            let free = joins.forward[clause as usize].is_empty() && joins.backward[other as usize].is_empty();
            if free && !said {
                joins.join(clause, other);
                touched.push(clause);
            }
        }
        if touched.is_empty() {
            return self.clone();
        }
        for clause in touched {
            joins.moved[clause as usize] = joins.crosses(clause);
        }
        fates::of(joins, old, new)
    }
}

impl Known {
    fn says(&self, clause: u32, other: u32) -> bool {
        self.by_hand.iter().any(|(one, others)| *one == clause && others.contains(&other))
    }
}

impl super::Joins {
    /// Takes an old clause from all it is joined to.
    fn part(&mut self, clause: u32) {
        for other in std::mem::take(&mut self.forward[clause as usize]) {
            self.backward[other as usize].retain(|one| *one != clause);
        }
    }

    fn unjoin(&mut self, clause: u32, other: u32) {
        self.forward[clause as usize].retain(|one| *one != other);
        self.backward[other as usize].retain(|one| *one != clause);
    }

    fn join(&mut self, clause: u32, other: u32) {
        let (forward, backward) = (&mut self.forward[clause as usize], &mut self.backward[other as usize]);
        if !forward.contains(&other) {
            forward.push(other);
            forward.sort_unstable();
            backward.push(clause);
            backward.sort_unstable();
        }
        self.likeness[clause as usize] = 1.0;
        self.new_likeness[other as usize] = 1.0;
    }

    /// Whether one clause became one that stands on the other side of some clause that stayed in its place.
    fn crosses(&self, clause: u32) -> bool {
        let &[other] = self.forward[clause as usize].as_slice() else { return false };
        if self.backward[other as usize].len() != 1 {
            return false;
        }
        let stayed = self.forward.iter().enumerate().filter(|(one, _)| !self.moved[*one]);
        stayed.filter(|(one, _)| *one as u32 != clause).any(|(one, others)| {
            others.iter().any(|place| (one as u32).cmp(&clause) != place.cmp(&other) && *place != other)
        })
    }
}
