# Why something was not done, and what would make it possible.

## What a person typed

refusal-comment-empty = Write something first: the comment is empty.
refusal-comment-too-long = The comment has { $length } bytes; { $limit } is the most. Shorten it, or make two comments of it.
refusal-reason-empty = Give a reason.
refusal-reason-too-long = The reason has { $length } characters; { $limit } is the most.
refusal-reservation-empty = Write the text of the reservation.
refusal-reservation-too-long = The reservation has { $length } characters; { $limit } is the most.
refusal-lift-terms-empty = Say what would lift the objection.
refusal-lift-terms-too-long = What would lift the objection has { $length } characters; { $limit } is the most.
refusal-note-empty = Say in a note what is new in this version.
refusal-note-too-long = The note has { $length } characters; { $limit } is the most.
refusal-evidence-empty = Name the letter or message by which the stakeholder took this position.
refusal-evidence-too-long = The evidence has { $length } characters; { $limit } is the most.
refusal-charter-empty = Write the charter.
refusal-charter-too-long = The charter has { $length } characters; { $limit } is the most.
refusal-title-empty = Give a title.
refusal-title-too-long = The title has { $length } characters; { $limit } is the most.
refusal-name-empty = Give a name.
refusal-name-too-long = The name has { $length } characters; { $limit } is the most.
refusal-wording-too-long = The proposed wording has { $length } bytes; { $limit } is the most.

refusal-email = Give an e‑mail address, such as name@example.org.
refusal-no-account = No account has this e‑mail address. An administrator can register the person.
refusal-email-taken = There is an account with this e‑mail address already.
refusal-slug-taken = This short name is taken. Choose another.
refusal-ends-before-start = The end must come after the beginning.
refusal-too-often = This was tried too often from your network. Please try again at { $until }.
refusal-day-posts = One person can post { $posts } times a day, and you have. What you typed is still here: send it again from { $until } on.
refusal-day-bytes = One person can write { $size } KiB a day, and this is more than is left of it. What you typed is still here: shorten it, or send it again from { $until } on.

## Texts and lines

refusal-text-empty = There is no text here. Paste or upload one.
refusal-text-not-utf8 = This is not UTF-8 text: byte { $offset } does not belong to a letter. Save the file as UTF-8 and try again.
refusal-text-too-large = The text has { $bytes } bytes; { $limit } is the most.
refusal-text-too-many-lines = { $lines ->
    [one] The text has 1 line; { $limit } is the most.
   *[other] The text has { $lines } lines; { $limit } is the most.
}
refusal-text-too-deep = Lists, quotations and emphasis may stand { $limit } deep in one another; line { $line } of the source goes deeper.
refusal-text-too-wide = A table may have { $limit } columns; the one on line { $line } of the source has more.
refusal-record-rewritten = Nothing can be saved here at the moment: the record of this site is not the one that was signed. Whoever runs the site has to look into it first.
refusal-key-changed-meanwhile = The key was changed by somebody else meanwhile. Look at it again with comity key show.
refusal-same-text = The text is the same as the latest version, byte for byte. There is nothing to publish.
refusal-text-overtaken = Somebody else saved or published this text while you worked on it. Your words are kept here: compare them with the newer text before you save again.
refusal-embargo-over = An embargo ends in the future. Choose a later instant, or open the draft to everyone now.
refusal-not-newest = A newer version has been published. Look at what changed, and use the newest one.
refusal-bad-line-range = “{ $written }” names no lines. Write one line as L12, or a run of lines as L12-L18.
refusal-bad-line = “{ $written }” is no line of this text. Write the number of the line, such as 12.
refusal-lines-backwards = The last line, { $last }, comes before the first, { $first }.
refusal-no-such-line =
    { $count ->
        [one] There is no line { $line }: this version has 1 line.
       *[other] There is no line { $line }: this version has { $count } lines.
    }
