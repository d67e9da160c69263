//! Every line of any text is placed or detached in any other, and a file's lines are ported.
#![no_main]

use domain::{
    anchor::{Anchor, Places},
    clause_map::ClauseMap,
    port,
    text::{ClauseId, LineRange, Text},
};

libfuzzer_sys::fuzz_target!(|texts: (&str, &str)| {
    let (old, new) = (Text::parse_unlimited(texts.0), Text::parse_unlimited(texts.1));
    let ids: Vec<ClauseId> = (0..old.clauses().len() as u32).map(ClauseId).collect();
    let map = ClauseMap::between(&old, &new);
    let places = Places::between(&old, &new, &map);
    for line in 1..=old.line_count() {
        if let Ok(anchor) = Anchor::on(&old, &ids, LineRange::spanning(line, line), None) {
            assert!(places.of(&anchor).lines.is_none_or(|lines| lines.last() <= new.line_count()));
        }
    }
    let ask = |line: u32| port::Ask { id: line.to_string(), first_line: line, last_line: line };
    port::run(texts.0, texts.1, &(1..9).map(ask).collect::<Vec<_>>());
});
