use rstest::rstest;

use super::*;

fn form(position: &str) -> PositionForm {
    PositionForm { position: position.to_owned(), ..PositionForm::default() }
}

fn refused(form: &PositionForm) -> Vec<Message> {
    Position::parse(form).unwrap_err().iter().map(Refusal::message).collect()
}

#[test]
fn an_objection_with_nothing_in_it_is_told_of_all_three_parts_at_once() {
    let missing = ["reason", "clauses", "terms"];
    let told = refused(&form("object"));
    let ids: Vec<String> = missing.iter().map(|part| format!("refusal-objection-without-{part}")).collect();
    assert_eq!(told.iter().map(|message| message.id.as_ref()).collect::<Vec<_>>(), ids);
}

#[test]
fn an_objection_names_each_clause_once_and_in_order() {
    let form = PositionForm {
        reason: "Thirty days would delay a repair.".to_owned(),
        clauses: vec![ClauseId(9), ClauseId(5), ClauseId(9)],
        lifted_by: "Ten days, where a system replaces one already tested.".to_owned(),
        ..form("object")
    };
    let Position::Object(objection) = Position::parse(&form).unwrap() else { panic!("an objection") };
    assert_eq!(objection.clauses(), [ClauseId(5), ClauseId(9)]);
    assert_eq!(objection.lifted_by().as_str(), form.lifted_by);
}

#[rstest]
#[case("endorse-with-reservation", "refusal-reservation-without-text")]
#[case("recuse", "refusal-recusal-without-reason")]
#[case("yes", "refusal-no-position")]
#[case("", "refusal-no-position")]
fn a_position_without_its_words_is_refused_by_name(#[case] key: &str, #[case] id: &'static str) {
    assert_eq!(refused(&form(key)), [Message::new(id)]);
}

#[test]
fn a_reason_that_is_too_long_is_not_called_missing() {
    let told = refused(&PositionForm { reason: "a".repeat(4_001), ..form("recuse") });
    assert_eq!(told[0].id, "refusal-reason-too-long");
}

#[test]
fn every_key_of_the_form_is_the_key_of_its_position() {
    for key in PositionKind::ALL.iter().map(|kind| kind.key()) {
        let form = PositionForm {
            reason: "because".to_owned(),
            clauses: vec![ClauseId(1)],
            lifted_by: "terms".to_owned(),
            reservation: "as we read it".to_owned(),
            ..form(key)
        };
        let position = Position::parse(&form).unwrap();
        assert_eq!(position.key(), key);
        let stored = serde_json::to_value(&position).unwrap();
        assert_eq!(stored["position"], key);
        assert_eq!(serde_json::from_value::<Position>(stored).unwrap(), position);
    }
}

#[test]
fn a_stored_objection_without_clauses_is_not_an_objection() {
    let stored = r#"{"position":"object","reason":"No.","clauses":[],"lifted_by":"Yes."}"#;
    assert!(serde_json::from_str::<Position>(stored).is_err());
}
