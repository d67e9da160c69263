//! What is done to a text between two versions.

use super::book::{Book, Passage, Sentence};

/// One kind of change; each is made a few times in a text, between a little rewording elsewhere.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Edit {
    Insert,
    Delete,
    Move,
    Split,
    Merge,
    Reword,
    Rewrite,
    LookAlike,
    Mixed,
}

/// Random numbers that a seed determines, so that a score can be repeated.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }
}

const NEW: [&str; 6] = [
    "An office that cannot answer in time says so, and says when it will.",
    "Where two duties conflict, the one that protects the weaker person comes first.",
    "Records are kept in a form that can be read in twenty years.",
    "A ministry may ask its neighbours to look over a test before it is published.",
    "Nobody is refused a service because the machine that decides is out of order.",
    "The cost of a review is met by the body that is reviewed.",
];

const OTHER_WORDS: [&str; 16] = [
    "agency",
    "promptly",
    "written",
    "independent",
    "annual",
    "affected",
    "openly",
    "council",
    "standard",
    "reasonable",
    "shall",
    "verify",
    "notify",
    "without",
    "delay",
    "lawful",
];

impl Edit {
    pub const ALL: [Self; 9] = [
        Self::Insert,
        Self::Delete,
        Self::Move,
        Self::Split,
        Self::Merge,
        Self::Reword,
        Self::Rewrite,
        Self::LookAlike,
        Self::Mixed,
    ];

    pub fn make(self, book: &Book, dice: &mut Dice) -> Book {
        let mut book = book.clone();
        for _ in 0..4 {
            match self {
                Self::Mixed => Self::ALL[dice.below(7)].once(&mut book, dice),
                edit => edit.once(&mut book, dice),
            }
        }
        book
    }

    fn once(self, book: &mut Book, dice: &mut Dice) {
        let at = dice.below(book.clauses.len());
        match self {
            Self::Insert => {
                let words = NEW[dice.below(NEW.len())].to_owned();
                let id = 10_000 + dice.below(1_000_000);
                if dice.below(2) == 0 && !book.clauses[at].heading {
                    let sentences = &mut book.clauses[at].sentences;
                    sentences.insert(dice.below(sentences.len() + 1), Sentence { id, words });
                } else {
                    book.clauses
                        .insert(at, Passage { heading: false, sentences: vec![Sentence { id, words }] });
                }
            }
            Self::Delete => {
                let sentences = &mut book.clauses[at].sentences;
                if sentences.len() > 1 && dice.below(2) == 0 {
                    sentences.remove(dice.below(sentences.len()));
                } else if book.clauses.len() > 2 {
                    book.clauses.remove(at);
                }
            }
            Self::Move => {
                let clause = book.clauses.remove(at);
                book.clauses.insert(dice.below(book.clauses.len() + 1), clause);
            }
            Self::Split => {
                let sentences = &mut book.clauses[at].sentences;
                if sentences.len() > 1 {
                    let rest = sentences.split_off(1 + dice.below(sentences.len() - 1));
                    book.clauses.insert(at + 1, Passage { heading: false, sentences: rest });
                }
            }
            Self::Merge => {
                if at + 1 < book.clauses.len() && !book.clauses[at].heading && !book.clauses[at + 1].heading {
                    let next = book.clauses.remove(at + 1);
                    book.clauses[at].sentences.extend(next.sentences);
                }
            }
            Self::Reword => reword(&mut book.clauses[at].sentences, 4, dice),
            Self::Rewrite => rewrite(&mut book.clauses[at].sentences, dice),
            Self::LookAlike => {
                let teams: Vec<usize> = (0..book.clauses.len())
                    .filter(|&at| book.clauses[at].sentences.iter().any(|said| said.words.contains("Team ")))
                    .collect();
                if teams.len() > 1 {
                    let gone = teams[dice.below(teams.len())];
                    let kept = teams[dice.below(teams.len())];
                    reword(&mut book.clauses[kept].sentences, 5, dice);
                    book.clauses.remove(gone);
                }
            }
            Self::Mixed => {}
        }
    }
}

/// Exchanges, drops or adds about one word in `every`.
fn reword(sentences: &mut [Sentence], every: usize, dice: &mut Dice) {
    for sentence in sentences {
        let mut words: Vec<String> = sentence.words.split(' ').map(str::to_owned).collect();
        for _ in 0..words.len().div_ceil(every) {
            let at = dice.below(words.len().saturating_sub(1));
            let other = OTHER_WORDS[dice.below(OTHER_WORDS.len())].to_owned();
            match dice.below(3) {
                0 if words.len() > 4 => drop(words.remove(at)),
                1 => words.insert(at, other),
                _ => words[at] = other,
            }
        }
        sentence.words = words.join(" ");
    }
}

/// Puts a wholly other sentence in the place of one: the old one is gone.
fn rewrite(sentences: &mut [Sentence], dice: &mut Dice) {
    let at = dice.below(sentences.len());
    sentences[at] =
        Sentence { id: 2_000_000 + dice.below(1_000_000), words: NEW[dice.below(NEW.len())].to_owned() };
}
