# Teksty interfejsu po polsku; identyfikatory są wspólne dla obu języków.

## Filtry

filters = Filtry
filter-szukaj = Szukaj
filter-szukaj-hint = tytuł, opis, miejsce…
filter-woj = Województwo
filter-powiat = Powiat
filter-gmina = Gmina
filter-typ = Typ jednostki
filter-dzial = Dział
filter-poddzial = Poddział
filter-rok = Rok wprowadzenia
filter-ludnosc = Liczba mieszkańców
filter-from = od
filter-to = do
filter-p = Praktyka
filter-placeholder = wszystkie
filter-nothing = brak danych
filter-none-left = żadna nie pasuje
filter-commune-first = najpierw województwo lub powiat
filter-option = { $label } ({ $count })
filter-left-out = { $count ->
    [one] { $label }: filtr pomija { $count } praktykę, dla której nie znamy tej wartości.
    [few] { $label }: filtr pomija { $count } praktyki, dla których nie znamy tej wartości.
   *[many] { $label }: filtr pomija { $count } praktyk, dla których nie znamy tej wartości.
 }
filter-population-unknown = tylko te bez danych o liczbie mieszkańców
filter-range-backwards = Wartość „od” jest większa niż „do”, więc nic nie pasuje.
filter-reset = Wyczyść filtry
language = Język
language-pl = Polski
language-en = English
