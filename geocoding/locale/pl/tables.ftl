# What is said of tables, in Polish: why a file is not read, and how one was read.

file-refused = { $file }: { $reason }

## Dlaczego pliku nie wczytano

refused-empty = plik jest pusty albo nie zawiera żadnego wiersza pod nagłówkami.
refused-rows = tabela jest za długa; wczytujemy do { $limit } wierszy. Podziel ją na mniejsze.
refused-columns = tabela jest za szeroka; wczytujemy do { $limit } kolumn. Usuń zbędne.
refused-cell = komórka w wierszu { $row }, w kolumnie { $column }, ma ponad { $limit } znaki; dłuższych nie wczytujemy. Skróć jej tekst albo podziel go między kilka kolumn; zamknij otwarty cudzysłów.
refused-cells = pierwsze arkusze skoroszytu zajmują za dużo komórek; czytamy do { $limit }. Zostaw w nim jeden arkusz, a w nim samą tabelę.
refused-text = wiersz { $row } nie jest tekstem. Zapisz tabelę jako CSV albo XLSX.
refused-csv = tego pliku CSV nie da się odczytać od wiersza { $row }, prawdopodobnie przez niedomknięty cudzysłów. Zapisz tabelę ponownie albo jako XLSX.
refused-html = to strona internetowa bez tabeli, mimo nazwy pliku. Otwórz ją w arkuszu i zapisz jako XLSX lub CSV.
refused-no-table = mimo nazwy pliku to nie jest tabela, tylko { $found }. Zapisz dane jako CSV lub XLSX.
refused-geojson = to nie jest plik GeoJSON ze zbiorem obiektów (FeatureCollection), który da się odczytać. Zapisz dane ponownie albo jako CSV.
refused-geojson-feature = element { $row } zbioru nie jest obiektem GeoJSON (Feature). Zapisz dane ponownie albo jako CSV.
refused-workbook = tego skoroszytu nie da się odczytać. Zapisz go ponownie, bez hasła, najlepiej jako XLSX.
refused-macro = skoroszyt zawiera makra, a takich nie otwieramy. Zapisz go jako „Skoroszyt programu Excel (*.xlsx)”.
refused-external = skoroszyt odwołuje się do innych plików albo je zawiera ({ $found }). Wklej same wartości do nowego skoroszytu.
refused-archive = tego pliku nie da się rozpakować. Utwórz zwykłe archiwum ZIP.
refused-files = w archiwum jest za dużo plików; może ich być najwyżej { $limit }.
refused-unpacked = po rozpakowaniu plik jest za duży; może mieć do { $limit } MB.
refused-bomb = plik jest spakowany tak, jak robią to tylko pliki szkodliwe.
refused-path = archiwum zawiera plik o ścieżce, która prowadzi poza nie ({ $found }).
refused-link = archiwum zawiera dowiązanie zamiast pliku ({ $found }).
refused-encrypted = plik jest zaszyfrowany. Zapisz go bez hasła.
refused-nested = archiwum zawiera inne archiwum ({ $found }). Rozpakuj je i spakuj same pliki.
table-line-encoding = { $path }: wiersz { $line } nie jest w kodowaniu { $encoding } (bajt { $byte } na miejscu { $place }). Zapisz plik w UTF-8 albo podaj jego kodowanie opcją --encoding.
table-encoding = { $path }: plik nie jest w kodowaniu { $encoding }. Podaj jego kodowanie opcją --encoding.

## Jak tabelę wczytano

note-unused = Kolumny, które nie mówią nic o adresie: { $names }.
note-encoding = Plik wczytano w kodowaniu { $encoding }.
note-sheets = Wczytano arkusz { $sheet }, a nie { $others }; inny wskazuje --sheet.
note-no-headings = Plik nie ma nagłówków: wszystkie jego wiersze to dane.
note-above = Nagłówki są w wierszu { $row }; { $count ->
    [one] wiersza { $rows } nad nimi nie ma w wyniku.
    [few] wierszy { $rows } nad nimi nie ma w wyniku.
   *[many] wierszy { $rows } nad nimi nie ma w wyniku.
 } Inny wiersz nagłówków wskazuje --header-row.
