# Interface texts in English; the identifiers are shared by both languages.

## The map of coverage on paper

printing-scope-woj = Poland by voivodeship
printing-scope-powiat = Poland by county
printing-scope-gmina = Poland by commune
printing-scope-inside-powiat = { $names } by county
printing-scope-inside-gmina = { $names } by commune
printing-count = Practices
printing-chosen = chosen in the filters
printing-dot = place of a practice
printing-sources = Sources: { $sources }
printing-made = { $program }, { $day }, { $time }
printing-map = Map: { $measure }
printing-zero = { $count ->
    [0] No region is without practices.
    [one] { $count } region without practices.
   *[other] { $count } regions without practices.
 }

## Record cards on paper

printing-cards = Record cards of practices
printing-contents = Contents
printing-about = About this file
printing-page = Page { $page } of { $pages }
printing-left-out = Contact persons, telephone numbers, e-mail addresses and fields that may hold them are left out.
printing-nothing = No practice passes the filters.
printing-too-many = A document of record cards holds { $most ->
    [one] { $most } practice
   *[other] { $most } practices
 } at most, and the filters leave { $count }. Narrow the filters, or take a table.
