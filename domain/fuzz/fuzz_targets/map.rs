//! Any two texts have a clause map whose two sides say the same; a text and itself have the map that changes nothing.
#![no_main]

use std::collections::HashSet;

use domain::{
    clause_map::{Change, ClauseMap, inherit},
    text::Text,
};
use domain_fuzz::{ids, parts, soon};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (old, new) = parts(bytes);
    let (old, new) = (Text::parse_unlimited(&old), Text::parse_unlimited(&new));
    let map = soon(|| ClauseMap::between(&old, &new));
    assert_eq!((map.old_fates().len(), map.new_fates().len()), (old.clauses().len(), new.clauses().len()));
    for (at, fate) in map.old_fates().iter().enumerate() {
        assert_eq!(fate.others.is_empty(), fate.change == Change::Removed);
        assert!((0.0..=1.001).contains(&fate.similarity), "{fate:?}");
        for other in &fate.others {
            assert!(map.new_clause(*other as usize).unwrap().others.contains(&(at as u32)));
        }
    }
    for (at, fate) in map.new_fates().iter().enumerate() {
        assert_eq!(fate.others.is_empty(), fate.change == Change::Added);
        for other in &fate.others {
            assert!(map.old(*other as usize).unwrap().others.contains(&(at as u32)));
        }
    }
    let (given, next) = inherit(&map, &ids(&old), 1_000_000);
    assert_eq!(given.iter().collect::<HashSet<_>>().len(), new.clauses().len());
    assert!(given.iter().all(|id| id.0 < next));

    let same = ClauseMap::between(&old, &old);
    assert!(same.old_fates().iter().all(|fate| fate.change == Change::Same));
    assert_eq!(inherit(&same, &ids(&old), 1_000_000), (ids(&old), 1_000_000));
});
