peer-title = مواقع أخرى
peer-lede = يمكن إحالة النصوص إلى منتديات مواقع كوميتي أخرى مفتاحها معروف هنا. يُدخل كل طرف الآخر، ويقارن شخص عند كل طرف المفتاح.
peer-ours = هذا الموقع
peer-ours-why = أعطِ هذين لمن يدير الموقع الآخر بطريقة لا يستطيع أحد تغييرها في الطريق: بالهاتف أو على الورق.
peer-address = العنوان
peer-address-hint = كما يستعمله الناس، مثل https://comity.example.
peer-fingerprint = بصمة المفتاح
peer-fingerprint-hint = ٦٤ رقمًا وحرفًا من ‎/record‎ أو ‎/admin/peers‎ في الموقع الآخر. لا تهم المسافات.
peer-known = مواقع معروفة
peer-none = لا يُعرف موقع آخر بعد.
peer-state-waiting = لم يُؤكَّد بعد
peer-state-confirmed = مؤكَّد
peer-state-blocked = محظور
peer-contact = آخر اتصال:
peer-contact-none = لم يأتِ ولم يذهب شيء بعد.
peer-trouble =
    { $count ->
        [zero] لا تنتظر أي حزمة.
        [one] تنتظر حزمة واحدة.
        [two] تنتظر حزمتان.
        [few] تنتظر { $count } حزم.
        [many] تنتظر { $count } حزمة.
       *[other] تنتظر { $count } حزمة.
    }
peer-by-hand-said = لا يُرسل شيء إلى هذا الموقع عبر الشبكة: يحمل الناس الملفات.
peer-confirm = تأكيد
peer-confirm-means = قارنتَ البصمة مع من يدير ذلك الموقع. منذ ذلك يُرسل إليه ما يُحال، ويؤخذ ما يأتي منه باسمك.
peer-block = حظر
peer-block-means = لا يذهب إليه شيء بعد الآن، ولا يؤخذ ما يأتي منه. ما أتى قبل ذلك يبقى.
peer-retry = الإرسال الآن
peer-on-the-way = في الطريق
peer-add = إدخال موقع آخر
peer-add-send = إدخال
peer-name = الاسم
peer-name-hint = من يديره، في كلمات قليلة.
peer-way = كيف تصل النصوص إليه
peer-way-https = يرسلها هذا الموقع
peer-way-hand = يحملها الناس ملفات
peer-forum = إدخال منتدى من موقع آخر
peer-forum-why = يمكن عندئذ إحالة نص إليه كما إلى منتدى هنا. والمنتدى الذي أتى منه نص يُدخَل من تلقاء نفسه.
peer-which = الموقع
peer-forum-slug-hint = ما يأتي بعد ‎/forums/‎ في عنوان صفحته هناك.
peer-forum-send = إدخال
bundle-heading = إلى مواقع أخرى ومنها
bundle-other = الطرف الآخر عند { $peer } ({ $host }).
bundle-file = الكل في ملف واحد موقَّع
bundle-file-why = لموقع كوميتي آخر، أو لهيئة بلا موقع. فيه النص والسجل والتعليقات، ويفحصه الأمر comity verify.
bundle-evidence = ما أتى من هناك كما أتى
bundle-evidence-size = { $size } كيبيبايت، أُعدّ في
bundle-receive = تلقّي ملف
bundle-receive-why = يمكن إحضار نص يحيله موقع آخر إلى هذا المنتدى ملفًا. يُفحص قبل أن يُكتب أي شيء.
bundle-bring = إحضار ملف
bundle-bring-answer = إحضار ما أرسلوه ملفًا
bundle-file-field = الملف
bundle-file-hint = ملف zip كما أتى، لا يزيد على ٦٤ ميبيبايت.
bundle-bring-send = الفحص والتلقّي
bundle-no-file = اختر ملفًا.
bundle-waiting = هو في الطريق.
bundle-again =
    { $tries ->
        [zero] لم يُجرَّب بعد. سيُجرَّب
        [one] جُرّب مرة واحدة ولم يصل. سيُجرَّب ثانية
        [two] جُرّب مرتين ولم يصل. سيُجرَّب ثانية
        [few] جُرّب { $tries } مرات ولم يصل. سيُجرَّب ثانية
        [many] جُرّب { $tries } مرة ولم يصل. سيُجرَّب ثانية
       *[other] جُرّب { $tries } مرة ولم يصل. سيُجرَّب ثانية
    }
bundle-refused = لم يأخذه الموقع الآخر:
bundle-sent = وصل.
bundle-copy = هذه نسخة من نص موقع آخر كما تُلُقِّي. يجيب الناس عنه هناك:
