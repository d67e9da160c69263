# What stands in files beside the words of a draft.

documents-version = { $reference }، النسخة { $version }
documents-contents = المحتويات
documents-proposed = الصياغة المقترحة:
documents-on-whole = على النص كله
documents-on-gone = على كلمات لم تعد في النص: «{ $quote }»
documents-on-note = على الحاشية: «{ $quote }»
documents-line = السطر { $first }
documents-lines = السطور { $first } إلى { $last }
documents-compilation = { $count ->
    [zero] لا تعليقات على النسخة { $version } المؤرخة { $day }
    [one] تعليق واحد على النسخة { $version } المؤرخة { $day }، بترتيب النص
    [two] تعليقان على النسخة { $version } المؤرخة { $day }، بترتيب النص
    [few] { $count } تعليقات على النسخة { $version } المؤرخة { $day }، بترتيب النص
    [many] { $count } تعليقًا على النسخة { $version } المؤرخة { $day }، بترتيب النص
   *[other] { $count } تعليق على النسخة { $version } المؤرخة { $day }، بترتيب النص
}
documents-without-place = النص كله، وكلمات لم تعد فيه
documents-no-answer = لا ردّ بعد
documents-column-number = №
documents-column-words = كلمات النص
documents-column-who = المتحدث
documents-column-kind = النوع
documents-column-comment = التعليق
documents-column-proposed = الصياغة المقترحة
documents-column-answer = الرد وسببه

# Why a file is not read.
documents-not-word = هذا ليس ملف وورد. اختر ملفًا ينتهي بـ .docx.
documents-encrypted = هذا الملف محمي بكلمة مرور، أو محفوظ بإصدار قديم من وورد (.doc). احفظه بلا كلمة مرور بصيغة .docx.
documents-damaged = هذا الملف مبتور أو تالف. افتحه في وورد أو ليبر أوفيس واحفظه من جديد ثم اختره.
documents-too-large = هذا الملف بعد فكّه أكبر بكثير مما يمكن أن يكون عليه نص. لم يُقرأ منه شيء.
documents-entities = يطلب هذا الملف جلب محتوى آخر أو تكراره (كيانات)، وهو ما لا يفعله ملف وورد أبدًا. لم يُقرأ منه شيء.
documents-too-many = في هذا الملف أكثر من { $most } من التعليقات والتغييرات. اقبل التغييرات التي لا تحتاج إلى نقاش ثم اختره من جديد.
documents-empty = لا كلمات في هذا الملف. إن كان صورة ممسوحة فيجب طباعته أو التعرف على نصه أولًا.
documents-not-table = ليس هذا ملف وورد (.docx) ولا جدولًا حسابيًّا (.xlsx) ولا جدولًا بقيم مفصولة (.csv).
documents-no-heads = لا صف في هذا الملف يسمّي الأعمدة. سمِّ على الأقل التعليق، والبند أو السطر.
documents-too-many-rows = في هذا الجدول أكثر من { $most } صف. قسّمه إلى عدة ملفات.

# What a file has that is not carried.
documents-lost-picture = صورة بجانب «{ $beside }». التعليقات تحمل الكلمات وحدها. ضع الصورة في صفحة لك واذكر رابطها.
documents-lost-formula = معادلة بجانب «{ $beside }». اكتبها بالكلمات أو نصًا.
documents-lost-text-box = مربع نص بجانب «{ $beside }». انقل كلماته إلى النص أو إلى تعليق.
documents-lost-sign = علامة من خط خاص بجانب «{ $beside }» لا توجد في الخطوط الأخرى.
documents-lost-embedded = شيء من برنامج آخر بجانب «{ $beside }».
documents-lost-macros = وحدات ماكرو. لم تُشغَّل ولم تُحفظ.
