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

# الصفوف قبل نشرها.
form-row = الصف { $number }
form-placed = وُضع بحسب بنده وسطره.
form-whole = عن المشروع كله.
form-changed = تعليق هذا الصف موجود في المشروع بكلمات أخرى. اختره لنشر هذه ردًّا عليه.
form-refused = الرقم { $number }: { $why } لم يُنشر شيء.
form-by = في الجدول بقلم
form-clause = البند
form-proposed-change = التعديل المقترح:
form-change-body = تعديل مقترح في جدول.
form-elsewhere = أُعدّ هذا النموذج للمشروع { $draft } لا للمشروع { $here }. لم يُختر شيء: انظر في كل صف قبل أن تختاره.
form-formulas = { $count ->
    [zero] لا صيغ حسابية في الخلايا.
    [one] في خلية واحدة صيغة حسابية. قُرئت القيمة التي أظهرتها آخر مرة.
    [two] في خليتين صيغتان حسابيتان. قُرئت القيمتان اللتان أظهرتاهما آخر مرة.
    [few] في { $count } خلايا صيغ حسابية. قُرئت القيم التي أظهرتها آخر مرة.
    [many] في { $count } خلية صيغ حسابية. قُرئت القيم التي أظهرتها آخر مرة.
   *[other] في { $count } خلية صيغ حسابية. قُرئت القيم التي أظهرتها آخر مرة.
}
form-lede = أو املأ جدولًا: نموذج تعليقات المنظمة الدولية للمعايير، أو أي جدول فيه عمود للبند أو السطر وعمود للتعليق، في وورد أو إكسل أو CSV.
form-take-word = خذ النموذج ملف وورد
form-take-sheet = خذه جدولًا حسابيًّا
