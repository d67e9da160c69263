//! A clause's number is its number only where it numbers.
#![expect(clippy::unwrap_used, reason = "a test stops where it is wrong")]

use domain::{carry, clause_map::ClauseMap, diff, text::Text};
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
#[case("A-1. Ask.\n\nA-2. Tell.\n\nB-1. Wait.", "A-1 A-2 B-1")]
#[case("## B-1 Ask\n\n## B-2 Tell", "B-1 B-2")]
#[case("F-16 planes land.\n\nE-3 staff wait.", "- -")]
#[case("#1 Ask.\n\n#2 Tell.", "#1 #2")]
#[case("#1 of all is peace.", "-")]
#[case("Year 1: ask.\n\nYear 2: tell.", "- -")]
#[case("#1 port opens.\n\n#2 port closes.", "- -")]
#[case("第三条的规定适用。\n\n第四条的规定适用。", "- -")]
#[case("第三条和第四条另行公布。", "-")]
#[case("第三条规定的港口开放。", "-")]
#[case("第三条所列港口开放。", "-")]
#[case("第三条港口应当开放。", "第三条")]
#[case("المادة الثانية والعشرون: الإشعار.", "الثانية والعشرون")]
#[case("Article vingt-deux : L'avis est public.", "vingt-deux")]
#[case("Artículo vigésimo segundo. Aviso.", "vigésimo segundo")]
#[case("Статья двадцать вторая. Орган отвечает.", "двадцать вторая")]
#[case("Artigo trigésimo primeiro. A entidade responde.", "trigésimo primeiro")]
#[case("Articolo ventiduesimo. Il ministero risponde.", "ventiduesimo")]
#[case("Article Twenty-Two: The body answers.", "Twenty-Two")]
#[case("Section two applies to all.", "-")]
#[case("Part One of the plan is open.", "-")]
#[case("Text.¹\n\n¹ A note.", "- ¹")]
#[case("Text [1].\n\n[1] A note.", "- [1]")]
#[case("Text.\n\n[1] A note.", "- -")]
#[case("## 1. A. Keller chairs\n\n## 2. C. Novak writes", "1 2")]
#[case("п. 1. Орган отвечает.\n\nп. 2. Орган ждёт.", "1 2")]
#[case("1.000 esperan.\n\n1.1 Preguntan.\n\n1.2 Esperan.", "- 1.1 1.2")]
#[case("XVII. The seat\nXVIII. The staff", "XVII XVIII")]
#[case("XVII. The seat.\n\nXVIII. The staff.", "XVII XVIII")]
#[case("(iv) tell;\n(v) hear;\n(vi) answer.", "(iv) (v) (vi)")]
#[case("ix) tell;\nx) hear;", "ix x")]
#[case("- (iv) tell;\n- (v) hear;", "(iv) (v)")]
#[case("ج) العلم؛\nد) السؤال؛", "ج د")]
#[case("3）告知；\n4）申诉；", "3 4")]
#[case("①告知；\n②申诉；", "① ②")]
#[case("⑴ 告知；\n\n⑵ 申诉；", "⑴ ⑵")]
#[case("① 告知；", "-")]
#[case("10.12.3. All.\n10.12.4. Some.", "10.12.3 10.12.4")]
#[case("Article 5. It answers.\nArticle 6. It says why.", "5 6")]
#[case("6.3.1 The body asks.\n\n6.3.2 The body waits.", "6.3.1 6.3.2")]
#[case("§ 1 Der Rat fragt.\n§ 2 Der Rat wartet.", "1 2")]
#[case("المادة ١ يسأل المجلس.\n\nالمادة ٢ ينتظر الجميع.", "١ ٢")]
#[case(
    "المادة الأولى: يسأل.\n\nالمادة الثانية: ينتظر.\n\nالمادة الثانية عشرة: يرد.",
    "الأولى الثانية الثانية عشرة"
)]
#[case("Article premier. Le conseil demande.\n\nArticle 2. Il attend.", "premier 2")]
#[case("Article 1er. Le conseil demande.\n\nArticle 2. Il attend.", "1 2")]
#[case("Primero. Se pregunta.\n\nSegundo.- Se espera.", "Primero Segundo")]
#[case("أولا: يسأل.\n\nثانيا: ينتظر.", "أولا ثانيا")]
#[case("1.- Se pregunta.\n2.- Se espera.", "1 2")]
#[case("I – O conselho pergunta.\n\nII – O conselho espera.", "I II")]
#[case("يلي:\n١ - السؤال؛\n٢ - الانتظار.", "- ١ ٢")]
#[case("1/ ask;\n2/ wait.", "1 2")]
#[case("(1.) ask;\n\n(2.) wait.", "(1.) (2.)")]
#[case("原则一：提问。\n\n原则二：等待。", "一 二")]
#[case("如下：\n①提问；\n②等待。", "- ① ②")]
#[case("No. 1: Ask.\n\nNo. 2: Wait.", "1 2")]
#[case("A.1 The body asks.\n\nA.2 The body waits.", "A.1 A.2")]
#[case("OP1. Asks all to answer;\n\nOP2. Waits for them.", "OP1 OP2")]
fn what_numbers_is_a_number(#[case] source: &str, #[case] expected: &str) {
    assert_eq!(numbers(source), expected);
}

