## Figures of one's own: what did not fit, on the page and on the command line

figure-problem = wiersz { $row }, kolumna { $column }: { $value }: { $rule }{ $detail }; { $outcome }. { $remedy }
figure-other-row = wiersz { $row }
figure-problems-more = i jeszcze { $count }: { $rule }
figure-added = { $kind }: kolumna „{ $column }”, jednostek { $rows } z { $of } wierszy (bez danych: { $missing }), stan na { $day }, z pliku { $source }, SHA-256 { $sha256 }
figure-added-up = Suma części jest liczbą powiatów i województw, których plik nie podaje: { $count }
figure-kind-assumed = Przyjęto, że to odsetek, średnia albo wskaźnik (--kind rate): nie będzie sumowany ani mianownikiem. Liczbę, którą wolno sumować, dodaj z --kind count.
figure-one-file = Opcje --name, --unit, --source opisują wskaźnik z jednego pliku, a podano ich { $count }. Dodaj pliki po kolei.
figure-options-missing = Brakuje opcji: { $options }. Każdy wskaźnik ma nazwę, jednostkę i źródło.
figure-none-in-file = { $path }: nie ma tabeli wskaźników: potrzebna jest kolumna z kodami TERYT (2, 4, 6 albo 7 cyfr) albo z nazwami gmin, powiatów lub województw, a obok niej kolumna z liczbami.
figure-no-values = { $path }: kolumna „{ $column }” nie ma ani jednej liczby przy znanej jednostce; wybierz inną opcją --column albo sprawdź kody.
figure-columns-several = Plik ma kilka kolumn, które mogą być tym wskaźnikiem; wybierz jedną opcją --column (i --year): { $columns }
figure-column-none = Plik nie ma takiej kolumny ani takiego roku; ma: { $columns }
figure-year-none = Plik nie ma roku { $year }; ma: { $years }

figure-outcome-used = wartość jest użyta
figure-outcome-no-value = jednostka jest bez danych
figure-outcome-left-out = wiersz pominięto

figure-rule-zero = kod bez zera na początku, uzupełniony
figure-rule-no-code = to nie jest kod TERYT
figure-rule-length = kod ma inną liczbę cyfr niż 2, 4, 6 albo 7
figure-rule-unknown-code = nie ma jednostki o tym kodzie
figure-rule-other-name = jednostka o tym kodzie nazywa się inaczej
figure-rule-part = część gminy (miasto, obszar wiejski) albo dzielnica
figure-rule-country = wiersz całego kraju albo suma
figure-rule-double = jednostka jest już w innym wierszu, z tą samą liczbą
figure-rule-conflict = jednostka jest już w innym wierszu, z inną liczbą
figure-rule-no-number = to nie jest liczba
figure-rule-ambiguous-number = nie wiadomo, czy znak oddziela tysiące, czy ułamek
figure-rule-unknown-name = nie ma jednostki o tej nazwie
figure-rule-ambiguous-name = kilka jednostek ma tę nazwę
figure-rule-cells = wiersz ma więcej komórek niż inne

figure-remedy-zero = Zapisz kody jako tekst, to zero zostanie.
figure-remedy-no-code = Wpisz kod TERYT jednostki albo usuń wiersz.
figure-remedy-length = Wpisz kod z 2, 4, 6 albo 7 cyfr.
figure-remedy-unknown-code = Sprawdź kod w TERYT: jednostka mogła zostać zniesiona albo zmienić powiat. Nowszy podział dodaje `mapa-praktyk data add` z plikiem TERC.
figure-remedy-other-name = Liczy się kod; sprawdź, czy to ta jednostka.
figure-remedy-part = Liczy się wiersz całej gminy; nic nie trzeba robić.
figure-remedy-country = Nic nie trzeba robić.
figure-remedy-double = Usuń jeden z wierszy.
figure-remedy-conflict = Zostaw jeden z wierszy.
figure-remedy-no-number = Wpisz liczbę albo „-”, jeśli jej nie ma.
figure-remedy-ambiguous-number = Przyjęto ułamek. Zapisz tysiące ze spacją albo bez znaku.
figure-remedy-unknown-name = Sprawdź pisownię albo dodaj kolumnę z kodem TERYT.
figure-remedy-ambiguous-name = Dodaj kolumnę z kodem TERYT, powiatem albo rodzajem gminy.
figure-remedy-cells = Weź w cudzysłów liczby z przecinkiem albo zapisz plik ze średnikami.

