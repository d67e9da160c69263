# The API: what it refuses, the tokens by which it is used, and the page that explains it.
api-no-token = يلزم هنا رمز وصول. أنشئ رمزًا في إعداداتك وأرسله هكذا: “Authorization: Bearer”. وإن أرسلت رمزًا فقد انتهت مدته أو سُحب.
api-no-scope = هذا الرمز ليس لهذا الغرض: ينقصه النطاق “{ $scope }”. أنشئ رمزًا آخر في إعداداتك.
api-unreadable = ليست هذه من القيم الممكنة هنا.
api-shape = ليس لما أُرسل الشكل الموصوف: { $what }.
api-missing = هذا ناقص.
api-limit = في الصفحة من 1 إلى { $most } عناصر.
api-no-such-thread = بعض هذه التعليقات غير موجود.
api-bad-key = يتكوّن Idempotency-Key من 1 إلى 255 حرفًا أو رقمًا أو علامة.
api-under-way = الطلب الذي له هذا المفتاح ما زال قيد التنفيذ. اسأل مرة أخرى بعد لحظة.
api-key-of-another = استُعمل هذا المفتاح لطلب آخر. أعطِ كل طلب مفتاحًا خاصًا به.
api-too-often = طلبات كثيرة جدًا. يمكن إرسال المزيد بعد { $seconds ->
    [zero] لحظة
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $seconds } ثوانٍ
    [many] { $seconds } ثانية
   *[other] { $seconds } ثانية
}.

## Tokens, in the settings

token-title = رموز للبرامج
token-why = يتيح الرمز لبرنامج أن يفعل ما يحق لك، ضمن نطاقاته، إلى أن تنتهي مدته. يشرح [وصف الواجهة البرمجية](/api) كيف يُستعمل.
token-made = هذا رمزك الجديد. يُعرض هذه المرة فقط، فانسخه الآن:
token-none = ليست لديك رموز.
token-new = رمز جديد
token-name = الغرض منه
token-name-hint = لتعرفه في هذه القائمة.
token-scopes = ما يجوز استعماله له
token-scope = { $scope ->
    [read] قراءة ما يحق لك قراءته
    [comment] التعليق واقتراح الصياغة والرد
    [answer] الرد الرسمي على التعليقات والإشراف عليها وتحديد مواضعها
    [sign] اتخاذ المواقف
   *[publish] كتابة النسخ ونشرها واتخاذ الخطوات
}
token-days = مدة صلاحيته
token-days-of = { $days ->
    [zero] بلا أيام
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}
token-make = أنشئ رمزًا
token-revoke = اسحبه
token-ends = ينتهي في { $day }.
token-used = آخر استعمال { $when }.
token-never-used = لم يُستعمل قط.
token-no-scope = اختر أمرًا واحدًا على الأقل يجوز استعماله له.
token-no-days = اختر مدة صلاحيته.
refusal-too-many-tokens = لديك { $most } من الرموز. اسحب أحدها أولًا.

## The page of the API

api-title = الواجهة البرمجية
api-lede = ما تعرضه الصفحات وما تفعله النماذج، للبرامج. وما هو علني يُقرأ بلا رمز.
api-begin = كيف تبدأ
api-begin-text =
    اعرض المسودات بصيغة JSON:

    `curl { $url }/api/v1/drafts`

    وللكتابة، أو لقراءة ما ليس علنيًا، أنشئ رمزًا في [إعداداتك](/settings) وأرسله:

    `curl -H "Authorization: Bearer comity_…" { $url }/api/v1/account`

    تعطي القائمة صفحة، وعنوان الصفحة التالية في الترويسة `Link`. أعطِ كل طلب كتابة مفتاح `Idempotency-Key` خاصًا به، ليؤدي إرساله مرتين عملًا واحدًا. وما لا يحق لك أن تراه غير موجود: يُجاب عنه بالرمز 404. وتقول كل إجابة في `RateLimit` كم بقي من الطلبات.
api-description = وللبرامج: [OpenAPI 3.1]({ $address }).
api-scope-needed = النطاق: { $scope }
api-public = بلا رمز
api-access = الوصول
api-sends = يُرسل
api-gives = يُعطي
api-refuses = ما يُرفض
api-shapes = الأشكال
api-endpoints = نقاط الوصول
frame-api = الواجهة البرمجية
