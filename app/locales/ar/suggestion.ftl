# Where a suggestion stands in a later version.

suggestion-applicable = يمكن تطبيقه على { $lines }.
suggestion-applied = طُبّق: كلماته في { $lines }.
suggestion-applied-in-part = طُبّق جزئيًا: { $percent } في المئة من الكلمات التي يضيفها في { $lines }.
suggestion-conflict = تغيّرت { $lines } تغيّرًا آخر منذ هذا الاقتراح.
suggestion-obsolete = لم تعد في النص الكلمات التي كان سيحلّ محلّها.
suggestion-overlaps = اقتراح آخر يغيّر { $lines } من قبل.
