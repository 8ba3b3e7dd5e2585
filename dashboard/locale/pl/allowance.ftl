# Teksty interfejsu po polsku; identyfikatory są wspólne dla obu języków.

## Ile może jedna osoba i wszystkie razem

tray-refused-at-once = { $limit ->
    [one] Naraz powstaje { $limit } plik. Poczekaj, aż będzie gotowy, albo go anuluj.
    [few] Naraz powstają { $limit } pliki. Poczekaj, aż któryś będzie gotowy, albo go anuluj.
   *[many] Naraz powstaje { $limit } plików. Poczekaj, aż któryś będzie gotowy, albo go anuluj.
 }
tray-refused-queue = { $limit ->
    [one] Serwer przygotowuje już { $limit } plik, a więcej naraz nie przyjmie. Spróbuj za chwilę.
    [few] Na serwerze czekają już { $limit } pliki różnych osób, a więcej nie przyjmie. Spróbuj za chwilę.
   *[many] Na serwerze czeka już { $limit } plików różnych osób, a więcej nie przyjmie. Spróbuj za chwilę.
 }
tray-refused-hourly = { $limit ->
    [one] To już wszystkie pliki na tę godzinę. Następny za { $limit } minutę.
    [few] To już wszystkie pliki na tę godzinę. Następny za { $limit } minuty.
   *[many] To już wszystkie pliki na tę godzinę. Następny za { $limit } minut.
 }
refused-hourly = w tej godzinie wczytano już tyle plików, ile może jedna osoba. Spróbuj ponownie za { $limit } min.
add-not-taken = Pliku nie przyjęto: jest za duży albo serwer trzyma już tyle plików różnych osób, ile może. Usuń go z listy; spróbuj z mniejszym albo za kilka minut.
