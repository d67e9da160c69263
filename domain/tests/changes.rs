//! What counts as a change, how it is marked, and how much it weighs.

use domain::{
    carry,
    clause_map::{Change, ClauseMap, NumberFate},
    diff::{self, Changes, PieceKind, Style, Weight},
    text::{Language, Manner, Text, normalise},
};
use proptest::prelude::*;

fn read(source: &str) -> Text {
    Text::read(source, &Manner::tagged("en"))
}

fn compared(old: &str, new: &str) -> Changes {
    let (old, new) = (read(old), read(new));
    diff::changes(&old, &new, &ClauseMap::between(&old, &new))
}

fn marked(pieces: &[diff::Piece]) -> String {
    let mark = |piece: &diff::Piece| match piece.kind {
        PieceKind::Same | PieceKind::Now => piece.text.clone(),
        PieceKind::Was => String::new(),
        PieceKind::Removed => format!("[-{}-]", piece.text),
        PieceKind::Added => format!("{{+{}+}}", piece.text),
    };
    pieces.iter().map(mark).collect()
}

/// Every change as its kind and its lines.
fn told(old: &str, new: &str) -> Vec<String> {
    let changes = compared(old, new);
    let shown = changes.changed().filter(|hunk| hunk.now_at.is_none());
    let line = |hunk: &diff::Hunk| {
        let rows = hunk.rows.iter().map(|row| marked(&row.pieces)).collect::<Vec<_>>();
        format!("{:?}: {}", hunk.change, rows.join(" | "))
    };
    shown.map(line).collect()
}

fn class(old: &str, new: &str) -> carry::ChangeClass {
    let (old, new) = (read(old), read(new));
    diff::class_of(&ClauseMap::between(&old, &new), 0)
}

fn editorial(old: &str, new: &str, tag: &str) -> Result<(), diff::NotEditorial> {
    let (old, new) = (Text::read(old, &Manner::tagged(tag)), Text::read(new, &Manner::tagged(tag)));
    diff::Editorial::between(&old, &new).check(&old.clauses()[0], &new.clauses()[0], NumberFate::Kept)
}

#[test]
fn whatever_is_not_known_to_be_harmless_is_substance() {
    let changes = [
        ("The panel meets within forty days.", "The panel meets within ninety days.", "en"),
        ("El panel se reúne en cuarenta días.", "El panel se reúne en noventa días.", "es"),
        ("Le comité siège sous quarante jours.", "Le comité siège sous nonante jours.", "fr"),
        ("Совет собирается за сорок дней.", "Совет собирается за девяносто дней.", "ru"),
        ("تجتمع اللجنة خلال أربعين يوما.", "تجتمع اللجنة خلال تسعين يوما.", "ar"),
        ("委员会在四十天内开会。", "委员会在九十天内开会。", "zh"),
        ("The hearing is open.", "The hearing is closed.", "en"),
        ("A fee of €40 is due.", "A fee of £40 is due.", "en"),
        ("The chair is P. Okafor.", "The chair is T. Okafor.", "en"),
        ("Scores x < 5 pass.", "Scores x ≤ 5 pass.", "en"),
        ("It falls below −5.", "It falls below 5.", "en"),
        ("It lasts 5′ at most.", "It lasts 5″ at most.", "en"),
        ("It is 1.5 at most.", "It is 1,5 at most.", "en"),
        ("They pay, and leave.", "They pay and leave.", "en"),
        ("Keep it by March.", "Keep it after March.", "en"),
        ("The third review counts.", "The fourth review counts.", "en"),
        ("They may appeal.", "They appeal.", "en"),
    ];
    for (old, new, tag) in changes {
        let refused = editorial(old, new, tag).unwrap_err();
        assert!(!refused.words.is_empty(), "{old} → {new}");
        let weight = Weight::of(&diff::words(old, new), Some(Language::of_tag(tag)));
        assert!(weight.substance > 0 && weight.wording == 0, "{old} → {new}: {weight:?}");
        assert_eq!(class(old, new), carry::ChangeClass::Substantive, "{old} → {new}");
    }
}

