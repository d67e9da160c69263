# A Word file comes back with comments and changes.

word-title = Comments from Word or a table
word-title-found = Your file, before it is posted
word-lede = Comment and track changes in Word or LibreOffice, then bring the file here. Each comment becomes a thread on its words, each change a suggestion. You look at all of them before anything is posted.
word-take = Take the text with its comments as a Word file
word-file = The file
word-file-hint = A text or a table in Word (.docx), a workbook (.xlsx) or CSV, of at most 8 MiB. It may have been made for an older version, or elsewhere.
word-read = Read the file
word-closed = This draft takes no comments now.
word-name = In whose name
word-name-why = You choose it below. What you post is by you, whoever wrote it in the file.
word-found = { $count ->
    [0] Nothing new was found.
    [one] One comment or change was found.
   *[other] { $count } comments and changes were found.
}
word-placed = { $count ->
    [one] One has its place.
   *[other] { $count } have their place.
}
word-unsure = { $count ->
    [one] One is uncertain.
   *[other] { $count } are uncertain.
}
word-lost = { $count ->
    [one] One thing could not be carried.
   *[other] { $count } things could not be carried.
}
word-nothing-yet = Nothing is posted until you say so.
word-here = { $count ->
    [one] One comment of the file is in the draft already, and is left as it is.
   *[other] { $count } comments of the file are in the draft already, and are left as they are.
}
word-made-for = The file was made for version { $version }; its comments were placed in version { $now }.
word-none = There is no comment and no tracked change in the file that is not in the draft already.
word-to-look-at = { $count ->
    [one] One to look at
   *[other] { $count } to look at
}
word-to-look-at-why = We are not sure of their place. Confirm it, give another, or untick.
word-with-place = { $count ->
    [one] One with its place
   *[other] { $count } with their place
}
word-with-place-why = In the order of the text.
word-comment = Comment
word-change = Tracked change
word-whole = The whole draft
word-answers = Reply in №{ "\u00A0" }{ $thread }
word-answers-item = Reply to number { $number } here
word-exact = Found on exactly these words.
word-found-again = Found again.
word-still-the-place = Is this still the place?
word-nowhere = These words are not in the newest version. Give the lines, or it is about the whole draft.
word-candidates = Also possible: { $places }.
word-by = In Word by
word-kind = Kind
word-elsewhere = Another place
word-from = From line
word-to = to
word-size = { $kib } KiB
word-not-carried = Not carried
word-note = Everyone who can see the draft can read them as soon as they are posted. You have 15 minutes to correct each; each gets a receipt.
word-post = Post what is ticked
word-again = Show it as it is set
word-cancel = Cancel
word-change-body = A change made in Word.
word-nothing-ticked = Nothing is ticked.
word-refused = Number { $number }: { $why } What stands before it was posted, and is not posted again.
word-named = Name in each whoever wrote it in the file
word-carried-from = Carried in from Word, by { $author }:
