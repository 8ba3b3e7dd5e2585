# Teksty interfejsu po polsku; identyfikatory są wspólne dla obu języków.

## Filtry

filters = Filtry
filter-szukaj = Szukaj
filter-szukaj-hint = słowa, "zdanie", -bez
search-replaced = Żadna praktyka nie ma słowa „{ $typed }”. Szukano: „{ $replacement }”.
search-unknown = Żadna praktyka nie ma słowa „{ $word }”.
suggest-search-value = { $filter }: { $value } ({ $count })
suggest-search-label = Podpowiadane filtry
suggest-search-count = { $count ->
    [0] Brak podpowiedzi. Enter szuka słów.
    [one] { $count } podpowiedź, wybierz strzałkami.
    [few] { $count } podpowiedzi, wybierz strzałkami.
   *[many] { $count } podpowiedzi, wybierz strzałkami.
 }
suggest-search-elsewhere = Szukaj słów: { $text }
filter-woj = Województwo
filter-powiat = Powiat
filter-gmina = Gmina
filter-typ = Typ jednostki
filter-dzial = Dział
filter-poddzial = Poddział
filter-rok = Rok wprowadzenia
filter-lata = Lata wprowadzenia
filter-ludnosc = Liczba mieszkańców
filter-obszar = Obszar na mapie
filter-tylkowidok = Tylko to, co widać na mapie
area-rectangle = { $south }–{ $north }° N, { $west }–{ $east }° E
area-polygon = { $count ->
    [few] { $count } narożniki w granicach { $south }–{ $north }° N, { $west }–{ $east }° E
   *[many] { $count } narożników w granicach { $south }–{ $north }° N, { $west }–{ $east }° E
 }
filter-from = od
filter-to = do
filter-p = Praktyka
filter-placeholder = wszystkie
filter-nothing = brak danych
filter-none-left = żadna nie pasuje
filter-commune-first = najpierw wybierz powiat
filter-option = { $label } ({ $count })
filter-left-out = { $count ->
    [one] { $label }: filtr pomija { $count } praktykę, dla której nie znamy tej wartości.
    [few] { $label }: filtr pomija { $count } praktyki, dla których nie znamy tej wartości.
   *[many] { $label }: filtr pomija { $count } praktyk, dla których nie znamy tej wartości.
 }
filter-population-unknown = tylko te bez danych o liczbie mieszkańców
filter-range-backwards = Wartość „od” jest większa niż „do”, więc nic nie pasuje.
chip = { $filter }: { $value }
chip-values = { $count ->
    [one] { $filter }: { $count } wartość
    [few] { $filter }: { $count } wartości
   *[many] { $filter }: { $count } wartości
 }
chip-drop = Usuń ten filtr
filters-show = { $count ->
    [one] Pokaż { $count } praktykę
    [few] Pokaż { $count } praktyki
   *[many] Pokaż { $count } praktyk
 }
filter-reset = Wyczyść filtry
language = Język
language-pl = Polski
language-en = English
