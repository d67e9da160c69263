# Mails. $when and $until are written already, with their zone.
mail-site = Comity, { $forum }
mail-site-alone = Comity
mail-place = { $reference }, version { $version }, { $lines }
mail-place-whole = { $reference }, on the whole draft
mail-speaks-self = { $who }, in a personal capacity. { $when }.
mail-speaks-for = { $who }, for { $voice }. { $when }.
mail-wording = Proposed wording: { $words }

mail-receipt-subject = Your comment is posted: receipt { $receipt }
mail-receipt = Your comment is posted
mail-receipt-label = Receipt
mail-receipt-correct = You can correct it until { $until }, on the same page.
mail-receipt-next = Comments are taken until { $until }. Then every comment is answered, with a reason. The answer to yours comes to this address, and you can say whether it satisfies you.
mail-receipt-button = See your comment

mail-answer-subject = Your comment { $thread } on { $reference } was answered: { $answer }
mail-answer = Your comment was answered: { $answer }
mail-answer-yours = You wrote
mail-answer-reason = The answer
mail-answer-by = { $by }. { $when }.
mail-answer-ask = Are you satisfied with it? You can say so until { $until }. Nothing is said before you press a button on the page that opens.
mail-answer-yes = I am satisfied
mail-answer-no = I am not satisfied
mail-answer-button = See the answer

mail-reply-subject = { $who } replied on { $reference }
mail-reply = A reply where you spoke
mail-said-subject = { $who } commented on { $reference }
mail-said = A comment on what you follow
mail-reply-button = See the conversation
mail-signed-subject = { $seat } on { $reference }: { $position }
mail-signed = { $seat }: { $position }
mail-signed-text = This is its position on version { $version } of { $title }.
mail-signed-button = See all positions

mail-version-subject = Version { $version } of { $reference } is published
mail-version = Version { $version } of { $title }
mail-version-thread = Where you spoke: №{ "\u00A0" }{ $thread }
mail-version-clause = In a clause you follow
mail-version-same = No words changed where you spoke.
mail-version-button = See what changed
mail-version-read = Read it
mail-more-lines = { $lines ->
    [one] One more line changed there.
   *[other] { $lines } more lines changed there.
}

mail-stale-subject = { $reference }: the text that { $seat } signed has changed
mail-stale = The text that { $seat } signed has changed
mail-stale-text = { $words ->
    [0] No word has changed since version { $signed }, on which the position was given, but what stands around the words has: how the text is divided, titled, announced, numbered or referred to.
    [one] One word has changed since version { $signed }, on which the position was given.
   *[other] { $words } words have changed since version { $signed }, on which the position was given.
} It waits to be looked at again on version { $version }.
mail-stale-button = Look at the position

mail-round-subject = { $stage } on { $reference }, until { $until }
mail-round = { $stage }: { $title }
mail-round-consultation = Version { $version } is open for comment until { $until }.
mail-round-last-call = The last call on version { $version } goes on until { $until }. Without an objection the text goes to sign-off.
mail-round-sign-off = Positions on version { $version } are taken until { $until }.
mail-round-silence = Version { $version } is adopted on { $until }, unless somebody breaks the silence.
mail-round-button = Open the draft

mail-deadline-subject = Ends on { $until }: { $stage } on { $reference }
mail-deadline = Ends on { $until }

mail-referral-subject = { $body } on { $reference }: { $step }
mail-referral = { $title }
mail-referral-text = { $body }: { $step }.
mail-referral-button = Open the referral
mail-objected-subject = An objection ended the last call on { $reference }
mail-objected = An objection to { $title }
mail-objected-text = The last call on version { $version } has ended, as an objection stands: { $seats }. The text goes back to the answering of comments.

mail-desk-subject = { $count ->
    [one] One thing waits for you
   *[other] { $count } things wait for you
}
mail-desk-carried = The position of { $seat } on { $reference } was carried over to version { $version }, in which only the wording has changed. You can withdraw it until { $day }.
mail-desk-button = Open your desk
mail-desk-more = { $count ->
    [one] One more thing waits on your desk.
   *[other] { $count } more things wait on your desk.
}

mail-mandate-subject = Your right to speak for { $seat } ends on { $day }
mail-mandate-other-subject = The right of { $whose } to speak for { $seat } ends on { $day }
mail-mandate = A mandate ends
mail-mandate-text = It ends on { $until }. A focal point of { $seat } can grant a new one.
mail-mandate-forum = It ends on { $until }. It was granted by { $forum }, for this forum only; its secretariat can grant a new one.
mail-mandate-button = See who speaks for { $seat }

