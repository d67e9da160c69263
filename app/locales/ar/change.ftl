# What became of a clause between two versions.

change-same = لم يتغيّر
change-typographic = تغيّرت الطباعة وحدها
change-reworded = أُعيدت صياغته
change-moved = نُقل
change-moved-and-reworded = نُقل وأُعيدت صياغته
change-split = قُسم
change-merged = دُمج
change-removed = حُذف
change-added = أُضيف
change-astray = إحالة تعني الآن بندًا آخر
change-ground-heading = يندرج الآن تحت عنوان آخر
change-ground-announced = تمهّد له الآن عبارة أخرى
change-ground-reference = إحالة فيه تعني الآن بندًا آخر
