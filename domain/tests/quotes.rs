//! Words quoted as they look on the page, and one of several equal ones.
#![expect(clippy::unwrap_used, reason = "a test stops where a story breaks")]

use domain::{
    anchor::{Anchor, BadAnchor, Placement, Places, Standing, State, occurrences},
    clause_map::ClauseMap,
    suggestion::{Outlook, apply, outlook},
    text::{ClauseId, LineRange, Text},
};
use rstest::rstest;

fn text(source: &str) -> Text {
    Text::parse_unlimited(source)
}

fn ids(text: &Text) -> Vec<ClauseId> {
    (0..text.clauses().len() as u32).map(ClauseId).collect()
}

fn first() -> LineRange {
    LineRange::spanning(1, 1)
}

fn on(text: &Text, quote: &str) -> Result<Anchor, BadAnchor> {
    Anchor::on(text, &ids(text), first(), Some(quote))
}

fn placed(anchor: &Anchor, old: &Text, new: &Text) -> Placement {
    Places::between(old, new, &ClauseMap::between(old, new)).of(anchor)
}

/// The characters that an anchor stands on in another text.
fn now(anchor: &Anchor, old: &Text, new: &Text) -> String {
    let placement = placed(anchor, old, new);
    let clause = &new.clauses()[placement.clause.unwrap() as usize];
    clause.slice(&placement.chars.unwrap()).to_owned()
}

#[rstest]
#[case("The min\u{ad}istry re\u{ad}plies in time.", "ministry replies")]
#[case("The re\u{200b}gister stays open to all.", "register stays")]
#[case("Une de\u{301}cision motive\u{301}e suffit.", "décision motivée")]
#[case("Une décision motivée suffit.", "de\u{301}cision motive\u{301}e")]
#[case("Within 30\u{a0}days of the\u{202f}notice.", "30 days of the notice")]
#[case("They call it a “public record” here.", "a \"public record\"")]
#[case("The body's own 'register' counts.", "body’s own ‘register’")]
#[case("From 2024–2026 it reports.", "2024-2026 it")]
#[case("It asks … and waits.", "asks ... and")]
#[case("Il dit « oui » au public.", "\" oui \"")]
#[case("يُنشر السجل\u{200f} كل عام.", "السجل كل")]
#[case("각 기관은 알린다.", "\u{1100}\u{1161}\u{11a8} 기관은")]
fn a_quote_is_found_as_it_looks(#[case] source: &str, #[case] quote: &str) {
    let text = text(source);
    let anchor = on(&text, quote).unwrap();
    let chars = anchor.chars.clone().unwrap();
    assert_eq!(text.clauses()[0].slice(&chars), anchor.quote);
    assert!(!anchor.quote.is_empty());
    assert_eq!(now(&anchor, &text, &text), anchor.quote);
}

#[rstest]
#[case("The bo\u{ad}dy replies.", "The body replies.")]
#[case("Une de\u{301}cision.", "Une décision.")]
#[case("Within\u{a0}30 days.", " Within 30\ndays. ")]
#[case("“Public” means open.", "\"Public\" means open.")]
#[case("A – B.", "A - B.")]
fn a_quote_of_the_whole_line_as_it_looks_is_the_line(#[case] source: &str, #[case] quote: &str) {
    assert_eq!(on(&text(source), quote).unwrap().chars, None);
}

#[rstest]
#[case("A decree is public.", "decrée")]
#[case("A de\u{301}cret is public.", "decret")]
#[case("Fees rose by 5 %.", "by 6 %")]
#[case("The Body answers.", "body answers")]
#[case("Nothing here.", "\u{ad}\u{200b}…")]
fn a_quote_that_looks_otherwise_is_refused(#[case] source: &str, #[case] quote: &str) {
    assert_eq!(on(&text(source), quote).unwrap_err(), BadAnchor::QuoteNotThere { lines: first() });
}

#[rstest]
#[case("To review or not to review the file.", "review", 17, 20..26)]
#[case("To review or not to review the file.", "review", 2, 3..9)]
#[case("A body tells a body of a body.", "a body", 24, 23..29)]
#[case("notice, then notice; then notice", "notice", 13, 13..19)]
#[case("Art. 3 und Art. 5 und Art. 7.", "Art.", 22, 22..26)]
#[case("审查之后再审查。", "审查", 5, 5..7)]
#[case("re\u{ad}view and review and review", "review", 12, 12..18)]
fn one_of_several_equal_quotes_is_the_nearest(
    #[case] source: &str,
    #[case] quote: &str,
    #[case] offset: u32,
    #[case] chars: std::ops::Range<u32>,
) {
    let text = text(source);
    assert_eq!(on(&text, quote).unwrap_err(), BadAnchor::QuoteSeveral { lines: first() });
    let anchor = Anchor::near(&text, &ids(&text), first(), Some(quote), Some(offset)).unwrap();
    assert_eq!(anchor.chars, Some(chars.clone()));
    let later = Text::parse_unlimited(&format!("A new line comes first.\n\n{source}"));
    assert_eq!(placed(&anchor, &text, &later).chars, Some(chars));
}

#[test]
fn each_place_of_a_quote_is_offered_with_the_words_around_it() {
    let text = text(
        "Intro says this.\n\nThe board tells the staff, and the staff tells the board of the outcome.\n",
    );
    let lines = LineRange::spanning(2, 2);
    let found = occurrences(&text, lines, "tells the");
    let shown: Vec<_> =
        found.iter().map(|one| (one.before.as_str(), one.words.as_str(), one.after.as_str())).collect();
    assert_eq!(
        shown,
        [
            ("The board ", "tells the", " staff, and the staff"),
            ("staff, and the staff ", "tells the", " board of the outcome")
        ]
    );
    for one in found {
        let anchor = Anchor::near(&text, &ids(&text), lines, Some("tells the"), Some(one.offset)).unwrap();
        assert_eq!(anchor.chars, Some(one.chars));
    }
    assert_eq!(occurrences(&text, lines, "board").len(), 2);
    assert_eq!(occurrences(&text, lines, "").len(), 0);
    assert_eq!(occurrences(&text, LineRange::spanning(9, 9), "board").len(), 0);
}

#[test]
fn a_quote_in_a_later_sentence_counts_from_the_start_of_its_lines() {
    let text = text("It may act. It may ask, or it may act.\n");
    let lines = LineRange::spanning(2, 2);
    let anchor = Anchor::near(&text, &ids(&text), lines, Some("may"), Some(15)).unwrap();
    assert_eq!(anchor.chars, Some(30..33));
}

#[test]
fn a_long_line_of_equal_words_is_read_in_good_time() {
    let text = text(&"aa ".repeat(50_000));
    assert!(occurrences(&text, first(), "aa").len() <= 64);
    assert!(occurrences(&text, first(), &"aa ".repeat(20_000)).len() <= 64);
}

#[rstest]
#[case("Third line.", "hi", "New.\n\nThird line.")]
#[case("The notification is public.", "fica", "It is so.\n\nThe notification is public.")]
#[case("A reappraisal follows each year.", "apprais", "A reappraisal follows each year.\n\nAnd one more.")]
#[case("Every subcommittee answers.", "sub", "# Title\n\nEvery subcommittee answers.")]
#[case("The state-owned body acts.", "wned bo", "Before.\n\nThe state-owned body acts.")]
#[case("Die Datenschutzbehörde antwortet.", "schutz", "Neu.\n\nDie Datenschutzbehörde antwortet.")]
fn a_part_of_a_word_stays_that_part(#[case] old: &str, #[case] quote: &str, #[case] new: &str) {
    let (old, new) = (text(old), text(new));
    let anchor = on(&old, quote).unwrap();
    let placement = placed(&anchor, &old, &new);
    assert_eq!(now(&anchor, &old, &new), quote);
    let Outlook::Applicable { lines } = outlook(&anchor, "OTHER", &placement, &new) else {
        panic!("{placement:?}")
    };
    let applied = apply(&new, lines, placement.chars.as_ref(), "OTHER").unwrap();
    assert_eq!(applied, new.source().replacen(quote, "OTHER", 1));
}

#[rstest]
#[case("The body must act.", "act", "act at once", "The body must act.")]
#[case("It may ask, or may act.", "ask", "act", "It may ask, or may act.")]
#[case("Notice of a notice.", "a notice", "Notice", "Notice of a notice.")]
#[case("Say (who) answers.", "(who)", "(which body)", "Say (who) answers.")]
#[case("One “kept” word.", "“kept”", "lost", "One “kept” word.")]
fn words_that_still_stand_can_be_replaced(
    #[case] old: &str,
    #[case] quote: &str,
    #[case] wish: &str,
    #[case] new: &str,
) {
    let (old, new) = (text(old), text(&format!("First.\n\n{new}")));
    let anchor = on(&old, quote).unwrap();
    let placement = placed(&anchor, &old, &new);
    assert_eq!(
        outlook(&anchor, wish, &placement, &new),
        Outlook::Applicable { lines: LineRange::spanning(2, 2) }
    );
    assert_eq!(now(&anchor, &old, &new), quote);
}