#[test]
fn harmless_words_may_be_called_editorial_and_weigh_as_wording() {
    for (old, new) in [
        ("A body that answers keeps the register.", "The body which answers keeps the register."),
        ("The auditor reads the record.", "The auditor reads the records."),
        ("It publishes reports.", "It published reports."),
    ] {
        assert_eq!(editorial(old, new, "en"), Ok(()), "{old} → {new}");
        let weight = Weight::of(&diff::words(old, new), Some(Language::English));
        assert!(weight.substance == 0 && weight.wording > 0, "{old} → {new}: {weight:?}");
        assert!(Weight::of(&diff::words(old, new), None).wording == 0);
    }
}

#[test]
fn what_is_refused_as_editorial_is_named() {
    let refused = editorial("The body may answer in ten days.", "The body must answer in two weeks.", "en");
    assert_eq!(refused.unwrap_err().words, ["may", "must", "ten", "days", "two", "weeks"]);
    assert_eq!(editorial("It costs €5.", "It costs ¥5.", "en").unwrap_err().words, ["€", "¥"]);
}

#[test]
fn what_reads_the_same_is_no_alarm_and_is_shown_on_request() {
    let old = "The body\u{2019}s duty \u{2014} \u{201c}to answer\u{201d} \u{2014} stands, in 30 days.\n";
    let new = "The body's duty - \"to answer\" - stands, in  30\ndays.\n";
    let changes = compared(old, new);
    let hunk = changes.changed().next().unwrap();
    assert_eq!((hunk.change, hunk.weight), (Change::Typographic, Weight::default()));
    assert!(hunk.rows.iter().all(|row| row.is_same()) && hunk.rows.iter().any(|row| row.is_retyped()));
    let (before, after) = (read(old), read(new));
    let told = |typography| {
        let style = Style { label: &|hunk| format!("{:?}", hunk.change), typography };
        diff::to_text(&changes.hunks, &before, &after, style)
    };
    assert!(told(false).contains("The body's duty") && !told(false).contains("[-"), "{}", told(false));
    assert!(told(true).contains("[-body’s-]{+body's+}") && told(true).contains("<U+2014>"), "{}", told(true));
}

#[test]
fn a_link_that_leads_elsewhere_and_a_word_that_is_struck_are_substance() {
    let cases = [
        ("Fill in [the form](https://a.example/1).", "Fill in [the form](https://b.example/2)."),
        ("Fill in [the form](https://a.example/1).", "Fill in the form."),
        ("A member must not speak.", "A member must ~~not~~ speak."),
        ("A “member” must ~~not~~ speak.", "A \"member\" must not speak."),
        ("See [the](https://a.example) rules.", "See [the](https://b.example) rules."),
        ("Ask [“us”](https://a.example).", "Ask [\"us\"](https://b.example)."),
        ("# 1. [The form](https://a.example)", "# 1. [The form](https://b.example)"),
        ("One.\n\nOne is [here](/a). Two is [there](/b).", "One.\n\nOne is [here](/b). Two is [there](/b)."),
    ];
    for (old, new) in cases {
        let changes = compared(old, new);
        let hunk = changes.changed().next().unwrap();
        assert_eq!(hunk.change, Change::Reworded, "{old} → {new}");
        assert!(hunk.weight.substance > 0 && hunk.weight.wording == 0, "{old} → {new}: {:?}", hunk.weight);
        assert_eq!(hunk.rows.iter().filter(|row| !row.looks.is_empty()).count(), 1, "{old} → {new}");
        let side = |text: &Text, of: fn(PieceKind) -> bool, lines: &dyn Fn(&diff::Row) -> Option<u32>| {
            for row in &hunk.rows {
                let joined: String =
                    row.pieces.iter().filter(|p| of(p.kind)).map(|p| p.text.as_str()).collect();
                assert_eq!(joined, text.line(lines(row).unwrap()).unwrap().text.as_str());
            }
        };
        side(&read(old), PieceKind::is_old, &|row| row.old);
        side(&read(new), PieceKind::is_new, &|row| row.new);
    }
    assert!(
        editorial(cases[0].0, cases[0].1, "en").is_err() && editorial(cases[4].0, cases[4].1, "en").is_err()
    );
    assert_eq!(told(cases[0].0, cases[0].1), ["Reworded: Fill in [-the form-]{+the form+}."]);
    let looks = &compared(cases[0].0, cases[0].1).hunks[0].rows[0].looks;
    assert_eq!(marked(looks), "[-[the form](https://a.example/1)-]{+[the form](https://b.example/2)+}");
}

