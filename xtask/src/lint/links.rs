//! Every link is made in `app/src/href.rs`, so that an address changes in one place.

use super::sources::Source;

/// What an address written by hand looks like in a view.
const BY_HAND: [&str; 5] = ["format!(\"/", "href=\"/", "action=\"/", "src=\"/", "formaction=\"/"];

/// Gives a line for each address that a view of `app` makes by itself.
pub fn check(sources: &[Source]) -> Vec<String> {
    let views = sources
        .iter()
        .filter(|source| source.path.starts_with("app/src/") && source.path != "app/src/href.rs");
    let mut complaints = Vec::new();
    for source in views {
        for (at, line) in source.lines() {
            let by_hand = BY_HAND.iter().find(|start| line.contains(**start));
            if let (Some(start), false) = (by_hand, line.trim_start().starts_with("//")) {
                complaints.push(format!("{}: `{start}` makes an address outside href.rs", source.at(at)));
            }
        }
    }
    complaints
}
