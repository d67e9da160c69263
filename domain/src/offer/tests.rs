use proptest::prelude::*;

use super::*;

const BASE: &str = "\
## 1. Notice

People are told 14 days before a system is used.

## 2. Appeal

Anyone may ask for a person.
The request costs nothing.

## 3. Records

Records are kept for a year.
";

fn met(theirs: &str, ours: &str) -> Vec<Offer> {
    let [base, theirs, ours] = [BASE, theirs, ours].map(Text::parse_unlimited);
    let maps = (ClauseMap::between(&base, &theirs), ClauseMap::between(&base, &ours));
    offers(&base, &theirs, &ours, (&maps.0, &maps.1))
}

fn taken(ours: &str, offer: &Offer) -> String {
    put(&Text::parse_unlimited(ours), offer, &offer.wording).unwrap()
}

fn agreed(words: &str) -> Part {
    Part::Agreed(words.to_owned())
}

#[test]
fn words_changed_apart_from_each_other_go_together() {
    let before = "People are told 14 days before a system is used.";
    let theirs = "People are told 30 days before a system is used.";
    let ours = "People are told 14 days before a system is bought or used.";
    let parts = three_way(before, theirs, ours);
    assert_eq!(parts, [agreed("People are told 30 days before a system is bought or used.")]);
}

#[test]
fn the_same_words_changed_to_different_ones_are_a_conflict_with_all_three() {
    let apart = Part::Apart { before: "14".to_owned(), theirs: "30".to_owned(), ours: "20".to_owned() };
    let parts = three_way("Told 14 days before.", "Told 30 days before.", "Told 20 days before.");
    assert_eq!(parts, [agreed("Told "), apart, agreed(" days before.")]);
    // Words side by side are the same words: "30 working days" and "14 whole days" would give "30 working whole days".
    let parts = three_way("Told 14 days before.", "Told 30 days before.", "Told 14 whole days before.");
    assert_eq!(together(&parts), None);
}

#[test]
fn a_newer_word_of_theirs_is_offered_and_taken_beside_ours() {
    let theirs = BASE.replace("14 days", "30 days");
    let ours = BASE.replace("is used", "is bought or used").replace("## 3. Records", "## 3. Files");
    let offers = met(&theirs, &ours);
    let [offer] = offers.as_slice() else { panic!("{offers:#?}") };
    assert_eq!((offer.change, offer.meeting), (Change::Reworded, Meeting::Clean));
    assert_eq!(taken(&ours, offer), ours.replace("14 days", "30 days"));
}

#[test]
fn a_conflict_proposes_what_we_say_and_shows_both() {
    let offers = met(&BASE.replace("14 days", "30 days"), &BASE.replace("14 days", "20 days"));
    let [offer] = offers.as_slice() else { panic!("{offers:#?}") };
    assert_eq!(offer.meeting, Meeting::Conflict);
    assert!(offer.wording.contains("20 days") && offer.after.contains("30 days"));
}

#[test]
fn what_we_say_already_is_not_offered() {
    let theirs = BASE.replace("14 days", "30 days") + "\n## 4. Audit\n\nAn audit is held each year.\n";
    assert_eq!(met(&theirs, &theirs), []);
    assert_eq!(met(BASE, &BASE.replace("14 days", "20 days")), []);
    let both = theirs.replace("a year", "two years");
    assert_eq!(met(&theirs, &both), []);
}

#[test]
fn a_principle_they_put_in_is_one_offer_and_goes_to_its_place() {
    let theirs = BASE.replace("## 3. Records", "## 3. Audit\n\nAn audit is held each year.\n\n## 4. Records");
    let ours = BASE.replace("a year", "ten years");
    let offers = met(&theirs, &ours);
    let [offer] = offers.as_slice() else { panic!("{offers:#?}") };
    assert_eq!((offer.change, offer.theirs.len()), (Change::Added, 2));
    let text = taken(&ours, offer);
    let put = "The request costs nothing.\n\n## 3. Audit\n\nAn audit is held each year.\n\n## 3. Records";
    assert!(text.contains(put), "{text}");
}

