# Teksty interfejsu po polsku; identyfikatory są wspólne dla obu języków.

page-coverage = Pokrycie

## Wybór

coverage-measure = Miara
coverage-measure-praktyki = Liczba praktyk
coverage-measure-na100tys = Praktyki na 100 tys. mieszkańców
coverage-measure-powiaty = Powiaty z co najmniej jedną praktyką (udział)
coverage-measure-gminy = Gminy z co najmniej jedną praktyką (udział)
coverage-measure-jednostki = Jednostki z praktyką
coverage-measure-rok = Rok najnowszej praktyki
coverage-short-praktyki = Praktyki
coverage-short-na100tys = Na 100 tys.
coverage-short-powiaty = Powiaty z praktyką
coverage-short-gminy = Gminy z praktyką
coverage-short-jednostki = Jednostki
coverage-short-rok = Najnowsza
coverage-level = Poziom
coverage-level-woj = Województwa
coverage-level-powiat = Powiaty
coverage-level-gmina = Gminy
coverage-breaks = Klasy
coverage-breaks-naturalne = Naturalne przerwy
coverage-breaks-kwantyle = Równoliczne
coverage-breaks-rowne = Równe przedziały
coverage-breaks-wlasne = Własne granice
coverage-beside = Druga mapa obok
coverage-beside-measure = Druga mapa: miara
coverage-beside-year = Druga mapa: do roku
coverage-limits = Granice klas
coverage-limits-example = np. 1; 5; 10
coverage-limits-how = Największe wartości kolejnych klas prócz ostatniej, od najmniejszej: od 1 do 4 liczb rozdzielonych średnikami lub spacjami. Udziały w procentach.
coverage-limits-bad = Tych granic nie da się użyć: podaj od 1 do 4 rosnących liczb rozdzielonych średnikami, np. 1; 5; 10.
coverage-second = Druga barwa
coverage-second-none = bez drugiej miary
coverage-two-title = { $first } oraz { $second }
coverage-two-class = { $first } i { $second }
coverage-points = Pokaż praktyki
coverage-country = Polska
coverage-all = wszystkie praktyki
coverage-present = Prezentacja (F8)
coverage-present-leave = Zakończ (Esc)

## Mapa i ranking

coverage-none = brak praktyk
coverage-title-until = { $title }, do roku { $year }
coverage-up-to = do { $most }
coverage-percent = { $percent }%
coverage-city = m. { $name }
coverage-ranking = Ranking
coverage-approximate-powiat = Granice powiatów przybliżone.
coverage-approximate-gmina = Granice gmin przybliżone.
coverage-how = Kliknij region na mapie lub w rankingu, aby zobaczyć jego części (powiaty, gminy); wybór filtruje wszystkie strony. Drugie kliknięcie go cofa.
coverage-remark-several-woj = Praktyka z kilku regionów liczy się w każdym z nich.
coverage-remark-several-powiat = { coverage-remark-several-woj }
coverage-remark-several-gmina = Praktyka liczy się w gminie, której urząd ją prowadził.
coverage-remark-outside-woj = { $count ->
    [one] { $count } praktyki nie da się przypisać do województwa.
    [few] { $count } praktyk nie da się przypisać do województwa.
   *[many] { $count } praktyk nie da się przypisać do województwa.
 }
coverage-remark-outside-powiat = { $count ->
    [one] { $count } praktyki nie da się przypisać do powiatu.
    [few] { $count } praktyk nie da się przypisać do powiatu.
   *[many] { $count } praktyk nie da się przypisać do powiatu.
 }
coverage-remark-outside-gmina = { $count ->
    [one] { $count } praktyka nie jest praktyką gminy (prowadził ją powiat, województwo lub związek) albo jej gminy nie znamy.
    [few] { $count } praktyki nie są praktykami gmin (prowadziły je powiaty, województwa lub związki) albo ich gmin nie znamy.
   *[many] { $count } praktyk nie jest praktykami gmin (prowadziły je powiaty, województwa lub związki) albo ich gmin nie znamy.
 }
