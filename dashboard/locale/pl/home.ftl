# Moja jednostka, podobieństwo i lista wybranych.

## Moja jednostka

home = Moja jednostka
home-place = Jednostka, miejscowość lub kod pocztowy
home-place-hint = np. Bochnia albo 32-060
home-lies-in = { $place }: { $unit }
suggest-home-label = Podpowiedzi
suggest-home-count = { $count ->
    [0] Brak podpowiedzi. Enter szuka miejscowości albo kodu.
    [one] { $count } podpowiedź, wybierz strzałkami.
    [few] { $count } podpowiedzi, wybierz strzałkami.
   *[many] { $count } podpowiedzi, wybierz strzałkami.
 }
suggest-home-elsewhere = Szukaj miejscowości lub kodu: { $text }
home-not-found = Nie znaleziono takiej miejscowości ani kodu. Sprawdź pisownię albo dopisz powiat.
home-ambiguous = Kilka miejsc ma tę nazwę. Wybierz swoje:
home-candidate = { $place } (gmina { $commune })
home-radius = W promieniu
home-radius-km = { $km } km
home-radius-any = bez ograniczenia
home-likeness = Kryteria podobieństwa
home-type = Typ naszej jednostki
home-population = Liczba naszych mieszkańców
home-density = Mieszkańcy na km²
home-urbanisation = Stopień urbanizacji
home-sections = Ważne dla nas działy
home-unstated = nie podano
home-forget = Usuń moją jednostkę
filter-promien = W promieniu
filter-moja = Moja jednostka
filter-mojtyp = Typ mojej jednostki
filter-mojaludnosc = Liczba mieszkańców mojej jednostki
filter-mojagestosc = Gęstość zaludnienia mojej jednostki
filter-mojaurbanizacja = Stopień urbanizacji mojej jednostki
filter-grupa = Cechy grupy
filter-tylkogrupa = Tylko jednostki podobne
filter-gminygrupy = Jednostki grupy na mapie
filter-mojdzial = Ważny dział
filter-kolejnosc = Kolejność
filter-wybrane = Wybrane

## Kolejność i podobieństwo

order = Kolejność
order-numer = numer
order-odleglosc = odległość
order-podobienstwo = podobieństwo
order-trafnosc = trafność
away = { $km } km stąd
away-near = mniej niż 1 km stąd
away-area = wiadomo tylko: { $area }
near-circle = Może w promieniu: położenie znane za mało dokładnie
near-circle-more = { $count ->
    [one] i jeszcze { $count } praktyka
    [few] i jeszcze { $count } praktyki
   *[many] i jeszcze { $count } praktyk
 }
likeness = { $reasons }; podobieństwo { $value }
likeness-other-level = { $reasons }; inny szczebel, nie porównujemy
likeness-no-unit = { $reasons }; nie ma czego porównać
likeness-theme = ważny dział

## Podobne praktyki

similar = Podobne praktyki
similar-subsection = ten sam temat
similar-section = ten sam dział
similar-type = ten sam typ jednostki
similar-population = podobna liczba mieszkańców
similar-population-completed = podobna liczba mieszkańców (spoza metryki)
similar-text = podobny opis
same-unit = Inne praktyki tej jednostki

## Wybrane

page-shortlist = Wybrane
shortlist-keep = Dodaj do wybranych
shortlist-drop = Usuń z wybranych
shortlist-full = Lista wybranych jest pełna ({ $count }).
shortlist-title = Wybrane praktyki obok siebie
shortlist-empty = Lista jest pusta. Otwórz praktykę na mapie i użyj przycisku „Dodaj do wybranych”; link do tej strony pokaże innym to samo zestawienie.
page-with-count = { $title } ({ $count })
shortlist-up = Przesuń w górę: { $title }
shortlist-down = Przesuń w dół: { $title }
shortlist-remove = Usuń
shortlist-remove-one = Usuń z wybranych: { $title }
compare-only-differences = tylko różnice
compare-same = (tak samo)
compare-relation = Względem mojej jednostki
compare-contacts = Kontakt
shortlist-summary = Opis
