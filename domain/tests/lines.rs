//! Where the lines of a text end, in many languages.

use domain::{
    clause_map::ClauseMap,
    text::{Cuts, Language, Manner, Text},
};
use rstest::rstest;

/// The lines as they are read, `|` between them; of a text whose language nobody said.
fn lines(source: &str) -> String {
    said(&Text::parse_unlimited(source))
}

fn said(text: &Text) -> String {
    text.lines().iter().map(|line| line.text.trim()).collect::<Vec<_>>().join(" | ")
}

/// Each is one sentence.
#[rstest]
#[case(
    "Under Reg. (EU) 2019/881 and Dir. (EU) 2015/2 the port answers, see pt. IV, ch. 2 and app. C for the form."
)]
#[case("As Berger et al. (2021) show, item 7.B of the list and Res. 61/106 bind the port.")]
#[case("The U.S. Coast Guard and the U.N. General Assembly met at No. 10 in the harbour.")]
#[case("Ask J. R. Moor or Mr. Lang, i.e. The Hague, not Dr. E. Holm.")]
#[case("See https://harbour.example/list?Q=A!B and fees.A for the rest of the list.")]
#[case(
    "Le navire visé à l’art. 12, al. 3, de l’ann. II, c.-à-d. La Belle, attend depuis le 3 janv. 2024 avec M. Petit et Mme Roux."
)]
#[case(
    "Según el art. 9.2 y los arts. 4 y 5, núm. 3, los EE. UU. responden, p. ej. La Oficina, ante el Sr. D. Juan Mar."
)]
#[case("Nos termos do art. 7.º e das als. a) e c) do n.º 3, p. ex. O Porto, o Sr. Silva responde na pág. 4.")]
#[case("Nach Art. 8 Abs. 3 Satz 2 Nr. 4 ist z. B. Die Möwe am 3. Mai frei, vgl. Anl. 2 bzw. Kap. IV.")]
#[case(
    "Ai sensi dell’art. 7, co. 3, lett. c, del d.lgs. 50/2016 il porto, ad es. La Spezia, e il dott. Neri rispondono."
)]
#[case(
    "Согласно ст. 12, п. 4 и ч. 3 порт им. Лаврова (г. Выборг), т. е. Главный причал, отвечает по табл. 3, рис. 2 и проф. А. Б. Волкову."
)]
#[case("يرد د. كريم وفق م. 7 من اللائحة في ص. 15 من التقرير.")]
#[case("يرد د. كريم وفق م. 7 وص. 15 من التقرير.")]
#[case("Write to S. Holm, N. T. Berg and J. P. Stone at the harbour.")]
#[case("Le navire de P. Morel et de T. N. Garnier attend au port, env. 12 m, max. 15.")]
#[case("Суда П. С. Лосева и Т. В. Рыбина стоят в с. Заречном с марта.")]
#[case("Las FF. AA. y la junta de S. T. Roldán responden en el puerto.")]
#[case("Der Hafen gehört Dr. med. K. Holm, nach § 4 für max. 12 Boote.")]
#[case("他在《港口为什么关闭？港口的未来》一书中说明了理由。")]
#[case("他说：「港口关闭。船只等待。风很大。」")]
#[case("他问：“港口开放吗？”然后离开。")]
#[case("The port (see the list. It is long.) answers each letter.")]
#[case("The port [...] answers (...) in ten days and the list . . . is kept.")]
#[case("She asked: “Is the port open?” and left; « Est-il ouvert ? » dit-il.")]
#[case("The lists in (a) and (b) bind (i) ports and (ii) ships.")]
fn nothing_here_ends_a_sentence(#[case] sentence: &str) {
    assert_eq!(lines(sentence), sentence);
}

