# The record of a draft.

history-title = The record
history-lede = Everything that happened to this draft, newest first. Nothing in it can be changed afterwards: each event carries the hash of the one before.
history-number = №{ "\u00A0" }{ $number }
history-thread = comment №{ "\u00A0" }{ $thread }
history-comment = comment №{ "\u00A0" }{ $thread }, reply { $comment }
history-version = version { $version }
history-line = On line { $line }
history-lines = On lines { $first } to { $last }
history-older = Earlier events
history-check = How to check it
history-events = { $count ->
    [one] 1 event
   *[other] { $count } events
}
history-signed = The newest checkpoint is over the first { $events } of the record of this site, and was signed on { $when }.
history-unsigned = No checkpoint of the record of this site has been signed yet.
history-verify = The { $archive } can be checked by anyone, without this server.
history-archive = archive of this draft

record-page-lede = Every version, comment, answer and sign-off on this site is one event in one chain. Nothing in it can be changed without breaking what comes after.
record-page-checkpoint = The newest checkpoint
record-page-unsigned = Nothing has been signed yet. The first checkpoint is made within a minute of the first event.
record-page-key = The key
record-page-key-why = Checkpoints, receipts and archives of this site are signed with one key. Write down its fingerprint, and compare it when you check an archive:
record-page-key-file = The { $key } as a file
record-page-key-name = key
record-page-check = Take the archive of any draft from its Export page and run { $command } on it. It checks the texts, the sign-offs and the events against this checkpoint, without asking this server.
