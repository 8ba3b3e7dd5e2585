# Teksty interfejsu po polsku; identyfikatory są wspólne dla obu języków.

## Analiza

page-analysis = Analiza
page-figures = Wskaźniki
analysis-how = Każda liczba dotyczy praktyk, które spełniają filtry. Kliknięcie słupka, pola lub nazwy zawęża wszystko inne; drugie kliknięcie to cofa.
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
analysis-themes-how = Praktyka z kilku województw liczy się w każdym z nich.
analysis-years = Rok wprowadzenia
analysis-years-unknown = { $count ->
    [0] Rok jest znany dla wszystkich.
    [one] { $count } praktyka bez daty wprowadzenia.
    [few] { $count } praktyki bez daty wprowadzenia.
   *[many] { $count } praktyk bez daty wprowadzenia.
 }
analysis-years-none = Żadna z praktyk nie ma daty wprowadzenia.
analysis-rates = Praktyki na 100 tys. mieszkańców
analysis-rates-how = Mianownik to ludność całego województwa: suma jego gmin, stan na { $day } (GUS).
analysis-rate = Na 100 tys.
analysis-practices = Praktyki
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
analysis-table-how = Nagłówek kolumny sortuje, przycisk w wierszu otwiera kartę praktyki.
analysis-table-first = Tabela pokazuje pierwsze { $shown } z { $total } praktyk, w kolejności listy. Filtry ją zawężą; plik do pobrania zawiera wszystkie.
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
