# Teksty interfejsu po polsku; identyfikatory są wspólne dla obu języków.

## Logowanie

login-in = Zaloguj
login-out = Wyloguj
login-as = Zalogowano: { $who }
login-no-address = konto bez adresu e-mail
login-anybody = Każdy, kto otworzy tę stronę, może zapisać poprawkę.
login-named = Historia zapamięta, kto ją zapisał.
login-logged-out = Poprawki w danych zapisują tylko wyznaczone osoby, po zalogowaniu (przycisk „Zaloguj” pod filtrami). Bez tego poprawkę można pobrać jako plik.
login-expired = Logowanie wygasło, więc poprawek już nie można zapisać w danych. Plik z poprawkami pobierz, zanim zalogujesz się ponownie.
login-unverified = To konto ma niepotwierdzony adres e-mail (dostawca logowania go nie poświadcza), więc można tylko czytać. Poprawkę można pobrać jako plik.
login-not-named = To konto nie jest na liście osób, które zapisują poprawki, więc można tylko czytać. Poprawkę można pobrać jako plik.
login-unchecked = Serwer nie może sprawdzić, czy to logowanie nie zostało zakończone, więc poprawek nie można teraz zapisać w danych. Poprawkę można pobrać jako plik, a o błędzie powiedzieć osobie, która prowadzi serwer.

## Historia poprawek

history = Historia poprawek
history-latest = Ostatnie zmiany poprawek
history-place = nr { $place }
history-add = dodano
history-replace = zmieniono
history-remove = usunięto
history-undo = cofnięto zmianę
history-none = bez poprawki
history-empty = pusto
history-nobody = bez logowania
history-reason = Powód: { $reason }
history-take-back = Cofnij
history-refused = Nie cofnięto. Jeśli ktoś zmienił poprawkę w międzyczasie, historia już to pokazuje; można spróbować ponownie.

## Dwie osoby naraz

review-conflict = W międzyczasie ktoś zapisał tę poprawkę inaczej. To, co jest w formularzu, nie zostało zapisane. Teraz w danych:
review-conflict-mine = Zostaw moje
review-conflict-theirs = Weź zapisane
review-remove-reason = Powód usunięcia (może być pusty)
review-done-conflict = Nic nie zapisano: w międzyczasie ktoś zmienił tę poprawkę. Historia pokazuje, jaka jest teraz.
review-done-undo = Cofnięto. Mapa pokazuje położenie sprzed zmiany.
