# What stands in files beside the words of a draft.

documents-version = { $reference }, version { $version }
documents-contents = Contents
documents-proposed = Proposed wording:
documents-on-whole = On the whole text
documents-on-gone = On words that are no longer there: “{ $quote }”
documents-on-note = On the note: “{ $quote }”
documents-line = Line { $first }
documents-lines = Lines { $first } to { $last }
documents-compilation = { $count ->
    [one] One comment on version { $version } of { $day }, in the order of the text
   *[other] { $count } comments on version { $version } of { $day }, in the order of the text
}
documents-without-place = The whole text, and words that are no longer there
documents-no-answer = No answer yet
documents-column-number = №
documents-column-words = Words of the text
documents-column-who = Who
documents-column-kind = Kind
documents-column-comment = Comment
documents-column-proposed = Proposed words
documents-column-answer = Answer and reason

# Why a file is not read.
documents-not-word = This is no Word file. Choose one that ends in .docx.
documents-encrypted = This file is protected by a password, or was saved by an old Word (.doc). Save it without a password as .docx.
documents-damaged = This file is cut off or damaged. Open it in Word or LibreOffice, save it again, and choose that.
documents-too-large = This file is far larger unpacked than a text can be. Nothing of it was read.
documents-entities = This file asks to fetch or repeat other content (entities), which a Word file never does. Nothing of it was read.
documents-too-many = This file has more than { $most } comments and changes. Accept the changes that need no discussion, and choose it again.
documents-empty = There are no words in this file. If it is a scan, it has to be typed or recognised first.
documents-not-table = This is neither a Word file (.docx) nor a workbook (.xlsx) nor a table with separated values (.csv).
documents-no-heads = No row of this file names its columns. Name at least the comment, and the clause or the line.
documents-too-many-rows = This table has more than { $most } rows. Cut it into several files.

# What a file has that is not carried.
documents-lost-picture = A picture beside “{ $beside }”. Comments carry words only. Put the picture on a page of your own and link to it.
documents-lost-formula = A formula beside “{ $beside }”. Write it in words, or as text.
documents-lost-text-box = A text box beside “{ $beside }”. Move its words into the text or into a comment.
documents-lost-sign = A sign of a special font beside “{ $beside }”, which other fonts do not have.
documents-lost-embedded = Something of another program beside “{ $beside }”.
documents-lost-macros = Macros. They were neither run nor kept.
