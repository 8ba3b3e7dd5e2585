# Teksty interfejsu po polsku. Identyfikatory są wspólne z en.ftl.

app-name = Mapa praktyk
page-map = Mapa
missing = brak danych

## Filtry

filters = Filtry
filter-szukaj = Szukaj
filter-szukaj-hint = tytuł, opis, miejsce…
filter-woj = Województwo
filter-powiat = Powiat
filter-typ = Typ jednostki
filter-dzial = Dział
filter-poddzial = Poddział
filter-ludnosc = Liczba mieszkańców
filter-from = od
filter-to = do
filter-p = Praktyka
filter-placeholder = wszystkie
filter-nothing = brak danych
filter-none-left = żadna nie pasuje
filter-option = { $label } ({ $count })
filter-left-out = { $count ->
    [one] Filtr pomija { $count } praktykę, dla której nie znamy tej wartości.
    [few] Filtr pomija { $count } praktyki, dla których nie znamy tej wartości.
   *[many] Filtr pomija { $count } praktyk, dla których nie znamy tej wartości.
 }
filter-range-backwards = Wartość „od” jest większa niż „do”, więc nic nie pasuje.
filter-reset = Wyczyść filtry
language = Język
language-pl = Polski
language-en = English

## Wynik

count = { $shown } z { $total ->
    [one] { $total } praktyki
   *[other] { $total } praktyk
 }
count-off-map = { $count ->
    [one] { $count } nie ma na mapie
    [few] { $count } nie ma na mapie
   *[many] { $count } nie ma na mapie
 }
copy-link = Kopiuj link
copy-done = Skopiowano
copy-failed = Nie udało się skopiować. Skopiuj adres z paska przeglądarki.
link-ignored = Link zawiera wartości, których nie ma w danych, więc je pominięto: { $values }.
empty-title = Żadna praktyka nie spełnia wszystkich filtrów
empty-advice = Poluzuj jeden z nich:
empty-drop = Bez filtra „{ $filter }” ({ $count ->
    [one] { $count } praktyka
    [few] { $count } praktyki
   *[many] { $count } praktyk
 })
empty-each-zero = Zdjęcie jednego filtra nie wystarczy.
no-practices = Tabela praktyk jest pusta. Wczytaj strony poleceniem: mapa-praktyk import FOLDER

## Lista

list = Lista praktyk
list-previous = Poprzednie
list-next = Następne
list-page = { $first }–{ $last } z { $total }

## Karta

card-number = nr { $number }
card-more = Czytaj dalej
card-no-summary = Opis tej praktyki nie został jeszcze wczytany.
card-position = Położenie
card-matched = Dopasowano: { $label }
card-metryka = Metryka praktyki
card-no-metryka = Metryka tej praktyki nie jest znana: jej strony nie wczytano do tabeli.
card-unlabelled = (bez nazwy)
card-source = Źródło:
card-no-source = Adres strony źródłowej nie jest znany.
card-previous = Poprzednia
card-next = Następna
card-close = Zamknij
card-none = Wybierz praktykę na mapie albo z listy, a tu pojawi się jej metryka.
card-filtered-out = Ta praktyka nie spełnia obecnych filtrów.

## Położenie

mark-exact = adres: budynek lub ulica
mark-near = środek kodu pocztowego lub miejscowości
mark-area = środek gminy, powiatu lub województwa
position-building = adres: budynek
position-street = adres: ulica
position-postal_code = położenie przybliżone: obszar kodu pocztowego
position-locality = położenie przybliżone: środek miejscowości
position-commune = położenie przybliżone: środek gminy
position-county = położenie przybliżone: środek powiatu
position-voivodeship = położenie przybliżone: środek województwa
position-ambiguous = { $note }; nazwa niejednoznaczna
position-accuracy = { $note }, z dokładnością do { $distance }
position-none = nie ma na mapie: { $reason }
unlocated-skipped = źródło nie podaje miejscowości
unlocated-ambiguous = kilka miejscowości o tej nazwie, brak danych, by wybrać
unlocated-no-match = nie znaleziono takiej miejscowości ani kodu
unlocated-error = ustalanie położenia nie powiodło się
unlocated-ok = brak współrzędnych
unlocated-manual = brak współrzędnych

## Mapa

map-label = Mapa praktyk
map-legend = Legenda
map-whole = Cała Polska
map-fit = Pokaż wszystkie wyniki
map-cluster = { "{count}" } pozycji w tym miejscu; otwórz, aby przybliżyć

## Działy

section-social = Usługi społeczne
section-technical = Usługi techniczne
section-institutional = Rozwój instytucjonalny
section-energy = Efektywność energetyczna
section-ngo = Współpraca JST-NGO
section-cooperation = Współpraca między JST
section-dialogue = Dialog społeczny
section-monitoring = System Monitorowania Usług Publicznych
section-other = Inny dział

## Stopka i błędy

footer-sources = Źródła danych i licencje
error-title = Nie można pokazać danych
error-advice = Popraw dane i odśwież stronę. Nic nie zostało zmienione ani utracone.

## Nazwy kontrolek

control-hide-filters = Ukryj filtry
control-chosen = Wybrane wartości
control-clear = Usuń wszystkie
control-open = Rozwiń
control-remove = Usuń
control-skip = Przejdź do treści
