//! Runs of numbered clauses, and the same clauses numbered otherwise.

use proptest::{collection::vec, prelude::*, sample::select};

use super::texts::{TONGUES, Tongue, prose};

/// How the clauses of a run are numbered: what stands around the figure, and what it is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    pub frame: &'static str,
    pub script: Script,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    Digits,
    Arabic,
    Letters,
    Roman,
    Han,
}

/// Every way to number that a reader of the language knows.
fn styles(tongue: &Tongue) -> Vec<Style> {
    let of = |script: Script, frames: &'static [&'static str]| {
        frames.iter().map(move |frame| Style { frame, script })
    };
    let common =
        of(Script::Digits, &["{}) ", "({}) ", "[{}] ", "## {}. ", "## {} ", "§ {}. ", "1.{} ", "## 2.{}. "])
            .chain(of(Script::Letters, &["({}) ", "{}) ", "## {}. "]))
            .chain(of(Script::Roman, &["## {}. ", "({}) "]));
    let own: Vec<Style> = match tongue.tag {
        "en" => {
            of(Script::Digits, &["Article {}. ", "Principle {}: ", "Rule {} – ", "## Phase {}: "]).collect()
        }
        "fr" => of(Script::Digits, &["Article {}. ", "Principe {} : ", "## Titre {} – "]).collect(),
        "es" => of(Script::Digits, &["Artículo {}. ", "Principio {}: ", "{}.ª "]).collect(),
        "ru" => of(Script::Digits, &["Статья {}. ", "## Глава {}. ", "п. {}. "]).collect(),
        "zh" => of(Script::Han, &["第{}条 ", "{}、", "（{}）", "## 第{}章 "]).collect(),
        _ => of(Script::Arabic, &["المادة {}: ", "المبدأ {}: ", "## {}. "]).collect(),
    };
    common.chain(own).collect()
}

impl Style {
    /// Whether a run in it may begin anywhere: letters and Roman numbers that do not begin at the first are words.
    fn starts_anywhere(self) -> bool {
        !matches!(self.script, Script::Letters | Script::Roman)
            && self.frame != "## {} "
            && self.frame != "1.{} "
    }

    /// Whether the same clauses in the other are numbered otherwise and nothing else: a heading stays one, and an article an article.
    fn may_become(self, other: Self) -> bool {
        let named = |style: Self| {
            style.frame.contains('第')
                || style
                    .frame
                    .trim_start_matches('#')
                    .trim_start()
                    .starts_with(|c: char| c.is_alphabetic() || c == '§')
        };
        self.frame.starts_with('#') == other.frame.starts_with('#') && !named(self) && !named(other)
    }

    fn number(self, value: u32) -> String {
        let figure = match self.script {
            Script::Digits => value.to_string(),
            Script::Arabic => {
                value.to_string().chars().map(|c| char::from_u32(c as u32 - 0x30 + 0x660).unwrap()).collect()
            }
            Script::Letters => char::from(b'a' + value as u8 - 1).to_string(),
            Script::Roman => {
                ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"][value as usize - 1].to_owned()
            }
            Script::Han => ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
                [value as usize - 1]
                .to_owned(),
        };
        self.frame.replace("{}", &figure)
    }
}

/// Words that clauses open with, so that each is its own.
const OPENINGS: [&str; 6] = ["Ships", "Ports", "Pilots", "Crews", "Masters", "Tugs"];

/// Words that no number opens.
fn plain(tongue: &'static Tongue) -> impl Strategy<Value = String> {
    prose(tongue).prop_map(|words| format!("Docks {words}"))
}

/// A text with a run, and the same text with that run numbered otherwise and nothing else.
#[derive(Clone, Debug)]
pub struct Renumbered {
    pub tag: &'static str,
    pub old: String,
    pub new: String,
    /// How many clauses of the run are numbered.
    pub numbered: usize,
}

/// The same clauses from another start, in another style, or in another order with numbers that follow.
pub fn renumberings() -> impl Strategy<Value = Renumbered> {
    (0..TONGUES.len()).prop_flat_map(|index| {
        let tongue = &TONGUES[index];
        let style = select(styles(tongue));
        let clauses = vec(prose(tongue), 2..6);
        let around = (vec(plain(tongue), 0..3), vec(plain(tongue), 0..3));
        let now = (style.clone(), 1_u32..6, any::<bool>(), any::<prop::sample::Index>());
        (style, clauses, around, now).prop_map(
            move |(was, clauses, (before, after), (is, start, keeps, turn))| {
                let clauses: Vec<_> = OPENINGS
                    .into_iter()
                    .zip(clauses)
                    .map(|(opening, words)| format!("{opening} {words}"))
                    .collect();
                let is = if keeps || !was.may_become(is) { was } else { is };
                let start = if is.starts_anywhere() { start } else { 1 };
                let turned = if start == 1 && is == was { turn.index(clauses.len()) } else { 0 };
                // What stands below the last of titles would stand under another one.
                let after = if turned == 0 { after } else { Vec::new() };
                let write = |style: Style, start: u32, turned: usize| {
                    let mut run = clauses.clone();
                    run.rotate_left(turned);
                    let run = run.iter().zip(start..).map(|(words, value)| style.number(value) + words);
                    let parts: Vec<_> =
                        before.iter().cloned().chain(run).chain(after.iter().cloned()).collect();
                    parts.join("\n\n") + "\n"
                };
                Renumbered {
                    tag: tongue.tag,
                    old: write(was, 1, 0),
                    new: write(is, start, turned),
                    numbered: clauses.len(),
                }
            },
        )
    })
}

/// Notes with other labels, in the words and below.
pub fn relabellings() -> impl Strategy<Value = Renumbered> {
    (0..TONGUES.len(), select(vec![("1", "4"), ("1", "a"), ("n", "2")])).prop_flat_map(|(index, (was, is))| {
        let tongue = &TONGUES[index];
        (prose(tongue), plain(tongue), plain(tongue)).prop_map(move |(words, note, other)| {
            let write = |label: &str| {
                format!("{words}[^{label}] {other}[^9]\n\n{other}\n\n[^{label}]: {note} 310\n\n[^9]: {other} 311\n")
            };
            Renumbered { tag: tongue.tag, old: write(was), new: write(is), numbered: 2 }
        })
    })
}
