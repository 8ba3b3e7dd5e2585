# Teksty interfejsu po polsku; identyfikatory są wspólne dla obu języków.

## Dodaj dane

page-add = Dodaj dane
add-intro = Zobacz na mapie własne praktyki. Przyjmujemy:
add-kind-pages = strony z Bazy Dobrych Praktyk zapisane w przeglądarce jako tekst (TXT) lub HTML, także wiele stron naraz albo w archiwum ZIP,
add-kind-table = tabelę praktyk: CSV, XLSX, XLS, ODS lub GeoJSON, jeden wiersz na praktykę, z dowolnymi nagłówkami po polsku lub angielsku,
add-kind-addresses = listę adresów w takim samym pliku: dostaniesz ją z powrotem z położeniem każdego wiersza jako CSV lub XLSX.
add-limits = Plik może mieć do { $size } MB, tabela do { $rows } wierszy i { $columns } kolumn; w ciągu godziny możesz wczytać { $files } plików.
add-private = Dane zostają w tej wizycie: nikt inny ich nie widzi i znikają po zamknięciu karty. Nie zmieniają tabeli praktyk.
add-template = Pobierz pustą tabelę do wypełnienia (CSV)
add-files = Pliki ze stronami albo jedna tabela
add-browse = Wybierz pliki
add-drop = albo upuść je tutaj
add-more = Dodaj pliki
add-read-pages = { $count ->
    [one] Wczytaj { $count } plik
    [few] Wczytaj { $count } pliki
   *[many] Wczytaj { $count } plików
 }
add-sheet = Arkusz
add-matching = Co zawierają kolumny
add-matching-hint = Program dopasował kolumny po nagłówkach i zawartości. Sprawdź i popraw. Wymagany jest tylko tytuł; bez kolumny z numerem praktyki zostaną ponumerowane od 1. Praktyki bez działu trafią do działu „Inne”.
add-matching-others = { $count ->
    [one] Pozostałe pola (dopasowano { $count })
    [few] Pozostałe pola (dopasowano { $count })
   *[many] Pozostałe pola (dopasowano { $count })
 }
add-no-column = brak w pliku
add-unused = { $count ->
    [one] Tej kolumny nie wczytamy:
   *[other] Tych kolumn nie wczytamy:
 }
add-title-missing = Wskaż kolumnę z tytułem praktyki.
add-read-table = { $count ->
    [one] Wczytaj { $count } wiersz
    [few] Wczytaj { $count } wiersze
   *[many] Wczytaj { $count } wierszy
 }
add-waiting = Czekasz na wczytanie, miejsce w kolejce: { $place }. Pliki wczytywane naraz: { $count }. Jeden trwa zwykle parę sekund, najwyżej kilka minut.
add-reading = Trwa wczytywanie…
add-locating = Ustalanie położenia: { $done } z { $total }

## Tabela: co w niej jest

add-header-row = Wiersz z nagłówkami
add-header-row-none = bez nagłówków: każdy wiersz to dane
add-header-row-option = { $row }: { $cells }
add-encoding = Kodowanie pliku: { $encoding }.
add-first-rows = Pierwsze wiersze tabeli
add-content = Co jest w tabeli
add-content-practices = praktyki: jeden wiersz to jedna praktyka
add-content-addresses = adresy: chcę znać położenie każdego wiersza
add-position-precision = Co oznaczają współrzędne z pliku
column-position = Współrzędne w jednej kolumnie
add-positions = { $count ->
    [one] { $count } praktyka ma położenie ze współrzędnych w pliku.
    [few] { $count } praktyki mają położenie ze współrzędnych w pliku.
   *[many] { $count } praktyk ma położenie ze współrzędnych w pliku.
 }

## Lista adresów

add-addresses-hint = Wskaż kolumny z częściami adresu albo ze współrzędnymi, które mają pierwszeństwo. Wszystkie kolumny pliku wrócą razem z wynikiem.
add-addresses-missing = Wskaż co najmniej jedną kolumnę z adresem albo kolumny ze współrzędnymi.
address-address = Cały adres w jednej kolumnie
address-street = Ulica
address-number = Numer domu
address-city = Miejscowość
address-postal-code = Kod pocztowy
address-commune = Gmina
address-county = Powiat
address-voivodeship = Województwo
address-lat = Szerokość geograficzna albo X układu 1992
address-lon = Długość geograficzna albo Y układu 1992
address-position = Współrzędne w jednej kolumnie
add-geocode = { $count ->
    [one] Znajdź położenie { $count } wiersza
   *[other] Znajdź położenie { $count } wierszy
 }
add-addresses-outcome = Wynik
add-addresses-count = { $count ->
    [one] { $found } z { $count } wiersza ma położenie.
   *[other] Położenie znaleziono dla { $found } z { $count } wierszy.
 }