#[rstest]
#[case("## 30 days to answer")]
#[case("## 2030 Agenda")]
#[case("A. Keller chairs the council.")]
#[case("I. Newton wrote it.")]
#[case("H. Keller chairs the council.\nI. Newton wrote it.")]
#[case("- H. Keller\n- I. Newton")]
#[case("– 30 days\n– 31 days")]
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
#[case("Article 5 GDPR says so.\n\nArticle 6 ECHR says more.")]
#[case("§ 4 Absatz 2 gilt nicht.\n\n§ 5 Satz 1 gilt.")]
#[case("المادة ٣ من الاتفاقية تسأل.\n\nالمادة ٤ من الاتفاقية تنتظر.")]
#[case("1 – 5 people ask.\n\n2 – 6 people wait.")]
#[case("10 – Mill Lane is shut.\n\n11 – Hill Lane is open.")]
#[case("①提问的人。")]
#[case("建议十天内提问。\n\n建议二十天内等待。")]
#[case("Segundo: se espera.")]
#[case("1.1 metres at least.\n\n1.2 metres at most.")]
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

fn both(old: &str, new: &str) -> (Text, Text) {
    (Text::parse_unlimited(old), Text::parse_unlimited(new))
}

/// The worst class of any clause of the old text, and the hunks as they are written for the command line.
fn compared(old: &str, new: &str) -> (carry::ChangeClass, String) {
    let (old, new) = both(old, new);
    let map = ClauseMap::between(&old, &new);
    let worst = (0..old.clauses().len()).map(|at| diff::class_of(&map, at)).max().unwrap();
    let hunks = diff::changes(&old, &new, &map).hunks;
    let style = diff::Style { label: &|hunk| format!("{:?}", hunk.change), typography: false };
    (worst, diff::to_text(&hunks, &old, &new, style))
}

#[rstest]
#[case("(a) told;\n\n(b) gone.", "(a) told;\n\n(b) heard by a person;\n\n(c) gone.")]
#[case(
    "## Article 1. Scope\n\nText.\n\n## Article 2. Aim",
    "## Article 1. Terms of use here\n\n## Article 2. Scope\n\nText.\n\n## Article 3. Aim"
)]
#[case("3. say\n4. wait\n5. appeal", "4. say\n5. wait\n6. appeal")]
#[case("1. say\n2. wait\n3. appeal", "a) say\n\nb) wait\n\nc) appeal")]
#[case("## 1. Scope\n\n## 2. Aim", "## I. Scope\n\n## II. Aim")]
#[case(
    "Article premier. Le conseil demande.\n\nArticle 2. Chacun attend.",
    "Article premier. Tout le monde écoute.\n\nArticle 2. Le conseil demande.\n\nArticle 3. Chacun attend."
)]
#[case("原则一：提问。\n\n原则二：等待很久。", "原则一：提问。\n\n原则二：倾听各方。\n\n原则三：等待很久。")]
#[case(
    "6.1 The body asks.\n\n6.2 The council waits.",
    "6.1 The body asks.\n\n6.2 The clerk goes home.\n\n6.3 The council waits."
)]
#[case(
    "## Article 1\n\nScope.\n\n## Article 2\n\nAim.",
    "## Article 1\n\nA wholly new matter.\n\n## Article 2\n\nScope.\n\n## Article 3\n\nAim."
)]
#[case("第一条 范围。\n\n第二条 目的。", "第一条 总则规定如下。\n\n第二条 范围。\n\n第三条 目的。")]
#[case(
    "1.1 Scope here.\n\n1.2 Aim here.\n\n2.1 Form here.",
    "1.1 Scope here.\n\n1.2 Quite another thing.\n\n1.3 Aim here.\n\n2.1 Form here."
)]
#[case("Art. 5. The body answers.", "Article 5: The body answers.")]
#[case("1.ª Entregan.\n\n2.ª Revisan.", "1) Entregan.\n\n2) Revisan.")]
#[case(
    "(a) ask;\n\n(b) wait.\n\n(c) go;\n\n(d) stay.",
    "(a) ask;\n\n(b) wait.\n\nOr a wholly other way:\n\n(a) go;\n\n(b) stay."
)]
#[case(
    "The body answers.[^1]\n\n[^1]: In days.",
    "A new line of words.[^1] The body answers.[^2]\n\n[^1]: Plainly.\n\n[^2]: In days."
)]
fn renumbering_is_typographic(#[case] old: &str, #[case] new: &str) {
    let (old, new) = both(old, new);
    let map = ClauseMap::between(&old, &new);
    for (at, clause) in old.clauses().iter().enumerate().filter(|(_, clause)| !clause.text.contains("[1]")) {
        let class = diff::class_of(&map, at);
        assert!(class <= carry::ChangeClass::Moved, "{}: {:?}", clause.text, map.old(at));
    }
}

