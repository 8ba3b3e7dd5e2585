# What `python -m geocoding` and `mapa-praktyk geocode` say in Polish.

## Help

help-geocode =
    Zapisz w WYNIK tabelę z położeniem każdego wiersza, a obok niej przegląd przebiegu.

    TABELA to CSV, XLSX, XLS, ODS albo GeoJSON; WYNIK to CSV, a przy nazwie na .xlsx skoroszyt.

    Znane kolumny, w dowolnej kolejności, z polskimi literami lub bez: ulica (street), numer
    (number), miejscowość (city), kod pocztowy (postal_code), powiat (county), województwo
    (voivodeship) albo adres (address), gdy wszystko jest w jednej. Wszystkie kolumny i wiersze
    zostają.

    Bez opcji odpowiada tylko słownik miejscowości, na tym komputerze. Usługa jest pytana, gdy się
    ją nazwie: wbudowanego serwera Nominatim nie ma, a zasady publicznego
    (https://operations.osmfoundation.org/policies/nominatim/) pozwalają na jedno zapytanie na
    sekundę od wszystkich użytkowników programu razem i zakazują zapytań masowych.
help-geocode-codes =
    {"\u0008"}
    Kody wyjścia:
        0  gotowe: każdy wiersz ma odpowiedź, także gdy nic nie znaleziono
        2  nic nie zrobiono: błędna opcja albo tabela, której nie da się odczytać
        3  gotowe, ale dla niektórych wierszy usługa nie odpowiedziała albo tekst jest za długi (kolumna 'error')
      130  zatrzymano; odpowiedzi usługi są zachowane: to samo polecenie idzie dalej

    Opcje od --geocoder można też ustawić w środowisku (MAPA_PRAKTYK_SERVER), w pliku
    mapa-praktyk.toml (server = "...") albo w pyproject.toml w części [tool.mapa-praktyk]; najpierw
    liczy się opcja, potem środowisko. Czasy nazywają się tam interval_s i timeout_s.
help-in = Tabela z adresami: CSV, XLSX, XLS, ODS, GeoJSON; dla Dask Parquet.
help-out = Dokąd trafiają odpowiedzi; dla Dask folder.
help-column = Kolumna, której nagłówek nie jest znany, albo jej numer.
help-encoding = Kodowanie pliku TABELA, jeśli nie zostało rozpoznane.
help-separator = Co rozdziela komórki, jeśli nie zostało rozpoznane.
help-header-row = Wiersz z nagłówkami, jeśli nie został rozpoznany; 0, gdy ich nie ma.
help-sheet = Arkusz skoroszytu; bez tego pierwszy z wierszami.
help-limit = Odpowiedz tylko na pierwsze wiersze; pozostałe zostają.
help-dry-run = Powiedz, o co pytano by usługę; nie pytaj i nie zapisuj.
help-engine = dask: w częściach, na wszystkich rdzeniach albo w klastrze, z samego słownika.
help-scheduler = Klastra Dask, który widzi te same pliki; bez tego wszystkie rdzenie.
help-geocoder = Co odpowiada na adresy.
help-service = Usługa, którą pyta chain.
help-server = Adres usługi; dla nominatim konieczny.
help-user-agent = Kto pyta; dla nominatim konieczne.
help-interval = Między zapytaniami.
help-timeout = Na odpowiedź.
help-attempts = Ile prób na jedno pytanie.
help-workers = Ile zapytań naraz.
help-cache = Gdzie trzymane są odpowiedzi usług.
help-retry = O które zachowane odpowiedzi zapytać znowu.
help-overrides = Położenia wyznaczone przez człowieka.
metavar-in = TABELA
metavar-out = WYNIK
metavar-part-heading = CZĘŚĆ=NAGŁÓWEK
metavar-name = NAZWA
metavar-character = ZNAK
metavar-address = ADRES
metavar-words = SŁOWA
metavar-seconds = SEKUNDY
metavar-folder = FOLDER
metavar-file = PLIK
metavar-path = ŚCIEŻKA

## What a run prints

geocode-error = Błąd: { $error }
geocode-stopped = Zatrzymano; odpowiedzi są zachowane: to samo polecenie idzie dalej.
geocode-all-offline = --engine dask odpowiada na wszystkie wiersze ze słownika: bez --limit, --dry-run i bez innego --geocoder niż offline.
geocode-no-equals = --column { $pair }: ma być CZĘŚĆ=NAGŁÓWEK.
geocode-no-dask = --engine dask wymaga pakietów dodatku 'dask', z których { $name } nie jest tu zainstalowany; `mapa-praktyk doctor` podaje polecenie, które je instaluje.
geocode-no-headings = { $table }: nie ma nagłówków; pierwszy wiersz to { $columns }. Podaj numery kolumn, na przykład --column city=3 --column postal_code=2, albo wiersz z nagłówkami: --header-row 1.
geocode-plan-column = { $part } kolumna { $number }: { $heading }
geocode-plan-rows = { $count ->
    [one] { $count } wiersz; o nic nie pytano i nic nie zapisano.
    [few] { $count } wiersze; o nic nie pytano i nic nie zapisano.
   *[other] { $count } wierszy; o nic nie pytano i nic nie zapisano.
 }
geocode-plan-questions = Usługa byłaby pytana o adresy: { $count }, co trwa { $minutes } min lub więcej; pozostałe mają zachowane odpowiedzi.
geocode-open-rows = Wiersze bez odpowiedzi: { $count }. Usługa nie odpowiedziała albo tekst jest za długi; które, mówi kolumna 'error'.
geocode-done = Wiersze: { $count } w { $seconds } s ({ $speed } na sekundę): { $output }; do sprawdzenia: { $audit }
geocode-renamed = Tabela ma kolumnę { $name }: nowa nazywa się { $heading }.
geocode-stale-overrides = Wiersze z położeniem wyznaczonym przez człowieka dla innego adresu: { $count }; w przeglądzie stoi przy nich override_address.
note-totals = { $count ->
    [one] { $count } wiersz to suma tabeli i nie ma odpowiedzi: { $rows }.
    [few] { $count } wiersze to sumy tabeli i nie mają odpowiedzi: { $rows }.
   *[other] { $count } wierszy to sumy tabeli i nie mają odpowiedzi: { $rows }.
 }
note-under-table = { $count ->
    [one] { $count } wiersz stoi pod tabelą (źródło, data, uwaga) i nie jest adresem, chyba że jego komórka może nim być: { $rows }.
    [few] { $count } wiersze stoją pod tabelą (źródło, data, uwaga) i nie są adresami, chyba że ich komórki mogą nimi być: { $rows }.
   *[other] { $count } wierszy stoi pod tabelą (źródło, data, uwaga) i nie jest adresami, chyba że ich komórki mogą nimi być: { $rows }.
 }
note-outside-poland = { $count ->
    [one] { $count } wiersz podaje punkt poza Polską i nie ma odpowiedzi: { $rows }.
    [few] { $count } wiersze podają punkty poza Polską i nie mają odpowiedzi: { $rows }.
   *[other] { $count } wierszy podaje punkty poza Polską i nie ma odpowiedzi: { $rows }.
 }
help-stated-points = Co oznaczają własne współrzędne tabeli.
help-reverse = Dla tabeli współrzędnych: dopisz też adres najbliższy każdemu punktowi i odległość do niego.