coverage-remark-rates-woj = { analysis-rates-how }
coverage-remark-rates-powiat = Mianownik to ludność całego powiatu: suma jego gmin, stan na { $day } (GUS).
coverage-remark-rates-gmina = Mianownik to ludność gminy, stan na { $day } (GUS).
coverage-remark-approximate-gmina = Granice gmin są przybliżone: wyznaczono je z położenia miejscowości, a powierzchnię każdej gminy zachowano. Prawdziwe granice z PRG dodaje „mapa-praktyk data add”.
coverage-remark-approximate-powiat = Granice powiatów są przybliżone: wyznaczono je z położenia miejscowości.

## Lata

coverage-time = Lata
coverage-time-slider = Praktyki wprowadzone do roku
coverage-time-play = Odtwórz
coverage-time-pause = Zatrzymaj
coverage-time-play-key = Lata (spacja)
coverage-time-every = wszystkie
coverage-time-until = { $count ->
    [one] do roku { $year }: { $count } praktyka
    [few] do roku { $year }: { $count } praktyki
   *[many] do roku { $year }: { $count } praktyk
 }
coverage-time-all = { $count ->
    [one] wszystkie lata: { $count } praktyka
    [few] wszystkie lata: { $count } praktyki
   *[many] wszystkie lata: { $count } praktyk
 }
coverage-time-unknown = { $count ->
    [one] { $count } praktyka nie ma daty wprowadzenia: liczy się tylko we „wszystkich”.
    [few] { $count } praktyki nie mają daty wprowadzenia: liczą się tylko we „wszystkich”.
   *[many] { $count } praktyk nie ma daty wprowadzenia: liczą się tylko we „wszystkich”.
 }

## Pokaz regionów

coverage-show = Pokaz regionów (R)
coverage-show-play = Wznów (spacja)
coverage-show-pause = Wstrzymaj (spacja)
coverage-show-end = Zakończ pokaz (Esc)
coverage-place = { $at } z { $of }
coverage-newest = Najnowsze praktyki
coverage-themes-most = Najczęstsze działy

## Działy

coverage-themes = Pokrycie według działów
coverage-themes-how = Liczba praktyk każdego działu i poddziału w województwach, wszędzie w tych samych klasach. Kliknięcie wybiera dział we wszystkich widokach; drugie kliknięcie cofa.
coverage-themes-none = Praktyki nie podają działu.
coverage-themes-legend = Liczba praktyk
coverage-themes-table = Te same liczby w tabeli
coverage-themes-total = Razem
coverage-theme = { $name }: { $count ->
    [one] { $count } praktyka
    [few] { $count } praktyki
   *[many] { $count } praktyk
 }, województwa z praktyką: { $voivodeships } z 16.
coverage-theme-most = Najwięcej: { $most }.

## Białe plamy

coverage-spots = Białe plamy
coverage-spots-count = { $count ->
    [0] W każdym powiecie jest co najmniej jedna praktyka.
    [one] { $count } powiat bez żadnej praktyki.
    [few] { $count } powiaty bez żadnej praktyki.
   *[many] { $count } powiatów bez żadnej praktyki.
 }
coverage-spots-types = Typy gmin bez żadnej praktyki
coverage-spots-no-types = Każdy typ gminy ma co najmniej jedną praktykę.
coverage-spots-themes = Działy i poddziały bez żadnej praktyki
coverage-spots-no-themes = Każdy dział i poddział ma co najmniej jedną praktykę.
coverage-spots-communes = Gminy bez żadnej praktyki według rodzaju i liczby mieszkańców
coverage-spots-communes-how = W każdym polu: gminy bez praktyki / wszystkie gminy.
coverage-spots-communes-kind = Rodzaj gminy
coverage-spots-communes-cell = { $without } / { $total }

## Nazwy regionów

region-in = { $name } ({ $where })
region-listed-in-county = { $name }, pow. { $county }
region-in-county = { $name }, powiat { $county }
coverage-ranking-cut = { $shown } z { $total } gmin; pozostałe są na mapie, w pliku z tabelą i po wejściu w powiat.
coverage-time-too-many = Lata można odtworzyć dla powiatów i dla gmin jednego województwa.
coverage-areas-failed = Granice gmin nie doszły do przeglądarki. Odśwież stronę; ranking obok działa bez nich.
