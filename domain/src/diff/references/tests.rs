use super::*;

/// Before and after, and each reference that went astray: its words, the words it meant, and those it means now.
type Case = (&'static str, &'static str, &'static [(&'static str, &'static str, &'static str)]);

const CASES: &[Case] = &[
    // Renumbered by an insertion.
    (
        "## Principle 1: Notice\n\n## Principle 2: Appeal\n\nBodies publish, see principle 2.",
        "## Principle 1: Notice\n\n## Principle 2: Records\n\n## Principle 3: Appeal\n\nBodies publish, see principle 2.",
        &[("principle 2", "Appeal", "Records")],
    ),
    // Corrected.
    (
        "## Principle 1: Notice\n\n## Principle 2: Appeal\n\nBodies publish, see principle 2.",
        "## Principle 1: Notice\n\n## Principle 2: Records\n\n## Principle 3: Appeal\n\nBodies publish, see principle 3.",
        &[],
    ),
    // Removed, and nothing has the number.
    (
        "## Article 1: Notice\n\nAs Article 2 asks.\n\n## Article 2: Appeal",
        "## Article 1: Notice\n\nAs Article 2 asks.",
        &[("Article 2", "Appeal", "")],
    ),
    // Nothing is renumbered.
    (
        "## Article 1: Notice\n\nAs Article 2 asks.\n\n## Article 2: Appeal",
        "## Article 1: Notice\n\nAs Article 2 firmly asks.\n\n## Article 2: Appeal",
        &[],
    ),
    // A number of another text.
    (
        "## Article 1: Notice\n\nAs Article 2 of the Treaty asks.\n\n## Article 2: Appeal",
        "## Article 1: Notice\n\nAs Article 2 of the Treaty asks.\n\n## Article 2: Records\n\n## Article 3: Appeal",
        &[],
    ),
    // Of this very text.
    (
        "## Article 1: Notice\n\nAs Article 2 of this law asks.\n\n## Article 2: Appeal",
        "## Article 1: Notice\n\nAs Article 2 of this law asks.\n\n## Article 2: Records\n\n## Article 3: Appeal",
        &[("Article 2", "Appeal", "Records")],
    ),
    // Dates and measures.
    (
        "## 1. Notice\n\nBy 2 May, within 2 days, for 2.1 million.\n\n## 2. Appeal",
        "## 1. Notice\n\nBy 2 May, within 2 days, for 2.1 million.\n\n## 2. Records\n\n## 3. Appeal",
        &[],
    ),
    // A range, each end by itself.
    (
        "## Article 1: Notice\n\nAs articles 2 to 3 ask.\n\n## Article 2: Appeal\n\n## Article 3: Costs",
        "## Article 1: Notice\n\nAs articles 2 to 3 ask.\n\n## Article 2: Records\n\n## Article 3: Appeal\n\n## Article 4: Costs",
        &[("articles 2 to 3", "Appeal", "Records"), ("articles 2 to 3", "Costs", "Appeal")],
    ),
    // A clause's own number.
    (
        "## Article 1: Notice\n\n## Article 2: Appeal\n\nOnce.",
        "## Article 1: Notice\n\n## Article 2: Records\n\n## Article 3: Appeal\n\nOnce.",
        &[],
    ),
    // A paragraph of an article.
    (
        "## Article 1: Notice\n\nAs Article 2(1) asks.\n\n## Article 2: Appeal\n\n(1) Courts hear it.\n\n(2) Courts end it.",
        "## Article 1: Notice\n\nAs Article 2(1) asks.\n\n## Article 2: Appeal\n\n(1) Anybody may come.\n\n(2) Courts hear it.\n\n(3) Courts end it.",
        &[("Article 2(1)", "Courts hear it.", "Anybody may come.")],
    ),
    // Parts of numbers.
    (
        "## 1. Notice\n\nPublished, see 2.1.\n\n## 2. Appeal\n\n### 2.1 Courts\n\n### 2.2 Costs",
        "## 1. Notice\n\nPublished, see 2.1.\n\n## 2. Appeal\n\n### 2.1 Records\n\n### 2.2 Courts\n\n### 2.3 Costs",
        &[("2.1", "Courts", "Records")],
    ),
    // French.
    (
        "## Article 1 : Avis\n\nSelon l'article 2, la copie est due.\n\n## Article 2 : Recours",
        "## Article 1 : Avis\n\nSelon l'article 2, la copie est due.\n\n## Article 2 : Registre\n\n## Article 3 : Recours",
        &[("article 2", "Recours", "Registre")],
    ),
    // Spanish, of another text.
    (
        "## Artículo 1: Aviso\n\nSegún el artículo 2 del Tratado.\n\n## Artículo 2: Recurso",
        "## Artículo 1: Aviso\n\nSegún el artículo 2 del Tratado.\n\n## Artículo 2: Registro\n\n## Artículo 3: Recurso",
        &[],
    ),
    (
        "## Artículo 1: Aviso\n\nSegún el artículo 2, habrá copia.\n\n## Artículo 2: Recurso",
        "## Artículo 1: Aviso\n\nSegún el artículo 2, habrá copia.\n\n## Artículo 2: Registro\n\n## Artículo 3: Recurso",
        &[("artículo 2", "Recurso", "Registro")],
    ),
    // Russian: point 2 of whatever is numbered so.
    (
        "1. Орган уведомляет всех.\n\n2. Суд слушает жалобу.\n\nКопия по п. 2 бесплатна.",
        "1. Орган уведомляет всех.\n\n2. Реестр открыт каждому.\n\n3. Суд слушает жалобу.\n\nКопия по п. 2 бесплатна.",
        &[("п. 2", "Суд слушает жалобу.", "Реестр открыт каждому.")],
    ),
    // Chinese.
    (
        "第一条 机关应当公告。\n\n第二条 法院受理申诉。\n\n依照第二条办理。",
        "第一条 机关应当公告。\n\n第二条 登记册公开。\n\n第三条 法院受理申诉。\n\n依照第二条办理。",
        &[("第二条", "法院受理申诉。", "登记册公开。")],
    ),
    // Arabic.
    (
        "## المادة ١: الإشعار\n\nتنشر الهيئة وفق المادة ٢ كل قرار.\n\n## المادة ٢: الطعن",
        "## المادة ١: الإشعار\n\nتنشر الهيئة وفق المادة ٢ كل قرار.\n\n## المادة ٢: السجل\n\n## المادة ٣: الطعن",
        &[("المادة ٢", "الطعن", "السجل")],
    ),
    // The mark of an item alone.
    (
        "(a) Notice is given.\n\n(b) The party answers.\n\nThe time under (b) above is ten days.",
        "(a) Notice is given.\n\n(b) Costs are paid.\n\n(c) The party answers.\n\nThe time under (b) above is ten days.",
        &[("(b)", "The party answers.", "Costs are paid.")],
    ),
    (
        "(a) publish the list;\n\n(b) hear the parties, as in (a);\n\n(c) decide.",
        "(a) keep a record;\n\n(b) publish the list;\n\n(c) hear the parties, as in (a);\n\n(d) decide.",
        &[("(a)", "publish the list;", "keep a record;")],
    ),
    // The items of its own article are meant.
    (
        "## Article 1: Notice\n\n(a) By post.\n\n(b) By hand.\n\n## Article 2: Costs\n\n(a) Fees.\n\n(b) Copies, at the rate in (a).",
        "## Article 1: Notice\n\n(a) By post.\n\n(b) By hand.\n\n## Article 2: Costs\n\n(a) Travel.\n\n(b) Fees.\n\n(c) Copies, at the rate in (a).",
        &[("(a)", "Fees.", "Travel.")],
    ),
    // Items counted in a sentence, and a letter in brackets.
    (
        "(a) Notice is given.\n\n(b) The party answers.\n\nThe body meets in (a) spring and (b) autumn, by plan (b).",
        "(a) Costs are paid.\n\n(b) Notice is given.\n\n(c) The party answers.\n\nThe body meets in (a) spring and (b) autumn, by plan (b).",
        &[],
    ),
    // Of another text.
    (
        "(a) Notice is given.\n\n(b) The party answers.\n\nAs under (b) of the Treaty.",
        "(a) Notice is given.\n\n(b) Costs are paid.\n\n(c) The party answers.\n\nAs under (b) of the Treaty.",
        &[],
    ),
    // A series, and articles of another law.
    (
        "(a) Notice.\n\n(b) Answer.\n\nAs under (a) and (b) of the Treaty.",
        "(a) Costs.\n\n(b) Notice.\n\n(c) Answer.\n\nAs under (a) and (b) of the Treaty.",
        &[],
    ),
    (
        "第一条 机关公告。\n\n第二条 法院受理。\n\n港口法第一条、第二条和前条第二款另有规定；本法第二条适用。",
        "第一条 登记公开。\n\n第二条 机关公告。\n\n第三条 法院受理。\n\n港口法第一条、第二条和前条第二款另有规定；本法第二条适用。",
        &[("第二条", "法院受理。", "机关公告。")],
    ),
    // With an ending, by a letter, and in words.
    (
        "Article 1. L'avis est public.\n\nArticle 2. La taxe est due, sauf le cas de l'article 1er.",
        "Article 1. Le registre est ouvert.\n\nArticle 2. L'avis est public.\n\nArticle 3. La taxe est due, sauf le cas de l'article 1er.",
        &[("article 1er", "L'avis est public.", "Le registre est ouvert.")],
    ),
    (
        "The form is in Annex A, Plan B aside.\n\n## Annex A: Form\n\n## Annex B: Fees",
        "The form is in Annex A, Plan B aside.\n\n## Annex A: List\n\n## Annex B: Form\n\n## Annex C: Fees",
        &[("Annex A", "Form", "List")],
    ),
    (
        "Artículo primero. Se publica la lista.\n\nArtículo segundo. No hay tasa en el caso del artículo primero.",
        "Artículo primero. El registro es abierto.\n\nArtículo segundo. Se publica la lista.\n\nArtículo tercero. No hay tasa en el caso del artículo primero.",
        &[("artículo primero", "Se publica la lista.", "El registro es abierto.")],
    ),
    (
        "المادة الأولى: ترد الهيئة.\n\nالمادة الثانية: لا رسم في حالة المادة الأولى.",
        "المادة الأولى: السجل مفتوح.\n\nالمادة الثانية: ترد الهيئة.\n\nالمادة الثالثة: لا رسم في حالة المادة الأولى.",
        &[("المادة الأولى", "ترد الهيئة.", "السجل مفتوح.")],
    ),
    // Several, and one with its word.
    (
        "(a) Notice.\n\n(b) Answer.\n\nPoints (a) and (b) hold; lit. b comes last.",
        "(a) Costs.\n\n(b) Notice.\n\n(c) Answer.\n\nPoints (a) and (b) hold; lit. b comes last.",
        &[("(a)", "Notice.", "Costs."), ("(b)", "Answer.", "Notice."), ("b", "Answer.", "Notice.")],
    ),
    // A part of a part.
    (
        "## Article 1: Aims\n\nAs Article 2(1)(b) asks.\n\n## Article 2: Appeal\n\n(1) Courts hear:\n\n(a) parties;\n\n(b) experts.\n\n(2) Courts end it.",
        "## Article 1: Aims\n\nAs Article 2(1)(b) asks.\n\n## Article 2: Appeal\n\n(1) Courts hear:\n\n(a) anybody;\n\n(b) parties;\n\n(c) experts.\n\n(2) Courts end it.",
        &[("Article 2(1)(b)", "experts.", "parties;")],
    ),
    // The paragraph of the same article.
    (
        "## Article 1: Aims\n\n1. Peace.\n\n2. Trade.\n\n## Article 2: Means\n\n1. Talks.\n\n2. Votes, after those in paragraph 1.",
        "## Article 1: Aims\n\n1. Peace.\n\n2. Trade.\n\n## Article 2: Means\n\n1. Notes.\n\n2. Talks.\n\n3. Votes, after those in paragraph 1.",
        &[("paragraph 1", "Talks.", "Notes.")],
    ),
    // After other words than "see".
    (
        "## 2. Duties\n\n### 2.1 Records\n\n### 2.2 Copies\n\nCopies are sent, as in 2.1.",
        "## 2. Duties\n\n### 2.1 Fees\n\n### 2.2 Records\n\n### 2.3 Copies\n\nCopies are sent, as in 2.1.",
        &[("2.1", "Records", "Fees")],
    ),
    // A measure.
    (
        "## 2. Duties\n\n### 2.1 Records\n\nIt grew by 2.1 %, to 2.1 million, in 2.1 years.",
        "## 2. Duties\n\n### 2.1 Fees\n\n### 2.2 Records\n\nIt grew by 2.1 %, to 2.1 million, in 2.1 years.",
        &[],
    ),
    // Now another list has the same marks too, and the item still is there.
    (
        "(a) Notice.\n\n(b) Answer.\n\nThe time under (b) above is short.",
        "(a) Notice.\n\n(b) Answer.\n\nThe time under (b) above is short.\n\n(a) Fees.\n\n(b) Travel.",
        &[],
    ),
    (
        "a) L'avis est public.\n\nb) La partie répond.\n\nLe délai visé au b) est de dix jours.",
        "a) L'avis est public.\n\nb) Les frais sont payés.\n\nc) La partie répond.\n\nLe délai visé au b) est de dix jours.",
        &[("b)", "La partie répond.", "Les frais sont payés.")],
    ),
    (
        "a) Se publica la lista.\n\nb) Se oye a las partes.\n\nEl plazo del inciso b) es de diez días.",
        "a) Se publica la lista.\n\nb) Se pagan las costas.\n\nc) Se oye a las partes.\n\nEl plazo del inciso b) es de diez días.",
        &[("b)", "Se oye a las partes.", "Se pagan las costas.")],
    ),
    (
        "(а) Орган публикует список.\n\n(б) Суд слушает стороны.\n\nСрок, указанный в (б), равен десяти дням.",
        "(а) Орган публикует список.\n\n(б) Сбор уплачен.\n\n(в) Суд слушает стороны.\n\nСрок, указанный в (б), равен десяти дням.",
        &[("(б)", "Суд слушает стороны.", "Сбор уплачен.")],
    ),
    (
        "第一条 机关办理：\n\n（一）公布名单；\n\n（二）听取意见。\n\n第（二）项期限见本法，余见（一）。",
        "第一条 机关办理：\n\n（一）缴纳费用；\n\n（二）公布名单；\n\n（三）听取意见。\n\n第（二）项期限见本法，余见（一）。",
        &[("第（二）项", "听取意见。", "公布名单；"), ("（一）", "公布名单；", "缴纳费用；")],
    ),
    (
        "(أ) ينشر الإشعار.\n\n(ب) يرد الطرف.\n\nالمهلة المذكورة في (ب) أعلاه عشرة أيام.",
        "(أ) ينشر الإشعار.\n\n(ب) تدفع الرسوم.\n\n(ج) يرد الطرف.\n\nالمهلة المذكورة في (ب) أعلاه عشرة أيام.",
        &[("(ب)", "يرد الطرف.", "تدفع الرسوم.")],
    ),
];

#[test]
fn references_that_went_astray() {
    for (old, new, right) in CASES {
        let (was, is) = (Text::parse_unlimited(old), Text::parse_unlimited(new));
        let found = astray(&was, &is, &ClauseMap::between(&was, &is));
        let title = |text: &Text, index: u32| text.clauses()[index as usize].title().to_owned();
        let found: Vec<_> = found
            .into_iter()
            .map(|one| {
                (one.words, title(&was, one.was), one.now.map(|now| title(&is, now)).unwrap_or_default())
            })
            .collect();
        let right: Vec<_> =
            right.iter().map(|(a, b, c)| ((*a).to_owned(), (*b).to_owned(), (*c).to_owned())).collect();
        assert_eq!(found, right, "{new}");
    }
}
