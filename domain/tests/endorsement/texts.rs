//! Texts of six languages, of every kind of clause, and the words they are made of.

use proptest::{collection::vec, prelude::*, sample::select};

/// What texts of one language are made of; several of a kind are parted by bars.
#[derive(Debug)]
pub struct Tongue {
    pub tag: &'static str,
    words: &'static str,
    /// What stands between two words, and after a sentence.
    space: &'static str,
    stop: &'static str,
    /// An initial and a name, as a clause may open.
    people: &'static str,
    /// Figures and what they count, as a clause may open.
    counts: &'static str,
    /// The first numbers of a run of named clauses, with what follows each.
    articles: &'static str,
    /// A reference to an article.
    reference: &'static str,
}

pub const TONGUES: [Tongue; 6] = [
    Tongue {
        tag: "en",
        words: "the|a|body|bodies|record|records|shall|may|not|and|or|within|thirty|sixty|third|30|3.5|1,000|€5|$40|−5|-7|5%|x ≤ 5|§ 4|12 °C|5′|open|closed|that|which|naïve|co-operation|“notice”|A. Keller|no. 7|R&amp;D|publishes|½|m²|10–12",
        space: " ",
        stop: ".",
        people: "A. Keller|I. Newton|C. Novak",
        counts: "30 days|2030 Agenda|14 July|5 %|1978 saw",
        articles: "Article 1. |Article 2. |Article 3. |Article 4. ",
        reference: "as set out in Article 5",
    },
    Tongue {
        tag: "fr",
        words: "le|les|la|principe|principes|doit|peut|ne|pas|et|ou|sous|trente|quarante|troisième|30|3,5|1 000|5 €|40 $|−5|5\u{a0}%|x ≥ 5|été|e\u{301}te\u{301}|l’organe|d'appel|«\u{a0}avis\u{a0}»|M. Duval|n° 7|1er|où|ou|à|§ 4",
        space: " ",
        stop: ".",
        people: "É. Duval|M. Blanc",
        counts: "30 jours|14 juillet|2030 :|5 %",
        articles: "Article 1. |Article 2. |Article 3. |Article 4. ",
        reference: "comme le prévoit l’article 5",
    },
    Tongue {
        tag: "es",
        words: "el|los|la|autoridad|autoridades|debe|puede|no|y|o|en|treinta|cuarenta|tercera|30|3,5|1.000|5 €|40 $|−5|5 %|año|ano|sí|si|público|público|«aviso»|A. Ruiz|n.º 7|¿cuándo?|él|x < 5|§ 4",
        space: " ",
        stop: ".",
        people: "A. Ruiz|J. Peña",
        counts: "30 días|14 de julio|2030 es|5 %",
        articles: "Artículo 1. |Artículo 2. |Artículo 3. |Artículo 4. ",
        reference: "según el artículo 5",
    },
    Tongue {
        tag: "ru",
        words: "орган|органа|должен|может|не|и|или|в|во|о|об|тридцать|сорок|третий|30|3,5|1\u{a0}000|5 ₽|40 $|−5|5 %|ещё|еще|й|и\u{306}|«записи»|№ 7|х ≤ 5|§ 4|А. Петров|всё|10–12",
        space: " ",
        stop: ".",
        people: "А. Петров|И. Носов",
        counts: "30 дней|14 июля|2030 год|5 %",
        articles: "Статья 1. |Статья 2. |Статья 3. |Статья 4. ",
        reference: "как указано в статье 5",
    },
    Tongue {
        tag: "zh",
        words: "各方|应当|可以|不得|公布|和|或|三十|四十|第三|天内|30|３０|3.5|５％|￥5|−5|记录|《通知》|“通知”|人|机构|AI|°|≤5|，|二〇三〇年",
        space: "",
        stop: "。",
        people: "张三|A. Keller",
        counts: "30天|三十天|2030年|5％",
        articles: "第一条 |第二条 |第三条 |第四条 ",
        reference: "按照第五条",
    },
    Tongue {
        tag: "ar",
        words: "الجهة|يجب|يجوز|لا|و|أو|في|خلال|ثلاثون|ستون|ثالث|٣٠|٣٫٥|30|٥٪|5 $|−٥|السجل|يُسأل|يسأل|جديدًا|«إشعار»|١٬٠٠٠|ص. ٧|§ ٤|آخر",
        space: " ",
        stop: ".",
        people: "أ. كيلر|م. نوفاك",
        counts: "٣٠ يوما|٢٠٣٠ عام|30 يوما",
        articles: "المادة ١: |المادة ٢: |المادة ٣: |المادة ٤: ",
        reference: "كما ورد في المادة ٥",
    },
];

/// A text of some clauses, with the tag of its language.
#[derive(Clone, Debug)]
pub struct Sample {
    pub tag: &'static str,
    pub source: String,
}

pub fn samples() -> impl Strategy<Value = Sample> {
    (0..TONGUES.len()).prop_flat_map(|index| {
        let tongue = &TONGUES[index];
        (vec(block(tongue), 1..6), any::<bool>()).prop_map(move |(mut blocks, twice)| {
            if twice {
                blocks.push(blocks[0].clone());
            }
            Sample { tag: tongue.tag, source: blocks.join("\n\n") + "\n" }
        })
    })
}

