# What an administrator of the site sets up.
admin-title = الإدارة
admin-lede = المنتديات والجهات والناس. ما يُنشأ هنا يُسجَّل كغيره.
admin-done = تمّ.
admin-change = غيّر
admin-stakeholders = يُقال من يتكلم باسم جهة في صفحتها.
admin-stakeholders-all = كل أصحاب المصلحة
admin-accounts = { $accounts ->
    [one] حساب واحد
    [two] حسابان
    [few] { $accounts } حسابات
    [many] { $accounts } حسابًا
   *[other] { $accounts } حساب
}
admin-found = أسّس منتدى
admin-forum-name = اسم المنتدى
admin-slug = الاسم المختصر
admin-slug-hint = لعنوانه: حروف صغيرة من a إلى z وأرقام وشرطات.
admin-prefix = تبدأ مراجعه بـ
admin-prefix-hint = من حرفين إلى ستة أحرف كبيرة، مثل DN في DN-2026-001.
admin-kind = ما هو
admin-parent = فريق عمل تابع لـ
admin-no-parent = لا منتدى آخر
admin-zone = توقيت مواعيده
admin-found-send = أسّس المنتدى
admin-enter = أدخل جهة
admin-stakeholder-name = اسم الجهة
admin-class = الفئة
admin-place = البلد أو المنطقة
admin-about = ما هي، في جملة أو جملتين
admin-enter-send = أدخل الجهة
admin-register = سجّل شخصًا
admin-account-name = اسم الشخص
admin-email = عنوان البريد الإلكتروني
admin-email-hint = يدخل الشخص برابط يُرسل إلى هذا العنوان حين يطلبه. ولا يُرسل شيء الآن: أخبره بأنه يستطيع ذلك.
admin-is-admin = مدير لهذا الموقع
admin-is-admin-no = لا
admin-is-admin-yes = نعم
admin-register-send = سجّل الشخص
admin-group-needs-parent = يحتاج فريق العمل إلى المنتدى الذي يتبعه، وليس لغيره واحد.
admin-about-too-long = هذا أطول مما ينبغي؛ الحد ٢٠٠٠ حرف.
admin-bad-slug = يتكون الاسم المختصر من حروف صغيرة من a إلى z وأرقام وشرطات، ولا يبدأ بشرطة ولا ينتهي بها.
admin-bad-prefix = أعطِ من حرفين إلى ستة أحرف كبيرة.

## Who may do what
permission-title = من يمكنه فعل ماذا
permission-lede = يسأل البرنامج هذا الجدول عند كل زر وكل فعل. ما لا يجوز لك رؤيته غير موجود. وكل فعل ممكن في مراحل معينة فقط من المسودة.
permission-action = الفعل
permission-who = من يمكنه
permission-words = ما يقال لمن لا يمكنه
permission-nobody = لا أحد
permission-own = لما يخصّه
permission-other = لما يخص غيره
## أي دور يطلب أي جهة
requirement-title = كيف تسجّل الأدوار الدخول
requirement-why = الدور الذي يطلب جهة لا يسري إلا في الجلسات التي بدأت بواسطتها، ولا يسري لأي برنامج. ولتطلبها من المديرين يجب أن تكون قد دخلت بواسطة تلك الجهة بنفسك.
requirement-none = يسري كل دور كيفما سجّل صاحبه الدخول.
requirement-of = { $role }: بواسطة { $provider } فقط
requirement-role = الدور
requirement-provider = يسجّل الدخول بواسطة
requirement-any = أي طريقة
requirement-save = احفظ
