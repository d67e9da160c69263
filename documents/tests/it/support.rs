//! A small draft, and the people who speak of it.

use chrono::{DateTime, TimeZone, Utc};
use documents::{Answer, Comment, Document, Speech, Thread};
use domain::{
    Message, ThreadKind,
    anchor::Anchor,
    text::{ClauseId, LineRange, Manner, Text},
};

pub const TEXT: &str = "# Principles for public systems\n\n\
    A public body should say in writing what a system is for. The statement names the people it will affect.\n\n\
    ## 1 Notice\n\n\
    Each body shall[^1]:\n\n\
    - (a) tell people *before* it matters;\n- (b) keep a record of **each** decision, and\n- (c) answer within 30 days.\n\n\
    1. First, publish the notice.\n   - On paper.\n   - On a page of its own.\n2. Then, ask for comments.\n\n\
    | Body | Days |\n| --- | ---: |\n| Ministry | 30 |\n| Agency | 20 |\n\n\
    > What is not said is not agreed.\n\n\
    Nothing here limits a right. See [the act](https://example.org/act).\n\n\
    [^1]: Within its own powers.\n";

pub const ARABIC: &str = "# مبادئ الأنظمة العامة\n\n\
    تقول كل هيئة عامة كتابةً ما الغرض من النظام. ويذكر البيان الأشخاص الذين يمسّهم.\n\n\
    ## 1 الإشعار\n\n1. أولًا، ينشر الإشعار في Karst Gazette.\n2. ثم تُطلب التعليقات خلال 30 يومًا.\n";

pub fn text(source: &str, tag: &str) -> Text {
    Text::read(source, &Manner::tagged(tag))
}

pub fn day(number: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, number, 9, 30, 0).unwrap()
}

pub fn anchor(text: &Text, quote: &str) -> Anchor {
    let ids: Vec<ClauseId> = (0..text.clauses().len() as u32).map(ClauseId).collect();
    let line = |line: &domain::text::Line| LineRange::new(line.number, line.number).unwrap();
    let lines = text.lines().iter().find(|line| line.text.contains(quote)).map(line);
    Anchor::on(text, &ids, lines.unwrap_or_else(|| text.all_lines().unwrap()), Some(quote)).unwrap()
}

pub fn lines(text: &Text, first: u32, last: u32) -> Anchor {
    let ids: Vec<ClauseId> = (0..text.clauses().len() as u32).map(ClauseId).collect();
    Anchor::on(text, &ids, LineRange::new(first, last).unwrap(), None).unwrap()
}

pub fn comment(number: u32, author: &str, words: &str, proposed: Option<&str>) -> Comment {
    let proposed = proposed.map(str::to_owned);
    Comment { number, author: author.to_owned(), posted: day(number), words: words.to_owned(), proposed }
}

pub fn thread(number: u32, anchor: Option<Anchor>, comments: Vec<Comment>) -> Thread {
    let quote = anchor.as_ref().map(|anchor| anchor.quote.clone());
    Thread { number, kind: ThreadKind::Technical, anchor, quote, comments, answer: None }
}

pub fn answered(thread: Thread, reason: &str) -> Thread {
    let answer = Answer { disposition: "Accepted".to_owned(), reason: reason.to_owned(), given: day(20) };
    Thread { answer: Some(answer), ..thread }
}

pub fn document<'a>(text: &'a Text, tag: &str, threads: Vec<Thread>) -> Document<'a> {
    Document {
        reference: "DN-2026-001".to_owned(),
        title: "Principles for public systems".to_owned(),
        forum: "Open Administration Network".to_owned(),
        language: tag.to_owned(),
        version: 2,
        published: day(2),
        address: "https://comity.example/drafts/DN-2026-001/versions/2".to_owned(),
        text,
        ids: (0..text.clauses().len() as u32).map(|index| ClauseId(index + 100)).collect(),
        threads,
        credits: Vec::new(),
    }
}

/// Three threads as a round brings them: words in a sentence with a wording, whole lines, and the whole text.
pub fn discussed(text: &Text) -> Vec<Thread> {
    vec![
        answered(
            thread(
                1,
                Some(anchor(text, "should say in writing")),
                vec![
                    comment(
                        1,
                        "Mira Halevi, Karst Civic Lab",
                        "Make it a duty.\n\nNot a wish.",
                        Some("says in writing"),
                    ),
                    comment(2, "Ben Odhiambo", "Agreed; see line 5 & <b>.", None),
                ],
            ),
            "Line 2 states a duty.",
        ),
        thread(
            2,
            Some(anchor(text, "(c) answer within 30 days.")),
            vec![comment(1, "Grace Lund, Aravel", "Thirty is short.", Some("(c) answer within 60 days."))],
        ),
        thread(3, None, vec![comment(1, "Ines Tarn", "=cmd|' /C calc'!A0 ]]> #", None)]),
        thread(
            4,
            Some(anchor(text, "Within its own powers.")),
            vec![comment(1, "Ines Tarn", "Whose?", None)],
        ),
        thread(
            5,
            Some(lines(text, 2, 3)),
            vec![comment(1, "Ines Tarn", "Both say the same.", Some("One sentence.\n\nAnother."))],
        ),
    ]
}

pub fn said(message: &Message) -> String {
    let args: Vec<String> = message.args.iter().map(|(_, value)| format!(" {value:?}")).collect();
    format!("{}{}", message.id, args.concat())
}

pub fn date(instant: DateTime<Utc>) -> String {
    instant.format("%-d %B %Y").to_string()
}

pub const SPEECH: Speech<'static> = Speech { tag: "en", say: &said, day: &date };
