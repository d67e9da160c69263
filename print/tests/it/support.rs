//! A small draft, what is said of it, and programs that read PDF and are not ours.

use std::{
    fs,
    io::Write,
    process::{Command, Stdio},
};

use chrono::{DateTime, TimeZone, Utc};
use documents::{Answer, Comment, Document, Thread};
use domain::{
    Arg, Message, ThreadKind,
    anchor::Anchor,
    text::{ClauseId, LineRange, Manner, Text},
};
use print::{Kind, Paper, Seat, Speech};

pub const KINDS: [Kind; 6] =
    [Kind::Text, Kind::Room, Kind::Beside, Kind::EndNotes, Kind::Matrix, Kind::SignOff];

pub const TEXT: &str = "# Principles for public systems\n\n\
    A public body should say in writing what a system is for. The statement names the people it will affect.\n\n\
    ## 1 Notice\n\n\
    Each body shall[^1]:\n\n\
    - (a) tell people *before* it matters;\n- (b) keep a record of **each** decision, and\n- (c) answer within 30 days.\n\n\
    1. First, publish the notice.\n   - On paper.\n   - On a page of its own.\n2. Then, ask for comments.\n\n\
    #### 1.1 Days\n\n\
    | Body | Days |\n| --- | ---: |\n| Ministry | 30 |\n| Agency | 20 |\n\n\
    > What is not said is not agreed.\n\n\
    Nothing here limits a right. See [the act](https://example.org/act), and `config.toml`.\n\n\
    [^1]: Within its own powers.\n";

pub const ARABIC: &str = "# مبادئ الأنظمة العامة\n\n\
    تقول كل هيئة عامة كتابةً ما الغرض من النظام. ويذكر البيان الأشخاص الذين يمسّهم.\n\n\
    ## 1 الإشعار\n\n1. أولًا، ينشر الإشعار في Karst Gazette.\n2. ثم تُطلب التعليقات خلال 30 يومًا.\n\n\
    | الهيئة | الأيام |\n| --- | ---: |\n| الوزارة | 30 |\n";

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

pub fn comment(author: &str, words: &str, proposed: Option<&str>) -> Comment {
    let proposed = proposed.map(str::to_owned);
    Comment { number: 1, author: author.to_owned(), posted: day(9), words: words.to_owned(), proposed }
}

pub fn thread(number: u32, anchor: Option<Anchor>, comments: Vec<Comment>) -> Thread {
    let quote = anchor.as_ref().map(|anchor| anchor.quote.clone());
    let answer =
        Answer { disposition: "Accepted".into(), reason: "Line 2 states a duty.".into(), given: day(20) };
    Thread {
        number,
        kind: ThreadKind::Technical,
        anchor,
        quote,
        comments,
        answer: (number == 1).then_some(answer),
    }
}

/// Threads on some words, on an item, on a note and on the whole text.
pub fn discussed(text: &Text) -> Vec<Thread> {
    let replied = vec![
        comment(
            "Mira Halevi, Karst Civic Lab",
            "Make it a **duty**.\n\nNot a wish.",
            Some("says in writing"),
        ),
        comment("Ben Odhiambo", "Agreed; see line 5 & <b>.", None),
    ];
    vec![
        thread(1, Some(anchor(text, "should say in writing")), replied),
        thread(
            2,
            Some(anchor(text, "(c) answer within 30 days.")),
            vec![comment("Grace Lund, Aravel", "Thirty is short.", Some("(c) answer within 60 days."))],
        ),
        thread(3, None, vec![comment("Ines Tarn", "=cmd|' /C calc'!A0 ]]> #text[x] $x$ @all \\ ~ */", None)]),
        thread(4, Some(anchor(text, "Within its own powers.")), vec![comment("Ines Tarn", "Whose?", None)]),
    ]
}

pub fn said(message: &Message) -> String {
    let value = |value: &Arg| match value {
        Arg::Text(words) => words.clone(),
        Arg::Number(number) => number.to_string(),
        other => format!("{other:?}"),
    };
    let args: Vec<String> = message.args.iter().map(|(_, arg)| format!(" {}", value(arg))).collect();
    format!("{}{}", message.id, args.concat())
}

pub fn date(instant: DateTime<Utc>) -> String {
    instant.format("%-d %B %Y").to_string()
}

pub fn paper<'a>(text: &'a Text, tag: &str, labels: &'static str, threads: Vec<Thread>) -> Paper<'a> {
    let cell = |words: &str| vec![words.to_owned()];
    let row = |thread: &Thread| {
        let first = &thread.comments[0];
        [
            cell(&thread.number.to_string()),
            cell(&first.author),
            thread.quote.clone().into_iter().collect(),
            cell(&first.words),
            first.proposed.clone().into_iter().collect(),
            cell("Accepted"),
            cell("In the text"),
        ]
    };
    Paper {
        speech: Speech { tag: labels, say: &said, day: &date },
        stage: "Open for comment.".to_owned(),
        seats: vec![
            Seat {
                seat: "Aravel".to_owned(),
                position: Some("Endorses".to_owned()),
                by: "Grace Lund, 9 November 2026.".to_owned(),
                statements: vec!["Aravel reads “shall” as a duty of result.".to_owned()],
            },
            Seat { seat: "Karst Civic Lab".to_owned(), ..Seat::default() },
        ],
        credits: vec!["Karst Civic Lab, comment 1".to_owned()],
        heads: ["№", "From", "Words", "Comment", "Proposed", "Answer", "Result"].map(str::to_owned),
        rows: threads.iter().map(row).collect(),
        document: Document {
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
        },
    }
}

/// What a program says of a file; none where it is not installed: `cargo xtask test` installs it.
pub fn read_by(program: &str, args: &[&str], file: &[u8]) -> Option<(bool, String)> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.pdf");
    fs::File::create(&path).unwrap().write_all(file).unwrap();
    let path = path.display().to_string();
    let args: Vec<&str> = args.iter().map(|arg| if *arg == "FILE" { path.as_str() } else { *arg }).collect();
    let run = Command::new(program).args(args).stdin(Stdio::null()).output().ok()?;
    let said = format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    Some((run.status.success(), said))
}

/// The words of a paper as poppler reads them, white space as one space.
pub fn words(file: &[u8]) -> Option<String> {
    let (_, said) = read_by("pdftotext", &["-raw", "FILE", "-"], file)?;
    let said = said.replace('\u{200b}', "");
    Some(said.split_whitespace().collect::<Vec<_>>().join(" "))
}
