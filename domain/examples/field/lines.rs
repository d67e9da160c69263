//! Where lines end, and what is an item.

use crate::{
    Case, Check,
    said::{expect, holds, lines, numbers, read},
};

pub const CHECKS: &[(&str, Check)] = &[
    ("c03-", wrapped),
    ("c04-", wrapped),
    ("i01-", typed_items),
    ("i02-", lettered_items),
    ("i03-", |case| expect("lines", lines(&case.old).len(), 5)),
    ("n03-", footnote_marks),
    ("n04-", words_that_end),
    ("n05-", one_each),
    ("s01-", russian),
    ("s02-", one_each),
    ("s03-", letters_inside),
    ("s06-", arabic),
    ("s07-", no_lone_number),
    ("s08-", omissions),
    ("s09-", one_each),
    ("t02-", starts),
];

/// Wrapping does not change a text.
fn wrapped(case: &Case) -> Vec<String> {
    let digests = |source: &str| read(source).clauses().iter().map(|one| one.digest).collect::<Vec<_>>();
    [
        expect("lines of the wrapped text", lines(&case.new), lines(&case.old)),
        expect("digests", digests(&case.new), digests(&case.old)),
        expect("changes", crate::said::told(case), Vec::<String>::new()),
    ]
    .concat()
}

fn typed_items(case: &Case) -> Vec<String> {
    let text = read(&case.old);
    let found = lines(&case.old);
    let begins = |words: &str| found.iter().any(|line| line.contains(words) && line.len() < words.len() + 8);
    let items = ["say what it is for;", "say who answers;", "keep a register.", "notice", "answer"];
    let apart = items.iter().flat_map(|item| holds(&format!("{item} is no line of its own"), begins(item)));
    let linked =
        text.lines().iter().flat_map(|line| line.runs().into_owned()).any(|run| run.look.href.is_some());
    [
        apart.collect(),
        expect("numbers", numbers(&case.old), ["a", "b", "c"].map(str::to_owned).to_vec()),
        holds("the link is lost", linked),
    ]
    .concat()
}

fn lettered_items(case: &Case) -> Vec<String> {
    [
        expect("clauses", read(&case.old).clauses().len(), 4),
        expect("numbers", numbers(&case.old), ["(a)", "(b)", "(c)"].map(str::to_owned).to_vec()),
    ]
    .concat()
}

fn footnote_marks(case: &Case) -> Vec<String> {
    let found = lines(&case.old);
    let first: Vec<&str> = found.iter().take(3).map(String::as_str).collect();
    let begins = ["The body answers.", "It gives reasons.", "Done."];
    holds(
        &format!("cut into {first:?}"),
        first.iter().zip(begins).all(|(line, begin)| line.starts_with(begin)),
    )
}

fn words_that_end(case: &Case) -> Vec<String> {
    expect("lines", lines(&case.old).len(), 6)
}

/// Every paragraph is one line.
fn one_each(case: &Case) -> Vec<String> {
    let paragraphs = case.old.split("\n\n").filter(|words| !words.trim().is_empty()).count();
    // "EE. UU. … p. ej. Las de avisos" and the like are one sentence too.
    expect(&format!("lines of {:?}", lines(&case.old)), lines(&case.old).len(), paragraphs)
}

fn russian(case: &Case) -> Vec<String> {
    let found = lines(&case.old);
    let right = found.len() == 5 || found.len() == 6;
    let ends = found.iter().all(|line| line.ends_with('.'));
    let whole = [
        "Согласно ст. 5",
        "Институт им. Иванова (г. Москва)",
        "См. табл. 5.6 и рис. 2.",
        "Проф. А. Б. Петров и др.",
    ];
    let kept = whole.iter().all(|words| found.iter().any(|line| line.starts_with(words)));
    holds(&format!("cut into {found:?}"), right && ends && kept)
}

fn letters_inside(case: &Case) -> Vec<String> {
    let text = read(&case.old);
    [expect("clauses", text.clauses().len(), 3), expect("lines", lines(&case.old).len(), 4)].concat()
}

fn arabic(case: &Case) -> Vec<String> {
    let found = lines(&case.old);
    holds(&format!("cut into {found:?}"), found.len() == 6)
}

fn no_lone_number(case: &Case) -> Vec<String> {
    let found = lines(&case.old);
    [
        expect("lines", found.len(), 7),
        holds(
            &format!("a line is too short: {found:?}"),
            found.iter().all(|line| line.split(' ').count() > 2),
        ),
    ]
    .concat()
}

fn omissions(case: &Case) -> Vec<String> {
    let found = lines(&case.old);
    let begins = ["The body [...]", "A register . . .", "“It is done", "He asked:"];
    let right = found.len() == 4 && found.iter().zip(begins).all(|(line, begin)| line.starts_with(begin));
    holds(&format!("cut into {found:?}"), right)
}

fn starts(case: &Case) -> Vec<String> {
    let found: Vec<String> =
        numbers(&case.old).iter().map(|one| one.trim_end_matches('.').to_owned()).collect();
    [
        expect("numbers", found, ["3", "4", "5", "1", "2", "3"].map(str::to_owned).to_vec()),
        expect(
            "changes",
            crate::said::told(case),
            vec!["reworded: say who answers [-for-]{+to+} it;".to_owned()],
        ),
    ]
    .concat()
}
