//! The round trip on long texts that are not kept here: `COMITY_TEXTS` names Markdown files, each with its language after a colon.

use domain::{
    anchor::Anchor,
    text::{ClauseId, LineRange},
};

use crate::{
    back::{differences, returned},
    office::saved,
    support::{comment, text, thread},
};

#[test]
#[ignore = "reads texts that are not kept here"]
fn two_hundred_comments_on_long_texts_come_back_through_libreoffice() {
    let mut differ = 0;
    let list = std::env::var("COMITY_TEXTS").unwrap();
    for (path, tag) in list.split_whitespace().filter_map(|one| one.split_once(':')) {
        let text = text(&std::fs::read_to_string(path).unwrap(), tag);
        let ids: Vec<ClauseId> = (0..text.clauses().len() as u32).map(ClauseId).collect();
        let mut threads = Vec::new();
        for number in 1..=200_usize {
            let line = &text.lines()[number * 7919 % text.lines().len()];
            let range = LineRange::new(line.number, line.number).unwrap();
            let words: Vec<&str> = line.text.split(' ').collect();
            let (from, length) = (number * 31 % words.len(), 1 + number % 5);
            let quote = words[from..(from + length).min(words.len())].join(" ");
            let quote = (!number.is_multiple_of(3) && !quote.contains('|')).then_some(quote);
            let anchor = Anchor::near(&text, &ids, range, quote.as_deref(), Some(0));
            let Ok(anchor) = anchor else { continue };
            let wording = number.is_multiple_of(2).then(|| format!("{} wording {number}", anchor.quote));
            let mut said = vec![comment(
                1,
                &format!("Person {}", number % 9),
                &format!("Comment {number}\nOf two lines."),
                wording.as_deref(),
            )];
            if number.is_multiple_of(4) {
                said.push(comment(2, "Answering Person", &format!("Reply {number}"), None));
            }
            said.iter_mut().for_each(|said| said.posted += chrono::TimeDelta::minutes(7 * number as i64));
            threads.push(thread(number as u32, Some(anchor), said));
        }
        let begun = std::time::Instant::now();
        let plain = differences(&text, &threads, &returned(&text, &threads, tag, |file| file));
        println!("{path}: {} threads, {} differ, {:?}", threads.len(), plain.len(), begun.elapsed());
        plain.iter().take(8).for_each(|one| println!("  {one}"));
        let office =
            differences(&text, &threads, &returned(&text, &threads, tag, |file| saved(&file).unwrap()));
        println!("  through LibreOffice: {} differ", office.len());
        office.iter().take(8).for_each(|one| println!("  {one}"));
        differ += plain.len() + office.len();
    }
    assert_eq!(differ, 0);
}
