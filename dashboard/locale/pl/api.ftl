# Otwarty interfejs dla programów, pod adresem /api/.

api-about = Praktyki samorządów, jednostki, które je prowadzą, i liczby o pokryciu kraju, tylko do odczytu, z tymi samymi filtrami co adres strony. Osób kontaktowych, telefonów i adresów e-mail tu nie ma. Każdy punkt mówi, jak jest dokładny.
api-definition = Opis interfejsu (OpenAPI)
api-conformance = Części standardów, które interfejs spełnia
api-collections = Zbiory
api-coverage = Liczby o pokryciu
api-collection-practices = Praktyki
api-collection-practices-about = Praktyki samorządów z publicznymi polami metryki i wszystkimi ustalonymi miejscami.
api-collection-units = Jednostki samorządu
api-collection-units-about = Gminy, powiaty i województwa z liczbą praktyk, które przechodzą filtry. Filtry wybierają praktyki, nie jednostki.

## Operacje

api-operation-landing = Co tu jest
api-operation-conformance = Spełniane części standardów
api-operation-collections = Zbiory
api-operation-coverage = Liczby o pokryciu regionów
api-operation-dcat = Katalog DCAT-AP 3 (JSON-LD)
api-operation-practices-about = Opis zbioru praktyk
api-operation-practices-items = Praktyki, które przechodzą filtry
api-operation-practices-item = Jedna praktyka
api-operation-units-about = Opis zbioru jednostek
api-operation-units-items = Jednostki z liczbą praktyk
api-operation-units-item = Jedna jednostka

## Parametry

api-param-limit = Ile najwyżej obiektów w odpowiedzi; więcej niż 1000 nigdy.
api-param-offset = Ile pierwszych obiektów pominąć.
api-param-bbox = Prostokąt, w którym leży choć jeden punkt: zachód, południe, wschód, północ w stopniach.
api-param-datetime = Kiedy praktykę wprowadzono: dzień (2020-02-12), chwila albo przedział (2020-01-01/2020-12-31, 2020-01-01/..). Praktyki bez daty odpadają.
api-param-f = Format odpowiedzi; bez niego decyduje nagłówek Accept.
api-param-lang = Język opisów i błędów.
api-param-woj = Województwa; praktyka ma miejsce w którymś z nich.
api-param-powiat = Powiaty, np. 'małopolskie / bocheński'.
api-param-gmina = Gminy, np. 'małopolskie / bocheński / Łapanów'.
api-param-typ = Typy jednostki, jak w metryce.
api-param-dzial = Działy.
api-param-poddzial = Poddziały, np. 'dział / poddział'.
api-param-rok = Lata wprowadzenia.
api-param-obszar = Obszar mapy: szerokości i długości narożników w stopniach, np. 49.9,20.3,50.1,20.6.
api-param-ludnosc = Liczba mieszkańców, np. 20000-50000, 20000-, -50000 albo brak.
api-param-lata = Przedział lat wprowadzenia, np. 2010-2015, 2010- albo -2015.
api-param-wskaznikjednostki = Przedział dodanego wskaźnika jednostki, jak zapisuje go adres strony.
api-param-szukaj = Szukane słowa.
api-param-nowe = Dzień, od którego praktyka jest nowa albo zmieniona, np. 2026-09-01.
api-param-moja = Własna jednostka: miejscowość, kod pocztowy albo kod TERYT.
api-param-promien = Najwyżej tyle kilometrów od własnej jednostki.
api-param-mojtyp = Typ własnej jednostki, do porównania z innymi.
api-param-mojaludnosc = Liczba mieszkańców własnej jednostki.
api-param-mojagestosc = Gęstość zaludnienia własnej jednostki.
api-param-mojaurbanizacja = Stopień urbanizacji własnej jednostki: 1, 2 albo 3.
api-param-mojwskaznik = Wskaźnik, którym porównuje się własną jednostkę.
api-param-mojdzial = Działy, które obchodzą własną jednostkę.
api-param-grupa = Cechy wspólne jednostek grupy porównawczej.
api-param-tylkogrupa = Tylko praktyki jednostek z grupy porównawczej (1).
api-param-gminygrupy = Czy strona pokazuje gminy grupy (1); nie zmienia wyboru praktyk.
api-param-uzupelnij = Tylko liczby mieszkańców z metryk, bez uzupełnionych (nie).
api-param-poziom = Porównywane regiony: woj, powiat albo gmina.
api-param-miara = Miara, według której ułożone są regiony, np. praktyki albo na100tys.
api-param-doroku = Ostatni rok, który się liczy, np. 2015.

## Właściwości obiektów

api-property-population-table = Liczba mieszkańców z tabeli gmin, gdy metryka jej nie podaje.
api-property-population-table-day = Dzień, z którego jest ta liczba.
api-property-unit-level = Szczebel jednostki, która prowadzi praktykę.
api-property-teryt = Kod TERYT tej jednostki.
api-property-teryt-known-by = Skąd wiadomo, która to jednostka.
api-property-positions = Miejsca praktyki, każde ze stanem, dokładnością i współrzędnymi.
api-property-places-count = Liczba miejsc.
api-property-located-count = Liczba miejsc, których położenie ustalono.
api-property-precision = Co oznacza najmniej dokładny punkt: budynek, ulicę, miejscowość, gminę.
api-property-accuracy-m = Promień w metrach wokół najmniej dokładnego punktu, w którym prawdziwe miejsce leży 9 razy na 10; puste, gdy punkt wskazał człowiek.
api-property-permalink = Stały adres praktyki.
api-unit-teryt = Kod TERYT.
api-unit-level = Szczebel: commune (gmina), county (powiat), voivodeship (województwo).
api-unit-name = Nazwa.
api-unit-kind = Rodzaj gminy.
api-unit-county = Powiat.
api-unit-voivodeship = Województwo.
api-unit-population = Liczba mieszkańców.
api-unit-population-day = Dzień, z którego jest ta liczba.
api-unit-area-km2 = Powierzchnia w kilometrach kwadratowych.
api-unit-urbanisation = Stopień urbanizacji: 1 miasto, 2 miasteczko lub przedmieście, 3 wieś.
api-unit-urban-area = Miejski obszar funkcjonalny.
api-unit-point-of = Co oznacza punkt: settlement (główną miejscowość gminy), inhabitants (środek ludności); nie jest to siedziba urzędu.
api-unit-practices = Liczba praktyk jednostki, które przechodzą filtry.

## Czego nie można zrobić

api-wrong-values = Tych wartości nie można użyć: { $values }. Co może tam stać, mówi "errors".
api-nearest = Najbliższe: { $values }.
api-expected-known = nie ma takiego parametru; są: { $known }
api-expected-no-page-param = ten parametr strony nie wybiera praktyk; pomiń go. Są: { $known }
api-expected-one-of = jedna z wartości: { $known }
api-expected-length = najwyżej { $most } znaków
api-expected-value = jakaś wartość; bez niej pomiń parametr
api-expected-shorter = najwyżej 1000 znaków w wartości i 1000 wartości
api-expected-limit = liczba całkowita od 1 (powyżej { $most } liczy się jako { $most })
api-expected-offset = liczba całkowita od 0
api-expected-bbox = cztery liczby (albo sześć, z wysokością) po przecinkach: zachód,południe,wschód,północ w stopniach, np. 19.0,49.5,20.5,50.5
api-expected-datetime = dzień, chwila z czasem strefy albo przedział z kreską '/', np. 2020-01-01/2020-12-31 lub ../2020-12-31
api-not-acceptable = Nagłówek Accept nie dopuszcza żadnego z formatów: { $known }
api-no-address = Nie ma adresu { $path }; co jest, mówi /api/
api-only-get = Interfejs jest tylko do odczytu: GET i HEAD
api-no-collection = Nie ma zbioru { $name }; są: { $known }
api-no-item = W zbiorze { $collection } nie ma obiektu { $name }
api-unavailable = Praktyk nie można teraz odczytać. Spróbuj za chwilę.
api-limit = To więcej niż { $most } pytań na minutę. Następne za { $seconds } s.
api-not-modified = Bez zmian od ostatniego razu (ETag)
api-bad-request = Parametru nie można użyć
api-wrong-format = Nie ma takiego formatu
api-not-found = Nie ma takiego obiektu
api-too-many = Za dużo pytań

## Stała strona praktyki

practice-page-on-map = Pokaż na mapie
practice-page-to-map = Do mapy praktyk
practice-page-missing = Praktyki nr { $number } nie ma w tej bazie.
practice-page-contacts = Osoby kontaktowe są tylko w metryce na mapie. Dane dla programów:
practice-page-language-pl = Po polsku
practice-page-language-en = In English
api-no-licence = Wydawca bazy nie podaje licencji.