fn word(words: &'static str) -> impl Strategy<Value = &'static str> + Clone {
    select(words.split('|').collect::<Vec<_>>())
}

/// Some words, with no end.
pub fn phrase(tongue: &'static Tongue) -> impl Strategy<Value = String> + Clone {
    vec(word(tongue.words), 1..7).prop_map(|words| words.join(tongue.space))
}

/// Sentences.
pub fn prose(tongue: &'static Tongue) -> impl Strategy<Value = String> + Clone {
    let sentence = phrase(tongue).prop_map(|words| words + tongue.stop);
    vec(sentence, 1..3).prop_map(|sentences| sentences.join(tongue.space))
}

/// Clauses that stand together.
fn block(tongue: &'static Tongue) -> impl Strategy<Value = String> {
    prop_oneof![
        running(tongue),
        numbered(tongue),
        structured(tongue),
        (word(tongue.people), phrase(tongue))
            .prop_map(|(person, rest)| format!("{person} {rest}{}", tongue.stop)),
        (word(tongue.counts), phrase(tongue), any::<bool>()).prop_map(|(count, rest, heading)| {
            if heading { format!("## {count} {rest}") } else { format!("{count} {rest}{}", tongue.stop) }
        }),
    ]
}

/// Paragraphs, headings and quotations, with links, notes and strong words.
fn running(tongue: &'static Tongue) -> impl Strategy<Value = String> {
    let twins = phrase(tongue).prop_map(|words| {
        let (one, stop) = (tongue.reference, tongue.stop);
        let other = one.replace('5', "6").replace('五', "六").replace('٥', "٦");
        format!("{words} {one}{stop}\n\n{words} {other}{stop}")
    });
    prop_oneof![
        2 => prose(tongue),
        1 => phrase(tongue).prop_map(|words| format!("# {words}")),
        1 => prose(tongue).prop_map(|words| format!("> {words}")),
        1 => twins,
        1 => (phrase(tongue), prose(tongue))
            .prop_map(|(words, rest)| format!("[{words}](https://a.example/f?id=30) {rest}")),
        1 => (phrase(tongue), prose(tongue), any::<bool>()).prop_map(|(words, rest, strong)| {
            let mark = if strong { "**" } else { "~~" };
            format!("{mark}{words}{mark} {rest}")
        }),
        1 => (prose(tongue), prose(tongue))
            .prop_map(|(words, note)| format!("{words}[^1] {words}[^n2]\n\n[^1]: {note}\n\n[^n2]: 30 {note}")),
        1 => (phrase(tongue), prose(tongue)).prop_map(|(term, rest)| format!("“{term}” means {rest}")),
        1 => phrase(tongue).prop_map(|words| format!("```\n{words}\n  30\n```")),
        1 => phrase(tongue).prop_map(|words| format!("See [the form][f] {words}.\n\n[f]: https://a.example/{}", words.len())),
    ]
}

/// Runs of clauses with typed numbers.
fn numbered(tongue: &'static Tongue) -> impl Strategy<Value = String> {
    let style = select(vec![
        "## {1}. ",
        "## {1} ",
        "({a}) ",
        "{a}) ",
        "{1}) ",
        "## {I}. ",
        "1.{1} ",
        "[{1}] ",
        "§ {1}. ",
        "article",
        "({i}) ",
        "{I}. ",
        "{1}A. ",
        "## Phase {1}: ",
        "Annex {A}: ",
        "{1}. {a}. ",
        "{1}.ª ",
        "## 197{1}. ",
        "{1} – ",
        "{1}.2.{1} ",
    ]);
    (style, vec(prose(tongue), 2..4), any::<bool>()).prop_map(move |(style, clauses, between)| {
        let line = |(index, words): (usize, &String)| {
            let number = match style {
                "article" => tongue.articles.split('|').nth(index).unwrap_or_default().to_owned(),
                style => style
                    .replace("{1}", ["1", "2", "3"][index])
                    .replace("{a}", ["a", "b", "c"][index])
                    .replace("{A}", ["A", "B", "C"][index])
                    .replace("{i}", ["i", "ii", "iii"][index])
                    .replace("{I}", ["I", "II", "III"][index]),
            };
            let more = if between && style.starts_with('#') { format!("\n\n{words}") } else { String::new() };
            format!("{number}{words}{more}")
        };
        let apart = if between { "\n\n" } else { "\n" };
        clauses.iter().enumerate().map(line).collect::<Vec<_>>().join(apart)
    })
}

/// Lists and tables of Markdown.
fn structured(tongue: &'static Tongue) -> impl Strategy<Value = String> {
    let list = |mark: &'static str| {
        vec(prose(tongue), 2..4).prop_map(move |items| {
            items.iter().map(|item| format!("{mark} {item}")).collect::<Vec<_>>().join("\n")
        })
    };
    prop_oneof![
        list("-"),
        list("1."),
        (prose(tongue), phrase(tongue))
            .prop_map(|(one, two)| format!("- {one}\n  - (i) {two};\n  - (ii) {one}")),
        vec(phrase(tongue), 3..5).prop_map(|cells| {
            let rows: Vec<_> = cells.iter().map(|cell| format!("| {cell} | 30 |\n")).collect();
            format!("| {} | 5 |\n| --- | --- |\n{}", cells[0], rows.concat())
        }),
        prose(tongue).prop_map(|words| format!("Term\n: {words}")),
        list("1978."),
        prose(tongue).prop_map(|words| format!("<p>{words}</p>")),
        phrase(tongue).prop_map(|words| format!("{words} 30\n======")),
        (phrase(tongue), prose(tongue)).prop_map(|(words, more)| format!(
            "![{words}](a.png) `{words}` <https://a.example/5> *{words}* {more}"
        )),
        prose(tongue).prop_map(|words| words.replace(' ', "\n")),
    ]
}
