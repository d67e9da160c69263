//! Every line of any text is placed or detached in any other, and stays where it is in its own; so do a file's lines.
#![no_main]

use domain::{
    anchor::{Anchor, Places, Standing},
    clause_map::ClauseMap,
    port, suggestion,
    text::{LineRange, Text},
};
use domain_fuzz::{ids, parts, soon};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (before, after) = parts(bytes);
    let (old, new) = (Text::parse_unlimited(&before), Text::parse_unlimited(&after));
    let (map, same) = (ClauseMap::between(&old, &new), ClauseMap::between(&old, &old));
    let (places, home) = (Places::between(&old, &new, &map), Places::between(&old, &old, &same));
    let ids = ids(&old);
    soon(|| {
        for line in 1..=old.line_count() {
            let lines = LineRange::spanning(line, (line + line % 3).min(old.line_count()));
            let half = old.line(line).unwrap().text.split_whitespace().next();
            for quote in [None, half] {
                let Ok(anchor) = Anchor::on(&old, &ids, lines, quote) else { continue };
                let placed = places.of(&anchor);
                assert!(placed.lines.is_none_or(|lines| lines.last() <= new.line_count()));
                assert_eq!(placed.lines.is_none(), placed.standing == Standing::Detached);
                assert!((0.0..=1.0).contains(&placed.confidence));
                suggestion::outlook(&anchor, "Other words of the system", &placed, &new);
                let stayed = home.of(&anchor);
                assert_eq!((stayed.standing, stayed.lines), (Standing::Placed, Some(lines)));
            }
        }
    });
    let asks: Vec<_> = (1..=before.split('\n').count() as u32)
        .map(|line| port::Ask { id: line.to_string(), first_line: line, last_line: line })
        .collect();
    let count = after.split('\n').count() as u32;
    let ported = soon(|| port::run(&before, &after, &asks));
    assert!(ported.iter().all(|answer| answer.last_line.is_none_or(|last| last <= count)));
    let told: Vec<&str> = before.split('\n').collect();
    for (ask, answer) in asks.iter().zip(port::run(&before, &before, &asks)) {
        let blank = told[ask.first_line as usize - 1].trim().is_empty();
        assert!(
            blank || answer.first_line == Some(ask.first_line),
            "line {} went to {answer:?}",
            ask.first_line
        );
    }
});
