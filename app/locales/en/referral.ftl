# Referrals: why one is not sent, or does not go on.

refusal-may-refer = Only the secretariat of this forum may refer its texts to another body.
refusal-may-receive-referral = Only the secretariat of the forum that a text was referred to may take it on.
refusal-may-answer-referral = Only the secretariat of the forum that a text was referred to may answer.
refusal-may-correct-pairing = Only the secretariat and the editors of the forum may say what became of a clause.
refusal-may-record-adoption = Whoever speaks for a stakeholder may record what it uses. For others, the secretariat of the forum records it.
refusal-may-dispute-adoption = Sign in to dispute what is recorded here.

refusal-referral-not-prepared = This referral was sent already.
refusal-referral-not-sent = This referral is not waiting to be taken on: it was taken on already, or it has ended.
refusal-referral-not-received = Take the referral on first. If it has ended, nothing can be said to it any more.
refusal-referral-not-open = This referral has ended, or was never sent.
refusal-referral-unpublished = Publish a version first. A text in preparation cannot be referred.
refusal-referral-not-adopted = This forum refers only texts that it has adopted, and this version is not adopted.
refusal-referral-embargoed = This text is under embargo until { $until }. It can be referred from then on.
refusal-referral-members = Only members may see this text. Open it to everyone before you refer it.
refusal-referral-text-withdrawn = This draft was withdrawn. It cannot be referred any more.
refusal-referral-same-forum = This text is in { $forum } already. Choose another body.
refusal-referral-loop = This text has been in { $forum } before, as { $reference }. Answer their referral instead of sending it back.
refusal-referral-twice = This version is with that body already: see referral { $number }.
refusal-referral-due-past = { $due } is over. Choose a later day.
refusal-referral-due-too-soon = By its own rule that body cannot answer before { $soonest }. Choose that day or a later one.
refusal-referral-useless = The answer would be due before it is of use, which is from { $earliest } on. Choose a later deadline.
refusal-referral-same-due = The answer is due at that instant already.
refusal-referral-not-overdue = The answer is not overdue. You can withdraw the referral.
refusal-referral-clauses-missing =
    { $clauses ->
        [one] Say what became of 1 more clause, or answer in part.
       *[other] Say what became of { $clauses } more clauses, or answer in part.
    }
refusal-referral-no-reason = Give a reason for number { $clause } of the clauses, which was changed or dropped.
refusal-referral-not-word-for-word = Not every clause stayed word for word. Answer that you adapted the text.
refusal-adoption-country = There is no such country. Give its two letters of ISO 3166, such as PT, or those of a part of it, such as PT-11.
refusal-adoption-link = A link begins with https:// and has no spaces.
refusal-adoption-still-to-come = This day is still to come. Record the instrument as proposed.
refusal-adoption-no-clause = Choose at least one clause that the instrument took over.
refusal-adoption-evidence = Give the evidence: where it can be seen that the text is used there.
refusal-referral-clause = That clause is not in the text.
refusal-referral-days = Give a number of days between 0 and 3650.
