# What changed between two versions.
diff-heading = ما الذي تغيّر من النسخة { $from } إلى النسخة { $to }
diff-heading-other = أيّ نسختين؟
diff-equal = هذه النسخة { $version } بجانب نفسها: لا فرق. اختر نسخة أخرى لتقارنها بها.
diff-reversed = النسخة { $from } أحدث من النسخة { $to }، والتغييرات تُقرأ من الأقدم إلى الأحدث.
diff-subject = النسخة { $version }
diff-changes = التغييرات
diff-days = النسخة { $from }، { $older }، بجانب النسخة { $to }، { $newer }.
diff-choose = قارن نسختين أخريين
diff-choose-from = قارن النسخة
diff-choose-to = بالنسخة
diff-choose-go = قارن

diff-summary = { $subject } { $what }.
diff-summary-list = { $first } و{ $last }
diff-summary-comma = ،{ " " }
diff-summary-part =
    { $kind ->
        [added] تضيف { diff-count }
        [removed] تحذف { diff-count }
        [reworded] تعيد صياغة { $count ->
            [one] بند واحد
            [two] { diff-count }
            [few] { diff-count }
            [many] { diff-count }
           *[other] { diff-count }
        }
        [moved] تنقل { diff-count }
        [split] تقسم { diff-count }
       *[merged] تدمج بنودًا في { $count ->
            [one] بند واحد
            [two] { diff-count }
            [few] { diff-count }
            [many] { diff-count }
           *[other] { diff-count }
        }
    }
diff-count =
    { $count ->
        [one] بندًا واحدًا
        [two] بندين
        [few] { $count } بنود
        [many] { $count } بندًا
       *[other] { $count } بند
    }
diff-summary-words =
    { $words ->
        [one] تغيّرت كلمة واحدة
        [two] تغيّرت كلمتان
        [few] تغيّرت { $words } كلمات
        [many] تغيّرت { $words } كلمة
       *[other] تغيّرت { $words } كلمة
    }
diff-summary-substance =
    { $substance ->
        [0] ، في الصياغة وحدها.
       *[other] ، { $substance } منها في الجوهر.
    }
diff-summary-nothing = كلمات { $subject } هي نفسها.
diff-summary-typographic = كلمات { $subject } هي نفسها؛ ولا يختلف إلا الترقيم أو الطباعة أو التنسيق.

diff-who-heading = من طلبه
diff-who =
    { $threads ->
        [0] لم يطلب هذا أي تعليق.
        [one] تعليق واحد وراء { diff-who-sections }.
        [two] تعليقان وراء { diff-who-sections }.
        [few] { $threads } تعليقات وراء { diff-who-sections }.
        [many] { $threads } تعليقًا وراء { diff-who-sections }.
       *[other] { $threads } تعليق وراء { diff-who-sections }.
    }
diff-who-sections = { $all ->
    [one] تغييرات القسم الوحيد الذي تغيّر
    [two] تغييرات { $sections } من القسمين اللذين تغيّرا
    [few] تغييرات { $sections } من الأقسام التي تغيّرت وعددها { $all }
    [many] تغييرات { $sections } من الأقسام التي تغيّرت وعددها { $all }
   *[other] تغييرات { $sections } من الأقسام التي تغيّرت وعددها { $all }
}

diff-views = العرض
diff-side-by-side = جنبًا إلى جنب
diff-one-text = نصًا واحدًا
diff-whole = النص كله
diff-gone = ذهب
diff-new = جديد

diff-kind =
    { $kind ->
        [added] أُضيف
        [removed] حُذف
        [split] قُسم قسمين
        [merged] دُمج من عدة بنود
        [moved] نُقل
        [reworded] أُعيدت صياغته
        [ground] تغيّر معناه
        [typographic] الطباعة أو الترقيم فقط
       *[mark] نُقل من هنا
    }
diff-kind-and =
    { $told } و{ $kind ->
        [added] أُضيف إليه
        [removed] حُذف بعضه
        [split] قُسم
        [merged] دُمج
        [moved] نُقل
        [reworded] أُعيدت صياغته
        [ground] تغيّر معناه
       *[typographic] تغيّرت طباعته
    }
