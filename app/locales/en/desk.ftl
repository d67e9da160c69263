# What waits for a person.
desk-title = Your desk
desk-count = ({ $count })
desk-empty = Nothing waits for you.
desk-empty-way = See what is open for comment
desk-admin = Administration of this site

desk-answers = Comments to answer
desk-answers-due = { $comments } on { $draft }.
desk-comments = { $comments ->
    [one] One comment has no answer
   *[other] { $comments } comments have no answer
}
desk-triage = Places to look at
desk-triage-due = { $places } in the newest version of { $draft }.
desk-places = { $uncertain ->
    [0] { desk-detached }
    [one] { $detached ->
        [0] The place of one comment is uncertain
       *[other] The place of one comment is uncertain, and { desk-detached-after }
    }
   *[other] { $detached ->
        [0] The places of { $uncertain } comments are uncertain
       *[other] The places of { $uncertain } comments are uncertain, and { desk-detached-after }
    }
}
desk-detached = { $detached ->
    [one] One comment has lost its words
   *[other] { $detached } comments have lost their words
}
desk-detached-after = { $detached ->
    [one] one has lost its words
   *[other] { $detached } have lost their words
}
desk-objection = An objection to meet
desk-objection-stands = { $objection } stands on { $reference }. Only its holder can lift it.
desk-objection-of = The objection of { $seat }
desk-sign-off = A position to give
desk-sign-off-due = { $position } on { $draft }, until { $until }.
desk-position-of = The position of { $seat }
desk-renew = A position to renew
desk-renew-due = { $position } on { $reference } no longer counts: { $changes } that it was given for.
desk-resolved = An objection to look at again
desk-resolved-due = { $position } on { $reference } is an objection, and { $changes } that it is about. Do the new ones resolve it?
desk-carried = A position carried over
desk-carried-over = { $position } on { $reference } was carried over to version { $version }, in which { $changes }. You can withdraw it until { $day }: { $left }.
desk-wording = only the wording has changed
desk-changes = the words have changed
desk-judge = An answer to judge
desk-judge-due = Your comment { $thread } on { $reference } was answered: { $answer }. Are you satisfied?
desk-yes = Yes
desk-no = No
desk-confirm = A place to confirm
desk-confirm-due = Your comment { $thread } on { $reference } moved with its words to { $line }. We are not sure it belongs there.
desk-confirm-lost = We are not sure where your comment { $thread } on { $reference } belongs in the newest version.
desk-line = line { $line }
desk-look = Look at it
desk-reply = A reply
desk-replied = { $who } replied to { $thread }: { $words }
desk-thread = №{ "\u00A0" }{ $number }
desk-mandate = A mandate that ends
desk-mandate-ends = Your right to speak for { $seat } ends on { $day }.
desk-nobody = Nobody speaks for it
desk-nobody-speaks = Nobody can comment or sign for { $seat } now. You are its focal point: give somebody the right to speak, yourself too if you like.
desk-granted = A mandate that a forum granted
desk-granted-told = The secretariat of { $forum } let { $name } speak for { $seat }, in this forum only. You can end it.
desk-granted-holder = The secretariat of { $forum } let { $name } speak for { $seat }, in this forum only. A focal point of the stakeholder can end it.
desk-newcomers = New people
desk-newcomers-count = { $people ->
    [one] One person waits
   *[other] { $people } people wait
}
desk-newcomers-wait = { $people } to be let in to { $forum }.
desk-wish = Asks to speak for an organisation
desk-wish-waits = { $name } asks to speak for { $seat }.
desk-referral = A text was referred
desk-referral-overdue = An answer is overdue
desk-referral-came = { $body } referred { $text } to you.
desk-referral-sent = { $body } has not answered about { $text }.
desk-offered = Changes are offered
desk-offered-changes =
    { $changes ->
        [one] 1 change
       *[other] { $changes } changes
    }
desk-offered-wait = { $forum } offers { $changes } to { $draft }.