refusal-text-is-all = This text is all there is of the draft before its first version. Withdraw the draft instead.
refusal-quote-not-there = These words are not in { $count ->
    [one] line { $first }
   *[other] lines { $first } to { $last }
}. Copy them as they stand there, from one paragraph.
refusal-quote-several = These words are in { $count ->
    [one] line { $first }
   *[other] lines { $first } to { $last }
} more than once. Say below which you mean.
refusal-wording-beyond-quote = This wording also changes words beside those you chose. Choose all the words that change, or leave that field empty.
refusal-wording-of-other-lines = This wording was typed for other lines. Choose those lines again, or write these ones otherwise.
refusal-suggestion-without-lines = Proposed wording needs the lines it would replace.
refusal-wrong-cells =
    { $cells ->
        [one] This line is a row of a table with 1 cell. Propose a row with as many.
       *[other] This line is a row of a table with { $cells } cells. Propose a row with as many.
    }
refusal-not-editorial = This change is not editorial: it touches “{ $word }”. Only articles, “that” for “which” and the like, and another number or tense of the same word are wording; everything else is substance.
refusal-editorial-clause = Only a clause that is in both versions can have an editorial change.
refusal-bad-digest = A digest has 64 hexadecimal digits.
refusal-wrong-clause-ids = The clauses of this version do not match its text.

## Rounds and stages

refusal-nothing-published = No version is published yet.
refusal-nothing-changed = No principle or paragraph has changed in substance since version { $version }, so there is nothing new to consult on.
refusal-unanswered =
    { $threads ->
        [one] 1 comment has no answer yet.
       *[other] { $threads } comments have no answer yet.
    }
refusal-accepted-unchanged =
    { $threads ->
        [one] 1 comment was accepted, but its words are the same as before.
       *[other] { $threads } comments were accepted, but their words are the same as before.
    }
refusal-still-open = It is open until { $closes }. To end it earlier, give a reason.
refusal-not-open-yet = Comments open on { $opens }.
refusal-closed = It closed on { $closed }.
refusal-closes-too-soon = The closing time must come after the opening time, and lie in the future.
refusal-not-later = The new closing time must be later than { $closes }.
refusal-silence-too-short = { $hours ->
    [one] A silence lasts at least 1 hour, so that every capital can be asked.
   *[other] A silence lasts at least { $hours } hours, so that every capital can be asked.
}
refusal-still-silent = The silence lasts until { $until }. The text is adopted then if nobody breaks it.

refusal-not-drafting-or-disposition = { refusal-it-is } This is possible while the text is being drafted, or after a round has closed.
refusal-not-consultation = { refusal-it-is } This is possible while a consultation is open.
refusal-not-disposition = { refusal-it-is } This is possible after a round has closed, while its comments are being answered.
refusal-not-last-call = { refusal-it-is } This is possible in a last call.
refusal-not-sign-off = { refusal-it-is } This is possible while the text is in sign-off.
refusal-not-sign-off-or-silence = { refusal-it-is } A text is adopted from sign-off, or when a silence ends unbroken.
refusal-not-silence = { refusal-it-is } There is no silence to break.
refusal-not-timed = { refusal-it-is } There is no deadline to extend.
refusal-not-round-or-last-call = { refusal-it-is } There is no round or last call to close.
refusal-not-open-for-comment = { refusal-it-is } It takes no new comments now.
refusal-not-open-for-answers = { refusal-it-is } Comments are answered from the opening of a round to the end of the last call.
refusal-not-open-for-positions = { refusal-it-is } Positions are taken from the first consultation to the end of sign-off.
refusal-not-running = { refusal-it-is } Nothing more is done on it now.
refusal-over = { refusal-it-is } Its life is over, and the record stays as it is.
refusal-not-suspended = { refusal-it-is } It is not suspended.
refusal-not-adopted = { refusal-it-is } Only an adopted text can be superseded.

refusal-it-is =
    { $stage ->
        [drafting] The text is still being drafted.
        [consultation] The text is in consultation.
        [disposition] The round has closed, and its comments are being answered.
        [last-call] The text is in its last call.
        [sign-off] The text is in sign-off.
        [silence] The text is under silence.
        [adopted] The text is adopted.
        [suspended] The draft is suspended.
        [withdrawn] The draft was withdrawn.
        [superseded] The text is superseded.
       *[other] The draft is at another stage.
    }

## Sign-off

refusal-no-seats = No seat can take a position: the forum has none, or all are recused.
refusal-objections-stand =
    { $objections ->
        [one] One objection stands. Only its holder can lift it.
       *[other] { $objections } objections stand. Only their holders can lift them.
    }