#[test]
fn other_bold_or_slant_or_an_address_made_a_link_stays_typography() {
    for (old, new) in [
        ("A **member** speaks.", "A *member* speaks."),
        ("See https://a.example now.", "See <https://a.example> now."),
        ("See [the **new** form](/a).", "See [the new](/a) [form](/a)."),
        ("~~Two words~~ go.", "~~Two~~ ~~words~~ go."),
    ] {
        let changes = compared(old, new);
        let hunk = changes.changed().next().unwrap();
        assert_eq!((hunk.change, hunk.weight.words()), (Change::Typographic, 0), "{old} → {new}");
    }
}

#[test]
fn words_are_compared_and_not_the_spaces_between_them() {
    let of = |old, new| marked(&diff::words(old, new));
    assert_eq!(
        of("A member shall fully disclose costs.", "A member shall disclose annual costs."),
        "A member shall [-fully -]disclose {+annual +}costs."
    );
    assert_eq!(
        of("to keep old paper files", "to keep files and maps"),
        "to keep [-old paper -]files{+ and maps+}"
    );
    assert_eq!(of("Now pay the fee.", "Pay the fee."), "[-Now pay-]{+Pay+} the fee.");
    assert_eq!(of("one two", "two one two"), "{+two +}one two");
    assert_eq!(of("Pay 🎉🎊 now", "Pay 🎉🎈 now"), "Pay 🎉[-🎊-]{+🎈+} now");
}

#[test]
fn an_end_of_a_sentence_that_moves_strikes_no_word_that_stays() {
    assert_eq!(
        told(
            "The office keeps files. A panel reads them all.",
            "The office keeps files, and a panel reads them all."
        ),
        ["Reworded: The office keeps files[-. A-]{+, and a+} panel reads them all."]
    );
    assert_eq!(
        told("We listen: we answer in time.", "We listen. We answer in time."),
        ["Reworded: We listen[-: we-]{+. We+} answer in time."]
    );
    assert_eq!(
        told(
            "Opening words.\n\nOne stays here. Two is short; three is long. Four ends.",
            "Opening words.\n\nOne stays here. Two is short. Three is long. Four ends."
        ),
        ["Reworded: One stays here. | Two is short[-; three-]{+. Three+} is long. | Four ends."]
    );
    assert_eq!(
        told("Line of one\\\nand of two.", "Line of one and of two."),
        ["Typographic: Line of one and of two."]
    );
}

#[test]
fn the_number_a_clause_begins_with_is_told_apart_from_its_words() {
    let list = |from: u32, more: &str| {
        let items = ["Ships report their speed.", "Ports keep berths free.", "Pilots board in daylight."];
        let lines = items.iter().zip(from..).map(|(item, number)| format!("§ {number}. {item}"));
        format!("{more}{}\n", lines.collect::<Vec<_>>().join("\n\n"))
    };
    let told = told(&list(1, ""), &list(2, "§ 1. Masters answer for crews.\n\n"));
    assert_eq!(told.iter().filter(|told| !told.starts_with("Typographic")).count(), 1, "{told:?}");
    assert!(told.iter().all(|told| told.starts_with("Added") || !told.contains("[-")), "{told:?}");
}

