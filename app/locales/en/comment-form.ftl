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
