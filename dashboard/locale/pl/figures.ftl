## Figures of one's own: what did not fit, on the page and on the command line

figure-problem = wiersz { $row }, kolumna { $column }: { $value }: { $rule }{ $detail }; { $outcome }. { $remedy }
figure-problems-more = i jeszcze { $count }: { $rule }
figure-added = { $kind }: kolumna „{ $column }”, jednostek { $rows } z { $of } wierszy (bez danych: { $missing }), stan na { $day }, z pliku { $source }, SHA-256 { $sha256 }
figure-added-up = Suma części jest liczbą powiatów i województw, których plik nie podaje: { $count }
figure-kind-assumed = Przyjęto, że to odsetek, średnia albo wskaźnik (--kind rate): nie będzie sumowany ani mianownikiem. Liczbę, którą wolno sumować, dodaj z --kind count.
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
