//! A Word file comes back.

use documents::{
    Thread,
    docx::{
        self,
        back::{Found, Known, found},
        read::read,
    },
};
use domain::{anchor::Standing, suggestion::shown, text::Text};
use proptest::prelude::*;

use crate::support::{SPEECH, TEXT, anchor, comment, discussed, document, lines, text, thread};

/// Writes the threads into a file, lets somebody do something to it, and reads it.
pub fn returned(text: &Text, threads: &[Thread], tag: &str, then: impl Fn(Vec<u8>) -> Vec<u8>) -> Vec<Found> {
    let file = docx::commented(&document(text, tag, threads.to_vec()), SPEECH).unwrap();
    found(&read(&then(file)).unwrap(), text)
}

/// Says of each thread what differs after the way out and back.
pub fn differences(text: &Text, threads: &[Thread], found: &[Found]) -> Vec<String> {
    let mut differ = Vec::new();
    for thread in threads {
        for comment in &thread.comments {
            let known = Known { thread: thread.number, comment: Some(comment.number) };
            let Some(back) = found.iter().find(|one| one.known == Some(known)) else {
                differ.push(format!("{known:?} is lost"));
                continue;
            };
            let mut differs = |what: &str, was: String, is: String| {
                // A tab is a space in a comment.
                if was.replace("\\t", " ") != is.replace("\\t", " ") {
                    differ.push(format!("{known:?} {what}: {was:?} became {is:?}"));
                }
            };
            differs("words", comment.words.clone(), back.words.clone());
            differs("author", comment.author.clone(), back.author.clone());
            let proposed =
                |words: &str| thread.anchor.as_ref().map_or(words.to_owned(), |anchor| shown(anchor, words));
            let (was, is) = (comment.proposed.as_deref(), back.proposed.as_deref());
            differs("proposal", format!("{:?}", was.map(proposed)), format!("{:?}", is.map(proposed)));
            let in_note = |anchor: &domain::anchor::Anchor| {
                let clause = text.clause_of_line(anchor.lines.first()).and_then(|clause| text.clause(clause));
                clause.is_some_and(|clause| clause.kind == domain::text::ClauseKind::Footnote)
            };
            if let Some(anchor) = thread.anchor.as_ref().filter(|anchor| !in_note(anchor)) {
                let spot = back.spot.as_ref();
                differs(
                    "place",
                    anchor.quote.clone(),
                    spot.map(|spot| spot.quote.clone()).unwrap_or_default(),
                );
                differs(
                    "lines",
                    anchor.lines.to_string(),
                    spot.map(|spot| spot.lines.to_string()).unwrap_or_default(),
                );
            }
        }
    }
    differ
}

#[test]
fn every_thread_comes_back_as_it_went() {
    let text = text(TEXT, "en");
    let threads = discussed(&text);
    let back = returned(&text, &threads, "en", |file| file);
    assert_eq!(differences(&text, &threads, &back), Vec::<String>::new());
    assert!(
        back.iter().any(|one| one.known == Some(Known { thread: 1, comment: None })),
        "the answer is known"
    );
    assert_eq!(back.len(), 7, "{back:#?}");
    let reply = back.iter().find(|one| one.author == "Ben Odhiambo").unwrap();
    assert_eq!(back[reply.parent.unwrap()].known, Some(Known { thread: 1, comment: Some(1) }));
}

#[test]
fn a_comment_that_ends_begins_or_is_on_the_mark_of_a_note_keeps_it() {
    let source = "# T\n\nEach body shall[^1]. It may[^2] ask; nobody else[^1] may.\n\n[^1]: By law.\n\n[^2]: Or not.\n";
    let text = text(source, "en");
    let words =
        ["shall[1]", "may[2] ask", "[2] ask", "[2]", "else[1]", "else", "shall", "Each body shall[1]."];
    let said = |(number, words): (u32, &&str)| {
        thread(
            number,
            Some(anchor(&text, words)),
            vec![comment(1, &format!("Person {number}"), "Why?", Some("Anew."))],
        )
    };
    let threads: Vec<Thread> = (1..).zip(&words).map(said).collect();
    for office in [false, true] {
        let then = |file: Vec<u8>| if office { crate::office::saved(&file).unwrap_or(file) } else { file };
        assert_eq!(
            differences(&text, &threads, &returned(&text, &threads, "en", then)),
            Vec::<String>::new()
        );
    }
}

#[test]
fn wordings_for_the_same_words_all_come_back() {
    let text = text(TEXT, "en");
    let said = |number, words: &str, by: &str| {
        thread(number, Some(anchor(&text, "within 30 days")), vec![comment(1, by, "Why?", Some(words))])
    };
    let threads = [said(1, "within 20 days", "Mira"), said(2, "within 90 days", "Grace"), said(3, "", "Ben")];
    let back = returned(&text, &threads, "en", |file| file);
    assert_eq!(differences(&text, &threads, &back), Vec::<String>::new());
}

