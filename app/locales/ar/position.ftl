# What a stakeholder says of a version: as a choice in a form, and as said of a seat.

position-endorse = تأييد
position-no-objection = عدم اعتراض
position-endorse-with-reservation = تأييد مع تحفّظ
position-object = اعتراض
position-abstain = امتناع
position-recuse = تنحٍّ

position-endorse-said = يؤيد
position-no-objection-said = لا اعتراض
position-endorse-with-reservation-said = يؤيد مع تحفّظ
position-object-said = يعترض
position-abstain-said = يمتنع
position-recuse-said = متنحٍّ
position-none-said = لا موقف بعد
position-none-over = بلا موقف