refusal-endorsements-missing =
    { $missing ->
        [one] At least one more seat must endorse the text.
       *[other] At least { $missing } more seats must endorse the text.
    }
refusal-positions-missing =
    { $missing ->
        [one] One more position is needed.
       *[other] { $missing } more positions are needed.
    }
refusal-no-seat = This stakeholder has no seat in this forum.
refusal-no-mandate = You have no mandate to speak for this stakeholder now.
refusal-seat-given = This stakeholder has a seat here already.
refusal-role-given = This person has this role here already.
refusal-share = The share of seats must be between one seat and all of them, such as 2 of 3.
refusal-mandate-ended = This mandate has ended already.
refusal-mandate-elsewhere = Your mandate to speak for this stakeholder does not count here: another forum granted it, for itself only, or you run this forum yourself.
refusal-mandate-of-own = A secretariat cannot let itself speak for a stakeholder. Whoever runs a forum speaks in it by a mandate of the stakeholder’s own focal point.
refusal-position-of-holder = The stakeholder said this itself. Only somebody to whom its own focal point gave a mandate can say otherwise.
refusal-focal-point-self = You cannot name yourself as the focal point of a stakeholder.
refusal-focal-point-named = This person is its focal point already.
refusal-role-not-given = This role is not given in a forum: delegates and focal points are named by their stakeholders.
refusal-name-taken = There is a stakeholder whose name reads like this one.
refusal-objection-clause = The objection names a clause that this version does not have.
refusal-no-position = Choose a position.
refusal-objection-without-reason = An objection needs its reason.
refusal-objection-without-clauses = An objection needs the clauses it is about.
refusal-objection-without-terms = An objection needs to say what would lift it.
refusal-reservation-without-text = A reservation needs its text. It is published with the final principles.
refusal-recusal-without-reason = A recusal needs its reason.

## Threads

refusal-no-disposition = Choose an answer: accepted, accepted in part, noted, rejected, out of scope, duplicate or deferred.
refusal-duplicate-of-nothing = Give the number of the thread that asks for the same.
refusal-duplicate-of-itself = A thread cannot be a duplicate of itself. Give the number of the other one.
refusal-already-answered = This thread has an answer already. Reopen it first to answer it again.
refusal-not-answered = This thread has no answer yet.
refusal-already-acknowledged = The person who raised this thread has acknowledged its answer already.
refusal-comment-gone = This comment was withdrawn or hidden meanwhile, so it cannot be changed any more.
refusal-erase-unhidden = Hide this comment first; only the words of a hidden comment can be erased.
refusal-erased-already = The words of this comment were erased already.
refusal-thread-withdrawn = This thread was withdrawn by the person who raised it.
refusal-edit-window-over = The comment could be changed until { $until }. Add a correction as a new comment.

## Who may