diff-kind-comma =
    { $told }، { $kind ->
        [added] أُضيف إليه
        [removed] حُذف بعضه
        [split] قُسم
        [merged] دُمج
        [moved] نُقل
        [reworded] أُعيدت صياغته
        [ground] تغيّر معناه
       *[typographic] تغيّرت طباعته
    }
diff-kind-was = { $kind }؛ كان { $was }
diff-ground = قد تبقى الكلمات كما هي، لكن
diff-kind-same = كما كان
diff-weight =
    { $substance ->
        [0] { diff-weight-wording }
        [one] كلمة واحدة في الجوهر{ diff-weight-rest }
        [two] كلمتان في الجوهر{ diff-weight-rest }
        [few] { $substance } كلمات في الجوهر{ diff-weight-rest }
        [many] { $substance } كلمة في الجوهر{ diff-weight-rest }
       *[other] { $substance } كلمة في الجوهر{ diff-weight-rest }
    }
diff-weight-wording =
    { $wording ->
        [one] كلمة واحدة في الصياغة وحدها
        [two] كلمتان في الصياغة وحدها
        [few] { $wording } كلمات في الصياغة وحدها
        [many] { $wording } كلمة في الصياغة وحدها
       *[other] { $wording } كلمة في الصياغة وحدها
    }
diff-weight-rest =
    { $wording ->
        [0] { "" }
       *[other] ، و{ $wording } في الصياغة وحدها
    }
diff-beginning = البداية
diff-unchanged = لم يتغيّر: { $clauses }.
diff-unchanged-was = { $clause } (كان { $was })

diff-lines =
    { $count ->
        [one] السطر { $first }
        [two] الأسطر { $first } إلى { $last }
        [few] الأسطر { $first } إلى { $last }
        [many] الأسطر { $first } إلى { $last }
       *[other] الأسطر { $first } إلى { $last }
    }
diff-line-of = النسخة { $version }، السطر
diff-mark-title = { $title }، في النسخة { $version }
diff-mark-then = كان هنا، على { $lines }.
diff-mark-now = هو الآن على { $lines }.
diff-stood = كان على { $lines }.
diff-stands = يقف هنا الآن، على { $lines }.
diff-cut = قُسم هنا

diff-because = بسبب
diff-because-comma = ؛
diff-because-and = ؛ و
diff-asked = رقم{ "\u00A0" }{ $number } { $who }
diff-gist = ، «{ $words }»
diff-verbatim = { " " }(بصياغتهم كلمةً كلمة)
diff-nobody = لم يطلب هذا أي تعليق.
diff-editorial = أعلنت الأمانة أنه تغيير في الصياغة وحدها.

diff-typography = أظهر ما الفرق
diff-typography-number = تغيّر رقمه في القائمة فقط: كان { $was } وصار { $now }.
diff-typography-look = الكلمات والعلامات هي نفسها؛ وإنما يختلف الخط الغليظ أو المائل أو ما أشبه، أو مواضع انتهاء الأسطر.
diff-looks = تغيّر ما تؤدي إليه هذه الكلمات، أو شطبها:

diff-astray = { $count ->
    [one] بعد إعادة الترقيم تشير إحالة واحدة إلى بند غير الذي كانت تشير إليه:
    [two] بعد إعادة الترقيم تشير إحالتان إلى بند غير الذي كانتا تشيران إليه:
    [few] بعد إعادة الترقيم تشير { $count } إحالات إلى بند غير الذي كانت تشير إليه:
    [many] بعد إعادة الترقيم تشير { $count } إحالةً إلى بند غير الذي كانت تشير إليه:
   *[other] بعد إعادة الترقيم تشير { $count } إحالة إلى بند غير الذي كانت تشير إليه:
}
diff-astray-other = كانت «{ $words }» تعني «{ $was }» وهي تعني الآن «{ $now }».
diff-astray-none = كانت «{ $words }» تعني «{ $was }»، ولا شيء يحمل هذا الرقم الآن.