/// A change as somebody tracks it in Word, in the clean text.
fn tracked(from: &str, to: &str) -> Vec<Found> {
    let text = text(TEXT, "en");
    let file = docx::clean(&document(&text, "en", Vec::new()), SPEECH, false).unwrap();
    let edited = crate::office::rewritten(&file, "word/document.xml", |xml| {
        assert!(xml.contains(from), "{xml}");
        xml.replacen(from, to, 1)
    });
    found(&read(&edited).unwrap(), &text)
}

const INSERTED: &str = "<w:ins w:id=\"900\" w:author=\"A. Lunde\" w:date=\"2026-11-27T10:00:00Z\"><w:r><w:t xml:space=\"preserve\">";
const DELETED: &str = "<w:del w:id=\"901\" w:author=\"A. Lunde\" w:date=\"2026-11-27T10:00:00Z\"><w:r><w:delText xml:space=\"preserve\">";

fn cut(words: &str) -> String {
    format!("{words}</w:t></w:r>{{}}<w:r><w:t xml:space=\"preserve\">")
}

#[test]
fn words_put_in_are_a_suggestion_on_the_word_before() {
    let put = format!("{INSERTED} and in public</w:t></w:r></w:ins>");
    let back = tracked("in writing", &cut("in writing").replace("{}", &put));
    assert_eq!(back.len(), 1, "{back:#?}");
    let spot = back[0].spot.as_ref().unwrap();
    assert_eq!(
        (spot.quote.as_str(), back[0].proposed.as_deref()),
        ("writing", Some("writing and in public"))
    );
    assert_eq!((back[0].author.as_str(), spot.standing), ("A. Lunde", Standing::Placed));
}

#[test]
fn words_taken_out_and_put_in_are_one_suggestion() {
    let put = format!("{DELETED}30</w:delText></w:r></w:del>{INSERTED}60</w:t></w:r></w:ins>");
    let back = tracked("answer within 30 days", &cut("answer within ").replace("{}", &put).add(" days"));
    assert_eq!(back.len(), 1, "{back:#?}");
    assert_eq!(back[0].spot.as_ref().unwrap().quote, "30");
    assert_eq!(back[0].proposed.as_deref(), Some("60"));
}

#[test]
fn letters_put_against_a_word_are_put_into_it() {
    let put = format!("{INSERTED}s</w:t></w:r></w:ins>");
    let back = tracked("what a system is", &format!("{} is", cut("what a system").replace("{}", &put)));
    assert_eq!(back[0].spot.as_ref().unwrap().quote, "system");
    assert_eq!(back[0].proposed.as_deref(), Some("systems"));
}

#[test]
fn words_of_an_older_version_are_placed_by_the_engine() {
    let old = text(TEXT, "en");
    let threads =
        [thread(1, Some(anchor(&old, "should say in writing")), vec![comment(1, "Mira", "Why?", None)])];
    let file = docx::commented(&document(&old, "en", threads.to_vec()), SPEECH).unwrap();
    let new = text(
        &TEXT.replace(
            "A public body should say in writing",
            "From now on, a public body should say in writing,",
        ),
        "en",
    );
    let back = found(&read(&file).unwrap(), &new);
    let spot = back[0].spot.as_ref().unwrap();
    assert_eq!(spot.quote, "should say in writing");
    assert!(spot.reason.is_some());
}

#[test]
fn smart_quotes_and_split_runs_change_no_place() {
    let source = "# T\n\nA body says \"why\" and it's done. It says when.\n";
    let text = text(source, "en");
    let threads = [thread(1, Some(anchor(&text, "it's done")), vec![comment(1, "Mira", "Is it?", None)])];
    let file = docx::commented(&document(&text, "en", threads.to_vec()), SPEECH).unwrap();
    let edited = crate::office::rewritten(&file, "word/document.xml", |xml| {
        let split =
            "it’s</w:t></w:r><w:r><w:rPr><w:lang w:val=\"fr\"/></w:rPr><w:t xml:space=\"preserve\"> done";
        xml.replace("&quot;why&quot;", "“why”").replace("it's done", split)
    });
    let back = found(&read(&edited).unwrap(), &text);
    assert_eq!(back[0].spot.as_ref().unwrap().quote, "it's done");
}

use std::ops::Add;

