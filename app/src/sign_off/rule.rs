//! The rule of a forum as a sentence.

use domain::tally::{Rule, Share, Tally};

use crate::words;

/// What a forum asks for before a text is adopted; with how many seats that is, where they are known.
pub fn rule_in_words(rule: &Rule, tally: Option<&Tally>) -> String {
    let share = match rule.share {
        Share { parts: 2, of: 3 } => "two-thirds",
        Share { parts: 1, of: 2 } => "half",
        Share { parts: 3, of: 4 } => "three-quarters",
        Share { parts, of } if parts == of => "all",
        Share { .. } => "other",
    };
    let counted = tally.map_or(0, Tally::counted);
    words::with(
        "sign-off-rule",
        [
            ("most", rule.most_objections.into()),
            ("least", rule.least_endorsements.into()),
            ("share", share.into()),
            ("parts", rule.share.parts.into()),
            ("of", rule.share.of.into()),
            ("needed", tally.map_or(0, |tally| tally.needed).into()),
            ("counted", counted.into()),
        ],
    )
}
