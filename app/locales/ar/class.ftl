# The classes of stakeholders: one, many, and the letter of the mark.

class-government = حكومة
class-international-organisation = منظمة دولية
class-civil-society = مجتمع مدني
class-industry = صناعة
class-academia = أوساط أكاديمية
class-technical-community = أوساط تقنية

class-government-many = الحكومات
class-international-organisation-many = المنظمات الدولية
class-civil-society-many = المجتمع المدني
class-industry-many = الصناعة
class-academia-many = الأوساط الأكاديمية
class-technical-community-many = الأوساط التقنية

class-government-mark = ح
class-international-organisation-mark = د
class-civil-society-mark = م
class-industry-mark = ص
class-academia-mark = ج
class-technical-community-mark = ت
