//! Suggestions put into a text.

use domain::{
    suggestion::{Proposal, apply, merge},
    text::{ClauseKind, LineRange},
};

use crate::{
    Case, Check,
    said::{expect, holds, read},
};

pub const CHECKS: &[(&str, Check)] = &[
    ("g02-", shapes),
    ("q13-", |case| {
        merged(
            case,
            &[(2, "Second sentence.\n\nA paragraph more.")],
            "1. First sentence. Second sentence.\n\n   A paragraph more.\n2. Two.\n",
        )
    }),
    ("q14-", |case| {
        merged(case, &[(2, "And more.\n- New rule.")], "- One rule. And more.\n- New rule.\n- Two rule.\n")
    }),
    ("q15-", |case| {
        merged(case, &[(1, "One rule.\n- New rule.")], "- One rule.\n- New rule.\n- Two rule.\n")
    }),
    ("q16-", |case| {
        let both = [(1, "First rule.\n\nNew rule A."), (1, "First rule.\n\nNew rule B.")];
        merged(case, &both, "First rule.\n\nNew rule A.\n\nNew rule B.\n\nLast rule.\n")
    }),
];

fn merged(case: &Case, proposals: &[(u32, &str)], right: &str) -> Vec<String> {
    let proposal = |(id, (line, words)): (i64, &(u32, &str))| Proposal {
        id,
        lines: LineRange::spanning(*line, *line),
        chars: None,
        words: (*words).to_owned(),
    };
    let merged = merge(&read(&case.old), &(1..).zip(proposals).map(proposal).collect::<Vec<_>>());
    [expect("text", merged.source, right.to_owned()), expect("left out", merged.conflicts, vec![])].concat()
}

fn becomes(source: &str, line: u32, words: &str) -> String {
    let applied = apply(&read(source), LineRange::spanning(line, line), None, words);
    applied.unwrap_or_else(|refusal| refusal.to_string())
}

/// The case has no file; its shapes are in our words.
fn shapes(_: &Case) -> Vec<String> {
    let list = "- notice in writing\n- an answer\n";
    let nested = "1. duties\n   - notice in writing\n   - an answer\n2. review\n";
    let added = becomes(nested, 2, "notice in writing\n- reasons in full");
    let siblings: Vec<u8> =
        read(&added).clauses().iter().skip(1).take(3).map(|clause| clause.depth).collect();
    let twins = "# One\n\nThe body answers in time.\n\n# Two\n\nThe body answers in time.\n";
    let fence = "Do this:\n\n```\ncount(all)\n```\n";
    let fenced = read(&becomes(fence, 2, "count(most)"));
    [
        expect(
            "a sentence out",
            becomes("One stays. Two goes. Three stays.\n", 2, ""),
            "One stays. Three stays.\n".to_owned(),
        ),
        expect("an item out", becomes(list, 1, ""), "- an answer\n".to_owned()),
        expect("a split", becomes("One. Two.\n", 1, "One.\n\nNew.").contains("\n\n"), true),
        expect("depths", siblings.windows(2).all(|pair| pair[0] == pair[1]), true),
        expect(
            "one mark",
            becomes("# Duties\n\nText.\n", 1, "# Duties and rights"),
            "# Duties and rights\n\nText.\n".to_owned(),
        ),
        holds("the fence is lost", fenced.clauses().iter().any(|clause| clause.kind == ClauseKind::Code)),
        expect(
            "the second twin",
            becomes(twins, 4, "The body answers at once."),
            "# One\n\nThe body answers in time.\n\n# Two\n\nThe body answers at once.\n".to_owned(),
        ),
    ]
    .concat()
}