add-addresses-longer = { $count ->
    [one] { $count } wiersz ma więcej komórek niż nagłówków; nie szukano jego położenia: { $rows }.
    [few] { $count } wiersze mają więcej komórek niż nagłówków; nie szukano ich położenia: { $rows }.
   *[many] { $count } wierszy ma więcej komórek niż nagłówków; nie szukano ich położenia: { $rows }.
 }
add-addresses-footers = { $count ->
    [one] { $count } wiersz to suma lub dopisek pod tabelą, a nie adres: { $rows }.
    [few] { $count } wiersze to sumy lub dopiski pod tabelą, a nie adresy: { $rows }.
   *[many] { $count } wierszy to sumy lub dopiski pod tabelą, a nie adresy: { $rows }.
 }
add-addresses-outside = { $count ->
    [one] { $count } wiersz podaje punkt poza Polską: { $rows }.
    [few] { $count } wiersze podają punkty poza Polską: { $rows }.
   *[many] { $count } wierszy podaje punkty poza Polską: { $rows }.
 }
add-addresses-csv = Pobierz CSV
add-addresses-file = polozenie
add-addresses-xlsx = Pobierz XLSX
add-addresses-shown = Pierwsze wiersze wyniku
add-addresses-status = Wynik
add-addresses-precision = Dokładność
add-addresses-rows = Wiersze

## Wynik

add-outcome = Wynik wczytania
add-count = { $count ->
    [one] Wczytano { $count } praktykę z { $came }.
    [few] Wczytano { $count } praktyki z { $came }.
   *[many] Wczytano { $count } praktyk z { $came }.
 }
add-to-map = Pokaż na mapie
add-finished = Pobierz gotową tabelę (CSV)
add-forget = Usuń moje dane
add-no-problems = Nie było żadnych problemów.
add-problems = { $count ->
    [one] { $count } problem
    [few] { $count } problemy
   *[many] { $count } problemów
 }
add-problem-where = Wiersz lub plik
add-problem-column = Kolumna
add-problem-value = Wartość
add-problem-expected = Oczekiwano
add-problem-effect = Skutek
add-line = { $file }, wiersz { $line }
effect-left-out = praktyki nie wczytano
effect-emptied = wartość pominięto
effect-text-only = pozostał sam tekst w metryce
effect-read = wczytano mimo to
effect-renumbered = praktyka dostała numer tymczasowy

## Oczekiwania

rule-article-number = numer praktyki od 1 do 999999999
rule-unique-number = każdy numer praktyki tylko raz
rule-one-line = jeden wiersz tekstu
rule-required-line = tekst w jednym wierszu, niepusty
rule-paragraphs = tekst
rule-web-address = adres strony, np. www.bochnia.pl
rule-iso-date = data, np. 2009-11-23 lub 23.11.2009
rule-voivodeship = nazwa jednego z 16 województw
rule-postal-code = kod pocztowy, np. 32-700
rule-whole-number = liczba mieszkańców, np. 30 000 lub 96 tys.
rule-e-mails = adresy e-mail rozdzielone średnikami
rule-fields = lista JSON par: etykieta i tekst
rule-number = numer artykułu: nazwij plik numerem, np. 150.txt, albo zachowaj adres strony (art=150)
rule-tabs = strona Bazy Dobrych Praktyk z zakładkami „Skrót i Metryka” i „Pełna prezentacja”
rule-heading = nagłówek „Dział : Poddział” nad zakładkami
rule-title = tytuł praktyki pod nagłówkiem
rule-metryka = „Metryka praktyki” pod zakładkami: zapisz zakładkę „Skrót i Metryka”
rule-once = każda praktyka w jednym pliku; tę wczytano już z innego
rule-readable = plik, który można odczytać
rule-size = strona Bazy Dobrych Praktyk; żadna nie ma więcej niż 2 MB
rule-places = najwyżej { $most } miejscowości rozdzielonych średnikami
rule-name = jeden wiersz tekstu, najwyżej { $length } znaków
rule-places-in-all = tabela, w której wszystkie praktyki mają razem najwyżej { $all } miejscowości
rule-more-cells = tyle komórek, ile nagłówków; wartości mogą stać w złych kolumnach
rule-fewer-cells = tyle komórek, ile nagłówków; brakujące są puste
rule-total-of-table = praktyka; ten wiersz to suma tabeli
rule-under-table = praktyka; ten wiersz to dopisek pod tabelą
rule-quotation-marks = cudzysłowy w parach; ten wiersz pliku wczytano tak, jak stoi
rule-spreadsheet-date = numer domu; arkusz zrobił z niego datę, odczytano go z powrotem
rule-position = współrzędne punktu w Polsce w stopniach albo w metrach układu 1992 (EPSG:2180)
rule-position-of-one-place = współrzędne praktyki z jedną miejscowością
rule-markup = strona HTML zapisana przez przeglądarkę
rule-elements = strona Bazy Dobrych Praktyk; żadna nie ma tylu elementów HTML
rule-time = strona, którą da się odczytać w kilka sekund
rule-time-of-all = mniej stron naraz: na wszystkie razem są najwyżej 3 minuty; wczytaj tę stronę osobno
rule-memory = strona, której odczyt nie zajmuje setek megabajtów
rule-output = strona, z której nie wynikają setki megabajtów
rule-crash = strona, która nie kończy błędem programu, który ją czyta
rule-start = serwer, który może teraz czytać pliki; spróbuj ponownie za chwilę
rule-fits = wartości, które mieszczą się w tabeli praktyk

