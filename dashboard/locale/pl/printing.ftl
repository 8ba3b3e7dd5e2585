# Teksty interfejsu po polsku; identyfikatory są wspólne dla obu języków.

## Mapa pokrycia na papierze

printing-scope-woj = Polska według województw
printing-scope-powiat = Polska według powiatów
printing-scope-gmina = Polska według gmin
printing-scope-inside-powiat = { $names } według powiatów
printing-scope-inside-gmina = { $names } według gmin
printing-count = Praktyki
printing-chosen = wybrany w filtrach
printing-dot = miejsce praktyki
printing-sources = Źródła: { $sources }
printing-made = { $program }, { $day }, { $time }
printing-map = Mapa: { $measure }
printing-zero = { $count ->
    [0] Żaden region nie jest bez praktyk.
    [one] { $count } region bez praktyk.
    [few] { $count } regiony bez praktyk.
   *[many] { $count } regionów bez praktyk.
 }

## Metryki na papierze

printing-cards = Metryki praktyk
printing-contents = Spis treści
printing-about = O pliku
printing-page = Strona { $page } z { $pages }
printing-left-out = Osoby kontaktowe, telefony, adresy e-mail i pola, które mogą je zawierać, pominięto.
printing-nothing = Żadna praktyka nie spełnia filtrów.
printing-too-many = Dokument z metrykami pomieści najwyżej { $most ->
    [one] { $most } praktykę
   *[other] { $most } praktyk
 }, a filtry zostawiają { $count }. Zawęź filtry albo pobierz tabelę.
