//! What is said to have changed, and how much it weighs.

use domain::{
    carry,
    clause_map::{Change, ClauseMap, NumberFate},
    diff::{Editorial, changes},
    text::{Language, Manner, Text},
};

use crate::{
    Case, Check,
    said::{classes, expect, holds, hunks, lines, read, struck, told},
};

pub const CHECKS: &[(&str, Check)] = &[
    ("c01-", looks_the_same),
    ("c02-", arabic_marks),
    ("i02-", |case| {
        expect("changes", of(case, &[Change::Added]), vec!["added: (b) to be heard;".to_owned()])
    }),
    ("j01-", summary),
    ("p02-", override_refused),
    ("p03-", number_words),
    ("q01-", |case| told_as(case, "reworded: The operator shall [-promptly-] report {+personal+} data.")),
    ("q02-", |case| {
        told_as(case, "reworded: The provider shall keep records[-. The-]{+; the+} auditor shall read them.")
    }),
    ("q03-", |case| {
        told_as(
            case,
            "reworded: The provider shall keep records[-, and the-]{+. The+} auditor shall read them within ten days.",
        )
    }),
    ("q04-", |case| told_as(case, "typographic: First part second part of it.")),
    ("q05-", |case| {
        told_as(
            case,
            "reworded: Records. [-The provider shall keep complete records of every training run. They shall be open to the auditor.-]",
        )
    }),
    ("q20-", |case| told_as(case, "moved: moved one")),
    ("t01-", nested),
    ("t03-", |case| told_as(case, "added: {+These are the duties in short.+}")),
    ("t04-", |case| told_as(case, "reworded: The body answers in [-30-]{+60+} days. It gives reasons.")),
    ("t05-", footnote_moved),
    ("t06-", footnotes_renumbered),
    ("t07-", merged_and_split),
    ("t08-", swapped),
    ("t09-", reordered),
    ("t10-", typed_numbers),
    ("t11-", table),
    ("t12-", |case| {
        told_as(
            case,
            "reworded: The network is ready to take {+new+} paths. {+We call on all members to join.+}",
        )
    }),
    ("t13-", one_line),
    ("t14-", heading_moved),
    ("t15-", section_twice),
];

fn told_as(case: &Case, right: &str) -> Vec<String> {
    expect("told", told(case), vec![right.to_owned()])
}

/// The hunks of these kinds as they are told, with the marks of what was added taken off.
fn of(case: &Case, kinds: &[Change]) -> Vec<String> {
    let wanted: Vec<bool> = hunks(case).iter().map(|hunk| kinds.contains(&hunk.change)).collect();
    let told = told(case).into_iter().zip(wanted).filter(|(_, wanted)| *wanted);
    told.map(|(told, _)| told.replace("{+", "").replace("+}", "")).collect()
}

fn looks_the_same(case: &Case) -> Vec<String> {
    let harmless =
        hunks(case).iter().all(|hunk| hunk.change == Change::Typographic && hunk.weight.words() == 0);
    let kept = classes(case).iter().all(|class| *class <= carry::ChangeClass::Typographic);
    [
        holds(&format!("an alarm: {:?}", told(case)), harmless),
        holds("a sign-off does not survive", kept),
        placed_exactly(case),
    ]
    .concat()
}

fn placed_exactly(case: &Case) -> Vec<String> {
    use domain::{anchor::Standing, port};
    let lines = case.old.lines().enumerate().filter(|(_, line)| !line.is_empty());
    let asks: Vec<port::Ask> = lines
        .map(|(index, _)| index as u32 + 1)
        .map(|line| port::Ask { id: line.to_string(), first_line: line, last_line: line })
        .collect();
    let wrong = port::run(&case.old, &case.new, &asks).into_iter().zip(asks).filter(|(answer, ask)| {
        answer.placement != Standing::Placed || answer.first_line != Some(ask.first_line)
    });
    wrong.map(|(answer, _)| format!("port: {answer:?}")).collect()
}

