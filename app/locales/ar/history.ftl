# The record of a draft.

history-title = السجل
history-lede = كل ما جرى لهذه المسودة، الأحدث أولًا. لا يمكن تغيير شيء منه بعد ذلك: كل حدث يحمل بصمة الذي قبله.
history-number = رقم{ "\u00A0" }{ $number }
history-thread = التعليق رقم { $thread }
history-comment = الرد { $comment } على التعليق رقم { $thread }
history-version = النسخة { $version }
history-older = أحداث أقدم
history-check = كيف تتحقق منه
history-events = { $count ->
    [one] حدث واحد
    [two] حدثان
    [few] { $count } أحداث
    [many] { $count } حدثًا
   *[other] { $count } حدث
}
history-signed = أحدث نقطة تحقق تشمل من بداية سجل هذا الموقع { $events }، ووُقّعت في { $when }.
history-unsigned = لم تُوقّع بعد نقطة تحقق على سجل هذا الموقع.
history-verify = لكل إنسان أن يتحقق من { $archive } دون هذا الخادم.
history-archive = أرشيف هذه المسودة
history-line = على السطر { $line }
history-lines = على الأسطر { $first } إلى { $last }

## The record of the whole site

record-page-lede = كل نسخة وتعليق وجواب وتوقيع في هذا الموقع حدث في سلسلة واحدة. لا يمكن تغيير شيء فيها دون أن ينكسر ما بعده.
record-page-checkpoint = أحدث نقطة تحقق
record-page-unsigned = لم يُوقَّع شيء بعد. تُنشأ أول نقطة تحقق خلال دقيقة من أول حدث.
record-page-key = المفتاح
record-page-key-why = نقاط التحقق والإيصالات والأرشيفات في هذا الموقع موقّعة بمفتاح واحد. دوّن بصمته وقارنها حين تتحقق من أرشيف:
record-page-key-file = { $key } ملفًا
record-page-key-name = المفتاح
record-page-check = خذ أرشيف أي مسودة من صفحة التصدير وشغّل عليه { $command }. فهو يتحقق من النصوص والتوقيعات والأحداث بمقابلتها بنقطة التحقق هذه، دون أن يسأل هذا الخادم.
