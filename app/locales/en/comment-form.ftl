# The commenting form of ISO and IEC, and tables of comments that come back.

form-column-who = MB/NC
form-column-line = Line number
form-column-clause = Clause/Subclause
form-column-paragraph = Paragraph/Figure/Table
form-column-kind = Type of comment
form-column-comment = Comments
form-column-proposed = Proposed change
form-column-answer = Observations of the secretariat
form-kind-general = ge
form-kind-technical = te
form-kind-editorial = ed
form-sheet = Comments
form-about = Comments and observations of the secretariat on version { $version } of { $day }
form-paragraph = Paragraph { $number }
form-table = Table { $number }
form-note = Note { $number }

# What is wrong with the place of a row.
form-no-clause = Clause { $clause } does not exist. Give another, give the lines, or leave both empty for the whole draft.
form-no-clause-near = Clause { $clause } does not exist; did you mean { $near }?
form-no-line = There is no line { $line }; the text has { $count }.
form-line-elsewhere = Line { $line } is not in clause { $clause } but in { $other }. Which of the two is meant?
form-two-clauses = { $clause } may mean more than one clause. Is it this one, or { $other }?
form-day = The spreadsheet made a day of the number of the clause. Type it here as it was.

# The rows before they are posted.
form-row = Row { $number }
form-placed = Placed by its clause and line.
form-whole = About the whole draft.
form-changed = The comment of this row is in the draft with other words. Tick it to post these as a reply.
form-refused = Number { $number }: { $why } Nothing was posted.
form-by = In the table by
form-clause = Clause
form-proposed-change = Proposed change:
form-change-body = A change proposed in a table.
form-elsewhere = This form was made for { $draft }, not for { $here }. Nothing is ticked: look at each row before you tick it.
form-formulas = { $count ->
    [one] One cell has a formula. The value that it showed last was read.
   *[other] { $count } cells have formulas. The values that they showed last were read.
}
form-lede = Or fill in a table: the commenting form of ISO and IEC, or any table with a column for the clause or line and one for the comment, in Word, Excel or CSV.
form-take-word = Take the form as a Word file
form-take-sheet = Take it as a workbook