fn arabic_marks(case: &Case) -> Vec<String> {
    use carry::ChangeClass::{Same, Substantive, Typographic};
    let found = classes(case);
    let right = matches!(found[..], [Same | Typographic, Same | Typographic, Substantive]);
    let (removed, added) = struck(case);
    [
        holds(&format!("classes {found:?}"), right),
        expect("struck", removed.last().map(String::as_str), Some("30")),
        expect("added", added.last().map(String::as_str), Some("٣٠")),
    ]
    .concat()
}

fn summary(case: &Case) -> Vec<String> {
    let (old, new) = (read(&case.old), read(&case.new));
    let Ok(json) = serde_json::to_string(&changes(&old, &new, &ClauseMap::between(&old, &new))) else {
        return vec!["no JSON".to_owned()];
    };
    let summary = json.rsplit_once("\"summary\":").map_or("", |(_, summary)| summary);
    let mut keys: Vec<&str> = summary.split('"').skip(1).step_by(2).collect();
    let all = keys.len();
    keys.sort_unstable();
    keys.dedup();
    [
        expect("different keys", keys.len(), all),
        holds("the removed clause is not counted", summary.contains("removed")),
    ]
    .concat()
}

fn override_refused(case: &Case) -> Vec<String> {
    let refused = Text::parse(case.new.as_bytes(), &Manner::default()).is_err();
    let shown = classes(case).iter().all(|class| *class == carry::ChangeClass::Substantive);
    holds("the override passes in silence", refused || shown)
}

fn number_words(case: &Case) -> Vec<String> {
    let pairs = [
        ("in thirty days", "in sixty days"),
        ("en treinta días", "en sesenta días"),
        ("dans trente jours", "dans soixante jours"),
        ("за тридцать дней", "за шестьдесят дней"),
        ("خلال ثلاثون يوما", "خلال ستون يوما"),
        ("the register is public", "the register is secret"),
    ];
    let passes = pairs.iter().filter(|(old, new)| {
        is_editorial(old, new) || weighs(&Case { old: (*old).to_owned(), new: (*new).to_owned() }).0 == 0
    });
    let passes = passes.map(|(old, new)| format!("{old} → {new} is not in substance")).collect();
    let (substance, wording) = weighs(case);
    [passes, holds("the case weighs in wording", substance > 0 && wording == 0)].concat()
}

fn is_editorial(old: &str, new: &str) -> bool {
    let manner = Manner { language: language(old), ..Manner::default() };
    let (before, after) = (Text::read(old, &manner), Text::read(new, &manner));
    Editorial::between(&before, &after)
        .check(&before.clauses()[0], &after.clauses()[0], NumberFate::Kept)
        .is_ok()
}

/// The languages of these sentences by their letters.
fn language(text: &str) -> Option<Language> {
    let tags = [("en ", "es"), ("dans", "fr"), ("за", "ru"), ("خلال", "ar"), ("", "en")];
    tags.iter().find(|(start, _)| text.starts_with(start)).map(|(_, tag)| Language::of_tag(tag))
}

fn weighs(case: &Case) -> (u32, u32) {
    let hunks = hunks(case);
    let sum = |of: fn(&domain::diff::Weight) -> u32| hunks.iter().map(|hunk| of(&hunk.weight)).sum();
    (sum(|weight| weight.substance), sum(|weight| weight.wording))
}

fn nested(case: &Case) -> Vec<String> {
    expect(
        "told",
        told(case),
        ["reworded: with reasons {+and audits+}", "added: {+records+}"].map(str::to_owned).to_vec(),
    )
}

fn footnote_moved(case: &Case) -> Vec<String> {
    let told = told(case);
    holds(&format!("the note is said to change: {told:?}"), told.iter().all(|told| !told.contains("annex")))
}

fn footnotes_renumbered(case: &Case) -> Vec<String> {
    let added = of(case, &[Change::Added]);
    let kept = classes(case).iter().all(|class| *class <= carry::ChangeClass::Typographic);
    [
        expect("added", added.len(), 2),
        expect("reworded", of(case, &[Change::Reworded, Change::MovedAndReworded]), Vec::<String>::new()),
        holds(&format!("sign-offs go stale: {:?}", classes(case)), kept),
    ]
    .concat()
}

