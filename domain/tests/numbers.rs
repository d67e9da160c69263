//! A clause's number is its number only where it numbers.
#![expect(clippy::unwrap_used, reason = "a test stops where it is wrong")]

use domain::text::Text;
use rstest::rstest;

/// The number of each clause, `-` for none.
fn numbers(source: &str) -> String {
    let text = Text::parse_unlimited(source);
    text.clauses().iter().map(|clause| clause.number.as_deref().unwrap_or("-")).collect::<Vec<_>>().join(" ")
}

#[rstest]
#[case("3. wait\n4. ask\n5. appeal", "3 4 5")]
#[case("1. wait\n1. ask\n1. appeal", "1 2 3")]
#[case("## 1. Scope\n\nText.\n\n## 2. Aim\n\nText.", "1 - 2 -")]
#[case("## 1 Scope\n\n## 2 Aim", "1 2")]
#[case("## I. Scope\n\n## II. Aim\n\n## III. Form", "I II III")]
#[case("(a) told;\n\n(b) heard;\n\n(c) gone.", "(a) (b) (c)")]
#[case("(h) told;\n\n(i) heard;\n\n(j) gone.", "- - -")]
#[case("(a) one;\n\n(i) first;\n\n(ii) second;\n\n(b) two.", "(a) (i) (ii) (b)")]
#[case("1.1 All.\n\n1.2 Some.\n\n2.1 None.", "1.1 1.2 2.1")]
#[case("6.3.1 All.\n\n6.3.2 Some.\n\n6.4.1 None.", "6.3.1 6.3.2 6.4.1")]
#[case("Art. 7. All are equal.", "7")]
#[case("Article 5. The body answers.", "5")]
#[case("Principle 3: Notice is given.", "3")]
#[case("Appendix C: A form.", "C")]
#[case("§ 4. The body answers.", "4")]
#[case("第十三条 各方应当公布。", "第十三条")]
#[case("المادة ٣: يجب الإخطار.", "٣")]
#[case("المادة (٣) يجب الإخطار.", "٣")]
#[case("المادة (٣) من الاتفاقية تنص على ذلك.", "-")]
#[case("## المادة (٣) الإخطار", "٣")]
#[case("Статья 7. Орган отвечает.", "7")]
#[case("Artikel 2: Die Stelle antwortet.", "2")]
#[case("Articolo 2. Il ministero risponde.", "2")]
#[case("Artigo 5.º A entidade responde.", "5")]
#[case("Artigo 5.º da Constituição.", "-")]
#[case("## Artigo 5.º Resposta", "5")]
#[case("一、总则。\n\n二、范围。", "一 二")]
#[case("（一）告知；\n\n（二）申诉。", "（一） （二）")]
#[case("а) узнать;\n\nб) спросить.", "а б")]
#[case("أ) العلم؛\n\nب) السؤال.", "أ ب")]
#[case("1.ª Entrega.\n\n2.ª Revisión.", "1 2")]
#[case("3. One.\n\nText.\n\nArticle 3A: Also.\n\nArticle 3B: More.", "3 - 3A 3B")]
#[case("## 1. One\n\n## 1A. Also\n\n## 2. Two", "1 1A 2")]
#[case("## Phase 1: Ask\n\n## Phase 2: Answer", "1 2")]
#[case("[1] A note.\n\n[2] Another.", "[1] [2]")]
fn what_numbers_is_a_number(#[case] source: &str, #[case] expected: &str) {
    assert_eq!(numbers(source), expected);
}

#[rstest]
#[case("## 30 days to answer")]
#[case("## 2030 Agenda")]
#[case("A. Keller chairs the council.")]
#[case("I. Newton wrote it.")]
#[case("C. difficile is reported.")]
#[case("## 14. Juli")]
#[case("## 14. Juli\n\n## 15. Juli\n\n## 16. Juli")]
#[case("## 5 % of the budget")]
#[case("## 1978. The council is founded\n\n## 1979. The first report")]
#[case("A. Keller chairs.\n\nC. Novak writes.")]
#[case("B. Keller chairs.\n\nC. Novak writes.")]
#[case("1.5 million people wait.\n\nThey ask.")]
#[case("Article 5 of the treaty says so.")]
#[case("## 1 day\n\n## 2 days")]
#[case("(2019) the court ruled.\n\nNext.")]
#[case("Para 3 personas hay sitio.")]
#[case("3D printing is a craft.")]
#[case("Phase 1: Ask.")]
fn what_only_looks_like_a_number_is_words(#[case] source: &str) {
    let text = Text::parse_unlimited(source);
    assert!(
        text.clauses().iter().all(|clause| clause.number.is_none() && clause.number_chars == 0),
        "{}",
        numbers(source)
    );
}

#[rstest]
#[case("## 30 days to answer", "## 60 days to answer")]
#[case("A. Keller chairs.", "B. Keller chairs.")]
#[case("## 2030 Agenda", "## 2035 Agenda")]
fn figures_that_are_words_are_in_the_digest(#[case] old: &str, #[case] new: &str) {
    let digest = |source: &str| Text::parse_unlimited(source).clause(0).unwrap().digest;
    assert_ne!(digest(old), digest(new));
}