figure-range-unclear = --figure-range { $text }: to nie jest zakres; ma postać NAZWA:OD..DO, na przykład zlobki-2023:5..20 albo zlobki-2023:5..
figure-not-added = Wskaźnik { $key }: nie dodano takiego wskaźnika; są: { $known }. Wskaźnik dodaje `mapa-praktyk data add PLIK --name …`; wskaźnika, który wgrano na stronie, polecenie nie widzi.

## The page of figures

figures-intro = Wskaźnik, na przykład z Banku Danych Lokalnych GUS, obok praktyk: na mapie, jako mianownik na stronie Pokrycie i jednostka po jednostce.
figures-none = Nie ma jeszcze żadnego wskaźnika. Wgraj plik CSV, XLSX albo ODS z kodami TERYT albo nazwami jednostek; zobaczysz go tylko Ty. Dla wszystkich dodaje go polecenie mapa-praktyk data add.
figures-which = Wskaźnik
figures-add = Dodaj wskaźnik
figures-add-how = Plik z kolumną kodów TERYT (2, 4, 6 albo 7 cyfr) albo nazw jednostek i z kolumnami liczb, tak jak eksportuje go BDL. Zobaczy go tylko ta przeglądarka, do { $minutes } minut od ostatniego użycia.
figures-add-limits = CSV, XLSX, XLS albo ODS do { $size } MB i { $rows } wierszy.
figures-file = Plik ze wskaźnikiem
figures-no-table = W pliku nie ma tabeli wskaźników: potrzebna jest kolumna z kodami TERYT albo z nazwami gmin, powiatów lub województw, a obok niej kolumna z liczbami.
figures-by-code = Jednostki rozpoznano po kodach TERYT.
figures-by-name = Jednostki rozpoznano po nazwach: nazwy niejednoznaczne i nieznane są na liście poniżej.
figures-column = Kolumna
figures-name = Nazwa wskaźnika
figures-unit = Jednostka
figures-unit-hint = np. osoba, %, zł na mieszkańca
figures-source = Źródło
figures-source-hint = np. GUS, Bank Danych Lokalnych
figures-year = Rok
figures-kind = Czy wolno sumować?
figures-kind-count = Liczba (osób, obiektów, złotych): suma gmin daje powiat, może być mianownikiem
figures-kind-rate = Odsetek, średnia albo wskaźnik: nigdy nie jest sumowany
figures-found = Liczbę mają: { $units }; wierszy w pliku: { $rows }, z oznaczeniem braku danych (-, x, .): { $missing }.
figures-units-commune = gminy: { $count }
figures-units-county = powiaty: { $count }
figures-units-voivodeship = województwa: { $count }
figures-units-none = żadna jednostka
figures-say-all = Podaj nazwę, jednostkę i źródło: będą przy każdej liczbie.
figures-use = Pokaż na mapie
figures-forget = Usuń ten wskaźnik z tej wizyty
figures-map = Wskaźnik na mapie, praktyki jako kropki
figures-missing = Jednostki bez wartości wskaźnika
figures-missing-none = Każda pokazana jednostka ma wartość.
figures-missing-count = { $count } — te regiony nie mają wartości, więc nie ma też dla nich żadnego przeliczenia:
figures-relation = Praktyki na mieszkańców a wskaźnik
figures-relation-of = Praktyki na 100 tys. mieszkańców a wskaźnik: { $name }
figures-relation-how = Każda kropka to jedna jednostka, każda kreska to średnia jednej z czterech grup jednostek, równych liczebnie, od najniższych do najwyższych wartości wskaźnika. Praktyka z miejscami w kilku jednostkach liczy się w każdej.
figures-rate-axis = Praktyki na 100 tys. mieszkańców
figures-unit-of = Jednostka
figures-group = Średnia grupy
figures-group-means = średnie grup
figures-group-words = jednostki: { $count }, średnio { $rate } praktyki na 100 tys. mieszkańców
figures-group-bounds = Wskaźnik od–do
figures-group-units = Jednostki
figures-group-rate = Średnia praktyk na 100 tys.
figures-group-with-practice = Z praktyką
figures-point = { $name }: wskaźnik { $figure }, praktyki na 100 tys. { $rate }
figures-table = Tabela punktów
figures-download = Pobierz { $kind }
figures-file-name = praktyki-a-wskaznik
figures-sheet-points = Jednostki
figures-units-of-woj = { $count ->
    [one] { $count } województwa
   *[other] { $count } województw
}
figures-units-of-powiat = { $count ->
    [one] { $count } powiatu
   *[other] { $count } powiatów
}
figures-units-of-gmina = { $count ->
    [one] { $count } gminy
   *[other] { $count } gmin
}
figures-finding-few = Dane obu rodzajów są dla { $units }: to za mało, żeby mówić o zależności.
figures-finding-even = Dla { $units } liczby są jednakowe: nie ma czego porównywać.
figures-finding-none = Dla { $units } z danymi nie widać zależności między praktykami na mieszkańców a wskaźnikiem „{ $name }” (korelacja rang { $number }): tyle daje często sam przypadek.
figures-finding-more = Dla { $units } z danymi: jednostki o wyższym wskaźniku „{ $name }” mają częściej więcej praktyk na mieszkańców (korelacja rang { $number }, { $strength }).
figures-finding-less = Dla { $units } z danymi: jednostki o wyższym wskaźniku „{ $name }” mają częściej mniej praktyk na mieszkańców (korelacja rang { $number }, { $strength }).
figures-strength-weak = słaba
figures-strength-medium = umiarkowana
figures-strength-strong = silna
figures-no-cause = Współwystępowanie nie jest przyczyną: oba mogą zależeć od czegoś trzeciego, na przykład od wielkości jednostki albo od tego, kto zgłasza praktyki.
figures-count-grows = Wskaźnik jest liczbą, więc rośnie z wielkością jednostki.