refusal-not-found = There is nothing here, or nothing that you may see.
refusal-rights-changed = What you may do here has changed a moment ago, so this was not done. Look at the page again.
refusal-sign-in = Sign in first.
refusal-link-used = This link was used already, or is too old. Ask for a new one.
refusal-too-many-links = Several links were sent to this address a short while ago. Use the latest of them, or try again later.
refusal-may-see = This is not for you to see.
refusal-may-create-draft = Only the secretariat and the editors of this forum may make a draft.
refusal-may-see-working-text = Only the secretariat and the editors of this forum may see the text of the next version before it is published.
refusal-may-edit-working-text = Only the secretariat and the editors of this forum may edit the text of the next version.
refusal-may-publish-version = Only the secretariat and the editors of this forum may publish a version.
refusal-may-open-round = Only the secretariat of this forum may open a consultation.
refusal-may-extend-deadline = Only the secretariat of this forum may extend a deadline.
refusal-may-close-round = Only the secretariat of this forum may close a round.
refusal-may-comment = Observers read here. Delegates, focal points, editors and the secretariat of this forum may comment.
refusal-may-suggest = Observers read here. Delegates, focal points, editors and the secretariat of this forum may propose wording.
refusal-may-reply = Observers read here. Delegates, focal points, editors and the secretariat of this forum may reply.
refusal-may-edit-comment = Only the person who wrote a comment may change it.
refusal-may-withdraw = Only the person who raised a thread or wrote a comment may withdraw it.
refusal-may-moderate = Only the secretariat of this forum and the administrators may hide a comment.
refusal-may-erase = Only the secretariat of this forum and the administrators may erase the words of a hidden comment.
refusal-may-answer = Only the secretariat and the editors of this forum may answer a thread.
refusal-may-reopen = Only the secretariat of this forum may reopen a thread.
refusal-may-acknowledge = Only the person who raised a thread may say whether the answer satisfies.
refusal-may-repair-placement = Only the secretariat and the editors of this forum, and the person who raised the thread, may say where it belongs.
refusal-may-sign-off = Only a delegate with a mandate for a stakeholder that has a seat in this forum may take a position.
refusal-may-sign-off-on-behalf = Only the secretariat of this forum may record a position on behalf of a stakeholder.
refusal-may-lift-objection = Only a delegate of the stakeholder that objects may lift the objection.
refusal-may-open-last-call = Only the secretariat of this forum may open a last call.
refusal-may-open-sign-off = Only the secretariat of this forum may open sign-off.
refusal-may-take-back = Only the secretariat of this forum may take a text back from sign-off.
refusal-may-open-silence = Only the secretariat of this forum may open a silence.
refusal-may-break-silence = Only a delegate with a mandate for a stakeholder that has a seat in this forum may break a silence.
refusal-may-adopt = Only the secretariat of this forum may declare a text adopted.
refusal-may-suspend = Only the secretariat of this forum may suspend a draft.
refusal-may-resume = Only the secretariat of this forum may resume a draft.
refusal-may-withdraw-draft = Only the secretariat of this forum may withdraw a draft.
refusal-may-supersede = Only the secretariat of this forum may mark a text as superseded.
refusal-may-change-visibility = Only the secretariat of this forum may change who can see a draft.
refusal-may-manage-forum = Only the secretariat of this forum and the administrators may change the forum.
refusal-may-grant-mandate = Only the focal point of the stakeholder itself may grant a mandate for everywhere, and the secretariat of a forum in which it has a seat one for this forum only.
refusal-may-grant-mandate-here = Only the secretariat of this forum may grant a mandate for this forum.
refusal-may-end-mandate = A mandate is ended by its holder and by the focal point of the stakeholder; one that a forum granted also by the secretariats of the forums in which the stakeholder has a seat.
refusal-may-name-focal-point = Only a focal point of the stakeholder may name another one; the first is named by an administrator.
refusal-may-dismiss-focal-point = Only a focal point of the stakeholder itself, and an administrator, may end this.
refusal-may-create-forum = Only an administrator may create a forum.
refusal-may-enter-stakeholder = Only an administrator may enter a stakeholder.
refusal-may-register-account = Only an administrator may register a person.
refusal-may-choose-sign-in = Only an administrator may say how people must sign in.
refusal-kept-full = There is no room to keep what you typed until you have signed in. Go back in your browser, copy your words, sign in, and send them again.

