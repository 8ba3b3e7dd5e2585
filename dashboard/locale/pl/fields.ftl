# Nazwy pól praktyki: kolumn tabeli, wierszy metryki, nagłówków plików.

column-art = Numer praktyki
column-url = Adres strony
column-section = Dział
column-subsection = Poddział
column-title = Tytuł
column-summary = Opis
column-introduced = Data wprowadzenia
column-updated = Data aktualizacji
column-unit-type = Typ jednostki
column-locality = Miejscowość
column-county = Powiat
column-voivodeship = Województwo
column-postal-code = Kod pocztowy
column-post-town = Poczta
column-unit = Jednostka wdrażająca
column-street = Ulica
column-number = Numer domu
column-website = Witryna internetowa
column-population = Liczba mieszkańców
column-contacts = Osoby kontaktowe
column-phones = Telefony
column-emails = Adresy e-mail
column-metryka = Metryka (JSON)
column-places = Miejsca praktyki
column-source = Plik źródłowy