#[rstest]
#[case("The answer is no. | The port then closes.")]
#[case("The answer is no. | Ships then wait.")]
#[case("The list is in Appendix D. | Ships wait there.")]
#[case("The port belongs to the U.S. | It closes at 5 p.m. | The ships wait.")]
#[case("The port funds art. | Nobody objects.")]
#[case("It was so agreed in 1978. | The port decided so.")]
#[case("It is written by J. Moor. | He says why.")]
#[case("The port answers.[^1] | It gives reasons.[^2] | Done.\n\n[^1]: One.\n\n[^2]: Two.")]
#[case("The port answers.¹ | It says why.²³ | Ships wait.<sup>4</sup> | Done.")]
#[case("The port “answers.”[1] | It says why (see the list).[2] | (It is long.) | Done.")]
#[case("Le port dit : « Il est ouvert. » | Le bateau part. | L’annexe suit.")]
#[case("Le port est « ouvert\u{202f}!\u{202f}» | Mais le bateau reste.")]
#[case("El puerto lo prohíbe en el anexo B. | Los barcos esperan.")]
#[case("O porto fica nos termos do anexo A. | Os navios esperam.")]
#[case("Der Hafen ist seit 1998 offen. | Die Schiffe warten am 3. Mai. | Der Rat usw. | Es gilt Art. 5.")]
#[case("Il porto è aperto dal 1998. | Le navi attendono.")]
#[case("Порт открыт в 2024 г. | Министерство отвечает. | Суда, лодки и др. | Все ждут.")]
#[case("هل فُتح الميناء؟ | نعم، فُتح أمس. | تنتظر السفن منذ سنة 2020 م. | يرد المكتب.")]
#[case("港口开放。 | 他说：“船只等待。” | 风很大！ | 谁来回答？")]
#[case("港口开放吗？ | 是！ | 船只等待。")]
#[case("Der Rat fragt: »Ist der Hafen offen?« | Der Hafen ist offen.")]
#[case("Сбор за место равен 7 тыс. руб. | Суда ждут.")]
#[case("The port answers.* | It says why.** | Ships wait.")]
#[case("The port answers. [1] | It says why. ² | Ships wait.")]
#[case("[1] The port answers. | [2] It says why.")]
#[case("[...] The port answers. | The list … is long. | Done.")]
fn a_sentence_ends_where_the_next_begins(#[case] shown: &str) {
    let (body, notes) = shown.split_once("\n\n").unwrap_or((shown, ""));
    let spaceless = body.starts_with('港');
    let source = body.replace(" | ", if spaceless { "" } else { " " });
    let text = Text::parse_unlimited(&format!("{source}\n\n{notes}"));
    let first = text.clauses().iter().take(1).flat_map(|clause| text.lines_in(clause.lines));
    let read: Vec<_> = first.map(|line| line.text.trim()).collect();
    assert_eq!(read.join(" | "), body.replace("[^", "["));
}

/// What is an abbreviation is told by the language: the one that was said, or the one of the words around.
#[test]
fn an_abbreviation_is_one_in_its_language() {
    let lines = |source, tag| Text::read(source, &Manner::tagged(tag)).line_count();
    let german = "Es gilt z.B. Die Regel.";
    assert_eq!((lines(german, "de"), lines(german, "en")), (1, 1));
    let english = "Ask the Hon. Lang about it.";
    assert_eq!((lines(english, "en"), lines(english, "de")), (1, 2));
    let mixed = "The port answers each letter and says why it does so.\n\nDas Amt nennt z. B. Die Möwe und die Gründe.";
    assert_eq!(Text::parse_unlimited(mixed).line_count(), 2);
    assert_eq!(Language::of_words(mixed), Language::English);
}

/// A number is a line with what it numbers.
#[rstest]
#[case("Annex 2. Scope of the list.")]
#[case("IV. Scope and aim.")]
#[case("§ 7. 2. The port answers.")]
#[case("Article 9. The port keeps a list.")]
#[case("4.2. Порт отвечает.")]
#[case("Статья 8. Порт отвечает.")]
#[case("B. 2. c. The list is public.")]
#[case("Art. 3. Le port répond.")]
#[case("المادة 7. ينشر الميناء قائمة.")]
#[case("Artículo 4.º El puerto responde.")]
fn a_number_alone_is_no_line(#[case] sentence: &str) {
    assert_eq!(lines(sentence), sentence);
    assert_eq!(lines(&format!("The port is open. {sentence}")), format!("The port is open. | {sentence}"));
}

/// Lists whose marks somebody typed: each item is a clause.
#[rstest]
#[case(
    "The port shall:\na) keep a list;\nb) answer each\nletter;\nc) say why.",
    "The port shall: | a) keep a list; | b) answer each letter; | c) say why."
)]
#[case("(i) ships;\n(ii) boats;\n(iii) rafts.", "(i) ships; | (ii) boats; | (iii) rafts.")]
#[case("The port asks for:\n• a list\n• a fee", "The port asks for: | a list | a fee")]
#[case("Le port demande :\n– une liste ;\n– une taxe.", "Le port demande : | une liste ; | une taxe.")]
#[case("Порт обязан:\nа) отвечать;\nб) объяснять.", "Порт обязан: | а) отвечать; | б) объяснять.")]
#[case("港口应当：\n（一）公开；\n（二）答复。", "港口应当： | （一）公开； | （二）答复。")]
#[case("El puerto debe:\n1) responder;\n2) explicar.", "El puerto debe: | responder; | explicar.")]
#[case("على الميناء:\n١) الرد؛\n٢) التعليل.", "على الميناء: | ١) الرد؛ | ٢) التعليل.")]
#[case("• a list\n\n• a fee", "a list | a fee")]
#[case("– une liste ;\n\n– une taxe.", "une liste ; | une taxe.")]
#[case("> (a) ships\n> (b) boats", "(a) ships | (b) boats")]
#[case("第三条 港口答复。\n第四条 港口说明理由。", "第三条 港口答复。 | 第四条 港口说明理由。")]
#[case("Artikel 3: Er fragt.\nArtikel 4: Sie antwortet.", "Artikel 3: Er fragt. | Artikel 4: Sie antwortet.")]
#[case(
    "Der Hafen:\na) antwortet;\n   • schriftlich,\n   • kurz;\nb) erklärt.",
    "Der Hafen: | a) antwortet; | schriftlich, | kurz; | b) erklärt."
)]
fn items_with_typed_marks_are_clauses(#[case] source: &str, #[case] shown: &str) {
    let text = Text::parse_unlimited(source);
    assert_eq!(said(&text), shown);
    assert_eq!(text.clauses().len(), text.lines().len());
}

