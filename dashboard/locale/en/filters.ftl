# The interface's texts in English; the identifiers are the same in both languages.

## Filters

filters = Filters
filter-szukaj = Search
filter-szukaj-hint = words, "phrase", -without
search-replaced = No practice has the word ‘{ $typed }’. Searched instead: ‘{ $replacement }’.
search-unknown = No practice has the word ‘{ $word }’.
suggest-search-value = { $filter }: { $value } ({ $count })
suggest-search-label = Suggested filters
suggest-search-count = { $count ->
    [0] No suggestions. Enter searches the words.
    [one] { $count } suggestion, choose with the arrow keys.
   *[other] { $count } suggestions, choose with the arrow keys.
 }
suggest-search-elsewhere = Search the words: { $text }
filter-woj = Voivodeship
filter-powiat = County (powiat)
filter-gmina = Commune
filter-typ = Type of unit
filter-dzial = Section
filter-poddzial = Subsection
filter-rok = Year of introduction
filter-lata = Years introduced
filter-ludnosc = Population
filter-obszar = Area of the map
filter-tylkowidok = Only what the map shows
area-rectangle = { $south }–{ $north }° N, { $west }–{ $east }° E
area-polygon = { $count } corners within { $south }–{ $north }° N, { $west }–{ $east }° E
filter-from = from
filter-to = to
filter-p = Practice
filter-placeholder = all
filter-nothing = no data
filter-none-left = none fits
filter-commune-first = choose a county first
filter-option = { $label } ({ $count })
filter-left-out = { $count ->
    [one] { $label }: the filter leaves out { $count } practice whose value is not known.
   *[other] { $label }: the filter leaves out { $count } practices whose value is not known.
 }
filter-population-unknown = only those without a known population
filter-range-backwards = ‘From’ is larger than ‘to’, so nothing can match.
chip = { $filter }: { $value }
chip-values = { $count ->
    [one] { $filter }: { $count } value
   *[other] { $filter }: { $count } values
 }
chip-drop = Drop this filter
filters-show = { $count ->
    [one] Show { $count } practice
   *[other] Show { $count } practices
 }
filter-reset = Clear filters
language = Language
language-pl = Polski
language-en = English
