# Why a comment stands where it stands in another version. { $from } and { $to } name a clause: its number, its heading, or its lines.

placement-exact = الكلمات هي نفسها.
placement-renumbered = الكلمات هي نفسها؛ وما كان { $from } صار { $to }.
placement-moved = نُقلت من { $from } إلى { $to }؛ والكلمات هي نفسها.
placement-moved-and-reworded =
    { $words ->
        [one] نُقلت من { $from } إلى { $to } وأُعيدت الصياغة: تغيّرت كلمة واحدة.
        [two] نُقلت من { $from } إلى { $to } وأُعيدت الصياغة: تغيّرت كلمتان.
        [few] نُقلت من { $from } إلى { $to } وأُعيدت الصياغة: تغيّرت { $words } كلمات.
        [many] نُقلت من { $from } إلى { $to } وأُعيدت الصياغة: تغيّرت { $words } كلمة.
       *[other] نُقلت من { $from } إلى { $to } وأُعيدت الصياغة: تغيّرت { $words } كلمة.
    }
placement-reworded =
    { $words ->
        [one] أُعيدت الصياغة: تغيّرت كلمة واحدة.
        [two] أُعيدت الصياغة: تغيّرت كلمتان.
        [few] أُعيدت الصياغة: تغيّرت { $words } كلمات.
        [many] أُعيدت الصياغة: تغيّرت { $words } كلمة.
       *[other] أُعيدت الصياغة: تغيّرت { $words } كلمة.
    }
placement-quote-removed = أُخرجت هذه الكلمات من النص؛ وهذا موضعها حيث كانت.
placement-quote-replaced = أُخرجت هذه الكلمات من النص؛ ولعل ما يقف هنا الآن حلّ محلّها.
placement-split = قُسم ما كان في { $from }؛ ومعظم هذه الكلمات الآن في { $to }.
placement-merged = دُمج ما كان في { $from } مع بند آخر في { $to }.
placement-ambiguous = قد يكون لهذه الكلمات أكثر من موضع.
placement-ways-differ = تقود متابعة الكلمات نسخةً نسخة إلى موضع غير الذي تقود إليه مقارنة النسختين مباشرة.
placement-wording-taken = الكلمات التي اقتُرحت له تقف هنا الآن.
placement-removed = حُذفت الكلمات. كانت في { $from }.
