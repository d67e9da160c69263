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