figure-source-is = { $name } — źródło: { $source }.
figure-own = Z Twojego pliku: widzisz tę liczbę tylko Ty, w tej wizycie.
figure-own-banner = Ten wskaźnik pochodzi z Twojego pliku. Widzi go tylko ta przeglądarka, do { $minutes } minut od ostatniego użycia; link nie pokaże go nikomu innemu.
figure-kind-count = Liczba, którą wolno sumować
figure-kind-rate = Odsetek, średnia albo wskaźnik: nie jest sumowany
figure-rate = Praktyki na { $number }: { $name }
figure-problems = Co w pliku nie pasuje: { $count }
figure-problem-count = { $rule }: { $count } ({ $outcome })
figure-column-row = Wiersz
figure-column-column = Kolumna
figure-column-value = Wartość
figure-column-rule = Co jest nie tak
figure-column-detail = Jednostka
figure-column-outcome = Skutek
figure-column-remedy = Co zrobić

filter-wskaznikjednostki = Wskaźnik jednostki
filter-figure-none = bez wskaźnika
filter-figure-help = Praktyki jednostek, których wskaźnik jest w tym zakresie. Gdzie wskaźnik jest tylko dla powiatów albo województw, gmina ma wartość swojego powiatu albo województwa. Jednostki bez wartości są pomijane.
figure-own-short = z Twojego pliku
home-figure = Wskaźnik, według którego porównać
home-figure-missing = Wskaźnik nie ma wartości dla tej jednostki, więc nie liczy się w podobieństwie.
filter-mojwskaznik = Wskaźnik do porównania
likeness-figure = wskaźnik podobny w { $value }
