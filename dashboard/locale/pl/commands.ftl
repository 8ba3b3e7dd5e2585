# What the command `mapa-praktyk` says in Polish: its help, and what its runs print.

## Help: commands

help-app = Praktyki polskich samorządów na mapie, bez Internetu.
help-import =
    Wczytaj strony praktyk albo tabele z praktykami do magazynu.

    Praktyka jest dodawana albo aktualizowana; pozostałe się nie zmieniają, podobnie jak to, co
    poprawili ludzie. O tym, czego nie da się odczytać, jest mowa w wyniku; reszta jest wczytana (kod wyjścia 1).
help-harvest =
    Pobierz strony praktyk z serwisu do folderu, który czyta `import`.

    Polecenie idzie za listami, do których prowadzi serwis, i pobiera trzy karty każdej praktyki:
    tylko z podanego serwisu, tylko to, na co pozwala jego robots.txt, najwyżej jedno zapytanie na
    dwie sekundy. O to, co już zapisano, nie pyta ponownie: przerwane kontynuuje to samo polecenie.
    Uruchomione po zakończeniu pobiera to, co nowe i zmienione. Około 1800 stron trwa godzinę.

    Baza jest chroniona prawem jako baza danych: poproś właścicieli o zgodę albo o kopię (Związek
    Miast Polskich, Związek Powiatów Polskich, Związek Gmin Wiejskich RP). Strony wymieniają osoby
    do kontaktu: trzymaj folder tam, gdzie wolno trzymać dane osobowe.
help-news =
    Zapisz, co jest nowe i co się zmieniło od danego dnia, jako kanał Atom albo krótki list HTML.

    Mówi o tym historia magazynu; praktyka, o której magazyn tego nie wie, ma daty ze swojej metryki.
    Osób do kontaktu, telefonów i adresów e-mail nigdy w nim nie ma.
help-demo =
    Utwórz zmyślone praktyki prawdziwych gmin, aby wypróbować mapę na wielu.

    Każdy tytuł i wiersz mówi, że to przykład; nie ma w nich osób.
help-export = Zapisz praktyki do pliku, tego samego, który na stronie daje „Pobierz”.
help-edit =
    Popraw jedno pole praktyki.

    Poprawka zostaje, gdy strona praktyki jest wczytana ponownie; cofa ją `undo`.
help-history = Pokaż ostatnie zmiany: identyfikator, kiedy, kto, co, przed i po, dlaczego.
help-undo = Cofnij zmianę albo wszystko, co zmienił jeden import, przez kolejną zmianę.
help-backup = Skopiuj cały magazyn do jednego pliku; mapa może przy tym działać.
help-restore = Wstaw kopię w miejsce całej zawartości magazynu; także do PostgreSQL.
help-migrate = Dostosuj tabele magazynu do tej wersji; przedtem powstaje kopia starych.
help-doctor =
    Sprawdź, co przeszkodziłoby w działaniu mapy, i powiedz, co z tym zrobić.

    Podaj te same opcje, z którymi mapa jest uruchamiana. Kod wyjścia 1, gdy jest problem;
    ostrzeżenie daje 0. Nic nie jest zmieniane, a pytane są tylko włączone usługi;
    Internet tylko z --links.

## Help: options

