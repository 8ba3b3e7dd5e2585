# Teksty interfejsu po polsku; identyfikatory są wspólne dla obu języków.

## Dodaj dane

page-add = Dodaj dane
add-intro = Zobacz na mapie własne praktyki. Przyjmujemy:
add-kind-pages = strony z Bazy Dobrych Praktyk zapisane w przeglądarce jako tekst (TXT) lub HTML, także wiele stron naraz albo w archiwum ZIP,
add-kind-table = tabelę praktyk: CSV, XLSX, XLS, ODS lub GeoJSON, jeden wiersz na praktykę, z dowolnymi nagłówkami po polsku lub angielsku,
add-kind-addresses = listę adresów w takim samym pliku: dostaniesz ją z powrotem z położeniem każdego wiersza jako CSV lub XLSX.
add-limits = Plik może mieć do { $size } MB, tabela do { $rows } wierszy i { $columns } kolumn; w ciągu godziny możesz wczytać { $files } plików.
add-private = Dane widzi tylko ta przeglądarka; znikają z serwera { $minutes } minut po ostatnim użyciu albo od razu, gdy je usuniesz. Nie zmieniają tabeli praktyk.
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
address-teryt = Kod jednostki (TERYT)
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
    [one] Wczytano { $count } praktykę z { $total }.
    [few] Wczytano { $count } praktyki z { $total }.
   *[many] Wczytano { $count } praktyk z { $total }.
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