#[rstest]
#[case("Article 5. The body answers.", "The body answers.", "[-Article 5. -]The body answers.")]
#[case("The body answers.", "Article 5. The body answers.", "{+Article 5. +}The body answers.")]
#[case(
    "Article 5. The body answers.",
    "Article 6. The body answers.",
    "[-Article 5.-]{+Article 6.+} The body answers."
)]
#[case("## 1. Ask\n\n## 2. Wait\n\n## 3. Go", "## 1. Ask\n\n## 2. Wait\n\n## Go", "[-3. -]Go")]
#[case("- ask", "1. ask", "{+1. +}ask")]
#[case("3. ask", "4. ask", "[-3.-]{+4.+} ask")]
#[case(
    "Article 5. Ask.\n\nArticle 6. Wait.",
    "Article 6. Ask.\n\nArticle 5. Wait.",
    "[-Article 5.-]{+Article 6.+} Ask."
)]
#[case(
    "Principle 1. Ask.\n\nPrinciple 2. Wait.",
    "Article 1. Ask.\n\nArticle 2. Wait.",
    "[-Principle 1.-]{+Article 1.+} Ask."
)]
#[case("14. Juli", "15. Juli", "[-14.-]{+15.+} Juli")]
#[case(
    "1978. A council.\n1979. A report.",
    "1988. A council.\n1989. A report.",
    "[-1978.-]{+1988.+} A council."
)]
#[case(
    "Article 1. Ask.\n\nArticle 2. Wait.",
    "Article 2. Ask.\n\nArticle 2. Wait.",
    "[-Article 1.-]{+Article 2.+} Ask."
)]
#[case("§ 1. Ask.\n\n§ 2. Wait.", "§ 1. Ask.\n\n§ 1. Wait.", "[-§ 2.-]{+§ 1.+} Wait.")]
#[case(
    "Rule 1. Ask.\n\nRule 2. Wait.\n\nOr else:\n\nRule 1. Go.",
    "Rule 1. Ask.\n\nRule 2. Wait.\n\nOr else:\n\nRule 3. Go.",
    "[-Rule 1.-]{+Rule 3.+} Go."
)]
#[case("Article 1. Ask.", "Articles 1. Ask.", "[-Article 1.-]{+Articles 1.+} Ask.")]
#[case("1.1 Ask.\n\n1.2 Wait.", "1.1 Ask.\n\n1.02 Wait.", "[-1.2-]{+1.02+} Wait.")]
#[case("## 1. -5 °C\n\n## 2. Wait", "## 1. 5 °C\n\n## 2. Wait", "5 °C")]
#[case(
    "1. ask\n2. wait\n\nText between.\n\n4. go",
    "1. ask\n2. wait\n\nText between.\n\n6. go",
    "[-4.-]{+6.+} go"
)]
fn any_other_change_of_a_number_is_substance_and_shown(
    #[case] old: &str,
    #[case] new: &str,
    #[case] shown: &str,
) {
    let (class, said) = compared(old, new);
    assert!(class == carry::ChangeClass::Substantive && said.contains(shown), "{class:?}\n{said}");
    let (old, new) = both(old, new);
    let weight = diff::changes(&old, &new, &ClauseMap::between(&old, &new)).summary.weight;
    assert!(weight.substance > 0 && weight.wording == 0, "{weight:?}");
}

