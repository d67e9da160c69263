//! Of the places words went to, the one that holds most of them.

use std::ops::Range;

use super::{Follow, Meant};

/// The heaviest group of followed words that stand together.
#[derive(Clone, Debug, Default)]
pub(super) struct Cluster {
    /// New words from the first to the last of the group.
    pub words: Range<u32>,
    /// The weight of the group, as a share of all that is meant.
    pub kept: f32,
    /// The weight of the next heaviest group, as a share of all that is meant.
    pub rest: f32,
    /// Words meant that are not in the group, and words between its first and last that were not meant.
    pub changed: u32,
}

/// A run of followed words that weighs less than this much of a rare word proves nothing.
const SOLID: f32 = 0.75;
/// Equal lines belong together even when this many words were put between them.
const FAR: u32 = 400;

impl Follow {
    /// Groups the new words; `to` has an entry for each word meant, with whether it stands in an equal line. Short runs of
    /// common words outside of equal lines do not count.
    pub(super) fn cluster(&self, meant: &Meant, to: &[Option<(u32, bool)>]) -> Cluster {
        let weight =
            |at: usize| self.pair.weights[self.pair.old.words[meant.words.start as usize + at] as usize];
        let total: f32 = (0..to.len()).map(weight).sum();
        let went = to.iter().enumerate().filter_map(|(index, to)| to.map(|(to, sure)| (index, to, sure)));
        let followed: Vec<(usize, u32, bool)> = went.collect();
        let runs = followed.chunk_by(|x, y| y.1 > x.1 && y.1 - x.1 <= 2 && y.0 - x.0 <= 2);
        let solid = |run: &&[(usize, u32, bool)]| {
            let heavy = run.iter().map(|&(at, ..)| weight(at)).sum::<f32>()
                >= (SOLID * self.pair.rare).min(0.5 * total);
            heavy || run.iter().any(|word| word.2)
        };
        let mut solid: Vec<(u32, f32, bool)> =
            runs.filter(solid).flatten().map(|&(at, to, sure)| (to, weight(at), sure)).collect();
        solid.sort_unstable_by_key(|word| word.0);
        let reach = (2 * to.len() as u32).clamp(12, 120);
        let mut groups: Vec<(f32, Range<u32>, usize)> = solid
            .chunk_by(|x, y| y.0 - x.0 <= if x.2 && y.2 { FAR.max(reach) } else { reach })
            .map(|group| {
                (group.iter().map(|word| word.1).sum(), group[0].0..group[group.len() - 1].0 + 1, group.len())
            })
            .collect();
        groups.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.start.cmp(&y.1.start)));
        let share =
            |group: Option<&(f32, Range<u32>, usize)>| group.map_or(0.0, |group| group.0 / total.max(0.01));
        let Some((_, words, count)) = groups.first().cloned() else { return Cluster::default() };
        let changed = (to.len() - count + words.len().saturating_sub(count)) as u32;
        Cluster { words, kept: share(groups.first()).min(1.0), rest: share(groups.get(1)).min(1.0), changed }
    }
}
