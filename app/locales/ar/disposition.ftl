# The official answers to a thread.

disposition-accepted = مقبول
disposition-accepted-in-part = مقبول جزئيًا
disposition-noted = أُخذ علمًا به
disposition-rejected = مرفوض
disposition-out-of-scope = خارج النطاق
disposition-duplicate-of = مكرّر
disposition-duplicate-of-thread = مكرّر للتعليق رقم { $thread }
disposition-deferred = مؤجّل
disposition-none = لم يُجب عنه بعد

disposition-satisfied = صاحب التعليق راضٍ عن الجواب.
disposition-not-satisfied = صاحب التعليق غير راضٍ عن الجواب.
disposition-lapsed = لم يقل صاحب التعليق خلال ١٤ يومًا هل يرضيه الجواب.
