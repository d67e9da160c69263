# نموذج تعليقات المنظمة الدولية للمعايير، وجداول التعليقات التي تعود.

form-column-who = الجهة
form-column-line = رقم السطر
form-column-clause = البند
form-column-paragraph = الفقرة أو الجدول
form-column-kind = النوع
form-column-comment = التعليق
form-column-proposed = التعديل المقترح
form-column-answer = ملاحظات الأمانة
form-kind-general = عام
form-kind-technical = تقني
form-kind-editorial = تحريري
form-sheet = التعليقات
form-about = التعليقات وملاحظات الأمانة على النسخة { $version } المؤرخة { $day }
form-paragraph = الفقرة { $number }
form-table = الجدول { $number }
form-note = الحاشية { $number }

# ما الخطأ في موضع صف.
form-no-clause = لا وجود للبند { $clause }. اذكر غيره أو اذكر السطور، أو اترك كليهما فارغًا ليكون عن المشروع كله.
form-no-clause-near = لا وجود للبند { $clause }؛ هل تقصد { $near }؟
form-no-line = لا وجود للسطر { $line }؛ في النص { $count }.
form-line-elsewhere = ليس السطر { $line } في البند { $clause } بل في { $other }. أيهما المقصود؟
form-two-clauses = قد يعني { $clause } أكثر من بند. أهو هذا أم { $other }؟
form-day = جعل الجدول الحسابي من رقم البند تاريخًا. اكتبه هنا كما كان.