## Odmowa

refused-kind = tego rodzaju plików nie wczytujemy. Zapisz dane jako TXT, HTML, ZIP, CSV, XLSX, XLS, ODS lub GeoJSON.
refused-size = plik jest za duży; największy może mieć { $limit } MB. Podziel go na mniejsze.
refused-empty = plik nie zawiera żadnego wiersza pod nagłówkami.
refused-alone = to tabela, a tabelę wczytujemy samą. Usuń pozostałe pliki.
refused-rows = tabela jest za długa; wczytujemy do { $limit } wierszy. Podziel ją na mniejsze.
refused-columns = tabela jest za szeroka; wczytujemy do { $limit } kolumn. Usuń zbędne.
refused-cell = komórka w wierszu { $row }, w kolumnie { $column }, ma ponad { $limit } znaki; dłuższych nie wczytujemy. Skróć jej tekst albo podziel go między kilka kolumn.
refused-cells = pierwsze arkusze skoroszytu zajmują za dużo komórek; czytamy do { $limit }. Zostaw w nim jeden arkusz, a w nim samą tabelę.
refused-time = odczyt trwał dłużej niż { $limit } s, więc go przerwano. Podziel plik na mniejsze albo zapisz samą tabelę w nowym pliku.
refused-memory = odczyt wymaga więcej pamięci niż { $limit } MB, więc go przerwano. Często winna jest komórka daleko poza tabelą: skopiuj samą tabelę do nowego pliku.
refused-output = z pliku wynika za dużo danych; największa ilość to { $limit } MB. Podziel go na mniejsze.
refused-crash = pliku nie da się odczytać: program, który go czyta, zakończył się błędem. Zapisz go ponownie, a tabelę najlepiej jako CSV.
refused-start = serwer nie może teraz czytać plików. Spróbuj ponownie za chwilę.
refused-text = to nie jest plik tekstowy. Zapisz tabelę jako CSV albo XLSX.
refused-csv = tego pliku CSV nie da się odczytać, prawdopodobnie przez niedomknięty cudzysłów. Zapisz tabelę ponownie albo jako XLSX.
refused-html = to strona internetowa bez tabeli, mimo nazwy pliku. Otwórz ją w arkuszu i zapisz jako XLSX lub CSV.
refused-no-table = to nie jest tabela, mimo nazwy pliku. Zapisz dane jako CSV lub XLSX.
refused-geojson = to nie jest plik GeoJSON ze zbiorem obiektów (FeatureCollection), który da się odczytać. Zapisz dane ponownie albo jako CSV.
refused-workbook = tego skoroszytu nie da się odczytać. Zapisz go ponownie, bez hasła, najlepiej jako XLSX.
refused-macro = skoroszyt zawiera makra, a takich nie otwieramy. Zapisz go jako „Skoroszyt programu Excel (*.xlsx)”.
refused-external = skoroszyt odwołuje się do innych plików albo je zawiera. Wklej same wartości do nowego skoroszytu.
refused-archive = tego pliku nie da się rozpakować. Utwórz zwykłe archiwum ZIP.
refused-files = w archiwum jest za dużo plików; największe może mieć ich { $limit }.
refused-unpacked = po rozpakowaniu plik jest za duży; może mieć do { $limit } MB.
refused-bomb = plik jest spakowany tak, jak robią to tylko pliki szkodliwe.
refused-path = archiwum zawiera plik o ścieżce, która prowadzi poza nie.
refused-link = archiwum zawiera dowiązanie zamiast pliku.
refused-encrypted = plik jest zaszyfrowany. Zapisz go bez hasła.
refused-nested = archiwum zawiera inne archiwum. Rozpakuj je i spakuj same strony.
refused-pages = w archiwum nie ma żadnej strony (TXT lub HTML).
