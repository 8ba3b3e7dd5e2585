# Teksty interfejsu po polsku; identyfikatory są wspólne dla obu języków.

app-name = Mapa praktyk
page-map = Mapa
missing = brak danych

## Działy

section-social = Usługi społeczne
section-technical = Usługi techniczne
section-institutional = Rozwój instytucjonalny
section-energy = Efektywność energetyczna
section-ngo = Współpraca JST-NGO
section-cooperation = Współpraca między JST
section-dialogue = Dialog społeczny
section-monitoring = System Monitorowania Usług Publicznych
section-other = Inny dział

## Stopka i błędy

footer-sources = Źródła danych i licencje
licence-natural-earth-public-domain = domena publiczna
licence-not-stated = wydawca nie podaje licencji
licence-public-sector-information = informacja sektora publicznego; należy podać źródło
publisher-eurostat-from-statistics-poland-gus = Eurostat, z danych Głównego Urzędu Statystycznego (GUS)
publisher-gshhg-and-world-data-bank-ii-through-matplotlib-s-basemap = GSHHG i World Data Bank II, przez Basemap biblioteki Matplotlib
publisher-openstreetmap-through-the-countries-states-cities-database = OpenStreetMap, przez bazę Countries States Cities Database
publisher-statistics-poland-gus = Główny Urząd Statystyczny (GUS)
preparing = Przygotowuję praktyki: tabela jest nowa albo się zmieniła…
table-not-answering = Baza z praktykami chwilowo nie odpowiada. Widać ostatni znany stan danych, z dnia { $day }; nowszy pokaże się, gdy baza znów odpowie.
error-title = Nie można pokazać danych
error-advice = Popraw dane i odśwież stronę. Nic nie zostało zmienione ani utracone.
error-table = W tabeli praktyk są błędy. Wiersz, kolumnę i regułę podaje lista; wartości są w dzienniku serwera, o ile nie dotyczą osób.
error-no-table = Nie ma jeszcze tabeli praktyk. Osoba, która prowadzi serwer, tworzy ją poleceniem mapa-praktyk import.
error-store = Serwer nie może teraz odczytać albo zapisać tabeli praktyk. Powód jest w dzienniku serwera; powiedz o tym osobie, która go prowadzi.
error-saving = Serwer nie może zapisać poprawki. Powód jest w dzienniku serwera; powiedz o tym osobie, która go prowadzi.
error-disk-full = Serwer nie może zapisać, bo na jego dysku nie ma miejsca. Powiedz o tym osobie, która go prowadzi.
error-settings = Ustawienie serwera jest błędne. Powód jest w dzienniku serwera; powiedz o tym osobie, która go prowadzi.
error-corrections = Pliku poprawek nie można odczytać. Wiersz i powód są w dzienniku serwera; powiedz o tym osobie, która go prowadzi.
error-other = Serwer nie może tego teraz zrobić. Powód jest w dzienniku serwera; powiedz o tym osobie, która go prowadzi.
error-not-saved-title = Nie zapisano zmiany
error-not-saved = To, co zapisano wcześniej, jest bez zmian. Powód:
error-unexpected-title = Wystąpił nieoczekiwany błąd
error-unexpected = Odśwież stronę. Jeśli błąd się powtórzy, podaj administratorowi serwera jego numer: { $number }. W dzienniku serwera zapisano pod nim, co się stało.

## Nazwy kontrolek

control-hide-filters = Ukryj filtry
control-chosen = Wybrane wartości
control-clear = Usuń wszystkie
control-open = Rozwiń
control-remove = Usuń
control-more = Więcej
control-less = Mniej
control-skip = Przejdź do treści
short-date-pattern = dd.MM.y
skip-to-list = Przejdź do listy praktyk
control-fullscreen = Pełny ekran
control-close-fullscreen = Zamknij pełny ekran
