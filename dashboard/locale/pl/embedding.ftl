# Część strony w ramce na innej witrynie i okno, które pisze jej kod.

embedded-back = Wróć do listy
embedded-no-card = Link nie wskazuje praktyki, której metrykę można pokazać.
embedded-open = Otwórz całą stronę (nowa karta)
embedded-open-practice = Otwórz „{ $title }” na całej stronie (nowa karta)
embedded-source = Źródło:
