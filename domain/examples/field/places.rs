//! Where comments went.

use domain::{
    anchor::{Anchor, BadAnchor, Placement, Places, Standing, State, occurrences},
    clause_map::ClauseMap,
    port::{self, Answer},
    suggestion::{Outlook, outlook},
    text::{ClauseId, LineRange, Text},
};

use crate::{
    Case, Check,
    said::{expect, holds, read},
};

pub const CHECKS: &[(&str, Check)] = &[
    ("a01-", lines_of_a_file),
    ("a04-", quotes_at_their_edges),
    ("a05-", quotes_as_they_look),
    ("q06-", |case| softly(case, 2, 1)),
    ("q07-", |case| softly(case, 3, 3)),
    ("q08-", |case| softly(case, 1, 1)),
    ("q09-", |case| softly(case, 2, 2)),
    ("q10-", |case| ported_to(case, (1, 1), 4)),
    ("q11-", |case| ported_to(case, (6, 6), 3)),
    ("q12-", both_named),
    ("q17-", part_of_a_word),
    ("q18-", second_of_two),
    ("q19-", |case| quoted(case, "foo bar", "foo bar")),
    ("t04-", |case| [ported_to(case, (5, 5), 5), ported_to(case, (11, 11), 11)].concat()),
    ("t07-", |case| [ported_to(case, (1, 1), 1), ported_to(case, (3, 3), 1)].concat()),
    ("t15-", |case| ported_to(case, (7, 7), 13)),
];

fn port(case: &Case, lines: (u32, u32)) -> Option<Answer> {
    let ask = port::Ask { id: String::new(), first_line: lines.0, last_line: lines.1 };
    port::run(&case.old, &case.new, &[ask]).pop()
}

fn ported_to(case: &Case, lines: (u32, u32), right: u32) -> Vec<String> {
    let Some(found) = port(case, lines) else { return vec!["no answer".to_owned()] };
    holds(
        &format!("L{} went to {found:?}, should be at {right}", lines.0),
        found.first_line <= Some(right)
            && found.last_line >= Some(right)
            && found.placement != Standing::Detached,
    )
}

fn lines_of_a_file(case: &Case) -> Vec<String> {
    let range = port(case, (5, 9)).filter(|found| found.placement != Standing::Detached);
    let gone = port(case, (7, 7));
    [
        ported_to(case, (5, 5), 7),
        holds(
            &format!("the range: {range:?}"),
            range.is_some_and(|found| (found.first_line, found.last_line) == (Some(7), Some(9))),
        ),
        holds(
            &format!("what is gone: {gone:?}"),
            gone.is_some_and(|found| found.placement != Standing::Placed),
        ),
    ]
    .concat()
}

fn ids(text: &Text) -> Vec<ClauseId> {
    (0..text.clauses().len() as u32).map(ClauseId).collect()
}

/// A comment on a line, or on words in it.
fn comment(text: &Text, line: u32, quote: Option<&str>) -> Result<Anchor, BadAnchor> {
    Anchor::on(text, &ids(text), LineRange::spanning(line, line), quote)
}

fn placed(case: &Case, line: u32, quote: Option<&str>) -> Result<(Anchor, Placement, Text), BadAnchor> {
    let (old, new) = (read(&case.old), read(&case.new));
    let anchor = comment(&old, line, quote)?;
    let placement = Places::between(&old, &new, &ClauseMap::between(&old, &new)).of(&anchor);
    Ok((anchor, placement, new))
}

/// Uncertain, or the quote is gone, in this line of the new text.
fn softly(case: &Case, line: u32, right: u32) -> Vec<String> {
    match placed(case, line, None) {
        Err(error) => vec![error.to_string()],
        Ok((_, found, _)) => {
            let soft = found.standing == Standing::Uncertain || found.state == State::QuoteRemoved;
            let there = found.lines.is_some_and(|lines| lines.first() <= right && right <= lines.last());
            holds(&format!("{found:?}, should be softly at {right}"), soft && there)
        }
    }
}

fn both_named(case: &Case) -> Vec<String> {
    match placed(case, 1, None) {
        Err(error) => vec![error.to_string()],
        Ok((_, found, _)) => {
            let lines: Vec<u32> =
                found.lines.iter().chain(&found.candidates).map(|lines| lines.first()).collect();
            let both = lines.contains(&1) && lines.contains(&2);
            holds(&format!("{found:?}, should name both"), found.standing == Standing::Uncertain && both)
        }
    }
}

/// The words that a comment on these words stands on in the new text.
fn words_of(case: &Case, line: u32, quote: &str) -> Result<String, String> {
    let (_, found, new) = placed(case, line, Some(quote)).map_err(|error| format!("{quote}: {error}"))?;
    let clause = found.clause.ok_or(format!("{quote}: detached"))? as usize;
    let chars = found.chars.clone().ok_or(format!("{quote}: {found:?}"))?;
    Ok(new.clauses()[clause].slice(&chars).to_owned())
}

fn quotes_at_their_edges(case: &Case) -> Vec<String> {
    [
        expect("words", words_of(case, 3, "A and B Keller"), Ok("Anna and Bertram Keller".to_owned())),
        expect("words", words_of(case, 2, "Robin reports"), Ok("Elisa reports".to_owned())),
    ]
    .concat()
}

fn quotes_as_they_look(case: &Case) -> Vec<String> {
    let text = read(&case.old);
    let asks = [(1, "cooperation of signatories"), (2, "motivée à l’été")];
    let refused = asks.iter().filter_map(|(line, quote)| comment(&text, *line, Some(quote)).err());
    refused.map(|error| error.to_string()).collect()
}

fn quoted(case: &Case, quote: &str, right: &str) -> Vec<String> {
    expect("words", words_of(case, 1, quote), Ok(right.to_owned()))
}

fn part_of_a_word(case: &Case) -> Vec<String> {
    match placed(case, 1, Some("hi")) {
        Err(error) => vec![error.to_string()],
        Ok((anchor, found, new)) => {
            let became = outlook(&anchor, "Modified", &found, &new);
            holds(&format!("{became:?}"), matches!(became, Outlook::Applicable { .. }))
        }
    }
}

/// Whichever of two equal words is meant, a comment on it can be made, once it is said which.
fn second_of_two(case: &Case) -> Vec<String> {
    let (old, new) = (read(&case.old), read(&case.new));
    let (lines, quote) = (LineRange::spanning(1, 1), "annotate");
    let found = occurrences(&old, lines, quote);
    let places = Places::between(&old, &new, &ClauseMap::between(&old, &new));
    let each = found.iter().map(|one| {
        let anchor = Anchor::near(&old, &ids(&old), lines, Some(quote), Some(one.offset));
        expect("characters", anchor.map(|anchor| places.of(&anchor).chars), Ok(Some(one.chars.clone())))
    });
    [expect("places", found.len(), 2), each.collect::<Vec<_>>().concat()].concat()
}
