# Teksty interfejsu po polsku; identyfikatory są wspólne dla obu języków.

## Analiza

page-analysis = Analiza
page-figures = Wskaźniki
analysis-how = Liczby dotyczą praktyk, które spełniają filtry. Wykres czegoś, po czym filtrujesz, pokazuje też to, co ten filtr pomija, i wyróżnia wybrane. Kliknięcie słupka, pola lub nazwy zawęża wszystko inne; drugie kliknięcie to cofa.
analysis-complete = Uzupełnij liczbę mieszkańców danymi jednostki
analysis-complete-help = Tam, gdzie metryka jej nie podaje, a jednostka praktyki jest znana: ludność gminy, powiatu lub województwa z tabeli gmin. Związków nie uzupełniamy, bo nie mają własnej ludności.
analysis-completed-count = { $count ->
    [0] Niczego nie da się uzupełnić.
    [one] Uzupełniono { $count } praktykę z { $missing }, w których metrykach brak liczby mieszkańców.
    [few] Uzupełniono { $count } praktyki z { $missing }, w których metrykach brak liczby mieszkańców.
   *[many] Uzupełniono { $count } praktyk z { $missing }, w których metrykach brak liczby mieszkańców.
 }
analysis-unknown-count = { $count ->
    [0] Liczba mieszkańców jest znana dla wszystkich praktyk.
    [one] { $count } praktyka z { $total } nie ma w metryce liczby mieszkańców.
    [few] { $count } praktyki z { $total } nie mają w metryce liczby mieszkańców.
   *[many] { $count } praktyk z { $total } nie ma w metryce liczby mieszkańców.
 }
analysis-population = Rozkład liczby mieszkańców
analysis-population-how = Zaznacz zakres, przeciągając po wykresie, albo wpisz go w filtrze „Liczba mieszkańców”. Podziałka jest logarytmiczna.
analysis-population-completed = Słupek jasny w środku: wartości spoza metryki, z tabeli gmin.
analysis-population-range = Liczba mieszkańców: { $least }–{ $most }.
analysis-population-alt = Histogram liczby mieszkańców jednostek, podziałka logarytmiczna. Te same liczby są w tabeli pod wykresem.
analysis-clear-range = Usuń zakres
analysis-sizes = Klasy wielkości
analysis-sizes-how = Klasy, których dla miast używa GUS.
analysis-types = Typ jednostki i wielkość
analysis-themes = Dział i województwo
analysis-themes-how = Praktyka z kilku województw liczy się w każdym z nich, a w wierszu i kolumnie „Razem” raz.
analysis-years = Rok wprowadzenia
analysis-years-unknown = { $count ->
    [0] Rok jest znany dla wszystkich.
    [one] { $count } praktyka bez daty wprowadzenia.
    [few] { $count } praktyki bez daty wprowadzenia.
   *[many] { $count } praktyk bez daty wprowadzenia.
 }
analysis-years-known = { $count ->
    [0] Żadna praktyka nie ma daty wprowadzenia.
    [one] Razem { $count } praktyka z datą wprowadzenia.
    [few] Razem { $count } praktyki z datą wprowadzenia.
   *[many] Razem { $count } praktyk z datą wprowadzenia.
 }
analysis-years-none = Żadna z praktyk nie ma daty wprowadzenia.
analysis-rates = Praktyki na 100 tys. mieszkańców
analysis-rates-how = Mianownik to ludność całego województwa: suma jego gmin, stan na { $day } (GUS).
analysis-rate = Na 100 tys.
analysis-practices = Praktyki
analysis-total = Razem
analysis-poland = Polska
analysis-inhabitants = Mieszkańcy
analysis-step = { $least }–{ $most } mieszkańców: { $count ->
    [one] { $count } praktyka
    [few] { $count } praktyki
   *[many] { $count } praktyk
 }
analysis-cell = { $row }, { $column }: { $count ->
    [one] { $count } praktyka
    [few] { $count } praktyki
   *[many] { $count } praktyk
 }
analysis-of-which-completed = w tym { $count } spoza metryki
analysis-from = { $least } i więcej
analysis-below = poniżej { $most }
analysis-thousand = { " " }tys.
analysis-million = { " " }mln
analysis-as-table = Dane jako tabela
analysis-stated = metryka
analysis-completed = tabela gmin

## Tabela praktyk

analysis-table = Tabela praktyk
analysis-table-how = „Otwórz” pokazuje kartę praktyki; „Poprzednia” i „Następna” idą w kolejności wybranej w „Sortuj według”. Kolumny, kolejność i strona są w linku. Nagłówek kolumny sortuje tylko widok.
analysis-table-part = Praktyki { $first }–{ $last } z { $total }; plik do pobrania zawiera wszystkie.
analysis-table-on-paper = Na papierze jest tyle wierszy, ile widać na ekranie; wszystkie są w pliku do pobrania (CSV, XLSX).
analysis-table-page = Strona tabeli (1–{ $pages })
analysis-order = Sortuj według
analysis-order-none = kolejność listy
analysis-descending = malejąco
analysis-date-format = DD.MM.YYYY
analysis-open = Otwórz
analysis-card = Karta
analysis-as-list = Te same praktyki jako lista, także dla klawiatury i czytnika ekranu
analysis-columns = Kolumny
analysis-columns-placeholder = wybierz kolumny
analysis-column-number = Nr
analysis-column-title = Tytuł
analysis-column-section = Dział
analysis-column-subsection = Poddział
analysis-column-unit-type = Typ jednostki
analysis-column-locality = Miejscowość
analysis-column-county = Powiat
analysis-column-voivodeship = Województwo
analysis-column-population = Mieszkańcy
analysis-column-population-source = Skąd liczba mieszkańców
analysis-column-size = Klasa wielkości
analysis-column-introduced = Wprowadzona
analysis-column-updated = Aktualizowana
analysis-column-away = Odległość, km
analysis-column-likeness = Podobieństwo
analysis-column-relation = Do mojej jednostki
analysis-column-precision = Położenie

saving-table = Pobierz tę tabelę:
saving-chart = Pobierz ten wykres:
saving-label = Pobierz { $kind }: { $of }
analysis-own = { $shown ->
    [one] Filtr „{ $filter }” zostawia { $shown } praktykę; bez niego byłoby ich { $whole }.
    [few] Filtr „{ $filter }” zostawia { $shown } praktyki; bez niego byłoby ich { $whole }.
   *[many] Filtr „{ $filter }” zostawia { $shown } praktyk; bez niego byłoby ich { $whole }.
 }
