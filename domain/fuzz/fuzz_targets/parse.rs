//! Any bytes are read or refused; clauses and lines cover what is read, in order, and stand in its source.
#![no_main]

use domain::text::{Manner, Text};
use domain_fuzz::soon;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(source) = std::str::from_utf8(bytes) else {
        assert!(Text::parse(bytes, &Manner::default()).is_err());
        return;
    };
    let text = soon(|| Text::parse_unlimited(source));
    assert_eq!(text.source(), source);
    let mut next = 1;
    for (at, clause) in text.clauses().iter().enumerate() {
        assert_eq!(clause.lines.first(), next);
        next = clause.lines.last() + 1;
        assert!(source.get(clause.span.clone()).is_some());
        assert!(clause.heading.is_none_or(|heading| (heading as usize) < at));
        assert!(clause.title().len() <= clause.text.len());
        let mut end = 0;
        for line in text.lines_in(clause.lines) {
            assert_eq!(line.clause as usize, at);
            assert_eq!(clause.slice(&line.chars), line.text.as_str());
            assert!(clause.slice(&(end..line.chars.start)).trim().is_empty(), "words between lines");
            assert!(source.get(line.span.clone()).is_some());
            assert!(clause.span.start <= line.span.start && line.span.end <= clause.span.end);
            let mut from = line.chars.start;
            for run in line.runs().iter() {
                assert_eq!(run.chars.start, from);
                from = run.chars.end;
            }
            assert_eq!(from, line.chars.end, "runs cover their line");
            end = line.chars.end;
        }
        assert!(clause.slice(&(end..u32::MAX)).trim().is_empty(), "words after the last line");
    }
    assert_eq!(next, text.line_count() + 1);
    assert_eq!(text, Text::parse_unlimited(source));
    soon(|| text.to_json());
});
