# Teksty interfejsu po polsku; identyfikatory są wspólne dla obu języków.

## Ile może naraz jedna osoba

tray-refused-at-once = { $limit ->
    [one] Naraz powstaje { $limit } plik. Poczekaj, aż będzie gotowy, albo go anuluj.
    [few] Naraz powstają { $limit } pliki. Poczekaj, aż któryś będzie gotowy, albo go anuluj.
   *[many] Naraz powstaje { $limit } plików. Poczekaj, aż któryś będzie gotowy, albo go anuluj.
 }
tray-refused-hourly = { $limit ->
    [one] To już wszystkie pliki na tę godzinę. Następny za { $limit } minutę.
    [few] To już wszystkie pliki na tę godzinę. Następny za { $limit } minuty.
   *[many] To już wszystkie pliki na tę godzinę. Następny za { $limit } minut.
 }
refused-hourly = w tej godzinie wczytano już tyle plików, ile może jedna osoba. Spróbuj ponownie za { $limit } min.