help-version = Pokaż wersję i zakończ.
help-port = Port, na którym działa mapa.
help-port-default = pierwszy wolny od 8501
help-address = Adres sieciowy, na którym działa mapa; 0.0.0.0 dopuszcza inne komputery.
help-no-browser = Nie otwieraj przeglądarki.
help-data = Praktyki do pokazania: magazyn (PLIK.sqlite, postgresql://użytkownik@host/baza) albo plik z tabelą, który jest tylko czytany (CSV, TSV, XLSX, XLS, ODS, GeoJSON).
help-data-default = zmienna MAPA_PRAKTYK_DATA, a bez niej magazyn w folderze danych użytkownika
help-output = Magazyn, do którego trafiają: PLIK.sqlite albo postgresql://użytkownik@host/baza; powstaje, jeśli go nie ma.
help-output-default = magazyn, który pokazuje mapa
help-base-path = Działaj pod tą ścieżką, za serwerem pośredniczącym, który ją przekazuje: praktyki.
help-basemap = Plik mapy z ulicami, PMTiles albo MBTiles, w schemacie Protomaps lub OpenMapTiles; mapy pokazują go pod znakami praktyk.
help-map-servers = Serwery map, z których czytelnicy mogą wybierać podkład: plik TOML z adresami i nazwami. Pytają je przeglądarki czytelników.
metavar-origin = WITRYNA
help-embed-in = Witryna, której strony mogą osadzać mapę, listę i karty w ramce (https://www.example.org); można powtórzyć. Bez tej opcji żadna obca strona nie może.
help-embed-in-default = żadna
help-publisher = Kto udostępnia mapę: plik TOML, z którego powstają deklaracja dostępności i strona o danych osobowych.
help-host = Nazwa, pod którą może pytać przeglądarka, oprócz adresów liczbowych; można powtórzyć. *.example.org oznacza wszystkie poniżej, * każdą.
help-host-default = localhost, nazwa tego komputera, adres logowania
help-api-origin = Witryna, której strony mogą czytać otwarty interfejs (/api/) swoimi skryptami, np. https://www.example.org; można powtórzyć. * oznacza każdą.
help-api-origin-default = żadna
help-edit-option = Pozwól odwiedzającym zapisywać poprawione położenia w magazynie.
help-login = Dostawca tożsamości (OpenID Connect), u którego loguje się ten, kto zapisuje poprawki.
help-editors = Kto jedynie może zapisywać poprawki: plik z adresami e-mail albo same adresy.
help-trust-email = Uznawaj adres, choć dostawca nie potwierdza, że jest sprawdzony (email_verified). Tylko dla dostawcy, u którego nikt nie może wybrać cudzego adresu.
help-import-paths = Strony praktyk jako tekst albo zapisany HTML, foldery z nimi (także z `harvest`), archiwa ZIP i WARC albo tabela.
help-doctor-links = Zapytaj też o adresy stron praktyk, jednostek i załączników w Internecie: które są martwe, a które przeniesione. Najwyżej jedno zapytanie na 2 s do jednego serwera; dla 600 praktyk około godziny.
help-harvest-address = Serwis, na przykład https://archiwum.dobrepraktyki.pl/
help-harvest-contact = Twój adres e-mail, wysyłany z każdym zapytaniem: właściciel serwisu musi móc do Ciebie napisać.
help-harvest-output = Folder na strony; powstanie, jeśli go nie ma.
help-harvest-dry = Zapytaj tylko o listy i wymień strony, które byłyby pobrane; nic nie zostanie zapisane.
help-coordinates = Co oznaczają współrzędne w tabeli: budynek (building), ulicę (street), …
help-explain = Powiedz, jak czytana jest każda strona, wiersz po wierszu; nic nie zostanie wczytane.
help-rows = Ile praktyk.
help-seed = Zalążek liczb losowych; ten sam daje tę samą tabelę.
help-demo-output = Dokąd je zapisać: magazyn (PLIK.sqlite, postgresql://użytkownik@host/baza) albo tabela (PLIK.csv).
help-demo-output-default = nigdzie: otwórz na nich mapę
help-force = Zastąp to, co tam jest, także praktyki, które nie są zmyślone.
help-who = Kto zmienia.
help-who-default = użytkownik systemu
help-reason = Dlaczego; zostaje w historii.
help-number = Numer praktyki.
help-field = Kolumna tabeli praktyk: population.
help-value = Tak, jak jest w metryce; '' to nieznana.
help-of-practice = Tylko tej praktyki.
help-count = Ile, od ostatniej.
help-edit-id = Zmiany albo całego importu.
help-backup-file = Dokąd trafia kopia.
help-restore-file = Plik, który zapisało `backup`.
help-json = Wypisz JSON, dla programu.
help-format = Rodzaj pliku; wymienione są niżej.
help-formats = Rodzaje plików
help-format-default = według końcówki --output
help-link = Adres skopiowany ze strony: jej filtry, pytanie i język. Podane obok opcje zastępują to, co w nim jest.
help-facet-voivodeship = Województwo; można powtórzyć.
help-facet-county = Powiat: 'bocheński'; można powtórzyć.
help-facet-commune = Gmina: 'Bochnia (wiejska)'; można powtórzyć.
help-facet-unit-type = Typ jednostki: 'gmina wiejska'; można powtórzyć.
help-facet-theme = Dział, tak jak nazywa go mapa; można powtórzyć.
help-facet-subsection = Poddział; można powtórzyć.
help-facet-year = Rok wprowadzenia; można powtórzyć.
help-least = Najmniejsza liczba mieszkańców.
help-most = Największa liczba mieszkańców.
help-year-from = Pierwszy rok wprowadzenia praktyki do bazy.
help-year-to = Ostatni rok wprowadzenia praktyki do bazy.
help-search = Słowa, które muszą wystąpić wszystkie, w dowolnej odmianie; "w cudzysłowie" dokładnie tak, -słowo: bez niego.
help-since = Tylko nowe lub zmienione od tego dnia: 2026-09-01.
help-news-since = Pierwszy dzień, który się liczy, na przykład 2026-09-01; bez niego ten z adresu (nowe=…), inaczej ostatnie 30 dni.
help-news-link = Adres skopiowany ze strony: praktyki, które pokazuje.
help-news-letter = W terminalu: list HTML zamiast kanału.
help-news-language = Język; bez niego ten z adresu.
help-news-output = Plik, zastępowany za każdym razem: kanał (.atom, .xml) albo list (.html); można powtórzyć. Bez niego terminal.
help-figure-range = Tylko praktyki jednostek, których dodany wskaźnik jest w tym zakresie, na przykład zlobki-2023:5..20.
help-near = Wokół tego miejsca albo jednostki (także kod TERYT) ...
help-radius = ... tak daleko, w km.
help-area = Obszar na mapie, w którym praktyka ma mieć miejsce: szerokość i długość dwóch narożników prostokąta (południowy zachód, północny wschód) albo wszystkich narożników wielokąta, po przecinkach.
metavar-area = NAROŻNIKI
help-complete-population = Tak jest i bez tej opcji.
help-same-group = Tylko jednostki podobne do tej z --near: jej rodzaju i wielkości.
help-stated-population = Tylko ludność z metryk, bez uzupełniania ludnością jednostek.
help-second-measure = Nazwa dodanego wskaźnika, którego druga barwa jest na mapie obok pierwszej miary.
help-level = Regiony: voivodeship (województwa), county (powiaty) albo commune (gminy).
help-measure = Co mówi kolor: practices (liczba), rate (na 100 tys.), share (powiaty z praktyką), commune_share (gminy z praktyką), units (jednostki), year (lata) albo nazwa dodanego wskaźnika.
help-breaks = Klasy: natural (naturalne), quantiles (kwantyle) albo equal (równe).
help-limits = Granice klas: do 4 rosnących liczb, np. '1;5;10'.
help-beside = Druga mapa obok pierwszej (PNG, SVG, PDF, PPTX).
help-beside-measure = Miara drugiej mapy; domyślnie ta sama.
help-beside-until = Ostatni rok drugiej mapy.
help-beside-limits = Granice klas drugiej mapy.
help-until = Licz to, co wprowadzono do tego roku.
help-points = Narysuj praktyki jako kropki.
help-one-practice = Tylko jedna praktyka; jej metryka jako PDF.
help-practice-slides = Dołącz do prezentacji PPTX slajdy pierwszych praktyk; wybrane z linku są przed innymi.
help-full-texts = Dołącz pełne prezentacje i listy załączników do kart PDF i pliku HTML; mogą wymieniać osoby.
help-contacts = Z osobami, numerami telefonów i adresami e-mail.
help-language = Język pliku.
help-export-data = Praktyki: magazyn albo plik z tabelą.
help-export-data-default = magazyn, który pokazuje mapa
help-export-output = Plik albo folder, do którego ma trafić.
help-export-force = Zastąp plik, który już jest.
metavar-site = SERWIS
metavar-email = E-MAIL
metavar-store = MAGAZYN
metavar-place = MIEJSCE
metavar-text = TEKST
metavar-id = IDENTYFIKATOR
metavar-number = NUMER
metavar-field = POLE
metavar-value = WARTOŚĆ
metavar-kind = RODZAJ
metavar-year = ROK
metavar-day = DZIEŃ
metavar-limits = LICZBY
metavar-figure-range = NAZWA:OD..DO

## Serving

command-error = mapa-praktyk: { $error }
command-no-memory = za mało pamięci na tę tabelę; daj programowi więcej (ograniczenie kontenera, usługi albo ulimit -v) albo wskaż mniejszą tabelę: przygotowanie nowej lub zmienionej wymaga { $program } MiB i sześciokrotności jej rozmiaru, później mniej
command-served = Mapa Praktyk: { $address }  (kończy Ctrl-C)
command-preparing = { $table }: tabela nowa albo zmieniona, przygotowywana raz, z użyciem do { $memory } MiB pamięci ...

## Import

import-table-read = { $file }: { $count ->
    [one] odczytano { $count } praktykę: { $counts }
    [few] odczytano { $count } praktyki: { $counts }
   *[other] odczytano { $count } praktyk: { $counts }
 }
import-beside = { $file }: { $count ->
    [one] { $count } poprawione położenie obok
    [few] { $count } poprawione położenia obok
   *[other] { $count } poprawionych położeń obok
 }
import-own-coordinates = { $file }: { $count ->
    [one] { $count } położenie z jej własnych współrzędnych ({ $precision })
    [few] { $count } położenia z jej własnych współrzędnych ({ $precision })
   *[other] { $count } położeń z jej własnych współrzędnych ({ $precision })
 }
import-store = { $store }: { $count ->
    [one] { $count } praktyka
    [few] { $count } praktyki
   *[other] { $count } praktyk
 }
import-nothing = { $store }: nic nie odczytano i nic nie zapisano
import-pages-read = odczytano { $read } z { $count ->
    [one] { $count } strony: { $counts }
   *[other] { $count } stron: { $counts }
 }
import-counts = dodane: { $added }, zaktualizowane: { $updated }, bez zmian: { $unchanged }
import-of-site = pominięte dalsze zakładki i inne strony serwisu: { $count }
import-archive = { $file }: pominięto, archiwum w folderze; wskaż je osobno
import-other = { $file }: pominięto, po nazwie nie jest to strona
import-more-others = i jeszcze pominięte pliki, które po nazwie nie są stronami: { $count }
import-remark = { $file }: { $label }{ $value }: powinno być: { $expected }; zachowano tylko jako tekst
import-provisional = { $file }: brak numeru artykułu, więc praktyka ma numer tymczasowy { $number }, aż zostanie wczytana strona z jej numerem; numer nadaje też nazwa pliku (150.txt)
import-derived-number = { $file }: brak numeru artykułu; według działu i tytułu to { $number }
import-renumbered = numer tymczasowy { $old } to odtąd { $new }

## Export

exported = { $file }: praktyki: { $shown } z { $total }{ $filters }
exported-nothing = żadna z praktyk ({ $total }) nie przechodzi przez filtry{ $filters }

## The store

demo-written = { $store }: zmyślone praktyki: { $count }
edit-same = praktyka { $number }: { $field } ma już tę wartość
edit-added = dodana
edit-updated = zaktualizowana
edit-removed = usunięta
edit-import = import
undone = cofnięto zmian: { $count }
backed-up = { $file }: kopia magazynu { $store }, bajtów: { $size }
restored = { $store }: przywrócono, praktyk: { $count }
migrated-nothing = nic do zrobienia: tabele są w tej wersji

## Tables and stores

read-encoding = { $file }: odczytano jako { $encoding }
read-headings = { $file }: nagłówki są w wierszu { $row }{ $above }
read-above = ; powyżej, nie odczytano: { $rows }
read-no-numbers = { $file }: nie ma kolumny z numerami: numery tymczasowe powstają z działu i tytułu
read-addresses = { $file }: wygląda na listę adresów; taką zlokalizuje `mapa-praktyk geocode`
read-unused = { $file }: kolumny, których nie użyto: { $names }{ $more }
read-more = {" "}i jeszcze { $count }
store-made = { $store }: nowy magazyn, praktyki: { $count }, z { $table }
store-took-over = { $store }: przejęto z plików obok tej tabeli: poprawione położenia: { $corrections }, wpisy ich historii: { $edits }

## Data

help-own-data = Własne dane: TERC, SIMC i ULIC, ludność gmin, granice z PRG, punkty adresowe, wskaźniki według kodów TERYT.
help-data-add = Dodaj pliki, rozpoznane po zawartości, w miejsce wcześniejszych tego rodzaju; punkty adresowe w miejsce tych z ich powiatów.
help-data-list = Wypisz, co dodano: rodzaj, dzień, liczba rekordów, plik, suma SHA-256.
help-data-remove = Usuń dodane dane; znów liczą się te z programu.
help-data-file = Pliki, takie jakie wydaje urząd, albo mapa ulic (PMTiles, MBTiles).
help-data-day = Dzień danych, jeśli inny niż w pliku.
help-data-kind = Rodzaj z `data list`, na przykład terc.
help-figure-name = Nazwa wskaźnika w pliku; z nią plik jest tabelą wskaźników według kodów TERYT albo nazw jednostek.
help-figure-unit = Jednostka wskaźnika, na przykład osoba albo %; niepotrzebna, jeśli jest w nagłówku w nawiasach kwadratowych.
help-figure-source = Kto opublikował wskaźnik, na przykład GUS, Bank Danych Lokalnych.
help-figure-column = Nagłówek kolumny ze wskaźnikiem, jeśli jest ich kilka.
help-figure-year = Rok wskaźnika; domyślnie najnowszy w pliku.
help-figure-kind = count: liczba, którą wolno sumować i przez którą wolno dzielić; rate: odsetek, średnia albo wskaźnik, którego się nie sumuje.
data-added = { $kind }: rekordów { $rows }, stan na { $day }, z pliku { $source }, SHA-256 { $sha256 }
data-removed = { $kind }: usunięto { $source }, stan na { $day }
data-none = niczego nie dodano; plik dodaje `mapa-praktyk data add PLIK`
data-unknown-communes = Gminy, o których program nie wie nic więcej (ani obszaru, ani położenia), więc ich nie pokazuje: { $codes }
data-lacking-communes = Gminy programu, których nie ma w dodanych plikach, więc ich nie pokazuje: { $codes }

## Pobieranie

harvest-status = status HTTP { $status }
harvest-too-large = ponad { $size } MiB, dalej nie czytano
harvest-loop = odsyła z adresu na adres bez końca
harvest-wait = serwis prosi, aby poczekać { $minutes } min; uruchom wtedy to samo polecenie
harvest-failures = { $count } stron z rzędu nie przyszło; uruchom to samo polecenie później, będzie kontynuować
harvest-no-start = strona startowa { $address } nie przyszła
harvest-interrupted = przerwane; to samo polecenie będzie kontynuować
harvest-law = Baza praktyk jest chroniona jako baza danych (ustawa z 27 lipca 2001 r.): kto przejmuje istotną jej część, potrzebuje zgody właścicieli; uruchamiając polecenie, oświadczasz, że ją masz. Strony wymieniają osoby do kontaktu: to dane osobowe. Prośba do związków o kopię oszczędza ich serwer.
harvest-rate = { $site }: najwyżej jedno zapytanie na { $seconds } s, jako { $agent }
harvest-outcome = { $outcome ->
    [new] nowe strony
    [changed] zmienione strony
    [unchanged] niezmienione strony
    [gone] zniknęły z serwisu; ostatnia strona zostaje w folderze
    [unlinked] już nic do nich nie prowadzi; mimo to o nie zapytano
    [would-ask] byłyby pobrane
    [cut-off] bez zakończenia, może ucięte
    [robots] zabronione w robots.txt
    [other-host] linki do innych serwisów, pominięte
    [other-page] linki do innych stron serwisu, pominięte
    [redirect] przekierowania; poza serwis nie prowadzi żadne
    [endless] dalsze strony list, które nic nowego nie przynoszą
    [failed] bez odpowiedzi
    [login] formularz logowania zamiast strony
    [captcha] captcha zamiast strony
    [empty] artykuł bez treści
   *[other] { $outcome }
}
harvest-line = { $count }  { $words }
harvest-done = { $folder }: { $articles ->
    [one] { $articles } artykuł
    [few] { $articles } artykuły
   *[other] { $articles } artykułów
}, { $requests ->
    [one] { $requests } zapytanie
    [few] { $requests } zapytania
   *[other] { $requests } zapytań
}; co pominięto i dlaczego, jest w { $report }
harvest-dry = { $requests ->
    [one] { $requests } zapytanie
    [few] { $requests } zapytania
   *[other] { $requests } zapytań
}; nic nie zapisano
harvest-next = teraz: mapa-praktyk import { $folder }
harvest-no-articles = nie znaleziono żadnego artykułu: serwis jest zbudowany inaczej, niż zna ten program; jego strona startowa jest w folderze
data-points-county = Powiat { $county }: punktów { $count }, poprzednio { $before }
data-points-missing = Nowy plik nie ma powiatów { $counties } swojego województwa; zostają w nich poprzednie punkty. Sprawdź plik.
data-points-problems = Nie użyto: { $count } ({ $kinds }); ich lista: { $path }

## Jak czytana jest strona

explain-encoding = kodowanie: { $encoding } ({ $stated ->
    [mark] według znacznika kolejności bajtów
    [header] podaje je serwer
    [meta] podaje je strona
   *[none] rozpoznane po literach
})
explain-article = artykuł: { $article }
explain-fault = to nie jest strona praktyki: { $reason }
explain-known = rozpoznane etykiety: { $labels }
explain-unknown = etykiety nieznane, zachowane jako tekst: { $labels }
explain-share = wykorzystano { $share } % tekstu
help-data-pack = Zapisz wszystkie dodane punkty adresowe w jednym zwięzłym pliku (Parquet), do przeniesienia do sieci zamkniętej; tam przyjmie go `data add`.
help-data-pack-file = Plik do zapisania.
data-packed = { $path }: punktów { $count }, bajtów { $bytes }
news-written = { $file }: { $count ->
    [one] { $count } praktyka
    [few] { $count } praktyki
   *[other] { $count } praktyk
}
