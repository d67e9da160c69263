## Characters that change how a text reads without being seen

unseen-sign = { $kind ->
    [embedding] Sign that changes the direction of the text: { $code }
   *[other] Sign that nobody sees: { $code }
}
unseen-word = { $word }: a word with letters that look like those of another alphabet, such as { $code }