#[test]
fn a_principle_they_took_out_goes_if_we_left_it_as_it_was_and_is_a_conflict_if_we_did_not() {
    let (head, _) = BASE.split_once("## 3.").unwrap();
    let offers = met(head, BASE);
    let [offer] = offers.as_slice() else { panic!("{offers:#?}") };
    assert_eq!((offer.change, offer.meeting), (Change::Removed, Meeting::Clean));
    let text = taken(BASE, offer);
    assert!(!text.contains("Records") && text.contains("costs nothing"), "{text}");
    let offers = met(head, &BASE.replace("a year", "ten years"));
    assert_eq!(offers[0].meeting, Meeting::Conflict);
    assert_eq!(met(head, head), []);
}

#[test]
fn what_we_took_out_and_they_reworded_would_come_back_where_it_stood() {
    let ours =
        BASE.replace("## 2. Appeal\n\nAnyone may ask for a person.\nThe request costs nothing.\n\n", "");
    let offers = met(&BASE.replace("nothing", "a stamp"), &ours);
    let [offer] = offers.as_slice() else { panic!("{offers:#?}") };
    assert_eq!(offer.meeting, Meeting::Gone);
    let text = taken(&ours, offer);
    assert!(
        text.contains("is used.\n\nAnyone may ask for a person.\nThe request costs a stamp.\n\n## 3."),
        "{text}"
    );
}

#[test]
fn the_words_of_an_answer_are_offered_to_the_text_it_answers() {
    let (base, ours) = (Text::parse_unlimited(BASE), BASE.replace("a year", "ten years"));
    let ours = Text::parse_unlimited(&ours);
    let map = ClauseMap::between(&base, &ours);
    let words = [
        (1, "People are told 30 days before a system is used.".to_owned()),
        (3, "Anyone may ask for a person. The request costs nothing.".to_owned()),
    ];
    let offers = answered(&base, &ours, &map, &words);
    let [offer] = offers.as_slice() else { panic!("{offers:#?}") };
    assert_eq!(offer.base, [1]);
    assert!(put(&ours, offer, &offer.wording).unwrap().contains("told 30 days"));
}

#[test]
fn a_later_change_of_a_clause_that_was_taken_over_once_is_another_offer() {
    let (second, third) = (BASE.replace("14 days", "30 days"), BASE.replace("14 days", "45 days"));
    let first = met(&second, BASE).remove(0);
    let ours = taken(BASE, &first);
    let next = met(&third, &ours).remove(0);
    assert_ne!(first.key, next.key);
    assert_eq!(next.meeting, Meeting::Conflict);
}

fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof!["[a-d]", Just("and".to_owned()), Just("30".to_owned()), Just("قانون".to_owned())];
    prop::collection::vec(word, 0..9).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn whoever_changed_nothing_takes_what_the_other_changed(before in words(), after in words()) {
        prop_assert_eq!(together(&three_way(&before, &after, &before)), Some(after.clone()));
        prop_assert_eq!(together(&three_way(&before, &before, &after)), Some(after.clone()));
        prop_assert_eq!(together(&three_way(&before, &after, &after)), Some(after));
    }

    #[test]
    fn either_side_can_be_read_out_of_what_is_apart(before in words(), theirs in words(), ours in words()) {
        let parts = three_way(&before, &theirs, &ours);
        let turned = three_way(&before, &ours, &theirs);
        let swapped: Vec<_> = turned.into_iter().map(|part| match part {
            Part::Apart { before, theirs, ours } => Part::Apart { before, theirs: ours, ours: theirs },
            agreed => agreed,
        }).collect();
        prop_assert_eq!(parts, swapped);
    }

    #[test]
    fn what_was_taken_over_is_not_offered_again(days in 15_u32..90, more in words()) {
        let theirs = BASE.replace("14 days", &format!("{days} days"));
        let ours = BASE.replace("a year", &format!("a year {more}"));
        for offer in met(&theirs, &ours) {
            let text = taken(&ours, &offer);
            prop_assert_eq!(met(&theirs, &text), []);
        }
    }
}
