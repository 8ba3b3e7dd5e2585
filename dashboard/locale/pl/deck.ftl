# Teksty interfejsu po polsku; identyfikatory są wspólne dla obu języków.

## Prezentacja PowerPoint

deck-title = Praktyki polskich samorządów
deck-part = ({ $part } z { $parts })

## Regiony

deck-ranking = Ranking: { $measure }
deck-ranking-table = Ranking w liczbach
deck-chart-cut = Wykres pokazuje pierwsze { $shown } z { $total } regionów; wszystkie są w tabeli na następnych slajdach.
deck-chart = Wykres słupkowy
deck-unlisted = { $count ->
    [one] { $count } regionu bez praktyk nie ma w rankingu.
   *[other] { $count } regionów bez praktyk nie ma w rankingu.
 }
deck-chosen = { $count ->
    [one] Wyróżniono region wybrany w filtrach: { $names }.
   *[other] Wyróżniono regiony wybrane w filtrach: { $names }.
 }
deck-dots = Kropka: miejsce praktyki.
deck-legend = Legenda mapy: { $measure }
deck-legend-shade = Barwa
deck-legend-regions = Regiony
deck-map-alternative = Mapa. { $scope }. { $measure }; w nawiasie liczba regionów: { $classes }. Liczby wszystkich regionów są w tabeli „Ranking w liczbach”.

## Działy, lata, białe plamy, grupa

deck-themes = Działy i poddziały z największą liczbą praktyk
deck-themes-all = Wykres pokazuje wszystkie działy i poddziały z praktykami.
deck-themes-cut = Wykres pokazuje pierwsze { $shown } z { $total } działów i poddziałów z praktykami; pozostałe są w notatkach do slajdu.
deck-years = Praktyki według roku wprowadzenia
deck-years-all = Rok wprowadzenia jest znany dla każdej praktyki.
deck-years-undated = { $count ->
    [one] { $count } praktyki nie ma na wykresie: nie podaje roku wprowadzenia.
   *[other] { $count } praktyk nie ma na wykresie: nie podają roku wprowadzenia.
 }
deck-spots-without = Powiaty bez praktyki
deck-spots-total = Wszystkie powiaty
deck-spots-names = Powiaty bez praktyki
deck-spots-counties = Powiaty bez praktyki według województw
deck-spots-size = Gminy bez praktyki / wszystkie, według liczby mieszkańców
deck-group = { $unit } na tle podobnych jednostek
deck-group-all = Cała grupa
deck-group-units = Jednostki z grupy, które mają najwięcej praktyk

## Praktyki

deck-practices = Praktyki
deck-practices-all = { $count ->
    [one] Jedyna praktyka, która spełnia filtry, ma swój slajd.
    [few] Wszystkie { $count } praktyki, które spełniają filtry, mają swoje slajdy.
   *[many] Wszystkie praktyki, które spełniają filtry ({ $count }), mają swoje slajdy.
 }
deck-practices-cut = Praktyki, które spełniają filtry: { $count }. Slajdy ma pierwszych { $shown } praktyk.
deck-practices-rest = { $count ->
    [one] { $count } praktyka nie ma slajdu. Zawęź filtry albo pobierz tabelę, w której są wszystkie.
    [few] { $count } praktyki nie mają slajdów. Zawęź filtry albo pobierz tabelę, w której są wszystkie.
   *[many] { $count } praktyk nie ma slajdów. Zawęź filtry albo pobierz tabelę, w której są wszystkie.
 }
deck-compared-unit = Jednostka wdrażająca
deck-unit = Jednostka wdrażająca: { $unit }
deck-shortened = Opis skrócono. Cały jest w notatkach do slajdu.
deck-more-places = { $count ->
    [one] i jeszcze { $count } miejsce
    [few] i jeszcze { $count } miejsca
   *[many] i jeszcze { $count } miejsc
 }
deck-locator = Położenie na mapie Polski

## Źródła

deck-about = Źródła, filtry i data
deck-about-name = Co
deck-about-value = Treść
