frame-name = كوميتي
frame-title = { $page } – كوميتي
frame-title-refused = لم يُنفَّذ: { $page }
frame-skip = انتقل إلى النص
frame-site = الموقع
frame-open = مفتوح للتعليق
frame-forums = المنتديات
frame-stakeholders = أصحاب المصلحة
frame-desk = مكتبك
frame-menu = القائمة
frame-close = أغلق
frame-sign-in = تسجيل الدخول
frame-sign-out = تسجيل الخروج
frame-promise = تحتفظ كوميتي بكل نسخة وتعليق وتوقيع. ولا يُعدَّل ما نُشر ولا يُحذف.
frame-more = المزيد
frame-settings = الإعدادات
frame-accessibility = إمكانية الوصول
frame-privacy = الخصوصية
frame-help = المساعدة
frame-record = السجل
frame-events = { $count ->
    [zero] لا أحداث
    [one] حدث واحد
    [two] حدثان
    [few] { $count } أحداث
    [many] { $count } حدثًا
   *[other] { $count } حدث
}
frame-record-signed = { $record }: { $events } في آخر نقطة تحقق، وُقّعت { $when }.