fn sentence() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "the",
        "The",
        "a",
        "body",
        "bodies",
        "shall",
        "may",
        "not",
        "30",
        "3.5",
        "€",
        "$",
        "-",
        "–",
        "…",
        "“yes”",
        "\"yes\"",
        "thirty",
        "A.",
        "B.",
        "x<5",
        "x≤5",
        "−5",
        "co\u{ad}op",
        "coop",
        "été",
        "e\u{301}te\u{301}",
        "第三条",
        "，",
        "公 共",
        "公共",
        "السجل",
        "السـجل",
        "٣",
        "\u{200f}",
        ";",
        ",",
        ".",
        "(c)",
        "1.",
    ]);
    prop::collection::vec((word, prop::sample::select(vec![" ", "  ", "\u{a0}", ""])), 0..12)
        .prop_map(|words| words.into_iter().flat_map(|(word, space)| [word, space]).collect())
}

proptest! {
    #[test]
    fn what_weighs_nothing_is_not_marked_and_what_is_marked_weighs(old in sentence(), new in sentence()) {
        let pieces = diff::words(&old, &new);
        let some = pieces.iter().any(|piece| piece.kind.is_marked());
        prop_assert_eq!(some, normalise(&old) != normalise(&new));
        let weight = Weight::of(&pieces, Some(Language::English));
        prop_assert_eq!(weight.words() == 0, !some);
        prop_assert_eq!(weight.words(), weight.substance + weight.wording);
        let side = |of: fn(PieceKind) -> bool| {
            pieces.iter().filter(|piece| of(piece.kind)).map(|piece| piece.text.as_str()).collect::<String>()
        };
        prop_assert_eq!(side(PieceKind::is_old), old);
        prop_assert_eq!(side(PieceKind::is_new), new);
    }

    #[test]
    fn sentence_counts_classes_and_marks_never_contradict(
        old in prop::collection::vec(prop::collection::vec(sentence(), 1..4), 1..6),
        new in prop::collection::vec(prop::collection::vec(sentence(), 1..4), 1..6),
        kept in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
    ) {
        let mut new = new;
        for index in kept {
            let place = index.index(new.len());
            new[place] = old[index.index(old.len())].clone();
        }
        let source = |blocks: &[Vec<String>]| blocks.iter().map(|block| block.join(" ")).collect::<Vec<_>>().join("\n\n");
        let (old, new) = (read(&source(&old)), read(&source(&new)));
        let map = ClauseMap::between(&old, &new);
        let changes = diff::changes(&old, &new, &map);
        let mut sum = Weight::default();
        for hunk in &changes.hunks {
            let marked = hunk.rows.iter().any(|row| !row.is_same());
            prop_assert_eq!(hunk.weight.words() > 0, marked, "{:?}", hunk);
            match hunk.change {
                Change::Same | Change::Typographic | Change::Moved => prop_assert!(!marked, "{:?}", hunk),
                Change::Reworded | Change::MovedAndReworded if hunk.now_at.is_none() => prop_assert!(marked, "{:?}", hunk),
                _ => {}
            }
            for row in &hunk.rows {
                prop_assert_eq!(row.weight.words() > 0, !row.is_same());
            }
            sum += hunk.weight;
        }
        prop_assert_eq!(sum, changes.summary.weight);
        for (index, fate) in map.old_fates().iter().enumerate() {
            let harmless = diff::class_of(&map, index) < carry::ChangeClass::Editorial;
            let hunk = changes.of_old(index as u32).unwrap();
            prop_assert!(!harmless || hunk.weight.words() == 0, "{:?} {:?}", fate, hunk);
        }
    }
}

#[test]
fn raised_marks_of_notes_follow_their_notes() {
    let old = "The body decides.¹\n\nIt owns 30 m² of land² here.\n\n¹ By a majority.\n\n² Leased to all.";
    let new = "The body meets.¹\n\nThe body decides.²\n\nIt owns 30 m² of land³ here.\n\n¹ Each year.\n\n² By a majority.\n\n³ Leased to all.";
    let changes = compared(old, new);
    assert_eq!(
        told(old, new),
        [
            "Added: {+The body meets.¹+}",
            "Typographic: The body decides.²",
            "Typographic: It owns 30 m² of land³ here.",
            "Added: {+¹ Each year.+}",
            "Typographic: ² By a majority.",
            "Typographic: ³ Leased to all.",
        ]
    );
    assert_eq!((changes.summary.typographic, changes.summary.added), (4, 2));
    assert_eq!(told(old, &old.replace("decides.¹", "decides.²")), ["Reworded: The body decides.[-¹-]{+²+}"]);
    assert_eq!(told(old, &old.replace("m²", "m³")), ["Reworded: It owns 30 m[-²-]{+³+} of land² here."]);
}

