# Teksty interfejsu po polsku; identyfikatory są wspólne dla obu języków.

## Karta

card-number = nr { $number }
card-more = Czytaj dalej
card-no-summary = Opis tej praktyki nie został jeszcze wczytany.
card-position = Położenie
card-show-place = Pokaż na mapie
card-matched = Dopasowano: { $label }
card-metryka = Metryka praktyki
card-no-metryka = Metryka tej praktyki nie jest znana: jej strony nie wczytano do tabeli.
card-population-completed = { $population } (na { $day }; metryka nie podaje)
card-post = Kod pocztowy i poczta
card-unlabelled = (bez nazwy)
card-source = Źródło:
card-no-source = Adres strony źródłowej nie jest znany.
card-tab-summary = Skrót i metryka
card-tab-presentation = Pełna prezentacja
card-tab-attachments = Załączniki ({ $count })
card-picture = Ilustracja: { $words }
card-no-presentation = Pełna prezentacja tej praktyki nie została wczytana.
card-no-attachments = Strona praktyki nie wymienia załączników albo nie została wczytana.
card-attachments-on-site = Pliki są na stronie bazy; otwarcie wymaga Internetu.
card-previous = Poprzednia
card-next = Następna
card-close = Zamknij
card-none = Wybierz praktykę na mapie albo z listy, a tu pojawi się jej metryka.
card-filtered-out = Ta praktyka nie spełnia obecnych filtrów.

## Położenie

mark-exact = adres: budynek lub ulica
mark-near = środek kodu pocztowego lub miejscowości
mark-area = środek gminy, powiatu lub województwa
position-building = adres: budynek
position-interpolated = adres: między numerami
position-street = adres: ulica
position-postal_code = położenie przybliżone: obszar kodu pocztowego
position-locality = położenie przybliżone: środek miejscowości
position-commune = położenie przybliżone: środek gminy
position-county = położenie przybliżone: środek powiatu
position-voivodeship = położenie przybliżone: środek województwa
position-ambiguous = { $note }; nazwa niejednoznaczna
position-accuracy = { $note }, z dokładnością do { $distance }
position-none = nie ma na mapie: { $reason }
unlocated-skipped = źródło nie podaje miejscowości
unlocated-ambiguous = kilka miejscowości o tej nazwie, brak danych, by wybrać
unlocated-no-match = nie znaleziono takiej miejscowości ani kodu
unlocated-error = ustalanie położenia nie powiodło się
unlocated-ok = brak współrzędnych
unlocated-manual = brak współrzędnych

## Kontakt

contact-email = Napisz e-mail
contact-phone = Zadzwoń { $number }
contact-website = Strona jednostki
contact-subject = Praktyka nr { $number }: { $title }
