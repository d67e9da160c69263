# What stands on printed papers.
print-about = Version { $version }, published { $day }. { $stage }
print-running = { $reference }, version { $version }
print-signature = Signature
print-comments = Comments
print-proposed = Proposed wording
print-proof = About this paper
print-of = “{ $title }”, { $reference }, version { $version }, published on { $day } by { $forum }.
print-digest = SHA-256 of the text as it was published:
print-address = The version stands here unchanged:
print-code = QR code of the address of this version
print-lines = A line is one sentence, one heading or one row of a table. Its number stands in front of it and is the same on the page of the draft.
print-missing = { $count ->
    [one] No font here has the character { $characters }. It stands as its number in brackets.
   *[other] No font here has the characters { $characters }. Each stands as its number in brackets.
}
