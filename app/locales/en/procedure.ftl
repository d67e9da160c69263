# The steps of a draft through its life.
procedure-title = Steps of this draft
procedure-who = Only the secretariat of this forum, and those who hold one of its seats, take steps here.
procedure-next = What comes next
procedure-needs = What stands in the way:
procedure-over = Nothing comes next: the life of this draft is over.
procedure-nothing = There is no step for you to take now.
procedure-unanswered =
    { $count ->
        [one] Answer the one comment that has no answer yet
       *[other] Answer the { $count } comments that have no answer yet
    }
procedure-positions = The positions, one by one
procedure-in-zone = On the clocks of { $place }.
procedure-no-time = This is no day and time. Write it like 2027-03-14T18:00.
procedure-skipped-time = There is no such time in { $place }: the clocks go forward over it that night. Choose another hour.
procedure-no-such-draft = There is no other draft with this reference.
procedure-reason = Reason
procedure-reason-hint = It stands in the record.
procedure-opens = Opens
procedure-opens-hint = Leave it empty to open now. A later time announces the round.
procedure-closes = Closes
procedure-extend-to = New closing time
procedure-silence-until = Lasts until
procedure-supersede-by = Reference of the text that replaces it
procedure-supersede-by-hint = Such as DN-2027-003.

procedure-step =
    { $step ->
        [open-round] Open a consultation
        [extend] Extend the deadline
        [close] Close early
        [open-last-call] Open the last call
        [open-sign-off] Open sign-off
        [adopt] Adopt the text
        [open-silence] Open a silence
        [break-silence] Break the silence
        [take-back] Take the text back
        [suspend] Suspend the draft
        [resume] Resume the draft
        [supersede] Mark it as superseded
       *[withdraw] Withdraw the draft
    }
procedure-button = { procedure-step }
procedure-why =
    { $step ->
        [open-round] Anyone may comment on any line of the latest version, from the opening to the closing time.
        [extend] Everyone gets more time. The reason is shown beside the new deadline.
        [close] The round ends now instead of at its deadline. Those who were still writing will want to know why.
        [open-last-call] The last chance to object before sign-off. It opens on the latest version once every comment has an answer.
        [open-sign-off] The last call has ended without an objection. The seats are asked for their positions until the closing time.
        [adopt] The rule of the forum is met, and the latest version becomes the final text.
        [open-silence] The text is adopted at the end, unless a seat breaks the silence in writing. It lasts at least 72 hours.
        [break-silence] In writing, for the government you speak for. The text goes back to where comments are answered, and every silent consent is void.
        [take-back] The text goes back to where comments are answered, so that a new version can meet what is said.
        [suspend] The clock stands still until the draft is resumed. Nothing is lost.
        [resume] It goes on where it stopped; every deadline moves by as long as it was suspended.
        [supersede] Another text takes its place. This one stays as it is, with the way to the other.
       *[withdraw] Its life ends. The text and its record stay for everyone to read. This cannot be undone.
    }
procedure-done =
    { $step ->
        [open-round] The consultation is set.
        [extend] The deadline is extended.
        [close] It is closed.
        [open-last-call] The last call is open.
        [open-sign-off] Sign-off is open.
        [adopt] The text is adopted.
        [open-silence] The silence is open.
        [break-silence] The silence is broken.
        [take-back] The text is taken back.
        [suspend] The draft is suspended.
        [resume] The draft goes on.
        [supersede] It is marked as superseded.
        [withdraw] The draft is withdrawn.
       *[visibility] Who may see the draft is set.
    }

procedure-visibility-heading = Who may see the draft
procedure-visibility = Visible to
procedure-visible-public = Everyone
procedure-visible-members = Members of the forum
procedure-visible-embargoed = Members of the forum now, and everyone from a day and time that you set
procedure-embargo-until = Everyone from
procedure-no-visibility = Choose who may see the draft.
procedure-visibility-save = Set who may see it
procedure-stays-public = Anybody can see this draft, and it stays so: what was public stays public.
