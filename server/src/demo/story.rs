//! The script in the order of time: one act after the other, as it would have happened.

use super::script::{
    Acknowledged, Adoption, Answer, Dispute, Draft, Forum, Hidden, Interim, Mandate, Person, Position,
    Received, Referral, ReferralAnswer, Reply, Script, Stakeholder, Step, Thread, Version,
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
    Refer(&'a Referral),
    Receive(&'a Referral, &'a Received),
    Tell(&'a Referral, &'a Interim),
    AnswerReferral(&'a Referral, &'a ReferralAnswer),
    Record(&'a Adoption),
    Dispute(&'a Adoption, &'a Dispute),
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
        if !draft.made_of_a_referral {
            acts.push((draft.at, Act::Begin(draft)));
        }
        acts.extend(draft.versions.iter().map(|version| (version.at, Act::Publish(draft, version))));
        acts.extend(draft.steps.iter().map(|step| (step.at, Act::Step(draft, step))));
        acts.extend(draft.applied_at.map(|at| (at, Act::Apply(draft))));
        for thread in &draft.threads {
            discuss(draft, thread, &mut acts);
        }
    }
    acts.extend(script.positions.iter().map(|position| (position.at, Act::SignOff(position))));
    script.referrals.iter().for_each(|referral| refer(referral, &mut acts));
    for adoption in &script.adoptions {
        acts.push((adoption.at, Act::Record(adoption)));
        acts.extend(adoption.disputes.iter().map(|dispute| (dispute.at, Act::Dispute(adoption, dispute))));
    }
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

fn refer<'a>(referral: &'a Referral, acts: &mut Vec<(f64, Act<'a>)>) {
    acts.push((referral.at, Act::Refer(referral)));
    acts.extend(referral.received.iter().map(|received| (received.at, Act::Receive(referral, received))));
    acts.extend(referral.interim.iter().map(|interim| (interim.at, Act::Tell(referral, interim))));
    acts.extend(referral.answer.iter().map(|answer| (answer.at, Act::AnswerReferral(referral, answer))));
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
