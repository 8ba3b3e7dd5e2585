# Interface texts in English; the identifiers are shared by both languages.

## The map of coverage on paper

printing-scope-woj = Poland by voivodeship
printing-scope-powiat = Poland by county
printing-scope-inside = { $count ->
    [one] Voivodeship { $names } by county
   *[other] Voivodeships { $names } by county
 }
printing-count = Practices
printing-chosen = chosen in the filters
printing-dot = place of a practice
printing-several = A practice in several regions counts in each of them.
printing-sources = Sources: { $sources }
printing-made = { $program }, { $day }, { $time }
printing-map = Map: { $measure }
printing-zero = { $count ->
    [0] No region is without practices.
    [one] { $count } region without practices.
   *[other] { $count } regions without practices.
 }
