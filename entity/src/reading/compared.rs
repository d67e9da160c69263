//! The changes of a text gathered as people read them: a heading with the clauses below it.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    clause_map::{Change, ClauseMap, Ground},
    diff::{Changes, Hunk, Row, Summary, Weight, changes, hunk_id},
    text::{Clause, LineRange, Text},
};

use super::Asked;

/// Two texts with all that changed between them.
pub struct Compared {
    pub old: Arc<Text>,
    pub new: Arc<Text>,
    pub changes: Changes,
    /// The id of the mark where a moved clause stood, by old clause.
    marks: BTreeMap<u32, String>,
    /// The hunk that shows a clause, by old clause and by new one.
    of_old: BTreeMap<u32, usize>,
    of_new: BTreeMap<u32, usize>,
}

/// A heading and its clauses, with what became of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// The id of its first hunk, which stays the same; the others stand on its parts.
    pub id: String,
    /// The number and the words of each heading; more than one where a clause was split in two.
    pub titles: Vec<(Option<String>, String)>,
    /// The number it had before, when that was another.
    pub was: Option<String>,
    /// What happened, in the order of `KINDS`; nothing for a section that stayed as it was.
    pub kinds: Vec<&'static str>,
    pub weight: Weight,
    pub parts: Vec<SectionHunk>,
    /// Who asked for it.
    pub because: Vec<Asked>,
    /// The secretariat declared that it changes wording only.
    pub editorial: bool,
}

/// One hunk of a section.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionHunk {
    /// The id of the hunk.
    pub id: String,
    /// Clauses of the older text, by index.
    pub old: Vec<u32>,
    /// Clauses of the newer text, by index.
    pub new: Vec<u32>,
    /// The ids by which the other pieces of a split clause are found, as it is the first that names the hunk.
    pub also: Vec<String>,
    pub heading: bool,
    pub changed: bool,
    /// What its clause rests on beside its words and is another now.
    pub ground: Option<Ground>,
    /// A heading with another number and the same words, which stand beside the section already.
    pub numbered_anew: bool,
    /// None for what stayed in its place.
    pub moved: Option<Moved>,
    /// The number that an item had in its list and the one it has, when they differ.
    pub numbers: Option<(String, String)>,
    pub rows: Vec<Row>,
    /// The first line of each piece that a clause was split into, but for the first.
    pub cuts: Vec<u32>,
}

/// Where a moved clause stood and stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// Lines of the older text; none where the clause has none.
    pub from: Option<LineRange>,
    /// Lines of the newer text.
    pub to: Option<LineRange>,
    /// The mark where it stood, or on such a mark the hunk that shows it.
    pub link: Option<String>,
    /// Tells that this is the mark that was left behind.
    pub mark: bool,
}