#[test]
fn written_numbers_are_renumbered_like_others() {
    let texts = [
        (
            "المادة الثانية والعشرون: الإشعار عام.\n\nالمادة الثالثة والعشرون: الطعن حر.",
            "المادة الثالثة والعشرون: السجل مفتوح.\n\n",
            ["الثالثة", "الرابعة"],
        ),
        (
            "Artículo vigésimo primero. Aviso previo.\n\nArtículo vigésimo segundo. Recurso libre.",
            "Artículo vigésimo segundo. Registro abierto.\n\n",
            ["segundo", "tercero"],
        ),
        (
            "Статья двадцать первая. Орган отвечает.\n\nСтатья двадцать вторая. Суд слушает.",
            "Статья двадцать вторая. Реестр открыт.\n\n",
            ["вторая", "третья"],
        ),
    ];
    for (old, added, [number, next]) in texts {
        let last = old.rfind("\n\n").unwrap_or_default() + 2;
        let new = format!("{}{added}{}", &old[..last], old[last..].replacen(number, next, 1));
        let summary = compared(old, &new).summary;
        assert_eq!((summary.typographic, summary.added, summary.reworded), (1, 1, 0), "{new}");
        let taken = old[last..].replacen(number, next, 1);
        let alone = compared(old, &format!("{}{taken}", &old[..last])).summary;
        assert_eq!((alone.reworded, alone.typographic), (1, 0), "{taken}");
    }
}

#[test]
fn what_is_taken_out_of_an_item_or_put_in_one_is_substance() {
    let old = "- Ships pay:\n  - unless small;\n  - unless old.\n- Boats wait.\n";
    let out = old.replace("  - unless old.", "- unless old.");
    assert_eq!(told(old, &out), ["Reworded: [-• • -]{+• +}unless old."]);
    assert_eq!(told(&out, old), ["Reworded: [-• -]{+• • +}unless old."]);
    let loose = old.replace('\n', "\n\n");
    assert_eq!(told(old, &loose), [""; 0]);
    let wrapped = "- In summer:\n  - Ships pay;\n  - Boats wait.\n";
    assert_eq!(told("- Ships pay;\n- Boats wait.\n", wrapped), ["Added: {+In summer:+}"]);
    let paragraph = "- Ships pay.\n\n  Fees are low.\n";
    assert_eq!(told(paragraph, "- Ships pay.\n\nFees are low.\n"), ["Reworded: [-• -]Fees are low."]);
}

#[test]
fn a_quotation_that_is_none_any_more_is_substance_and_another_rank_of_a_title_is_shown() {
    assert_eq!(
        told("> Ships pay.\n\nBoats wait.\n", "Ships pay.\n\nBoats wait.\n"),
        ["Reworded: [-> -]Ships pay."]
    );
    assert_eq!(told("> - Ships pay.\n", "- Ships pay.\n"), ["Reworded: [-> • -]{+• +}Ships pay."]);
    for (new, marks) in [("### Fees\n\nShips pay.", "### "), ("Fees\n\nShips pay.", "")] {
        let changes = compared("## Fees\n\nShips pay.", new);
        let hunk = &changes.hunks[0];
        let now: String = hunk.rows[0].new_pieces().map(|piece| piece.text.as_str()).collect();
        assert_eq!((hunk.change, hunk.weight.words(), now), (Change::Typographic, 0, format!("{marks}Fees")));
        assert!(hunk.rows[0].is_retyped());
    }
}
