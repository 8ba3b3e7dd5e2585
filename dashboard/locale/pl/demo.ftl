# Teksty interfejsu po polsku; identyfikatory są wspólne dla obu języków.

## Wybór danych

dataset = Dane
dataset-tabela = Praktyki z tabeli
dataset-demo = Dane przykładowe
dataset-wlasne = Moje dane (tylko w tej wizycie)
dataset-gone = Link prowadzi do danych, których tu nie ma (własne dane innej osoby albo z innej wizyty). Poniżej są praktyki z tabeli.
demo-banner = Dane przykładowe: praktyki zmyślił program, prawdziwe są tylko nazwy gmin, ich rodzaje, kody i liczby mieszkańców.
own-banner = Twoje dane: widzi je tylko ta przeglądarka, także po odświeżeniu strony, do { $minutes } minut od ostatniego użycia. Link do nich nikomu innemu ich nie pokaże.
