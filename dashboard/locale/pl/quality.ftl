# Teksty interfejsu po polsku; identyfikatory są wspólne dla obu języków.

## Jakość danych

page-quality = Jakość danych
quality-summary = { $places ->
    [one] { $places } miejsce, z tego { $located } na mapie.
    [few] { $places } miejsca, z tego { $located } na mapie.
   *[many] { $places } miejsc, z tego { $located } na mapie.
 }
quality-points = Punkty adresowe: przy budynku { $building }, między numerami { $interpolated }, przy ulicy { $street }. Mediana dokładności tych położeń: bez punktów { $before }, z nimi { $after }.
quality-points-none = Dodane punkty adresowe nie obejmują żadnego z tych położeń.
quality-filter-status = Wynik szukania
quality-filter-precision = Co oznacza punkt
quality-filter-check = Sprzeczności
quality-status-ok = znalezione
quality-status-ambiguous = niejednoznaczne
quality-status-no_match = nieznalezione
quality-status-error = błąd
quality-status-skipped = brak miejsca w źródle
quality-status-manual = ustalone ręcznie
quality-precision-building = budynek
quality-precision-interpolated = między numerami
quality-precision-street = ulica
quality-precision-postal_code = kod pocztowy
quality-precision-locality = miejscowość
quality-precision-commune = gmina
quality-precision-county = powiat
quality-precision-voivodeship = województwo
quality-check-street = inna nazwa ulicy
quality-check-number = nieznany numer domu
quality-check-locality = inna nazwa miejscowości
quality-check-postal_code = inny kod pocztowy
quality-check-near_postal_code = daleko od podanego kodu
quality-check-commune = inna gmina
quality-check-county = inny powiat
quality-check-voivodeship = inne województwo
quality-check-override_address = adres zmienił się po poprawce
quality-check-possible_introduced = niemożliwa data wprowadzenia
quality-check-possible_updated = niemożliwa data aktualizacji
quality-check-possible_population = niemożliwa liczba mieszkańców
quality-check-other = niezgodność: { $name }
quality-checks-held = zgodne z adresem
quality-checks-none = nie było czego porównać
quality-checks-clear = brak
quality-none-on-map = Żadnego z tych miejsc nie ma na mapie.
quality-positions = Położenia
quality-none-passes = Żadne miejsce nie spełnia wybranych warunków.
quality-column-place = Praktyka i miejsce
quality-column-status = Wynik
quality-column-precision = Punkt oznacza
quality-column-accuracy = Dokładność
quality-column-checks = Porównanie z adresem
quality-column-check = Sprzeczność
quality-column-stated = W źródle
quality-column-matched = Dopasowano albo możliwe
quality-column-reason = Powód
quality-contradictions = Sprzeczności
quality-no-contradiction = Żadne położenie nie kłóci się z podanym adresem, a daty i liczby mieszkańców są możliwe.
quality-unlocated = Nie ma na mapie
quality-all-located = Wszystkie miejsca są na mapie.
quality-provisional = Numery tymczasowe
quality-provisional-intro = Źródło nie podaje numeru artykułu tych praktyk, więc mają numery tymczasowe. Właściwy zastąpi tymczasowy, gdy wczytasz stronę praktyki, która go zawiera.
quality-column-section = Dział i poddział
quality-fields = Brakujące pola
quality-fields-intro = { $count ->
    [one] Dla { $count } praktyki; „brak danych” to nie zero.
   *[other] Dla { $count } praktyk; „brak danych” to nie zero.
 }
quality-fields-field = Pole
quality-fields-known = Znane
quality-fields-missing = Brak

## Przegląd jednego miejsca

review-close = Wróć do przeglądu
review-title = Sprawdzenie położenia
review-which = Miejsce
review-stated = Co podaje źródło
review-found = Co znaleziono
review-checks = Porównanie z adresem: { $words }
review-by-hand = Powód poprawki: { $reason }
review-candidates = Kandydaci
review-words = Adres do wyszukania
review-no-candidates = Spis nie zna takiego miejsca. Wpisz inny adres albo kliknij właściwe miejsce na mapie.
review-no-address = Źródło nie podaje adresu. Wpisz go tutaj, gdy wiadomo, gdzie to jest, albo kliknij miejsce na mapie.
review-commune = gm. { $name }
review-county = pow. { $name }
review-chosen = Wybrany punkt
review-correction = Poprawka
review-how = Wybierz kandydata, kliknij miejsce na mapie albo wpisz współrzędne.
review-lat = Szerokość geogr. (°)
review-lon = Długość geogr. (°)
review-precision = Co oznacza punkt
review-precision-choose = wybierz
review-reason = Powód
review-reason-hint = np. adres ze strony urzędu
review-save = Zapisz poprawkę
review-keep = Dodaj do poprawek
review-remove = Usuń poprawkę
review-remove-save = Poprawka zniknie z danych, a mapa pokaże położenie, które znajduje program.
review-remove-keep = Pobrany plik overrides.csv nie będzie miał tej poprawki. Mapa się nie zmieni, dopóki plik nie trafi do danych.
review-remove-sure = Tak, usuń
review-done-save = Zapisano. Mapa pokazuje nowe położenie.
review-done-keep = Dodano. Mapa się nie zmieni, dopóki plik nie trafi do danych.
review-done-remove-save = Usunięto poprawkę. Mapa pokazuje położenie, które znajduje program. Formularz trzyma jeszcze usunięte wartości: „Zapisz poprawkę” je przywróci.
review-done-remove-keep = Usunięto. Formularz trzyma jeszcze usunięte wartości: „Dodaj do poprawek” je przywróci.
review-needs-point = Wskaż punkt: kandydata, miejsce na mapie albo współrzędne.
review-needs-precision = Wybierz, co oznacza punkt.
review-needs-reason = Podaj powód: skąd wiadomo, że to tutaj.
review-outside = Ten punkt leży poza Polską.

## Poprawki

correction-editing = Tryb edycji: poprawki zapisują się w danych.
correction-kept = { $count ->
    [one] { $count } poprawka z tej wizyty, jeszcze niezapisana w danych.
    [few] { $count } poprawki z tej wizyty, jeszcze niezapisane w danych.
   *[many] { $count } poprawek z tej wizyty, jeszcze niezapisanych w danych.
 }
correction-removed = { $count ->
    [one] { $count } poprawka do usunięcia, jeszcze obecna w danych.
    [few] { $count } poprawki do usunięcia, jeszcze obecne w danych.
   *[many] { $count } poprawek do usunięcia, jeszcze obecnych w danych.
 }
correction-download = Pobierz overrides.csv
correction-forget = Odrzuć zmiany
correction-idle = { $count ->
    [one] { $count } zapisana poprawka nic nie zmienia, bo nie ma już takiego miejsca:
    [few] { $count } zapisane poprawki nic nie zmieniają, bo nie ma już takich miejsc:
   *[many] { $count } zapisanych poprawek nic nie zmienia, bo nie ma już takich miejsc:
 }
correction-idle-remove = Usuń zbędne
correction-idle-remove-save = Te poprawki znikną z danych. Na mapie nic się nie zmieni.
correction-idle-remove-keep = Pobrany plik overrides.csv nie będzie miał tych wierszy.
