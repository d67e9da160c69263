# Where a suggestion stands in a later version.

suggestion-applicable = Can be applied to { $lines }.
suggestion-applied = Applied: its words are in { $lines }.
suggestion-applied-in-part = Applied in part: { $percent } percent of the words it adds are in { $lines }.
suggestion-conflict = The words in { $lines } changed otherwise since this was suggested.
suggestion-obsolete = The words it would replace are gone.
suggestion-overlaps = Another suggestion already changes { $lines }.
