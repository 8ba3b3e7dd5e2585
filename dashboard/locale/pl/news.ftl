# Co nowego

## Filtr

filter-nowe = Nowe lub zmienione od
filter-nowe-help = Dzień, w którym praktyka przybyła albo zmieniła się w tej mapie; gdy mapa tego nie zapisuje, daty z metryki.

## Nad listą

news-line = Od { $day }: { $added ->
    [one] { $added } nowa
    [few] { $added } nowe
   *[other] { $added } nowych
}, { $changed ->
    [one] { $changed } zmieniona
    [few] { $changed } zmienione
   *[other] { $changed } zmienionych
}
news-feed = Kanał Atom
news-feed-help = Adres dla czytnika wiadomości: nowe i zmienione praktyki, które spełniają te filtry
news-offer = Co nowego od { $day } ({ $count })
news-entry-added = nowa · { $day }
news-entry-changed = zmieniona · { $day }

## Kanał i list

news-title = Praktyki od { $day }: { $added ->
    [one] { $added } nowa
    [few] { $added } nowe
   *[other] { $added } nowych
}, { $changed ->
    [one] { $changed } zmieniona
    [few] { $changed } zmienione
   *[other] { $changed } zmienionych
}
news-added = Nowa: { $title }
news-changed = Zmieniona: { $title }
news-changed-fields = Zmieniona: { $title } ({ $fields })
news-none = Nic nowego.
news-all = Pokaż na mapie
news-left-out = i jeszcze { $count ->
    [one] { $count } praktyka
    [few] { $count } praktyki
   *[other] { $count } praktyk
}, których tu nie wymieniono

## Historia praktyki

versions = Historia tej praktyki ({ $count })
version-added = przybyła
version-changed = zmieniona przy wczytaniu strony
version-corrected = poprawiona
version-removed = usunięta
version-undone = cofnięto zmianę
version-hidden = zmieniono; treści tu nie powtarzamy, bo może wymieniać osoby
version-put-in = dopisano:
version-left-out = usunięto:
