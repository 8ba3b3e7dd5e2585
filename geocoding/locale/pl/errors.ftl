# What is wrong, in Polish: the messages of the errors that people meet.

os-no-file = nie ma takiego pliku ani folderu
os-no-permission = brak uprawnień
os-not-permitted = niedozwolona operacja
os-folder = to folder
os-no-folder = to nie folder
os-disk-full = brak miejsca na dysku
os-only-read = dysk tylko do odczytu
os-exists = plik już istnieje
columns-twice = Kolumny { $header } i { $heading } obie mają { $part }. Zmień nazwę jednej albo wybierz opcją --column { $part }=NAGŁÓWEK.
columns-none = Żadna z kolumn { $header } nie ma części adresu. Znane nagłówki: { $value } albo po polsku ulica, numer, miejscowość, kod pocztowy, powiat, województwo, adres. Inne wskazuje --column, na przykład --column city=NAGŁÓWEK albo, przez numer, --column city=3.
part-unknown = { $part } nie jest częścią adresu; części to { $columns }.
column-missing = Nie ma kolumny { $heading } dla { $part }; są { $header }.
scheduler-silent = --scheduler { $scheduler }: nie odpowiada tam żaden Dask ({ $error }); ma to być adres taki jak tcp://10.0.0.5:8786.
folder-busy = { $folder }: działa tam inny przebieg; poczekaj na jego koniec albo podaj inny folder.
folder-not-written = { $folder }: nie można zapisać ({ $reason }).
folder-other-files = { $folder }: są tam pliki, które nie są wynikiem przebiegu; podaj nowy folder.
folder-other-run = { $folder }: jest tam wynik innego przebiegu (różni się: { $differs }); podaj nowy folder albo usuń ten.
parquet-twice = { $path }: więcej niż jedna kolumna nazywa się { $twice }; Parquet wymaga różnych nazw. Zmień je.
rows-too-long = { $name }: wiersze { $rows } mają więcej komórek niż nagłówków ({ $header }). Weź w cudzysłów komórki ze znakiem rozdzielającym albo opuść --engine dask.
parquet-not-read = { $path }: nie można odczytać jako Parquet ({ $error }).
audit-not-written = { $filename }: nie można zapisać ({ $reason }).
output-is-input = { $output }: to plik wejściowy; podaj inną nazwę wyniku.
output-not-written = { $output }: nie można zapisać ({ $reason }).
data-not-read = { $path }: nie można odczytać ({ $error }); uruchom make data.
data-no-column = { $path }: brak kolumny { $missing }; uruchom make data.
server-no-address = Serwer { $server }: ma to być http://HOST albo https://HOST.
user-agent-missing = Potrzebny jest --user-agent: mówi operatorowi serwera, kto pyta.
overrides-not-read = { $path }: nie można odczytać ({ $error }).
overrides-columns = { $name }: mają tam być kolumny { $columns }.
overrides-encoding = { $name }: nie jest w UTF-8 ({ $error }). Zapisz go w UTF-8.
overrides-no-table = { $name }: nie można odczytać ({ $error }).
settings-not-read = mapa-praktyk.toml albo pyproject.toml: { $error }
separator-unknown = Separator { $name }: ma to być jeden znak albo 'tab'.
table-file-not-read = { $path }: nie można odczytać ({ $reason }).
encoding-unknown = { $encoding } nie jest nazwą kodowania; spróbuj 'utf-8'.
sheet-too-large = { $name }: arkusz ma najwyżej { $rows } wierszy i { $columns } kolumn. Daj wynikowi nazwę zakończoną .csv.
cell-too-long = { $name }: komórka w wierszu { $row }, kolumnie { $column } ma ponad { $max_sheet_characters } znaków, czego skoroszyt nie pomieści. Daj wynikowi nazwę zakończoną .csv.
