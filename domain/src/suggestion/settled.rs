//! A place that was in doubt, settled by the words that were proposed for it.

use super::{Outlook, outlook, reading, says, words_at};
use crate::{
    Message,
    anchor::{Anchor, Placement, Standing},
    text::{LineRange, Text, normalise},
};
use unicode_segmentation::UnicodeSegmentation;

/// Fewer words could stand anywhere, and prove no place.
const PROOF: usize = 4;
/// What taking a proposed wording word for word says of the place.
const SURE: f32 = 0.97;

/// The placement of an anchor whose wording `proposed` was taken word for word: sure, and on the lines that say it. Any other placement
/// is given back as it is: one that was sure already, and one whose wording is too short to prove a place or is not there.
pub fn settled(anchor: &Anchor, proposed: &str, placement: Placement, to: &Text) -> Placement {
    let wish = normalise(&reading(anchor, proposed));
    if placement.standing == Standing::Placed || wish.unicode_words().count() < PROOF {
        return placement;
    }
    let Outlook::Applied { lines } = outlook(anchor, proposed, &placement, to) else { return placement };
    let Some(lines) = narrowest(&wish, lines, to) else { return placement };
    let clause = to.line(lines.first()).map(|line| line.clause);
    Placement {
        standing: Standing::Placed,
        lines: Some(lines),
        clause,
        chars: None,
        confidence: SURE,
        reason: Message::new("placement-wording-taken"),
        candidates: Vec::new(),
        last_heading: None,
        ..placement
    }
}

/// The fewest lines in or beside some that say the words.
fn narrowest(wish: &str, lines: LineRange, to: &Text) -> Option<LineRange> {
    let (first, last) = (lines.first().saturating_sub(2).max(1), (lines.last() + 2).min(to.line_count()));
    let runs =
        (first..=last).flat_map(|from| (from..=last).map(move |until| LineRange::spanning(from, until)));
    let saying = runs.filter(|run| says(&normalise(&words_at(to, *run)), wish));
    saying.min_by_key(|run| run.count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{anchor::State, text::ClauseId};

    const OLD: &str = "# Notice\n\nA person is told. The notice is short.\n";
    const NEW: &str =
        "# Notice\n\nOne hears of it. A person is told before the system decides. All is written down.\n";

    fn doubtful(standing: Standing, lines: Option<LineRange>) -> (Anchor, Placement) {
        let text = Text::parse_unlimited(OLD);
        let ids: Vec<_> = (1..=text.clauses().len() as u32).map(ClauseId).collect();
        let anchor = Anchor::on(&text, &ids, LineRange::spanning(2, 2), None).unwrap();
        let placement = Placement {
            standing,
            state: State::Ambiguous,
            lines,
            clause: None,
            chars: None,
            confidence: 0.4,
            reason: Message::new("placement-ambiguous"),
            candidates: vec![LineRange::spanning(4, 4)],
            last_heading: None,
        };
        (anchor, placement)
    }

    #[test]
    fn words_that_were_taken_say_where_the_comment_belongs() {
        let to = Text::parse_unlimited(NEW);
        for (standing, near) in
            [(Standing::Uncertain, Some(2)), (Standing::Uncertain, Some(4)), (Standing::Detached, None)]
        {
            let (anchor, placement) = doubtful(standing, near.map(|line| LineRange::spanning(line, line)));
            let found = settled(&anchor, "A person is told before the system decides.", placement, &to);
            assert_eq!((found.standing, found.lines), (Standing::Placed, Some(LineRange::spanning(3, 3))));
            assert_eq!(found.reason.id, "placement-wording-taken");
        }
    }

    #[test]
    fn words_that_are_not_there_or_could_be_anywhere_settle_nothing() {
        let to = Text::parse_unlimited(NEW);
        for wish in ["A person is told on the day itself.", "is written", ""] {
            let (anchor, placement) = doubtful(Standing::Uncertain, Some(LineRange::spanning(3, 3)));
            assert_eq!(settled(&anchor, wish, placement.clone(), &to), placement, "{wish}");
        }
    }
}
