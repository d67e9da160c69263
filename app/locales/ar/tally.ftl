# The tally of positions against the rule of the forum, as one sentence.

tally-met = { tally-all }. وبذلك تتحقق القاعدة، فيمكن اعتماد النسخة { $version }.
tally-met-early = { tally-all }. وبذلك تتحقق القاعدة؛ ويمكن اعتماد النسخة { $version } متى بلغت مرحلة التوقيع.
tally-adopted = اعتُمدت النسخة { $version }. { $in-place ->
    [0] لم يعطِ أي مقعد موقفًا مؤيدًا.
    [one] أعطى مقعد واحد موقفًا مؤيدًا.
    [two] أعطى مقعدان موقفًا مؤيدًا.
    [few] أعطت { $in-place } مقاعد موقفًا مؤيدًا.
    [many] أعطى { $in-place } مقعدًا موقفًا مؤيدًا.
   *[other] أعطى { $in-place } مقعد موقفًا مؤيدًا.
}
tally-withdrawn = سُحبت المسودة، فلا تُعتمد النسخة { $version }.
tally-no-seats = لا يمكن لأي مقعد في هذا المنتدى أن يتخذ موقفًا، فلا يمكن اعتماد النسخة { $version }.
tally-short = { tally-some }. { tally-missing }
tally-objection = { tally-all }، لكن { tally-objections }، فلا يمكن اعتماد النسخة { $version } بعد.
tally-short-and-objection = { tally-some }، لكن { tally-objections }، فلا يمكن اعتماد النسخة { $version } بعد.
tally-no-endorsement = { tally-all }، لكن { tally-endorsements }، فلا يمكن اعتماد النسخة { $version } بعد.
tally-endorsements = { $endorsed ->
    [0] لم يؤيد النص أي مقعد
   *[other] { $endorsements-missing ->
        [one] يلزم تأييد واحد بعد
        [two] يلزم تأييدان بعد
        [few] تلزم { $endorsements-missing } تأييدات بعد
        [many] يلزم { $endorsements-missing } تأييدًا بعد
       *[other] يلزم { $endorsements-missing } تأييد بعد
    }
}

tally-all =
    { $needed ->
        [0] لا يلزم أي موقف
        [one] الموقف الوحيد اللازم قائم
        [two] الموقفان اللازمان قائمان
        [few] المواقف اللازمة كلها قائمة، وعددها { $needed }
        [many] المواقف اللازمة كلها قائمة، وعددها { $needed }
       *[other] المواقف اللازمة كلها قائمة، وعددها { $needed }
    }
tally-some =
    { $needed ->
        [one] الموقف الوحيد اللازم غير قائم
        [two] القائم من الموقفين اللازمين { $in-place }
        [few] القائم من المواقف اللازمة { $in-place } من { $needed }
        [many] القائم من المواقف اللازمة { $in-place } من { $needed }
       *[other] القائم من المواقف اللازمة { $in-place } من { $needed }
    }
tally-missing =
    { $missing ->
        [one] يلزم موقف واحد بعد قبل اعتماد النسخة { $version }.
        [two] يلزم موقفان بعد قبل اعتماد النسخة { $version }.
        [few] تلزم { $missing } مواقف بعد قبل اعتماد النسخة { $version }.
        [many] يلزم { $missing } موقفًا بعد قبل اعتماد النسخة { $version }.
       *[other] يلزم { $missing } موقف بعد قبل اعتماد النسخة { $version }.
    }
tally-objections =
    { $objections ->
        [one] اعتراضًا واحدًا ما زال قائمًا
        [two] اعتراضين ما زالا قائمين
        [few] { $objections } اعتراضات ما زالت قائمة
        [many] { $objections } اعتراضًا ما زالت قائمة
       *[other] { $objections } اعتراض ما زالت قائمة
    }

# Parts of sentences that other languages need.

tally-are =
    { $in-place ->
        [one] قائم
        [two] قائمان
        [few] قائمة
        [many] قائمة
       *[other] قائمة
    }
tally-figure =
    { $in-place ->
        [0] لا شيء
        [1] واحد
        [2] اثنان
       *[other] { $in-place }
    }
tally-needed =
    { $needed ->
        [1] واحد
        [2] اثنان
       *[other] { $needed }
    }