# Characters that change how a text reads without being seen.
refusal-unseen-control = Line { $line }, character { $offset }: { $code } is a control character that nobody sees. Take it out.
refusal-unseen-invisible = Line { $line }, character { $offset }: { $code } is a sign without ink; two texts that look the same would differ. Take it out.
refusal-unseen-look-alike = Line { $line }, character { $offset }: “{ $word }” mixes letters of two alphabets that look alike, such as { $code }. Type the word again in one alphabet.
refusal-unseen-override = Line { $line }, character { $offset }: { $code } makes the words after it read in another order than they are stored. Take it out; right-to-left words need no mark.
refusal-unseen-private-use = Line { $line }, character { $offset }: { $code } is a private character that looks different on every computer. Use a public one.
refusal-unseen-reorders = Line { $line }, character { $offset }: { $code } puts figures in another order than they are stored. Take it out.
refusal-unseen-tag = Line { $line }, character { $offset }: { $code } is a tag that nobody sees. Take it out.
refusal-unseen-unbalanced = Line { $line }, character { $offset }: { $code } begins or ends a change of direction alone. Take it out, or give it its pair.
refusal-may-join = Nobody can register by writing here.
refusal-not-confirmed = The secretariat of this forum lets people in before they speak, and has not yet let you in. You can write: your words are kept, and posted when it has.
refusal-not-invited = Those speak in this forum whom its secretariat has invited. If you were, sign in with the address that was invited.
refusal-link-old = You have an account, and this link is too old to sign you in. Have another one sent; your words are kept.
refusal-kept-older = Version { $version } was published meanwhile. Look whether your words still fit.
refusal-wishes-wait = You asked for five already, and they are not decided yet.
refusal-wish-held = You may speak for it here already.
refusal-wish-waits = You asked for this already, and it is not decided yet.
refusal-wish-focal-point = This organisation has a focal point of its own, who decides it.
refusal-invited = This address is invited already. Send the invitation again, or revoke it first.
refusal-invited-twice = This address is in the list twice.
refusal-invited-broken = Some letters of this line cannot be read. Save the file as “CSV UTF-8” and choose it again.
refusal-invite-role = This is no role that one can be invited to.
refusal-invite-tier = This is no tier.
refusal-invite-whom = A delegate speaks for somebody: say for which seat.
refusal-invite-not-delegate = Only a delegate speaks for a stakeholder.
refusal-roster = Some lines cannot be invited; they say why. Nobody was invited.
refusal-roster-empty = The list names nobody.
refusal-invitation-unknown = There is no such invitation: the link is not whole, or the invitation was sent again with another one.
refusal-invitation-used = This invitation was accepted already. It works once.
refusal-invitation-old = This invitation is more than thirty days old. Ask whoever invited you for another one.
refusal-invitation-revoked = This invitation was revoked. Ask whoever invited you.
refusal-invitation-address = This invitation is for another address than the one you are signed in with. Sign out, or sign in with that address.
refusal-stays-public = What was public stays public: this draft has been seen by anybody.
refusal-identity-taken = This is connected with another account already. Sign in with it, and disconnect it there first.
refusal-nothing-to-connect = There is nothing to connect any more. Begin again at the provider.
refusal-requirement-role = Choose a role that somebody can be given.
refusal-requirement-own = To ask a provider of administrators, sign in with it yourself first: otherwise you would lock yourself out.
refusal-erase-last-admin = You are the only administrator of this site. Let somebody else be one first.
refusal-erase-by-program = Only you can erase who you are, and no program for you.
refusal-may-manage-peers = Only an administrator may say which other sites are known here.
refusal-peer-address = This is no address of a site. It begins with https:// and has nothing but a host after that.
refusal-peer-ours = This is the address of this site.
refusal-peer-twice = A site with this address or this key is known already.
refusal-peer-slug = This is no name of a forum in addresses: small letters, digits and hyphens.
refusal-peer-fingerprint = A fingerprint has 64 digits and letters from a to f.
refusal-bundle-too-large = The file is larger than 64 MiB. Nothing was written.
refusal-bundle-no-archive = This is no bundle of Comity: { $why }. Nothing was written.
refusal-bundle-does-not-hold =
    { $count ->
        [one] One thing in it does not hold: { $first }. Nothing was written.
       *[other] { $count } things in it do not hold, the first of them: { $first }. Nothing was written.
    }
refusal-bundle-no-text = This is an archive, but it speaks of no referral. Nothing was written.
refusal-bundle-future = It says that it was made at { $made }, which is still to come. Nothing was written.
refusal-bundle-sender = It says that it comes from { $address }, but the key is that of { $peer }. Nothing was written.
refusal-bundle-addressee = It is not for this site, but for { $to }. Nothing was written.
refusal-bundle-key = It is signed by a key that is not known here: { $key }. An administrator can enter the site it belongs to. Nothing was written.
refusal-bundle-peer = It comes from { $peer }, which is not confirmed here. Nothing was written.
refusal-bundle-no-forum = It is for { $forum }, and there is no such forum here. Nothing was written.
refusal-bundle-no-referral = It speaks of the referral { $referral }, which was not sent there from here. Nothing was written.
refusal-bundle-withdrawn = The referral was taken back by its sender meanwhile, so nothing can be said to it. Nothing was written.
refusal-bundle-contradicts = It says something else than what came before of the same referral. Nothing was written.
refusal-bundle-nothing = Nothing was said here of this referral yet, so there is nothing to send.
