# What does not fit in a table, a page or a file, in Polish: for pages and commands alike.

violations = { $count ->
    [one] w tabeli praktyk jest { $count } błąd
    [few] w tabeli praktyk są { $count } błędy
   *[many] w tabeli praktyk jest { $count } błędów
 }
violations-more = { $count ->
    [one] i jeszcze { $count } błąd
    [few] i jeszcze { $count } błędy
   *[many] i jeszcze { $count } błędów
 }
violation = { $place }: powinno być: { $expected }
violation-value = { $place }: { $value } – powinno być: { $expected }
violation-hidden = { $place }: wartość ukryta – powinno być: { $expected }
violation-row = wiersz { $row }
violation-row-column = wiersz { $row }, kolumna { $column }
violation-file = plik
violation-file-column = plik, kolumna { $column }
page-fault = { $place }: powinno być: { $expected }
problem-line = { $file }: wiersz pliku { $row }: powinno być: { $expected }; { $effect }
problem-row = { $file }: wiersz { $row }: powinno być: { $expected }; { $effect }
problem-column = { $file }: wiersz { $row }, kolumna { $column }: powinno być: { $expected }; { $effect }

## Skutki

effect-left-out = praktyki nie wczytano
effect-emptied = wartość pominięto
effect-text-only = pozostał sam tekst w metryce
effect-read = wczytano mimo to
effect-renumbered = praktyka dostała numer tymczasowy

## Czego wymagamy od stron i tabel użytkowników

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
rule-metryka = „Metryka praktyki” pod zakładkami: zapisz zakładkę „Skrót i Metryka”, której adres nie kończy się na s=2
rule-once = każda praktyka w jednym pliku; artykuł { $number } wczytano już z { $file }
rule-readable = plik, który można odczytać ({ $reason })
rule-size = strona Bazy Dobrych Praktyk; żadna nie ma więcej niż 2 MB
rule-places = najwyżej { $most } miejscowości rozdzielonych średnikami
rule-name = jeden wiersz tekstu, najwyżej { $length } znaków
rule-places-in-all = tabela, w której wszystkie praktyki mają razem najwyżej { $all } miejscowości
rule-more-cells = tyle komórek, ile nagłówków; wartości mogą stać w złych kolumnach
rule-fewer-cells = tyle komórek, ile nagłówków; brakujące są puste
rule-quotation-marks = cudzysłowy w parach; ten wiersz pliku wczytano tak, jak stoi
rule-total-of-table = praktyka; ten wiersz to suma tabeli
rule-under-table = praktyka; ten wiersz to dopisek pod tabelą
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
rule-fits = wartości, które mieszczą się w tabeli praktyk; { $cells }
fits-cell = { $column }: { $expected }
fits-and = { $one }; { $other }
rule-stopped = ktoś, kto czeka na tę stronę
rule-saved = plik albo folder, bo niczego nie pobieramy z sieci: zapisz stronę w przeglądarce (Ctrl+S) albo pobierz kopię witryny programem wget
rule-exists = plik albo folder, który istnieje
rule-pages = strony w tym folderze ({ $endings })
rule-article = dalsza karta, której nazwa pliku podaje artykuł i kartę (art=150&s=2)
rule-first-tab = także pierwsza zakładka artykułu { $number }; jest tu tylko dalsza
rule-packed-pages = archiwum ZIP albo folder; rozpakuj to archiwum i podaj folder
rule-archive = archiwum, które da się odczytać: { $reason }
rule-large-archive = archiwum, które da się odczytać: { $reason } Możesz też je rozpakować i podać folder.

## Co mają zawierać komórki tabeli praktyk

table-article-number = numer artykułu od 1 do 999999999
table-unique-number = każdy numer artykułu tylko raz (ma go już wiersz { $row })
table-one-line = jeden wiersz tekstu
table-required-line = jeden wiersz tekstu, niepusty
table-paragraphs = tekst, akapity oddzielone pustym wierszem
table-name = jeden wiersz tekstu, najwyżej { $length } znaków
table-e-mails = adresy e-mail oddzielone przez '; '
table-places = najwyżej { $most } miejscowości oddzielonych przez '; '
table-web-address = adres strony z http:// albo https://
table-iso-date = dzień z kalendarza w postaci RRRR-MM-DD
table-voivodeship = województwo małymi literami, na przykład małopolskie
table-postal-code = kod pocztowy w postaci 32-700
table-whole-number = liczba całkowita samymi cyframi, na przykład 30000
table-fields = lista JSON par, na przykład [["Powiat", "Bochnia"]]
table-cells = liczba komórek { $expected }, a nie { $found } (przecinek bez cudzysłowu?)
table-quotation = cudzysłów na końcu: zamknij albo usuń ten na początku
table-exists = plik, który istnieje
table-file = plik, który można odczytać ({ $reason })
table-row-size = wiersze do { $limit } MiB (niezamknięty cudzysłów łączy w jeden wszystkie następne: zamknij go albo usuń)
table-readable = plik CSV w UTF-8 z przecinkami i nagłówkami w wierszu 1
table-commas = komórki oddzielone przecinkami, nie średnikami
table-known-column = jedna z kolumn { $columns }
table-unique-column = każdy nagłówek tylko raz
table-required-column = kolumna o tej nazwie
table-headings = kolumna z tytułami praktyk wśród { $headings }
table-taken = tabela, którą da się odczytać: { $reason }

## Dlaczego pliku nie przyjęto

refused-kind = tego rodzaju plików nie wczytujemy. Zapisz dane jako TXT, HTML, ZIP, CSV, XLSX, XLS, ODS lub GeoJSON.
refused-size = plik jest za duży; największy może mieć { $limit } MB. Podziel go na mniejsze.
refused-alone = to tabela, a tabelę wczytujemy samą. Usuń pozostałe pliki.
refused-time = odczyt trwał dłużej niż { $limit } s, więc go przerwano. Podziel plik na mniejsze albo zapisz samą tabelę w nowym pliku.
refused-memory = odczyt wymaga więcej pamięci niż { $limit } MB, więc go przerwano. Często winna jest komórka daleko poza tabelą: skopiuj samą tabelę do nowego pliku.
refused-output = z pliku wynika za dużo danych; największa ilość to { $limit } MB. Podziel go na mniejsze.
refused-crash = pliku nie da się odczytać: program, który go czyta, zakończył się błędem. Zapisz go ponownie, a tabelę najlepiej jako CSV.
refused-start = serwer nie może teraz czytać plików. Spróbuj ponownie za chwilę.
refused-pages = w archiwum nie ma żadnej strony (TXT lub HTML).
refused-stopped = odczyt przerwano, bo nikt już na niego nie czeka.
