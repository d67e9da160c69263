//! How much a change weighs: its words, and which of them bear on what the text demands.

use std::{borrow::Cow, collections::HashSet, sync::LazyLock};

use serde::{Deserialize, Serialize};

use super::{Piece, PieceKind};
use crate::segment;

/// Words removed and inserted, and how they divide into substance and mere wording.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weight {
    pub removed: u32,
    pub inserted: u32,
    pub substance: u32,
    pub wording: u32,
}

impl Weight {
    /// Words removed plus words inserted.
    pub fn words(self) -> u32 {
        self.removed + self.inserted
    }

    /// Weighs each change by itself. Substance is what touches a modal verb, a negation or a number, what adds or takes away
    /// content without a replacement, and what is replaced at another length; a word for a word is wording.
    pub fn of(pieces: &[Piece]) -> Self {
        let mut weight = Self::default();
        let mut at = 0;
        while at < pieces.len() {
            let (removed, added) = match (&pieces[at], pieces.get(at + 1)) {
                (
                    Piece { kind: PieceKind::Removed, text },
                    Some(Piece { kind: PieceKind::Added, text: by }),
                ) => (text.as_str(), by.as_str()),
                (Piece { kind: PieceKind::Removed, text }, _) => (text.as_str(), ""),
                (Piece { kind: PieceKind::Added, text }, _) => ("", text.as_str()),
                (Piece { kind: PieceKind::Same, .. }, _) => ("", ""),
            };
            at += if removed.is_empty() || added.is_empty() { 1 } else { 2 };
            weight += Self::of_change(removed, added);
        }
        weight
    }

    fn of_change(removed: &str, added: &str) -> Self {
        let (gone, come): (Vec<_>, Vec<_>) =
            (segment::words(removed).collect(), segment::words(added).collect());
        let (removed, inserted) = (gone.len() as u32, come.len() as u32);
        let bearing = gone.iter().chain(&come).any(|word| bears(word));
        let light = gone.iter().chain(&come).all(|word| LIGHT.contains(&lower(word).as_ref()));
        let wording = !bearing && (removed == inserted || light);
        let words = removed + inserted;
        Self {
            removed,
            inserted,
            substance: if wording { 0 } else { words },
            wording: if wording { words } else { 0 },
        }
    }
}

impl std::ops::AddAssign for Weight {
    fn add_assign(&mut self, other: Self) {
        self.removed += other.removed;
        self.inserted += other.inserted;
        self.substance += other.substance;
        self.wording += other.wording;
    }
}

/// Whether a word is a modal verb, a negation, a number or a word of quantity, in the six UN languages.
pub(super) fn bears(word: &str) -> bool {
    let word = lower(word);
    word.chars().any(char::is_numeric) || word.ends_with("n't") || BEARING.contains(&*word)
}

/// A word in small letters, with the plain apostrophe.
fn lower(word: &str) -> Cow<'_, str> {
    match word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        true => Cow::Borrowed(word),
        false => Cow::Owned(word.to_lowercase().replace('’', "'")),
    }
}

static BEARING: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    HashSet::from([
        "shall",
        "must",
        "may",
        "should",
        "will",
        "can",
        "cannot",
        "might",
        "could",
        "would",
        "ought",
        "need",
        "needs",
        "required",
        "optional",
        "prohibited",
        "not",
        "no",
        "never",
        "none",
        "neither",
        "nor",
        "without",
        "unless",
        "except",
        "only",
        "all",
        "any",
        "every",
        "each",
        "some",
        "most",
        "least",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "or",
        "and",
        "if",
        "doit",
        "doivent",
        "devrait",
        "devraient",
        "peut",
        "peuvent",
        "pourrait",
        "pourraient",
        "faut",
        "ne",
        "pas",
        "jamais",
        "aucun",
        "aucune",
        "sans",
        "sauf",
        "tout",
        "toute",
        "tous",
        "toutes",
        "chaque",
        "seul",
        "seulement",
        "ni",
        "ou",
        "et",
        "si",
        "debe",
        "deben",
        "debería",
        "deberían",
        "deberá",
        "deberán",
        "puede",
        "pueden",
        "podrá",
        "podrán",
        "nunca",
        "ningún",
        "ninguna",
        "sin",
        "salvo",
        "todo",
        "toda",
        "todos",
        "todas",
        "cada",
        "sólo",
        "solo",
        "y",
        "o",
        "должен",
        "должна",
        "должно",
        "должны",
        "может",
        "могут",
        "следует",
        "не",
        "нет",
        "никогда",
        "без",
        "кроме",
        "все",
        "каждый",
        "только",
        "и",
        "или",
        "ни",
        "если",
        "يجب",
        "ينبغي",
        "يجوز",
        "يمكن",
        "لا",
        "لم",
        "لن",
        "ليس",
        "دون",
        "بدون",
        "إلا",
        "كل",
        "جميع",
        "فقط",
        "أو",
        "إذا",
        "应",
        "应当",
        "必须",
        "须",
        "可",
        "可以",
        "不",
        "不得",
        "无",
        "未",
        "除",
        "所有",
        "每",
        "仅",
        "或",
        "和",
        "如果",
        "如",
        "非",
        "勿",
    ])
});

const LIGHT: &[&str] = &[
    "a", "an", "the", "of", "to", "in", "on", "by", "for", "with", "that", "which", "this", "these", "those",
    "it", "its", "is", "are", "be", "le", "la", "les", "de", "des", "du", "el", "los", "las", "del", "的",
    "了",
];