fn marked() -> impl Strategy<Value = Vec<(usize, usize, usize, bool)>> {
    proptest::collection::vec((0..40_usize, 0..60_usize, 1..40_usize, any::<bool>()), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// Comments anywhere, over one another, with wordings: nothing differs on the way out and back. Each is by somebody else: a file has
    /// nothing by which two changes of one person at one place could be told apart.
    #[test]
    fn any_threads_come_back_as_they_went(marks in marked()) {
        let text = text(TEXT, "en");
        let ids: Vec<_> = (0..text.clauses().len() as u32).map(domain::text::ClauseId).collect();
        let mut threads = Vec::new();
        for (index, (line, from, length, proposes)) in marks.into_iter().enumerate() {
            let line = text.lines().get(line % text.lines().len()).unwrap();
            let count = line.text.chars().count();
            let from = from % count;
            let quote: String = line.text.chars().skip(from).take(length).collect();
            let number = index as u32 + 1;
            let range = domain::text::LineRange::new(line.number, line.number).unwrap();
            let anchor = domain::anchor::Anchor::near(&text, &ids, range, Some(&quote), Some(from as u32));
            // Half of the mark of a note is no words, nor is what stands between cells.
            let cut = quote.trim().starts_with('|') || quote.trim().ends_with('|') || quote.matches('[').count() != quote.matches(']').count() || quote.contains("][") || quote.trim() == "1" || quote.trim().starts_with(']') || quote.trim().starts_with("1]");
            let anchor = anchor.ok().filter(|_| !cut).unwrap_or_else(|| lines(&text, line.number, line.number));
            let wording = proposes.then(|| format!("wording {number}"));
            let said = comment(1, &format!("Person {number}"), &format!("Comment {number}"), wording.as_deref());
            threads.push(thread(number, Some(anchor), vec![said]));
        }
        let back = returned(&text, &threads, "en", |file| file);
        prop_assert_eq!(differences(&text, &threads, &back), Vec::<String>::new());
    }
}

/// The clean text in which somebody did something with a piece of its XML.
fn edited(rewrite: impl Fn(String) -> String, comment: &str) -> (Text, Vec<Found>) {
    let text = text(TEXT, "en");
    let file = docx::clean(&document(&text, "en", Vec::new()), SPEECH, false).unwrap();
    let file = crate::office::rewritten(&file, "word/document.xml", rewrite);
    let said = format!(
        "<w:comment w:id=\"70\" w:author=\"ليلى حداد\" w:initials=\"ل\"><w:p><w:r><w:t>{comment}</w:t></w:r></w:p></w:comment></w:comments>"
    );
    let file =
        crate::office::rewritten(&file, "word/comments.xml", |xml| match xml.contains("</w:comments>") {
            true => xml.replace("</w:comments>", &said),
            false => xml.trim_end_matches("/>").to_owned() + ">" + &said,
        });
    let found = found(&read(&file).unwrap(), &text);
    (text, found)
}

const BEGIN: &str = "<w:commentRangeStart w:id=\"70\"/>";
const END: &str = "<w:commentRangeEnd w:id=\"70\"/>";

#[test]
fn a_comment_on_deleted_text_is_on_the_words_that_were_there() {
    let gone = format!(
        "</w:t></w:r>{BEGIN}<w:del w:id=\"901\" w:author=\"B\"><w:r><w:delText xml:space=\"preserve\">in writing</w:delText></w:r></w:del>{END}<w:r><w:t xml:space=\"preserve\">"
    );
    let (_, back) = edited(|xml| xml.replacen("in writing", &gone, 1), "Keep it.");
    let comment = back.iter().find(|one| one.words == "Keep it.").unwrap();
    assert_eq!(comment.author, "ليلى حداد");
    assert_eq!(comment.spot.as_ref().unwrap().quote, "in writing");
    let change = back.iter().find(|one| one.words.is_empty()).unwrap();
    assert_eq!((change.quote.as_str(), change.proposed.as_deref()), ("in writing", Some("")));
}

#[test]
fn a_comment_on_a_paragraph_that_was_moved_stays_on_its_words() {
    let (_, back) = edited(
        |xml| {
            let start = xml.find("Nothing here limits").unwrap();
            let start = xml[..start].rfind("<w:p>").unwrap();
            let end = start + xml[start..].find("</w:p>").unwrap() + "</w:p>".len();
            let moved = xml[start..end].replacen("<w:r>", &format!("{BEGIN}<w:r>"), 1).replacen(
                "</w:p>",
                &format!("{END}</w:p>"),
                1,
            );
            let rest = format!("{}{}", &xml[..start], &xml[end..]);
            let first = rest.find("<w:p>").unwrap();
            format!("{}{moved}{}", &rest[..first], &rest[first..])
        },
        "Why here?",
    );
    let spot = back.iter().find(|one| one.words == "Why here?").unwrap().spot.as_ref().unwrap();
    assert!(spot.quote.starts_with("Nothing here limits a right."), "{spot:?}");
}

#[test]
fn a_file_that_is_not_ours_is_placed_by_its_words() {
    let body = "<w:p><w:r><w:t>Dear colleagues,</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">A public body should say </w:t></w:r><w:commentRangeStart w:id=\"1\"/><w:r><w:t>in writing</w:t></w:r><w:commentRangeEnd w:id=\"1\"/><w:r><w:t xml:space=\"preserve\"> what a system is for. The statement names the persons it will affect.</w:t></w:r></w:p>";
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let comments = "<w:comments><w:comment w:id=\"1\" w:author=\"B\"><w:p><w:r><w:t>Or in public?</w:t></w:r></w:p></w:comment></w:comments>";
    let file = crate::refused::packed(&[
        ("word/document.xml", document.as_bytes()),
        ("word/comments.xml", comments.as_bytes()),
    ]);
    let text = text(TEXT, "en");
    let back = found(&read(&file).unwrap(), &text);
    assert_eq!(back.len(), 1, "{back:#?}");
    assert_eq!(back[0].spot.as_ref().unwrap().quote, "in writing");
}
