# What a position on an earlier version is worth on this one.

carry-carried = Carried over: no word it rests on changed in substance.
carry-told = Carried over an editorial change. Its holder has been told, and has five days to withdraw it.
carry-asked-if-resolved = The objection stands. Its holder is asked whether the new words resolve it.
carry-stale = To be renewed: the words it was given for have changed, and it no longer counts until its holder says so.
carry-to-confirm = To be confirmed: the words it was given for have changed, and it no longer counts until its holder confirms the reservation.
carry-asked-again = Asked again: the words have changed since.
carry-void = Void: silent consent does not outlive a change.
