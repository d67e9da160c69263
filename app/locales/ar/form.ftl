form-empty = يرجى ملء هذا الحقل.
form-unreadable = تعذّرت قراءة هذا. يرجى التحقق منه.
form-broken = لم يصل النموذج كاملًا. يرجى إرساله مرة أخرى.
form-too-many-fields = في هذا النموذج حقول أكثر مما في أي نموذج من هذا الموقع.
notice-refused = لم يُنفَّذ هذا.
notice-kept = يرجى تسجيل الدخول.
notice-internal = لم يُنفَّذ هذا، والخطأ منا.
notice-day-posts =
    { $count ->
        [0] لقد نشرت اليوم أقصى عدد مسموح به.
        [one] يمكنك النشر مرة واحدة أخرى اليوم.
        [two] يمكنك النشر مرتين أخريين اليوم.
        [few] يمكنك النشر { $count } مرات أخرى اليوم.
        [many] يمكنك النشر { $count } مرة أخرى اليوم.
       *[other] يمكنك النشر { $count } مرة أخرى اليوم.
    }
notice-day-bytes = يمكنك كتابة { $size } كيبيبايت أخرى اليوم.
notice-day-ends = يبدأ يوم جديد في { $when }.
pager-label = صفحات هذه القائمة
pager-before = السابق
pager-here = الصفحة { $page } من { $pages }
pager-start = الصفحة الأولى
pager-after = التالي