fn merged_and_split(case: &Case) -> Vec<String> {
    let back = Case { old: case.new.clone(), new: case.old.clone() };
    let (removed, added) = struck(case);
    let words = ["Some change.", "Change.", "Another change."].map(str::to_owned).to_vec();
    let kinds = |case: &Case| hunks(case).iter().map(|hunk| hunk.change).collect::<Vec<_>>();
    [
        expect("change", kinds(case), vec![Change::Merged]),
        expect("change back", kinds(&back), vec![Change::Split]),
        expect("removed", removed, Vec::<String>::new()),
        expect("added", added, words.clone()),
        expect("removed back", struck(&back).0, words),
    ]
    .concat()
}

fn swapped(case: &Case) -> Vec<String> {
    let (removed, added) = struck(case);
    let moved = hunks(case).iter().filter(|hunk| hunk.change.is_moved()).count();
    [
        expect("removed", removed, vec!["cat".to_owned()]),
        expect("added", added, vec!["dog".to_owned()]),
        holds("nothing is said to have moved", moved == 1 || moved == 2),
    ]
    .concat()
}

fn reordered(case: &Case) -> Vec<String> {
    let moved = hunks(case).iter().filter(|hunk| hunk.change == Change::Moved).count();
    let (removed, added) = struck(case);
    [holds("nothing has moved", moved > 0), holds("words are struck", removed.is_empty() && added.is_empty())]
        .concat()
}

fn typed_numbers(case: &Case) -> Vec<String> {
    let added = of(case, &[Change::Added]);
    let moved = hunks(case).iter().filter(|hunk| hunk.change.is_moved()).count();
    let harmless = classes(case).iter().filter(|class| **class <= carry::ChangeClass::Typographic).count();
    [
        expect("moved", moved, 0),
        holds(
            &format!("added {added:?}"),
            added.len() == 1 && added[0].ends_with("Each body names a contact."),
        ),
        expect("clauses that stay", harmless, 4),
        holds(
            "the reference is not shown",
            told(case).iter().any(|told| told.contains("see [-1.3-]{+1.4+}")),
        ),
    ]
    .concat()
}

fn table(case: &Case) -> Vec<String> {
    let (removed, added) = struck(case);
    let gone = of(case, &[Change::Removed]);
    let moved = hunks(case).iter().filter(|hunk| hunk.change.is_moved()).count();
    let cells = |words: &[String]| {
        words.iter().map(|words| words.trim_matches(['|', ' ']).to_owned()).collect::<Vec<_>>()
    };
    [
        expect("moved", moved, 0),
        holds(&format!("removed {gone:?}"), gone.len() == 1 && gone[0].contains("Low")),
        expect("struck", removed.len(), 1),
        expect("added", cells(&added), ["Who", "office", "minister"].map(str::to_owned).to_vec()),
    ]
    .concat()
}

/// Paragraphs that change sides of a heading are not said to be other words; the one that is new is.
fn heading_moved(case: &Case) -> Vec<String> {
    let (removed, added) = struck(case);
    [
        expect("removed", removed, Vec::<String>::new()),
        expect("added", added, vec!["The period of suspension is two to five years.".to_owned()]),
        holds(
            "every line shows its words",
            hunks(case).iter().all(|hunk| hunk.rows.iter().all(|row| !row.pieces.is_empty())),
        ),
    ]
    .concat()
}

fn one_line(case: &Case) -> Vec<String> {
    let hunks = hunks(case);
    let changed: Vec<u32> = hunks
        .iter()
        .flat_map(|hunk| &hunk.rows)
        .filter(|row| !row.is_same())
        .filter_map(|row| row.new)
        .collect();
    let (old, new) = (read(&case.old), read(&case.new));
    let text = domain::diff::to_text(
        &hunks,
        &old,
        &new,
        domain::diff::Style { label: &|hunk| format!("{:?}", hunk.change), typography: false },
    );
    let head = text.lines().next().unwrap_or_default().to_owned();
    [
        expect("changed lines", changed, vec![lines(&case.new).len() as u32]),
        holds(&format!("the head says {head}"), head.contains("L4") && !head.contains("L2")),
    ]
    .concat()
}

fn section_twice(case: &Case) -> Vec<String> {
    let kinds: Vec<Change> = hunks(case).iter().map(|hunk| hunk.change).collect();
    expect("changes", kinds, vec![Change::Added; 3])
}
