//! Any suggestions are put into any text, or refused; what none of them is about stays word for word.
//! After the divider each line is one of them: `3-4 proposed words`.
#![no_main]

use domain::{
    suggestion::{Conflict, Proposal, merge},
    text::{LineRange, Text},
};
use domain_fuzz::{parts, soon};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (source, asked) = parts(bytes);
    let text = Text::parse_unlimited(&source);
    let proposals: Vec<Proposal> = asked
        .lines()
        .zip(0..)
        .filter_map(|(line, id)| {
            let (lines, words) = line.split_once(' ').unwrap_or((line, ""));
            Some(Proposal {
                id,
                lines: lines.parse::<LineRange>().ok()?,
                chars: None,
                words: words.replace('\\', "\n"),
            })
        })
        .collect();
    let merged = soon(|| merge(&text, &proposals));
    assert_eq!(merged.applied.len() + merged.conflicts.len(), proposals.len());
    assert_eq!(merge(&text, &[]).source, source);
    for conflict in &merged.conflicts {
        let (Conflict::With { id, .. } | Conflict::Refused { id, .. }) = conflict;
        assert!(!merged.applied.contains(id));
    }
    let applied: Vec<&Proposal> = proposals.iter().filter(|one| merged.applied.contains(&one.id)).collect();
    let mut rest = merged.source.as_str();
    for line in text.lines() {
        if applied.iter().any(|one| one.lines.contains(line.number)) {
            continue;
        }
        let kept = &source[line.span.clone()];
        let at = rest.find(kept).unwrap_or_else(|| panic!("line {} was lost: {kept:?}", line.number));
        rest = &rest[at + kept.len()..];
    }
    // Words that say what stands there already may keep the marks inside them.
    let after = Text::parse_unlimited(&merged.source);
    let read: Vec<&str> = after.clauses().iter().map(|clause| clause.text.as_str()).collect();
    for one in applied {
        for word in one.words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            let there = merged.source.contains(word) || read.iter().any(|text| text.contains(word));
            assert!(there, "the proposed {word:?} was lost");
        }
    }
});
