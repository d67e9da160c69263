# The text of the next version, until it is published.
working-text-new-title = A new draft
working-text-new-lede = Paste the text or upload a file. Nothing is published yet: you can change every word before the first version.
working-text-title = Title
working-text-title-hint = As it will be cited.
working-text-language = Language of the text
working-text-language-en = English
working-text-language-ar = العربية
working-text-language-zh = 中文
working-text-language-fr = Français
working-text-language-ru = Русский
working-text-language-es = Español
working-text-no-language = Choose one of the languages of the list.
working-text-begin = Begin this draft
working-text-preview = Preview
working-text-preview-heading = As it will be read

working-text-source = The text
working-text-source-hint = Markdown or plain text. A blank line begins a new paragraph; how lines are wrapped does not matter.
working-text-file = Or a file in its place
working-text-file-hint = A Word file (.docx), or a .md or .txt file in UTF-8, up to 2 MiB of text.
working-text-file-refused = { $file } was not read. { $why }
working-text-file-kind = Comity reads .docx, .md and .txt files. Save the text as one of them, or paste it.
working-text-file-office = Comity does not read this kind of office file. Open it in LibreOffice or Word, save it as .docx, and choose that.
working-text-size =
    { $clauses ->
        [one] One clause
       *[other] { $clauses } clauses
    }, { $lines ->
        [one] one line.
       *[other] { $lines } lines.
    }
working-text-line = Line

working-text-heading = The text of version { $version }
working-text-last = Saved by { $who }, { $when }.
working-text-from =
    { $version ->
        [0] Nobody has begun it yet.
       *[other] Nobody has begun it yet. It starts from version { $version }.
    }
working-text-saved = The text is saved. Nobody but officials sees it before it is published.
working-text-applied = The words proposed in comment { $thread } are in the text, and their author is credited when it is published.
working-text-save = Save and look at it
working-text-fixed = The text cannot be changed now.
working-text-heading-none = No version { $version }
working-text-over = { $stage ->
    [withdrawn] The draft was withdrawn, so there is no next version.
    [superseded] The text was replaced by another one, so there is no next version.
   *[adopted] The text is adopted and its words are final, so there is no next version.
}
working-text-over-read = Read the text
working-text-not-saved = The text in the field is not the one that was saved, so nothing was published. Save it, look at what it does, and publish it then.
working-text-proof = As it will be read
working-text-cut = Choose the number of a line to join it to the line before or to split it; save the text first.
working-text-cuts = { $count ->
    [0] No line was joined or split by hand.
    [one] One line was joined or split by hand.
   *[other] { $count } lines were joined or split by hand.
}
working-text-join = Join to the line before
working-text-split = Split the line before a word:
working-text-split-before = Split before “{ $words }”
working-text-uncut = This line can be neither joined nor split.
working-text-overtaken-saved = { $who } saved this text while you worked on it. That text is shown under “As it will be read”; yours is in the field.
working-text-overtaken-published = Version { $version } was published while you worked on it. That text is shown under “As it will be read”; yours is in the field.
working-text-overtaken-mine = If you save now, your text takes the place of the other one.
working-text-overtaken-theirs = Go on from the other text instead

working-text-offers =
    { $all ->
        [one] One suggestion is at hand
       *[other] { $all } suggestions are at hand
    }, { $count ->
        [0] and each is in the text, or no longer fits it.
        [one] one is not in the text yet.
       *[other] { $count } are not in the text yet.
    }
working-text-loose =
    { $count ->
        [one] One suggestion for words that are gone
       *[other] { $count } suggestions for words that are gone
    }
working-text-apply = Apply
working-text-apply-of = Apply the words proposed in comment { $number }
working-text-apply-chosen = Apply what is ticked
working-text-apply-chosen-hint = Together, where they stand. Of two that ask for other words in the same place only the first is applied.
working-text-choose = with the others
working-text-choose-of = Apply the words proposed in comment { $number } with the others
working-text-none-chosen = Tick at least one suggestion to apply.
working-text-against = { $thread } asks for other words in the same place: only one of the two can be applied.
working-text-beside = { $thread } asks for other words in the same sentence. They can stand together: read them so, and decide.
working-text-both = With both
working-text-apply-both = Apply both
working-text-apply-both-of = Apply the words proposed in comments { $first } and { $second } together
working-text-together =
    { $count ->
        [one] The words of one suggestion are in the text, and its author is credited when it is published.
       *[other] The words of { $count } suggestions are in the text, and their authors are credited when it is published.
    } { $left ->
        [0] { "" }
        [one] One was left out; below it stands why.
       *[other] { $left } were left out; below each stands why.
    }
working-text-taken = Applied; its author is credited when this is published.
working-text-thread = Comment { $number }
working-text-number = №{ "\u00A0" }{ $number }

working-text-changes = What will change
working-text-unchanged =
    { $count ->
        [one] One comment was accepted, but its clause is the same as before. It stands in the way of a last call:
       *[other] { $count } comments were accepted, but their clauses are the same as before. They stand in the way of a last call:
    }
working-text-stale =
    { $count ->
        [one] One position would not count on this version until it is taken again:
       *[other] { $count } positions would not count on this version until they are taken again:
    }
working-text-threads = What becomes of the comments
working-text-no-threads = No comment stands on a line yet.
working-text-fates =
    { $placed ->
        [one] One comment keeps its place
       *[other] { $placed } comments keep their place
    }, { $uncertain ->
        [0] none is uncertain
        [one] one is uncertain
       *[other] { $uncertain } are uncertain
    }, and { $detached ->
        [0] none loses its words.
        [one] one loses its words.
       *[other] { $detached } lose their words.
    }
working-text-more-threads =
    { $count ->
        [one] And one more, in the list of all comments
       *[other] And { $count } more, in the list of all comments
    }
working-text-placed =
    { $count ->
        [one] The one that keeps its place
       *[other] The { $count } that keep their place
    }
working-text-column-thread = Comment
working-text-column-quote = Words
working-text-column-fate = What becomes of it
working-text-column-place = Where
working-text-standing-placed = Keeps its place
working-text-standing-uncertain = Uncertain
working-text-standing-detached = Its words are gone

working-text-publish-heading = Publish version { $version }
working-text-publish = Publish version { $version }
working-text-publish-why = A published version is never changed or removed. Comments are placed in it as shown here.
working-text-note = Note
working-text-note-hint = What is new in this version, in a sentence or two. Everyone reads it.
working-text-editorial =
    { $count ->
        [1] Declare a change editorial (1 clause is reworded)
       *[other] Declare changes editorial ({ $count } clauses are reworded)
    }
working-text-editorial-why = An editorial change alters nothing but articles and the like, or the number or tense of a word where the program knows both forms (principle, principles). Of what it does not know it says no. Sign-offs are carried over such a change, and their holders are told.
working-text-editorial-legend = Clauses that change in wording only
working-text-nothing-yet = Nothing is saved yet. Save the text first; then you see here what publishing it will do.
working-text-discard = Discard this text
working-text-discard-sure = Discard this text? What was saved of it is gone, for everyone who works on it, and cannot be brought back. The next version then begins from version { $version } again; no comment is lost.
working-text-discard-button = Discard the text
working-text-discarded = The text was discarded.
working-text-same = The text is the same as version { $version }. There is nothing to publish.