/// Wrapped anywhere, a paragraph is the same.
#[rstest]
#[case("The fee of the port is set in the list of the years 2021\n- 2024 and is paid by each ship.")]
#[case(
    "The fee is the sum of what the ship weighs and of the number\n+ of its boats, as the list of the port says in its item\n# 7 of the annex."
)]
#[case("The port has kept its list of ships and of boats since the year\n1998. It is open.")]
#[case("The ships in points (a) and\n(b) of the list and in point\n(d) wait.")]
#[case("La tasa del puerto se fija en la lista de los años 2021\n- 2024 y la paga cada barco.")]
#[case("Плата порта установлена в списке на годы 2021\n- 2024 и взимается с каждого судна.")]
fn a_wrapped_line_is_no_item(#[case] wrapped: &str) {
    let whole = Text::parse_unlimited(&wrapped.replace('\n', " "));
    let text = Text::parse_unlimited(wrapped);
    assert_eq!(said(&text), said(&whole));
    assert_eq!(text.clauses()[0].digest, whole.clauses()[0].digest);
}

#[rstest]
#[case("These are the duties.\n- notice\n- answer", 3)]
#[case("Duties\n- notice\n- answer", 3)]
#[case("The port asks for\n- a list", 2)]
#[case("# Duties\nThe port answers.\n## More", 3)]
#[case("- one\n- two\n- three", 3)]
#[case("1. one\n2. two", 2)]
fn a_list_of_markdown_stays_one(#[case] source: &str, #[case] clauses: usize) {
    assert_eq!(Text::parse_unlimited(source).clauses().len(), clauses);
}

#[test]
fn a_wrapped_text_without_spaces_has_none() {
    let text = Text::parse_unlimited("港口应当公开名\n单，并答复来\n信。船只等待。");
    assert_eq!(said(&text), "港口应当公开名单，并答复来信。 | 船只等待。");
}

fn cut(source: &str, cuts: &Cuts) -> Text {
    Text::read(source, &Manner { cuts: cuts.clone(), ..Manner::tagged("en") })
}

/// An official joins two lines and splits another; both hold in the next version while the words around them stand.
#[test]
fn cuts_of_a_person_hold_while_the_words_around_them_stand() {
    let source = "The port is open. It answers **each letter**, and it says why.\n\nShips wait.";
    let read = cut(source, &Cuts::default());
    let mut cuts = Cuts::default();
    cuts.join(read.join(2).unwrap_or_default());
    let (place, words) =
        *read.splits(2).iter().find(|(_, words)| words.starts_with("and it")).unwrap_or(&(0, ""));
    assert_eq!((read.join(1), words), (None, "and it says why."));
    cuts.split(place);
    let mended = cut(source, &cuts);
    assert_eq!(said(&mended), "The port is open. It answers each letter, | and it says why. | Ships wait.");
    assert_eq!(mended.clauses()[0].digest, read.clauses()[0].digest);

    let next = "A new clause.\n\nThe port is open. It answers **each letter**, and it gives no reason.\n\nShips wait.";
    let bare = cut(next, &Cuts::default());
    let kept = cuts.carried(&mended, &bare, &ClauseMap::between(&mended, &bare));
    let shown = said(&cut(next, &kept));
    assert_eq!(
        shown,
        "A new clause. | The port is open. It answers each letter, | and it gives no reason. | Ships wait."
    );
    let other = cut("The port is open on Sundays. We answer.\n\nShips wait.", &Cuts::default());
    assert!(cuts.carried(&mended, &other, &ClauseMap::between(&mended, &other)).is_empty());

    // Taken back, they leave nothing.
    cuts.split(read.join(2).unwrap_or_default());
    cuts.join(place);
    assert!(cuts.is_empty());
}

#[rstest]
#[case("第三条规定港口应当答复，依照\n第四条的规定说明理由。")]
#[case("> The port has kept its list of ships and of boats since the years 2021\n> - 2024 and it is open.")]
#[case("The port keeps lists p, q,\nr. and so on, and with them,\ns. as it may be.")]
#[case("Article 5. of the list, and\nArticle 6. of the list, bind the port.")]
fn what_goes_on_with_a_sentence_begins_no_clause(#[case] source: &str) {
    assert_eq!(Text::parse_unlimited(source).clauses().len(), 1);
}