#[test]
fn a_wish_that_goes_on_from_its_quote_is_seen_once_it_is_there() {
    let (old, new) = (text("The body must act."), text("The body must act at once."));
    let anchor = on(&old, "act").unwrap();
    let placement = placed(&anchor, &old, &new);
    assert!(matches!(outlook(&anchor, "act at once", &placement, &new), Outlook::Applied { .. }));
}

#[rstest]
#[case("foo foo bar", "foo bar", "foo foo foo bar bar bar")]
#[case("no no yes", "no yes", "no no no yes yes yes")]
#[case("so so long", "so long", "so so so long long")]
#[case("a tax tax rate", "tax rate", "a tax tax tax rate rate")]
#[case("per per year", "per year", "per per year year")]
fn a_quote_whose_words_are_repeated_around_it_stays_those_words(
    #[case] old: &str,
    #[case] quote: &str,
    #[case] new: &str,
) {
    let (old, new) = (text(old), text(new));
    assert_eq!(now(&on(&old, quote).unwrap(), &old, &new), quote);
}

#[test]
fn replaced_words_at_the_edge_of_a_quote_stay_in_it() {
    let old = text("They are A and B Keller, or so they say to the clerk.");
    let new = text("They are Anna and Bertram Keller, or so they say to the clerk.");
    assert_eq!(now(&on(&old, "A and B Keller").unwrap(), &old, &new), "Anna and Bertram Keller");
    let old = text("Robin chairs the panel and Robin reports to the board.");
    let new = text("Robin chairs the panel and Elisa reports to the board.");
    assert_eq!(now(&on(&old, "Robin reports").unwrap(), &old, &new), "Elisa reports");
}

#[rstest]
#[case(
    "The old board of review decides here.",
    "old board of review",
    "The new board of review decides here.",
    "new board of review"
)]
#[case(
    "Here the board of old review decides.",
    "board of old review",
    "Here the board of old appeal decides.",
    "board of old appeal"
)]
#[case(
    "Each year it hears T. Smith first.",
    "T. Smith",
    "Each year it hears Tamar Smith first.",
    "Tamar Smith"
)]
#[case("It pays 30 days after notice.", "30 days after", "It pays 60 days after notice.", "60 days after")]
#[case(
    "So the body tells the person.",
    "body tells",
    "So the body rarely tells the person.",
    "body rarely tells"
)]
#[case("So the body tells the person.", "body tells", "So the large body tells the person.", "body tells")]
fn a_quote_becomes_what_its_words_became(
    #[case] old: &str,
    #[case] quote: &str,
    #[case] new: &str,
    #[case] right: &str,
) {
    let (old, new) = (text(old), text(new));
    assert_eq!(now(&on(&old, quote).unwrap(), &old, &new), right);
}

/// A quote that has no words goes with the words beside it.
#[rstest]
#[case("We like it 🙂 here.", "We like it 🙁 here.", "🙂", Some("🙁"))]
#[case("We like it 🙂 here.", "First. We really like it 🙂 here.", "🙂", Some("🙂"))]
#[case(
    "A family 👨\u{200d}👩\u{200d}👧 lives.",
    "A family 👨\u{200d}👩\u{200d}👦 lives.",
    "👨\u{200d}👩\u{200d}👧",
    Some("👨\u{200d}👩\u{200d}👦")
)]
#[case("The fee is €5 today.", "The fee is £5 today.", "€", Some("£"))]
#[case("The share is ≥ 30 % of all.", "The share is ≤ 30 % of all.", "≥", Some("≤"))]
#[case("Vote: 👍", "Intro.\n\nVote: 👎", "👍", Some("👎"))]
#[case("We like it 🙂 here.", "We like it here.", "🙂", None)]
fn a_sign_is_followed(
    #[case] old: &str,
    #[case] new: &str,
    #[case] quote: &str,
    #[case] right: Option<&str>,
) {
    let (old, new) = (text(old), text(new));
    let anchor = on(&old, quote).unwrap();
    let placement = placed(&anchor, &old, &new);
    let clause = &new.clauses()[placement.clause.unwrap() as usize];
    assert_eq!(placement.chars.as_ref().map(|chars| clause.slice(chars)), right);
    let state = match right {
        None => State::QuoteRemoved,
        Some(right) if right == quote => State::Exact,
        Some(_) => State::Reworded,
    };
    assert_eq!((placement.state, placement.standing == Standing::Placed), (state, right.is_some()));
}