mail-daily-subject = { $count ->
    [one] Today on Comity: one thing
   *[other] Today on Comity: { $count } things
}
mail-several-subject = { $count ->
    [one] On Comity: one thing
   *[other] On Comity: { $count } things
}
mail-weekly-subject = { $count ->
    [one] This week on Comity: one thing
   *[other] This week on Comity: { $count } things
}

mail-why-joining = You get this mail because somebody wrote to Comity with this address.
mail-why-invitation = You get this mail because somebody invited you.
mail-why-receipt = You get this mail because you posted a comment.
mail-why-answer = You get this mail because your comment was answered.
mail-why-reply = You get this mail because you spoke there.
mail-why-version = You get this mail because you follow this draft or a clause of it, or commented on it.
mail-why-stale = You get this mail because you speak for this stakeholder.
mail-why-round = You get this mail because you follow this draft, commented on it, or speak for a seat.
mail-why-referral = You get this mail because you run the forum that this text was referred to or comes from, or follow it.
mail-why-deadline = You get this mail because you follow this draft, commented on it, or speak for a seat.
mail-why-said = You get this mail because you follow this clause or this stakeholder.
mail-why-desk = You get this mail because you have duties here.
mail-why-mandate = You get this mail because the mandate is yours, or you say who speaks for this stakeholder.
mail-why-several = You get this mail because you asked to be told once a day or once a week.
mail-stop = Stop these mails
mail-settings = Choose what you are told, and how often

mail-stop-title = Mails
mail-stop-lede = You, { $name }, get these mails: { $occasion }. Nothing changes before you press a button.
mail-stop-button = Stop these mails
mail-stop-rest = Stop all mails but answers to my comments
mail-stop-done = You get no more of these mails.
mail-stop-done-rest = You get no more mails, but for answers to your comments.
mail-stop-again = You can change this at any time in your settings.
mail-judge-title = Are you satisfied with the answer?
mail-judge-lede = Your comment { $thread } on { $reference } was answered: { $answer }.
mail-judge-done-satisfied = It is noted: you are satisfied with the answer.
mail-judge-done-not-satisfied = It is noted: you are not satisfied with the answer.
mail-judge-over = This answer cannot be judged any more: it was taken back, another was given, or you have said already what you think of it.
mail-judge-thread = See the conversation

mail-refused = Mails to your address are sent back to us. Ask the secretariat to correct it.
occasion-joining = Joining
occasion-invitation = Invitations
occasion-receipt = Receipts of my comments
occasion-answer = Answers to my comments
occasion-reply = Replies where I spoke
occasion-version = New versions of what I follow or commented on
occasion-stale = Words changed that I signed
occasion-round = A round of comments, a last call or a sign-off begins
occasion-referral = A text is referred to my forum, or something comes back
occasion-deadline = A round, a last call or a sign-off ends in seven days, and in one
occasion-said = What is said by whom I follow, and on clauses I follow
occasion-desk = What waits on my desk
occasion-mandate = A mandate ends soon
often-at-once = At once
often-daily = Once a day
often-weekly = Once a week
often-never = Never
follow-follow = Follow
follow-stop = Stop following
follow-clause = Follow this clause
follow-clause-stop = Stop following this clause
follow-feed = News feed
follow-calendar = Deadlines for your calendar
refusal-follows-many = You follow { $most } things, and that is as many as one person can. Stop following one first.
follow-unknown = This is nothing that can be followed.
settings-mails = Mail
settings-mails-why = Choose what you are told, and how often. What comes once a day or once a week is gathered in one mail, at seven in the morning of your time zone.
settings-mails-save = Save mail settings
settings-follows = What you follow
settings-follows-none = You follow nothing yet. There is a button “Follow” on the pages of forums, drafts and stakeholders, and at every clause that you cite.
settings-follow-clause = Clause of { $reference }: { $clause }
settings-follow-forum = Forum: { $name }
settings-follow-draft = Draft: { $name }
settings-follow-stakeholder = Stakeholder: { $name }
feed-answer = Comment { $thread } on { $reference } was answered: { $answer }
feed-deadline = { $stage } on { $reference } ends
posted-title = Your comment is posted
posted-receipt = Its receipt is { $receipt }. We send it to you by mail too, and the answer once there is one.
posted-see = See your comment
posted-file = Keep the receipt as a file
mail-waiting = { $count ->
    [one] One mail waits to be sent, at once or in a mail of its day or week.
   *[other] { $count } mails wait to be sent, at once or in a mail of their day or week.
}
mail-state-waiting = It is tried again.
mail-state-refused = There is no such address.
mail-state-given-up = It was tried for five days, and is tried no more.
