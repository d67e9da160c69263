# What leaves as a file.

export-title = Export
export-lede = Take the whole draft with you: its words, who signed them, and everything that was said and answered.
export-md = Markdown
export-md-why = The text as it was written, with signatories, reservations and every answer. For editing elsewhere.
export-html = One page that prints
export-html-why = The text with its line numbers, signatories and record in a single HTML file. For ministers, and for paper.
export-json = JSON
export-json-why = Everything, by a documented schema. For programs.
export-csv = Response matrix
export-csv-why = Every comment and its answer as a table. For spreadsheets.
export-archive = Archive
export-archive-why = Texts, record, signed checkpoint and schema in a zip. Anyone can check it without this server.
export-check = Check an archive
export-check-why = The program verifies an archive offline: texts against their digests, sign-offs against the words they are on, and the record against the signed checkpoint.

export-of = version { $version }
export-signatories = Signatories
export-no-signatories = Nobody has taken a position yet.
export-seat = Seat
export-position = Position
export-by = By whom and when
export-signed = { $person }, { $day }, on version { $version }.
export-on-behalf = Recorded on behalf by { $person }, { $day }, on version { $version }:
export-reservations = Reservations and objections
export-answers = Every comment and its answer
export-on-lines = On { $lines } of version { $version }:
export-proposed = Proposed:
export-hidden = This comment was hidden by moderation.
export-record = The record

export-column-number = Number
export-column-from = From
export-column-class = Class
export-column-date = Date
export-column-kind = Kind
export-column-version = Version
export-column-lines = Lines
export-column-quote = Words
export-column-comment = Comment
export-column-proposal = Proposal
export-column-answer = Answer
export-column-reason = Reason
export-column-result = Result
export-column-receipt = Receipt

export-stage-drafting = In drafting.
export-stage-consultation = Open for comment.
export-stage-disposition = Comments are being answered.
export-stage-last-call = In last call.
export-stage-sign-off = In sign-off.
export-stage-silence = Under silence.
export-stage-adopted = Adopted.
export-stage-suspended = Suspended.
export-stage-withdrawn = Withdrawn.
export-stage-superseded = Superseded.
