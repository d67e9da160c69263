//! The same words under another title, after other words that announce them, or with a reference to another clause, say another thing.
#![expect(clippy::unwrap_used, reason = "a test stops where a text has no clause")]

use domain::{
    carry::ChangeClass,
    clause_map::{ClauseMap, Ground},
    diff,
    text::{Manner, Text},
};
use rstest::rstest;

fn read(source: &str) -> Text {
    Text::read(source, &Manner::tagged("en"))
}

/// Why the clause that begins with these words means something else, and its class.
fn fate(old: &str, new: &str, words: &str) -> (Option<Ground>, ChangeClass) {
    let (old, new) = (read(old), read(new));
    let map = ClauseMap::between(&old, &new);
    let index = old.clauses().iter().position(|clause| clause.title().starts_with(words)).unwrap();
    (map.old(index).unwrap().ground, diff::class_of(&map, index))
}

/// The worst class of all clauses.
fn worst(old: &str, new: &str) -> ChangeClass {
    let (old, new) = (read(old), read(new));
    let map = ClauseMap::between(&old, &new);
    (0..old.clauses().len()).map(|index| diff::class_of(&map, index)).max().unwrap()
}

const USES: &str = "# Uses\n\nThe following uses are banned:\n\n(a) scoring of citizens;\n(b) reading of faces.\n\nThe following uses are allowed:\n\n(a) sorting of letters;\n(b) drafting of replies.\n";

#[rstest]
#[case::swapped_announcements(USES, &USES.replace("banned", "@").replace("allowed", "banned").replace('@', "allowed"), "scoring of")]
#[case::markdown_items(
    &USES.replace("(a)", "-").replace("(b)", "-"),
    &USES.replace("(a)", "-").replace("(b)", "-").replace("banned", "@").replace("allowed", "banned").replace('@', "allowed"),
    "sorting of"
)]
#[case::an_item_moved_to_the_exceptions(
    "The office collects:\n\n- names of staff;\n- records of health;\n- dates of visits.\n\nIt never collects:\n\n- views on faith;\n- prints of fingers.\n",
    "The office collects:\n\n- names of staff;\n- dates of visits.\n\nIt never collects:\n\n- views on faith;\n- records of health;\n- prints of fingers.\n",
    "records of health"
)]
#[case::plain_paragraphs(
    "The office must do this:\n\nKeep the register of all systems.\n\nPublish the register each year.\n\nThe office may do this:\n\nCharge a fee for copies of it.\n\nClose its doors on holidays.\n",
    "The office must do this:\n\nKeep the register of all systems.\n\nCharge a fee for copies of it.\n\nThe office may do this:\n\nPublish the register each year.\n\nClose its doors on holidays.\n",
    "Publish the register"
)]
#[case::rows_of_another_table(
    "| Banned use |\n|---|\n| Scoring of citizens |\n| Reading of faces |\n\n| Allowed use |\n|---|\n| Sorting of letters |\n| Drafting of replies |\n",
    "| Banned use |\n|---|\n| Scoring of citizens |\n| Sorting of letters |\n\n| Allowed use |\n|---|\n| Reading of faces |\n| Drafting of replies |\n",
    "Reading of faces"
)]
#[case::terms_that_change_their_meanings(
    "Toll\n: Ten for each ship.\n\nTax\n: Twenty for each plane.\n",
    "Toll\n: Twenty for each plane.\n\nTax\n: Ten for each ship.\n",
    "Ten for each"
)]
#[case::arabic(
    "تُمنع الاستعمالات الآتية:\n\n- تصنيف المواطنين؛\n- قراءة الوجوه.\n\nتُباح الاستعمالات الآتية:\n\n- فرز الرسائل؛\n- صياغة الردود.\n",
    "تُباح الاستعمالات الآتية:\n\n- تصنيف المواطنين؛\n- قراءة الوجوه.\n\nتُمنع الاستعمالات الآتية:\n\n- فرز الرسائل؛\n- صياغة الردود.\n",
    "تصنيف المواطنين"
)]
fn other_words_announce_it(#[case] old: &str, #[case] new: &str, #[case] words: &str) {
    assert_eq!(fate(old, new, words), (Some(Ground::Announced), ChangeClass::Substantive));
}

#[rstest]
#[case::another_article(
    "# Rules\n\n## 4 Records\n\nRecords are kept for a year.\n\nThis is suspended in an emergency.\n\n## 5 Appeal\n\nAnyone may appeal to the board.\n",
    "# Rules\n\n## 4 Records\n\nRecords are kept for a year.\n\n## 5 Appeal\n\nAnyone may appeal to the board.\n\nThis is suspended in an emergency.\n",
    "This is suspended"
)]
#[case::paragraphs_swapped_across_titles(
    "## Duties\n\nA body answers within a month.\n\nA body names who decides.\n\n## Exceptions\n\nA court reviews its own systems.\n\nA school asks its pupils first.\n",
    "## Duties\n\nA body answers within a month.\n\nA court reviews its own systems.\n\n## Exceptions\n\nA body names who decides.\n\nA school asks its pupils first.\n",
    "A court reviews"
)]
#[case::typed_articles(
    "Article 1. Duties\n\nA body answers within a month.\n\nA body names who decides.\n\nArticle 2. Exceptions\n\nA school asks its pupils first.\n\nA court reviews its own systems.\n",
    "Article 1. Duties\n\nA body answers within a month.\n\nArticle 2. Exceptions\n\nA body names who decides.\n\nA school asks its pupils first.\n\nA court reviews its own systems.\n",
    "A body names"
)]
fn another_title_stands_above_it(#[case] old: &str, #[case] new: &str, #[case] words: &str) {
    assert_eq!(fate(old, new, words), (Some(Ground::Heading), ChangeClass::Substantive));
}