/// What can happen to a section, as keys of the message `diff-kind`, in the order they are told.
const KINDS: [&str; 9] =
    ["mark", "added", "removed", "split", "merged", "moved", "reworded", "ground", "typographic"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Heading {
    Under(u32),
    /// Under a heading that is gone, or where something stood.
    Gone(u32, bool),
    Alone(u32),
}

impl Compared {
    /// Compares two texts by the map of their clauses.
    pub fn new(old: Arc<Text>, new: Arc<Text>, map: &ClauseMap) -> Self {
        let changes = changes(&old, &new, map);
        let (mut marks, mut of_old, mut of_new) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for (index, hunk) in changes.hunks.iter().enumerate() {
            if hunk.now_at.is_some() {
                marks.extend(hunk.old.iter().map(|clause| (*clause, hunk.id.clone())));
            } else {
                of_old.extend(hunk.old.iter().map(|clause| (*clause, index)));
                of_new.extend(hunk.new.iter().map(|clause| (*clause, index)));
            }
        }
        Self { old, new, changes, marks, of_old, of_new }
    }

    /// The hunk that shows a clause of the old text, if it changed.
    pub fn change_of_old(&self, clause: u32) -> Option<&Hunk> {
        self.changes.hunks.get(*self.of_old.get(&clause)?).filter(|hunk| !self.is_quiet(hunk))
    }

    /// The hunk that shows a clause of the new text, if it changed.
    pub fn change_of_new(&self, clause: u32) -> Option<&Hunk> {
        self.changes.hunks.get(*self.of_new.get(&clause)?).filter(|hunk| !self.is_quiet(hunk))
    }

    fn is_quiet(&self, hunk: &Hunk) -> bool {
        hunk.ground.is_none() && (hunk.change == Change::Same || self.renumbered(hunk))
    }

    /// How much changed, in numbers.
    pub fn summary(&self) -> Summary {
        self.changes.summary
    }

    /// Every section in reading order, changed or not.
    pub fn sections(&self) -> Vec<Section> {
        let mut sections: Vec<(Heading, Section)> = Vec::new();
        for hunk in &self.changes.hunks {
            let place = self.place(hunk);
            match sections.last_mut() {
                Some((last, section)) if *last == place => self.join(section, hunk),
                _ => {
                    let mut section = self.begin(place, hunk);
                    self.join(&mut section, hunk);
                    sections.push((place, section));
                }
            }
        }
        sections.into_iter().map(|(_, section)| section).collect()
    }

    /// Tells whether only the number of a clause is another, because of what came or went before it.
    fn renumbered(&self, hunk: &Hunk) -> bool {
        let one = hunk.old.len() == 1 && hunk.new.len() == 1;
        one && hunk.change == Change::Typographic && self.same_title(hunk)
    }

    fn same_title(&self, hunk: &Hunk) -> bool {
        let clauses = self.old_clause(hunk).zip(self.new_clause(hunk));
        clauses.is_some_and(|(old, new)| old.title() == new.title())
    }

    fn old_clause(&self, hunk: &Hunk) -> Option<&Clause> {
        self.old.clause(*hunk.old.first()? as usize)
    }

    fn new_clause(&self, hunk: &Hunk) -> Option<&Clause> {
        self.new.clause(*hunk.new.first()? as usize)
    }

    fn place(&self, hunk: &Hunk) -> Heading {
        let mark = hunk.now_at.is_some();
        let under = |text: &Text, at: u32| {
            let clause = text.clause(at as usize)?;
            if clause.is_heading() { Some(at) } else { clause.heading }
        };
        match (hunk.new.first(), hunk.old.first()) {
            (Some(&at), _) if !mark => under(&self.new, at).map_or(Heading::Alone(at), Heading::Under),
            (_, Some(&at)) => {
                let heading = under(&self.old, at);
                let kept = heading.filter(|heading| !mark && *heading != at);
                let kept = kept.and_then(|heading| {
                    let shown = self.changes.hunks.get(*self.of_old.get(&heading)?)?;
                    shown.new.first().copied()
                });
                match (kept, heading) {
                    (Some(kept), _) => Heading::Under(kept),
                    (None, Some(heading)) => Heading::Gone(heading, mark),
                    (None, None) => Heading::Gone(at, mark),
                }
            }
            (Some(&at), None) => Heading::Alone(at),
            (None, None) => Heading::Alone(u32::MAX),
        }
    }

    fn begin(&self, place: Heading, hunk: &Hunk) -> Section {
        let (text, at) = match place {
            Heading::Under(at) | Heading::Alone(at) => (&self.new, at),
            Heading::Gone(at, _) => (&self.old, at),
        };
        let mut section = Section { id: hunk.id.clone(), ..Section::default() };
        if let Some(clause) = text.clause(at as usize) {
            let words = if clause.is_heading() { clause.title().trim().to_owned() } else { String::new() };
            section.titles.push((clause.numbered().map(str::to_owned), words));
        }
        section
    }

    fn join(&self, section: &mut Section, hunk: &Hunk) {
        let mark = hunk.now_at.is_some();
        let quiet = self.is_quiet(hunk);
        let heading =
            self.new_clause(hunk).or(self.old_clause(hunk)).is_some_and(|clause| clause.is_heading());
        if heading && !mark {
            self.name(section, hunk);
        }
        if !quiet {
            self.tell(section, hunk.change, mark);
        }
        if hunk.ground.is_some() && !mark && !section.kinds.contains(&"ground") {
            section.kinds.push("ground");
        }
        section.weight += hunk.weight;
        if let (true, Some(last)) = (mark, section.parts.last_mut()) {
            last.moved = last.moved.take().map(|moved| moved.with(self.moved(hunk)));
            return;
        }
        section.parts.push(SectionHunk {
            id: hunk.id.clone(),
            old: hunk.old.clone(),
            new: hunk.new.clone(),
            also: self.also(hunk),
            heading,
            changed: !quiet,
            ground: hunk.ground.filter(|_| !mark),
            moved: self.moved(hunk),
            numbers: self.numbers(hunk),
            numbered_anew: heading && !hunk.change.is_reworded() && self.same_title(hunk),
            rows: hunk.rows.clone(),
            cuts: self.cuts(hunk),
        });
    }

    /// Takes over what a heading of the section says of it: the number it had, and the names of its parts.
    fn name(&self, section: &mut Section, hunk: &Hunk) {
        let number = |clause: Option<&Clause>| clause.and_then(|clause| clause.number.clone());
        let (before, now) = (number(self.old_clause(hunk)), number(self.new_clause(hunk)));
        if !hunk.new.is_empty() && before.is_some() && before != now {
            section.was = before;
        }
        for &at in hunk.new.iter().skip(1) {
            if let Some(clause) = self.new.clause(at as usize).filter(|clause| clause.is_heading()) {
                section.titles.push((clause.numbered().map(str::to_owned), clause.title().trim().to_owned()));
            }
        }
    }

    fn tell(&self, section: &mut Section, change: Change, mark: bool) {
        let kinds: &[&'static str] = match change {
            _ if mark => &["mark"],
            Change::Same => &[],
            Change::Typographic => &["typographic"],
            Change::Reworded => &["reworded"],
            Change::Moved => &["moved"],
            Change::MovedAndReworded => &["moved", "reworded"],
            Change::Split => &["split"],
            Change::Merged => &["merged"],
            Change::Removed => &["removed"],
            Change::Added => &["added"],
        };
        for kind in kinds {
            if !section.kinds.contains(kind) {
                section.kinds.push(kind);
            }
        }
        section.kinds.sort_by_key(|kind| KINDS.iter().position(|known| known == kind));
    }

    fn also(&self, hunk: &Hunk) -> Vec<String> {
        let others = hunk.new.iter().skip(1).filter_map(|at| self.new.clause(*at as usize));
        let mut ids: Vec<_> = others.map(|clause| hunk_id(&clause.digest)).collect();
        ids.retain(|id| self.changes.hunks.iter().all(|hunk| hunk.id != *id));
        ids.dedup();
        ids
    }

    fn moved(&self, hunk: &Hunk) -> Option<Moved> {
        let lines = |text: &Text, at: Option<&u32>| Some(text.clause(*at? as usize)?.lines);
        let (from, to) = (lines(&self.old, hunk.old.first()), lines(&self.new, hunk.new.first()));
        match (&hunk.now_at, hunk.change.is_moved()) {
            (Some(now), _) => Some(Moved { from, to, link: Some(now.clone()), mark: true }),
            (None, true) => {
                let link = hunk.old.first().and_then(|at| self.marks.get(at)).cloned();
                Some(Moved { from, to, link, mark: false })
            }
            (None, false) => None,
        }
    }

    fn numbers(&self, hunk: &Hunk) -> Option<(String, String)> {
        let (was, now) = (self.old_clause(hunk)?.number.clone()?, self.new_clause(hunk)?.number.clone()?);
        (was != now).then_some((was, now))
    }

    fn cuts(&self, hunk: &Hunk) -> Vec<u32> {
        let (text, clauses) = match hunk.change {
            Change::Split => (&self.new, &hunk.new),
            _ => return Vec::new(),
        };
        let first = |at: &u32| text.clause(*at as usize).map(|clause| clause.lines.first());
        clauses.iter().skip(1).filter_map(first).collect()
    }
}

impl Moved {
    /// Where two clauses stood and stand that moved together.
    fn with(self, other: Option<Self>) -> Self {
        let Some(other) = other else { return self };
        let both = |one: Option<LineRange>, next: Option<LineRange>| match (one, next) {
            (Some(one), Some(next)) => {
                Some(LineRange::spanning(one.first().min(next.first()), one.last().max(next.last())))
            }
            (one, next) => one.or(next),
        };
        Self { from: both(self.from, other.from), to: both(self.to, other.to), ..self }
    }
}

impl Section {
    /// Where what moved in it stood and stands, as one stretch.
    pub fn moved(&self) -> Option<Moved> {
        let mut moved = self.parts.iter().filter_map(|part| part.moved.clone());
        let first = moved.next()?;
        Some(moved.fold(first, |all, next| all.with(Some(next))))
    }

    /// Whether anything in the section changed.
    pub fn changed(&self) -> bool {
        !self.kinds.is_empty()
    }

    /// Tells whether it is only the mark of what stands elsewhere now.
    pub fn is_mark(&self) -> bool {
        self.kinds == ["mark"]
    }
}