#[test]
fn a_mark_that_means_another_note_is_substance() {
    let notes = "\n\n[^1]: Working days of the office.\n\n[^2]: Free of any charge at all.";
    let (class, _) = compared(
        &format!("The body answers.[^1] It helps.[^2]{notes}"),
        &format!("The body answers.[^2] It helps.[^1]{notes}"),
    );
    assert_eq!(class, carry::ChangeClass::Substantive);
    let typed = "\n\n[1] Working days of the office.\n\n[2] Free of any charge at all.";
    let (class, _) =
        compared(&format!("The body answers [1].{typed}"), &format!("The body answers [2].{typed}"));
    assert_eq!(class, carry::ChangeClass::Substantive);
}

#[test]
fn typed_notes_are_renumbered_with_their_marks() {
    let old =
        "The body answers [1].\n\nIt helps.\n\n[1] Working days of the office.\n\n[2] Free of any charge.";
    let new = "The body answers [2].\n\nIt helps.\n\n[1] A wholly different remark first.\n\n[2] Working days of the office.\n\n[3] Free of any charge.";
    assert!(compared(old, new).0 <= carry::ChangeClass::Typographic);
}

/// The worst class of all clauses.
fn worst(old: &str, new: &str) -> carry::ChangeClass {
    let (old, new) = (Text::parse_unlimited(old), Text::parse_unlimited(new));
    let map = ClauseMap::between(&old, &new);
    (0..old.clauses().len()).map(|index| diff::class_of(&map, index)).max().unwrap()
}

#[rstest]
#[case::amounts("The toll is\n\n10) euros\n11) dollars", "The toll is\n\n90) euros\n91) dollars")]
#[case::a_run_that_jumps("Due\n\n10. For ships.\n11. For planes.", "Due\n\n20. For ships.\n21. For planes.")]
#[case::days_of_a_month(
    "Due on\n\n1. May 2026 for ships\n\n2. May 2026 for planes",
    "Due on\n\n2. May 2026 for ships\n\n3. May 2026 for planes"
)]
#[case::german("1. Mai: Schiffe.\n\n2. Juni: Flugzeuge.", "2. Mai: Schiffe.\n\n3. Juni: Flugzeuge.")]
#[case::spanish("1. de mayo, barcos.\n\n2. de mayo, aviones.", "2. de mayo, barcos.\n\n3. de mayo, aviones.")]
#[case::hungarian("1. május, hajók.\n\n2. május, gépek.", "2. május, hajók.\n\n3. május, gépek.")]
#[case::years("1. year: no toll\n2. year: toll", "2. year: no toll\n3. year: toll")]
#[case::classes("8. Klasse: Schiffe.\n\n9. Klasse: Gäste.", "9. Klasse: Schiffe.\n\n10. Klasse: Gäste.")]
#[case::a_date_went(
    "1. May: ships land.\n\n2. May: planes land.\n\n3. May: all leave.",
    "1. May: planes land.\n\n2. May: all leave."
)]
#[case::categories("Category 1: no toll.\n\nCategory 2: toll.", "Category 2: no toll.\n\nCategory 3: toll.")]
#[case::levels("Niveau 1 : gratuit.\n\nNiveau 2 : payant.", "Niveau 2 : gratuit.\n\nNiveau 3 : payant.")]
#[case::russian_levels("Уровень 1: даром.\n\nУровень 2: платно.", "Уровень 2: даром.\n\nУровень 3: платно.")]
fn figures_that_count_things_are_no_renumbering(#[case] old: &str, #[case] new: &str) {
    assert_eq!(worst(old, new), carry::ChangeClass::Substantive);
}

#[rstest]
#[case::moved_on("1. Ships land.\n2. Planes wait.", "4. Ships land.\n5. Planes wait.")]
#[case::named(
    "Article 5: Ships land.\n\nArticle 6: Planes wait.",
    "Article 7: Ships land.\n\nArticle 8: Planes wait."
)]
#[case::goals("Goal 1: Ships land.\n\nGoal 2: Planes wait.", "Goal 2: Ships land.\n\nGoal 3: Planes wait.")]
#[case::titles("## Phase 1: Ships\n\n## Phase 2: Planes", "## Phase 2: Ships\n\n## Phase 3: Planes")]
#[case::letters("(a) ships land;\n(b) planes wait.", "(c) ships land;\n(d) planes wait.")]
#[case::an_item_before("1. Ships land.\n2. Planes wait.", "1. All ask.\n2. Ships land.\n3. Planes wait.")]
#[case::another_manner("3. Ships land.\n4. Planes wait.", "c. Ships land.\nd. Planes wait.")]
fn numbers_of_clauses_may_be_others(#[case] old: &str, #[case] new: &str) {
    assert_ne!(worst(old, new), carry::ChangeClass::Substantive);
}
