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
publisher-openstreetmap-through-the-countries-states-cities-database = OpenStreetMap, przez bazę Countries States Cities Database
publisher-statistics-poland-gus = Główny Urząd Statystyczny (GUS)
preparing = Przygotowuję praktyki: tabela jest nowa albo się zmieniła…
table-not-answering = Baza z praktykami chwilowo nie odpowiada. Widać ostatni znany stan danych, z dnia { $day }; nowszy pokaże się, gdy baza znów odpowie.
error-title = Nie można pokazać danych
error-advice = Popraw dane i odśwież stronę. Nic nie zostało zmienione ani utracone.

## Nazwy kontrolek

control-hide-filters = Ukryj filtry
control-chosen = Wybrane wartości
control-clear = Usuń wszystkie
control-open = Rozwiń
control-remove = Usuń
control-more = Więcej
control-less = Mniej
control-skip = Przejdź do treści
control-fullscreen = Pełny ekran
control-close-fullscreen = Zamknij pełny ekran
