# Forums: their public face, and what the secretariat changes.
forum-all = Forums
forum-all-lede = The bodies that host drafts: who sits in them, what they work on, and when it closes.
forum-none = There is no forum yet.
forum-found = Found a forum
forum-groups = Working groups
forum-groups-count = { $count ->
    [one] One working group
   *[other] { $count } working groups
}
forum-kind-minilateral = A network of governments
forum-kind-multilateral = A multilateral body
forum-kind-working-group = A working group
forum-prefix = References
forum-zone = Deadlines in the time of
forum-rule = The rule of this forum
forum-new-draft = Begin a draft
forum-manage = Change this forum

## Its drafts

forum-drafts = Drafts
forum-no-drafts = This forum has no draft yet.
forum-older-drafts = { $drafts ->
    [one] One more draft, older than these.
   *[other] { $drafts } more drafts, older than these.
}
forum-unpublished = not published yet
forum-version = version { $version }
forum-on-day = on { $day }
forum-calendar = Calendar
forum-opens = Comments open on { $draft }.
forum-round-ends = Comments close on { $draft }.
forum-call-ends = The last call ends on { $draft }.
forum-sign-off-ends = Sign-off closes on { $draft }.
forum-silence-ends = The silence ends on { $draft }.

## Who sits in it

forum-charter = Charter
forum-late-allowed = Comments after a round has closed are taken, and marked late.
forum-late-refused = Comments are taken while a round is open, and not after.
forum-seats = Seats
forum-seats-count = { $seats ->
    [one] One seat
    [2] Two seats
    [3] Three seats
    [4] Four seats
    [5] Five seats
    [6] Six seats
    [7] Seven seats
    [8] Eight seats
    [9] Nine seats
    [10] Ten seats
   *[other] { $seats } seats
}
forum-no-seats = No stakeholder has a seat in this forum yet.
forum-nobody-speaks = Nobody speaks for this seat now.
forum-column-seat = Seat
forum-column-class = Class
forum-column-speaks = Who speaks for it
forum-people = Who runs it
forum-no-roles = Nobody has a role in this forum yet.

## Changing it

forum-manage-heading = Change { $forum }
forum-saved = This is done.
forum-charter-field = The charter
forum-charter-hint = Markdown. It is shown on the forum’s page. Say in it how the secretariat can be reached.
forum-late-field = Comments after a round has closed
forum-late-no = are not taken
forum-late-yes = are taken, and marked late
forum-charter-save = Save the charter
forum-rule-heading = Rule
forum-rule-parts = Seats that must be in favour
forum-rule-of = Of every so many seats
forum-rule-hint = 2 of every 3 means two thirds of the seats that are not recused.
forum-rule-least = Endorsements at least
forum-rule-most = Objections at most
forum-rule-save = Save the rule
forum-take-seat = Remove the seat
forum-take-seat-means = Its positions no longer count, and the share that is needed is reckoned without it. What it signed stays in the record.
forum-seat-for = A seat for
forum-give-seat = Give the seat
forum-seats-inherited = This working group has the seats of its forum until it gets seats of its own.
forum-no-organisation = No organisation is entered on this site yet, so there is none to give a seat to. An administrator enters them.
forum-founded = The forum is founded. Next come its seats and roles, here below. Whoever is its secretariat or an editor can begin a draft.
forum-begin-needs-role = Only the secretariat and the editors of this forum begin drafts.
forum-begin-give-role = Give the role
forum-roles = Roles
forum-role-email = E‑mail address of the person’s account
forum-role-which = Role
forum-give-role = Give the role
forum-take-role = Remove the role
forum-take-role-means = The person can no longer act in this role here. What they did stays in the record.

## How people come to speak in it

forum-joining = Who may comment
forum-joining-field = People comment here
forum-joining-open = once they have confirmed their e‑mail address
forum-joining-confirmed = once the secretariat has let them in
forum-joining-invited = when the secretariat has invited them
forum-joining-save = Save
forum-asking = People who wait to be let in
forum-asking-why = What they wrote is posted under their name when you let them in, and they may comment from then on. They see no more than others.
forum-let-in = Let in and post

## Inviting people

invite-link = Invite people
invite-heading = Invite people to { $forum }
invite-lede = Each gets a mail with a link that is theirs alone, works once, and can be used for thirty days.
invite-one = One person
invite-name = Name
invite-email = E‑mail address
invite-role = Role
invite-seat = Speaks for
invite-seat-hint = For delegates only.
invite-nobody = nobody
invite-send = Invite
invite-several = Several people
invite-list = A list
invite-list-hint = A person a line: name, address, stakeholder, role, rank. Only name and address are needed. It can be pasted from a spreadsheet. Roles are participant, delegate, observer, editor and secretariat; ranks are minister, lead and practitioner.
invite-file = Or a CSV file
invite-check = Check the list
invite-checked = The list as it was read
invite-line = Line { $line }
invite-fine = Can be invited
invite-mend = { $rows ->
    [one] One line has to be mended. Nobody is invited until then.
   *[other] { $rows } lines have to be mended. Nobody is invited until then.
}
invite-all = { $people ->
    [one] Invite one person
   *[other] Invite { $people } people
}
invite-none = Nobody was invited yet.
invite-sent = Invitations
invite-until = until
invite-is-sent = Sent
invite-is-accepted = Accepted
invite-is-expired = Expired
invite-is-revoked = Revoked
invite-again = Send again
invite-revoke = Revoke
invite-revoke-means = The link in the mail does nothing any more. You can invite the person again.
invitation-heading = You are invited to { $forum }
invitation-lede = Press the button to accept. The link works once.
invitation-role = Your role
invitation-seat = You speak for
invitation-address = For the address
invitation-accept = Accept
invitation-over = This invitation cannot be accepted
invitation-letter-subject = You are invited to { $forum }
invitation-letter =
    { $host } invites you to take part in { $forum } on Comity. Your role there: { $role }.

    Choose the link below within thirty days and press the button there. There is no password.

    If you do not want to, you can forget this letter: nothing is done with your address.
invitation-letter-button = See the invitation
forum-came-in = What has come in
forum-referring = Referrals
forum-refers = This forum refers
forum-refers-adopted = texts that it has adopted
forum-refers-published = any text that it has published
forum-answer-days = Days it needs to answer
forum-answer-days-hint = Nobody may ask for an answer sooner. 0 if any day will do.