const PAYS: &str = "# Costs\n\n## Article 1\n\n1. Alpha pays the rent.\n\n2. Beta pays the staff.\n\n3. Gamma keeps the books.\n\n## Article 2\n\n1. Delta looks on.\n\n2. Epsilon writes it down.\n\n## Article 3\n\n";

#[rstest]
#[case("Article 1, paragraph 1, does not apply to courts.")]
#[case("Paragraph 1 of Article 1 does not apply to courts.")]
#[case("Courts are exempt under Article 1(1).")]
#[case("Courts are exempt under Article 1, para. 1.")]
#[case("Courts are exempt from the first sentence, Article 1 paragraph 1.")]
#[case("Les juridictions échappent à l’article 1, paragraphe 1.")]
#[case("Les juridictions échappent au paragraphe 1 de l’article 1.")]
#[case("El apartado 1 del artículo 1 no se aplica a los tribunales.")]
#[case("Пункт 1 статьи 1 не применяется к судам.")]
#[case("لا تسري الفقرة 1 من المادة 1 على المحاكم.")]
#[case("لا تسري المادة 1، الفقرة 1، على المحاكم.")]
#[case("Absatz 1 des Artikels 1 gilt nicht für Gerichte.")]
#[case("Gerichte sind nach Artikel 1 Absatz 1 ausgenommen.")]
#[case("El artículo 1, apartado 1, no se aplica a los tribunales.")]
#[case("Статья 1, пункт 1, не применяется к судам.")]
#[case("Courts are exempt under paragraph (1) of Article 1.")]
#[case("Courts are exempt under Article 1, paragraph (1).")]
#[case("Paragraphs 1 and 3 of Article 1 do not apply to courts.")]
fn a_reference_that_means_another_paragraph_asks_again(#[case] reference: &str) {
    let old = format!("{PAYS}{reference}\n");
    let new = old
        .replace("1. Alpha pays the rent.", "1. @")
        .replace("2. Beta pays the staff.", "2. Alpha pays the rent.");
    let new = new.replace('@', "Beta pays the staff.");
    let words = &reference[..reference.char_indices().nth(12).unwrap().0];
    assert_eq!(fate(&old, &new, words), (Some(Ground::Reference), ChangeClass::Substantive));
}

#[test]
fn an_item_of_a_chinese_article_is_found() {
    let old = "第一条 下列行为须经批准：\n\n（一）出租房屋；\n\n（二）雇用人员。\n\n第二条 下列行为须备案：\n\n（一）变更地址；\n\n（二）变更名称。\n\n第三条 第一条第（一）项不适用于法院。\n";
    let new = old.replace("（一）出租房屋；\n\n（二）雇用人员。", "（一）雇用人员；\n\n（二）出租房屋。");
    assert_eq!(fate(old, &new, "第一条第（一）项").0, Some(Ground::Reference));
}

#[rstest]
#[case::items_in_another_order(USES, &USES.replace("scoring of citizens;\n(b) reading of faces.", "reading of faces;\n(b) scoring of citizens."))]
#[case::whole_sections_in_another_order(
    "## Records\n\nRecords are kept for a year.\n\n- of names;\n- of dates.\n\n## Appeal\n\nAnyone may appeal to the board.\n",
    "## Appeal\n\nAnyone may appeal to the board.\n\n## Records\n\nRecords are kept for a year.\n\n- of names;\n- of dates.\n"
)]
#[case::nested_items_in_another_order(
    "The office keeps:\n\n- a register:\n  - of names;\n  - of dates;\n- a list of visits.\n",
    "The office keeps:\n\n- a list of visits.\n- a register:\n  - of names;\n  - of dates;\n"
)]
#[case::paragraphs_in_another_order(
    "## Records\n\nRecords are kept for a year.\n\nThe board may ask for them.\n\nA copy costs nothing.\n",
    "## Records\n\nA copy costs nothing.\n\nRecords are kept for a year.\n\nThe board may ask for them.\n"
)]
#[case::wrapped_otherwise(USES, &USES.replace("The following uses", "The following\nuses"))]
fn what_only_stands_elsewhere_among_its_siblings_is_carried(#[case] old: &str, #[case] new: &str) {
    // The punctuation between items moves with their order.
    let plain = |text: &str| text.replace([';', '.'], "");
    let (old, new) = (plain(old), plain(new));
    assert!(worst(&old, &new) <= ChangeClass::Moved, "{:?}", worst(&old, &new));
}

#[test]
fn a_title_that_is_put_in_is_the_change_and_not_what_stands_under_it() {
    let old = "## Records\n\nRecords are kept for a year.\n\nAnyone may appeal to the board.\n";
    let new = "## Records\n\nRecords are kept for a year.\n\n## Appeal\n\nAnyone may appeal to the board.\n";
    assert_eq!(fate(old, new, "Anyone may appeal"), (None, ChangeClass::Same));
}