note-numbering = Wiersz { $row } tylko numeruje kolumny; nie ma go w wyniku.
note-blank = { $count ->
    [one] W pliku { $file } jest { $count } pusty wiersz; nie ma go w wyniku.
    [few] W pliku { $file } są { $count } puste wiersze; nie ma ich w wyniku.
   *[many] W pliku { $file } jest { $count } pustych wierszy; nie ma ich w wyniku.
 }
note-longer = { $count ->
    [one] { $count } wiersz ma więcej komórek, niż jest nagłówków ({ $width }), i został pominięty, bo jego wartości mogą stać w złych kolumnach: { $rows }.
    [few] { $count } wiersze mają więcej komórek, niż jest nagłówków ({ $width }), i zostały pominięte, bo ich wartości mogą stać w złych kolumnach: { $rows }.
   *[many] { $count } wierszy ma więcej komórek, niż jest nagłówków ({ $width }), i zostało pominiętych, bo ich wartości mogą stać w złych kolumnach: { $rows }.
 } Komórka, w której jest znak rozdzielający, musi stać w cudzysłowie.
note-shorter = { $count ->
    [one] { $count } wiersz ma mniej komórek, niż jest nagłówków: { $rows }.
    [few] { $count } wiersze mają mniej komórek, niż jest nagłówków: { $rows }.
   *[many] { $count } wierszy ma mniej komórek, niż jest nagłówków: { $rows }.
 }
note-stray-marks = { $count ->
    [one] { $count } wiersz pliku ma cudzysłowy nie do pary i został wczytany tak, jak stoi: { $rows }.
    [few] { $count } wiersze pliku mają cudzysłowy nie do pary i zostały wczytane tak, jak stoją: { $rows }.
   *[many] { $count } wierszy pliku ma cudzysłowy nie do pary i zostało wczytanych tak, jak stoją: { $rows }.
 }
note-dates = Numery domów, z których arkusz zrobił daty, odczytano z powrotem: { $examples }.
note-date = { $text } jako { $number }
note-more = { $items } i jeszcze { $count }

## Raport z przebiegu

audit-title = Raport z geokodowania
audit-by-status = Wiersze według wyniku
audit-by-precision = Wiersze według dokładności
audit-by-voivodeship = Wiersze według województw
audit-failed-checks = Niezgodności
audit-open-rows = Wiersze bez punktu (pierwsze { $limit })
audit-contradictions = Sprzeczności (pierwsze { $limit })
audit-shared-points = Punkty wspólne dla wielu wierszy
audit-none = Brak.
audit-column-status = wynik
audit-column-precision = dokładność
audit-column-voivodeship = województwo
audit-column-rows = wiersze
audit-column-check = warunek
audit-column-row = wiersz
audit-column-query = szukano
audit-column-reason = powód
audit-column-rejected = najlepsze odrzucone
audit-column-matched = dopasowano
audit-column-checks = warunki
audit-column-decided-by = reguła
audit-column-lat = szer. geogr.
audit-column-lon = dł. geogr.
row-too-long = wiersz { $row }: liczba komórek to { $found }, a nagłówków { $width }
row-not-read = Nie odczytano: { $parts }, a czytamy najwyżej { $limit }. Skróć tekst.
row-long-part = { $part } ma { $count ->
    [one] { $count } znak
    [few] { $count } znaki
   *[many] { $count } znaków
 }
row-beyond-limit = poza limitem tego przebiegu
row-not-found = niczego nie znaleziono
row-nothing-stated = Nie podano miejscowości, kodu pocztowego, gminy, powiatu ani województwa.
row-nothing-to-ask = Nie podano miejscowości ani niczego innego, o co można zapytać usługę.
