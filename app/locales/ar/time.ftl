time-day = { "\u200F" }{ $day } { $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] ديسمبر
} { $year }
time-there = { $when } بتوقيت { $place }
time-yours = ({ $when } بتوقيت { $place } حيث أنت)
time-day-yours = ({ $day } حيث أنت)
time-in-utc = { "\u200F" }{ $when } { $utc }
time-utc = التوقيت العالمي المنسق
time-now = الآن
time-closed = أُغلق
time-minutes-ago = { $count ->
    [one] قبل دقيقة
    [two] قبل دقيقتين
    [few] قبل { $count } دقائق
    [many] قبل { $count } دقيقة
   *[other] قبل { $count } دقيقة
}
time-hours-ago = { $count ->
    [one] قبل ساعة
    [two] قبل ساعتين
    [few] قبل { $count } ساعات
    [many] قبل { $count } ساعة
   *[other] قبل { $count } ساعة
}
time-days-ago = { $count ->
    [one] قبل يوم
    [two] قبل يومين
    [few] قبل { $count } أيام
    [many] قبل { $count } يومًا
   *[other] قبل { $count } يوم
}
time-minutes-left = { $count ->
    [one] دقيقة باقية
    [two] دقيقتان باقيتان
    [few] دقائق باقية
    [many] دقيقة باقية
   *[other] دقيقة باقية
}
time-hours-left = { $count ->
    [one] ساعة باقية
    [two] ساعتان باقيتان
    [few] ساعات باقية
    [many] ساعة باقية
   *[other] ساعة باقية
}
time-days-left = { $count ->
    [one] يوم باقٍ
    [two] يومان باقيان
    [few] أيام باقية
    [many] يومًا باقيًا
   *[other] يوم باقٍ
}
time-here-same-day = حيث أنت ({ $place }) هي الساعة { $time } من اليوم نفسه.
time-here = حيث أنت ({ $place }) هي الساعة { $time } من يوم { $day }.
