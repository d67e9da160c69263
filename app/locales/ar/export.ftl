# What leaves as a file.

export-title = التصدير
export-lede = خذ المسودة كلها معك: كلماتها، ومن وقّعها، وكل ما قيل وأُجيب عنه.
export-md = Markdown
export-md-why = النص كما كُتب، مع الموقّعين والتحفّظات وكل جواب. للتحرير في موضع آخر.
export-html = صفحة واحدة للطباعة
export-html-why = النص بأرقام أسطره والموقّعون والسجل في ملف HTML واحد. للوزراء، وللورق.
export-json = JSON
export-json-why = كل شيء، بمخطط موثّق. للبرامج.
export-csv = جدول الردود
export-csv-why = كل تعليق وجوابه في جدول. لبرامج الجداول.
export-archive = أرشيف
export-archive-why = النصوص والسجل ونقطة التحقق الموقّعة والمخطط في ملف مضغوط. لكل إنسان أن يتحقق منه دون هذا الخادم.
export-check = التحقق من أرشيف
export-check-why = يتحقق البرنامج من الأرشيف دون اتصال: النصوص ببصماتها، والتوقيعات بالكلمات التي هي عليها، والسجل بنقطة التحقق الموقّعة.

export-of = النسخة { $version }
export-signatories = الموقّعون
export-no-signatories = لم يتخذ أحد موقفًا بعد.
export-seat = المقعد
export-position = الموقف
export-by = من ومتى
export-signed = { $person }، { $day }، على النسخة { $version }.
export-on-behalf = سجّله نيابةً { $person }، { $day }، على النسخة { $version }:
export-reservations = التحفّظات والاعتراضات
export-answers = كل تعليق وجوابه
export-on-lines = على { $lines } من النسخة { $version }:
export-proposed = المقترح:
export-hidden = حُجب هذا التعليق.
export-record = السجل

export-column-number = الرقم
export-column-from = من
export-column-class = الفئة
export-column-date = التاريخ
export-column-kind = النوع
export-column-version = النسخة
export-column-lines = الأسطر
export-column-quote = الكلمات
export-column-comment = التعليق
export-column-proposal = المقترح
export-column-answer = الجواب
export-column-reason = السبب
export-column-result = النتيجة
export-column-receipt = الإيصال

export-stage-drafting = قيد الصياغة.
export-stage-consultation = مفتوح للتعليق.
export-stage-disposition = الإجابة عن التعليقات جارية.
export-stage-last-call = في ندائه الأخير.
export-stage-sign-off = في مرحلة التوقيع.
export-stage-silence = في مهلة الصمت.
export-stage-adopted = معتمد.
export-stage-suspended = معلّق.
export-stage-withdrawn = مسحوب.
export-stage-superseded = حلّ غيره محلّه.
