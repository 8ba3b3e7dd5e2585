# Teksty interfejsu po polsku; identyfikatory są wspólne dla obu języków.

## Wynik

count = { $shown } z { $total ->
    [one] { $total } praktyki
   *[other] { $total } praktyk
 }
count-off-map = { $count ->
    [one] { $count } nie ma na mapie
    [few] { $count } nie ma na mapie
   *[many] { $count } nie ma na mapie
 }
copy-link = Kopiuj link
copy-done = Skopiowano
copy-failed = Nie udało się skopiować. Skopiuj adres z paska przeglądarki.
link-ignored = Link zawiera wartości, których nie ma w danych, więc je pominięto: { $values }.
empty-title = Żadna praktyka nie spełnia wszystkich filtrów
empty-advice = Poluzuj jeden z nich:
empty-drop = Bez filtra „{ $filter }” ({ $count ->
    [one] { $count } praktyka
    [few] { $count } praktyki
   *[many] { $count } praktyk
 })
empty-each-zero = Zdjęcie jednego filtra nie wystarczy.
no-practices = Tabela praktyk jest pusta. Wczytaj strony poleceniem: mapa-praktyk import FOLDER

## Lista

list = Lista praktyk
list-previous = Poprzednie
list-next = Następne
list-page = { $first }–{ $last } z { $total }

## Mapa

map-label = Mapa praktyk
map-legend = Legenda
map-whole = Cała Polska
map-fit = Pokaż wszystkie wyniki
map-cluster = { "{count}" } praktyk, najbliżej: { "{near}" }; otwórz, aby przybliżyć
map-cluster-one = { "{count}" } praktyka, najbliżej: { "{near}" }; otwórz, aby przybliżyć
map-cluster-few = { "{count}" } praktyki, najbliżej: { "{near}" }; otwórz, aby przybliżyć
map-skip = Pomiń mapę
map-list = { "{count}" } pozycji w jednym punkcie
map-further = Pokaż kolejne ({ "{count}" })
map-close = Zamknij listę
map-ground-failed = Pliku mapy z ulicami nie da się teraz odczytać. Widać mapę wbudowaną.
map-ground-choice = Podkład mapy
map-ground-embedded = Mapa wbudowana
map-server-failed = Serwer mapy „{ "{name}" }” nie odpowiada. Widać mapę wbudowaną.
map-server-gaps = Nie wszystkie części mapy „{ "{name}" }” dało się pobrać. Tam widać mapę wbudowaną.
map-area = Obszar na mapie
map-area-follow = Tylko to, co widać na mapie
map-area-view = Obszar tego widoku
map-area-rectangle = Narysuj prostokąt
map-area-polygon = Narysuj wielokąt
map-area-remove = Usuń obszar
map-area-drag = Przeciągnij od rogu do rogu; Esc przerywa.
map-area-release = Puść, aby wybrać ten obszar.
map-area-first = Kliknij pierwszy narożnik; Esc przerywa.
map-area-next = Kliknij następny narożnik.
map-area-last = Kliknij następny narożnik albo pierwszy, aby zamknąć obszar.
map-area-crossing = Boki nie mogą się przecinać.
map-inset = Położenie widoku w Polsce
map-failed = Nie udało się wczytać punktów mapy. Odśwież stronę.
