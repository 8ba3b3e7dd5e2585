# Jednostki samorządu terytorialnego: nazwy, rodzaje, dane, grupa porównawcza.

## Nazwy i rodzaje

unit-commune = gmina
unit-urban = gmina miejska
unit-mixed = gmina miejsko-wiejska
unit-rural = gmina wiejska
unit-city-county = miasto na prawach powiatu
unit-in-county = pow. { $county }
unit-county = powiat
unit-commune-name = gmina { $name }
unit-county-name = powiat { $name }
unit-voivodeship = województwo
unit-voivodeship-name = województwo { $name }
unit-association = związek, stowarzyszenie lub porozumienie jednostek
unit-unknown = jednostka nieznana

## Dane

unit-people = { $count } mieszk.
unit-thousands = { $count } tys.
unit-people-table = { $people } (spoza metryki)
unit-density = { $count } os./km²
unit-degree-1 = miasto (obszar gęsto zaludniony)
unit-degree-2 = mniejsze miasto lub przedmieście
unit-degree-3 = obszar wiejski
unit-area = obszar miejski: { $name }
unit-no-area = poza obszarami miejskimi
unit-day = { $people } ({ $day })

## Jednostka praktyki

unit-heading = Jednostka
unit-teryt = TERYT { $teryt }
unit-no-teryt = bez kodu TERYT
unit-known-card = z metryki
unit-known-name = z nazwy jednostki
unit-known-point = z położenia

## Grupa porównawcza

group-heading = Jednostki podobne
group-traits = Cechy wspólne grupy
group-size = { $size } mieszk.
group-urban = miejskie
group-mixed = miejsko-wiejskie
group-rural = wiejskie
group-area = obszar miejski: { $name }
group-no-area = poza obszarami miejskimi
group-communes = { $units ->
    [one] { $units } gmina
    [few] { $units } gminy
   *[many] { $units } gmin
 }
group-counties = { $units ->
    [one] { $units } powiat
    [few] { $units } powiaty
   *[many] { $units } powiatów
 }
group-voivodeships = { $units ->
    [one] { $units } województwo
    [few] { $units } województwa
   *[many] { $units } województw
 }
group-count = { $active ->
    [0] W grupie: { $units }, na razie bez praktyk.
   *[other] W grupie: { $units }, z praktyką { $active } (praktyk: { $practices }).
 }
group-alone = Tylko praktyki z grupy
group-show = Pokaż jednostki grupy
group-hide = Ukryj jednostki grupy
group-caption = Jednostki grupy, najpierw najbardziej podobne
group-most = Tabela ma { $shown } najbardziej podobnych z { $total }; mapa wszystkie.
group-unit = Jednostka
group-population = Miesz­kańcy
group-likeness = Podo­bieństwo
group-distance = Odle­głość
group-practices = Prak­tyki
group-rings = Na mapie jednostki grupy to małe kółka.
