# Część strony w ramce na innej witrynie i okno, które pisze jej kod.

embedded-back = Wróć do listy
embedded-no-card = Link nie wskazuje praktyki, której metrykę można pokazać.
embedded-open = Otwórz całą stronę (nowa karta)
embedded-open-practice = Otwórz „{ $title }” na całej stronie (nowa karta)
embedded-source = Źródło:

## Okno z kodem ramki

embedding-open = Osadź na stronie
embedding-title = Osadź na stronie
embedding-about = Wklej ten kod do strony w jednej z witryn: { $sites }. Ramka pokaże praktyki według bieżących filtrów i zawsze aktualne dane.
embedding-part = Co pokazać
embedding-part-mapa = Mapa
embedding-part-lista = Lista praktyk
embedding-part-karta = Metryka wybranej praktyki
embedding-no-card = Aby osadzić metrykę, najpierw wybierz praktykę na mapie albo na liście.
embedding-frame-mapa = Mapa praktyk samorządów
embedding-frame-lista = Lista praktyk samorządów
embedding-frame-karta = Metryka praktyki samorządu
embedding-language = Język
embedding-language-pl = polski
embedding-language-en = angielski
embedding-width = Szerokość w pikselach
embedding-width-hint = Puste pole: cała szerokość strony. Rozmiary od 200 do 4000.
embedding-height = Wysokość w pikselach
embedding-code = Kod HTML
embedding-copy = Kopiuj kod
embedding-failed = Nie udało się skopiować. Kod jest zaznaczony: naciśnij Ctrl+C.
embedding-close = Zamknij
