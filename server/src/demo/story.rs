//! The script in the order of time: one act after the other, as it would have happened.

use super::script::{
    Acknowledged, Answer, Draft, Forum, Hidden, Mandate, Person, Position, Reply, Script, Stakeholder, Step,
    Thread, Version,
};

/// Before everything else: the people, the organisations and the forums.
const FOUNDING: f64 = -1000.0;

/// One thing that somebody does.
#[derive(Clone, Copy, Debug)]
pub enum Act<'a> {
    Register(&'a Person),
    Enter(&'a Stakeholder),
    Found(&'a Forum),
    Grant(&'a Person, &'a Mandate),
    Begin(&'a Draft),
    Publish(&'a Draft, &'a Version),
    Step(&'a Draft, &'a Step),
    Raise(&'a Draft, &'a Thread),
    Reply(&'a Draft, &'a Thread, &'a Reply),
    Hide(&'a Draft, &'a Thread, &'a Hidden),
    Answer(&'a Draft, &'a Thread, &'a Answer),
    Acknowledge(&'a Draft, &'a Thread, Acknowledged),
    Withdraw(&'a Draft, &'a Thread),
    Apply(&'a Draft),
    SignOff(&'a Position),
}

/// Every act with its time in days from the seeding, the earliest first.
pub fn in_order(script: &Script) -> Vec<(f64, Act<'_>)> {
    let mut acts: Vec<_> = script.people.iter().map(|person| (FOUNDING, Act::Register(person))).collect();
    acts.extend(script.stakeholders.iter().map(|one| (FOUNDING, Act::Enter(one))));
    acts.extend(script.forums.iter().map(|forum| (FOUNDING, Act::Found(forum))));
    for person in &script.people {
        acts.extend(person.mandates.iter().map(|mandate| (mandate.starts, Act::Grant(person, mandate))));
    }
    for draft in &script.drafts {
        acts.push((draft.at, Act::Begin(draft)));
        acts.extend(draft.versions.iter().map(|version| (version.at, Act::Publish(draft, version))));
        acts.extend(draft.steps.iter().map(|step| (step.at, Act::Step(draft, step))));
        acts.extend(draft.applied_at.map(|at| (at, Act::Apply(draft))));
        for thread in &draft.threads {
            discuss(draft, thread, &mut acts);
        }
    }
    acts.extend(script.positions.iter().map(|position| (position.at, Act::SignOff(position))));
    acts.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    acts
}

fn discuss<'a>(draft: &'a Draft, thread: &'a Thread, acts: &mut Vec<(f64, Act<'a>)>) {
    acts.push((thread.at, Act::Raise(draft, thread)));
    acts.extend(thread.replies.iter().map(|reply| (reply.at, Act::Reply(draft, thread, reply))));
    acts.extend(thread.hidden.iter().map(|hidden| (hidden.at, Act::Hide(draft, thread, hidden))));
    acts.extend(thread.answer.iter().map(|answer| (answer.at, Act::Answer(draft, thread, answer))));
    acts.extend(thread.acknowledged.map(|said| (said.at, Act::Acknowledge(draft, thread, said))));
    acts.extend(thread.withdrawn.map(|at| (at, Act::Withdraw(draft, thread))));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_acts_in_the_future() {
        let script = Script::read().unwrap();
        assert!(in_order(&script).iter().all(|(at, _)| *at < 0.0));
    }

    #[test]
    fn a_thread_is_raised_before_it_is_answered() {
        let script = Script::read().unwrap();
        let acts = in_order(&script);
        let raised =
            acts.iter().position(|(_, act)| matches!(act, Act::Raise(_, thread) if thread.key == "metric"));
        let answered = acts
            .iter()
            .position(|(_, act)| matches!(act, Act::Answer(_, thread, _) if thread.key == "metric"));
        assert!(raised.is_some() && raised < answered);
    }
}
