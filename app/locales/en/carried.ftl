# A Word file as the text of a version.

carried-look = The text of this file stands in the field above now. Look at it, and at what was not carried, before you go on.
carried-changes = { $count ->
    [one] One tracked change of the file is accepted in the text below.
   *[other] { $count } tracked changes of the file are accepted in the text below.
}
carried-remarks = { $count ->
    [one] The file has one comment. Once the draft is open for comment, bring the file on its page “Comments from Word”: the comment is placed on its words there.
   *[other] The file has { $count } comments. Once the draft is open for comment, bring the file on its page “Comments from Word”: they are placed on their words there.
}
carried-lost = Not carried
carried-ask = What becomes of the tracked changes?
carried-accept = All are accepted: the draft begins with the text below.
carried-versions = The text before them is published as version 1, and the text below waits as version 2.
carried-note = The text as it was before its tracked changes in Word.
