# Teksty interfejsu po polsku; identyfikatory są wspólne dla obu języków.

## Pobieranie

export = Pobierz
export-what-filtered = { $count ->
    [one] { $count } praktyka, jak w filtrach
    [few] { $count } praktyki, jak w filtrach
   *[many] { $count } praktyk, jak w filtrach
 }
export-what-coverage = { $count ->
    [one] { $count } praktyka i mapa regionów, jak na tej stronie
    [few] { $count } praktyki i mapa regionów, jak na tej stronie
   *[many] { $count } praktyk i mapa regionów, jak na tej stronie
 }
export-what-shortlist = { $count ->
    [one] { $count } wybrana praktyka
    [few] { $count } wybrane praktyki
   *[many] { $count } wybranych praktyk
 }
export-with-contacts = z osobami kontaktowymi
export-with-contacts-hint = Dołącza osoby, telefony i adresy e-mail. To dane osobowe: udostępniaj je tylko, gdy masz do tego podstawę.
export-personal = Plik będzie zawierał dane osobowe.
export-format-csv = CSV (wiersz na praktykę)
export-format-csv-places = CSV (wiersz na miejsce)
export-format-csv-zip = CSV praktyk i miejsc (ZIP, pochodzenie obok)
export-format-xlsx = XLSX (Excel)
export-format-regions-csv = Regiony w CSV (z TERYT)
export-format-regions-xlsx = Regiony w XLSX (z TERYT)
export-format-geojson = GeoJSON
export-format-gpkg = GeoPackage (QGIS)
export-format-gpkg2180 = GeoPackage w EPSG:2180 (układ 1992)
export-format-html = HTML (mapa w jednym pliku)
export-format-png = PNG (mapa regionów)
export-format-svg = SVG (mapa regionów)
export-format-pdf = PDF (mapa regionów)
export-format-pptx = PPTX (prezentacja)
export-format-cards = PDF (metryki)
export-card = Metryka w PDF
export-file-name = praktyki
export-group-table = Tabela
export-group-map = Mapa
export-group-print = Prezentacja i druk
export-nothing-filtered = Żadna praktyka nie spełnia filtrów, więc nie ma czego pobrać. Usuń jeden z filtrów.
export-nothing-coverage = Żadna praktyka nie spełnia filtrów, więc nie ma czego pobrać. Usuń jeden z filtrów.
export-nothing-shortlist = Nie ma jeszcze wybranych praktyk. Dodaj je przyciskiem „Dodaj do wybranych” w metryce.
export-practice = Praktyka
export-stem-practices = praktyki
export-stem-places = miejsca
export-stem-about = o-pliku
export-stem-practices-epsg2180 = praktyki-epsg2180
export-stem-regions = regiony
export-stem-map = mapa-praktyk
export-stem-coverage = pokrycie
export-stem-cards = metryki
export-stem-card = metryka
export-stem-examples = dane-przykladowe

## Pliki w przygotowaniu

tray-label = Pliki
tray-waiting = czeka w kolejce
tray-making = { $percent ->
    [0] w przygotowaniu
   *[other] w przygotowaniu: { $percent }%
 }
tray-ready = gotowy, { $size }
tray-failed = Nie udało się utworzyć pliku. Spróbuj ponownie.
tray-cancel = Anuluj
tray-save = Zapisz
tray-retry = Ponów
tray-close = Zamknij

## O pliku

export-warning = Uwaga
export-made-by = Utworzone w
export-made-at = Data utworzenia
export-dataset = Dane
export-dataset-table = { $name }, stan z { $day }
export-count = Praktyki w pliku
export-filters = Filtry
export-no-filter = żadne
export-within = { $km } km od punktu { $lat }, { $lon }
export-contacts = Kontakty
export-contacts-in = są w pliku (osoby, telefony, adresy e-mail)
export-contacts-out = pominięte (osoby, telefony, adresy e-mail i pola metryki, które mogą je zawierać)
export-source = Źródło
export-sheet-practices = Praktyki
export-sheet-about = O pliku
export-sheet-counts = Liczby
export-sheet-places = Miejsca
export-cut = … (tekst ucięty: komórka nie pomieści więcej; całość jest w CSV)
export-too-much-text = Praktyki o wielu miejscowościach mają tak długie teksty, że powtórzone przy każdej dałyby ponad { $most } znaków. Zawęź filtry albo pobierz CSV.
export-too-many-rows = Arkusz nie pomieści { $count } wierszy (najwięcej { $most }). Zawęź filtry albo pobierz CSV.

## Kolumny

column-population-table = Liczba mieszkańców jednostki (tabela gmin)
column-population-table-day = Dzień tej liczby
column-unit-level = Szczebel jednostki
column-teryt = TERYT jednostki
column-teryt-known-by = Skąd znany TERYT
column-east-2180 = Wschód (EPSG:2180, m)
column-north-2180 = Północ (EPSG:2180, m)
column-matched-teryt = TERYT miejsca
column-places-count = Liczba miejsc
column-place-no = Numer miejsca
column-place = Miejsce
column-lat = Szerokość geograficzna
column-lon = Długość geograficzna
column-status = Wynik lokalizacji
column-precision = Dokładność położenia
column-accuracy-m = Promień dokładności (m)
column-matched-label = Dopasowano
column-matched-postal-code = Dopasowany kod
column-matched-commune = Dopasowana gmina
column-matched-county = Dopasowany powiat
column-matched-voivodeship = Dopasowane województwo
column-score = Ocena dopasowania
column-checks = Sprawdzenia
column-provider = Dostawca położenia
column-decided-by = Reguła
column-error = Błąd
column-provenance = Pochodzenie
status-ok = znalezione
status-ambiguous = niejednoznaczne
status-no-match = nieznalezione
status-error = błąd
status-skipped = brak miejsca w źródle
status-footer = nie szukano: suma lub dopisek pod tabelą
status-longer = nie szukano: więcej komórek niż nagłówków
status-manual = wskazane ręcznie
precision-building = budynek
precision-interpolated = między numerami
precision-street = ulica
precision-postal-code = kod pocztowy
precision-locality = miejscowość
precision-commune = gmina
precision-county = powiat
precision-voivodeship = województwo
export-remarks = Uwagi

## Pełne teksty

printing-attachments = Załączniki
export-with-practice-slides = ze slajdami praktyk (PPTX)
export-with-practice-slides-hint = Prezentacja mówi o pokryciu. Zaznacz, aby miała też slajd każdej z pierwszych praktyk; wybrane są przed innymi.
export-with-full-texts = z pełną prezentacją (karty PDF, plik HTML)
export-with-full-texts-hint = Dołącza pełną prezentację i listę załączników. To tekst ze strony praktyki: może wymieniać osoby.
