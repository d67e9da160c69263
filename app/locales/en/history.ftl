# The record of a draft.

history-title = The record
history-lede = Everything that happened to this draft, newest first. Nothing in it can be changed afterwards: each event carries the hash of the one before.
history-thread = thread № { $thread }
history-comment = comment { $comment } of thread № { $thread }
history-version = version { $version }
history-older = Earlier events
history-check = How to check it
history-signed = The record of this site has { $total } events; a checkpoint over the first { $size } was signed on { $when }.
history-unsigned = The record of this site has { $total } events; no checkpoint has been signed yet.
history-verify = The { $archive } can be checked by anyone, without this server.
history-archive = archive of this draft
