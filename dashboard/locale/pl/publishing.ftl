# Deklaracja dostępności i strona o danych osobowych.

public-nav = Strony
public-back = Wróć do mapy
public-other-language = English
public-lacking = [podmiot udostępniający tego nie podał]
public-nobody = Kto udostępnia tę mapę, nie podał jeszcze swoich danych. Poniżej jest to, co wiadomo o samym programie.

footer-statement = Deklaracja dostępności
footer-privacy = Dane osobowe i pliki cookie

## Deklaracja dostępności

statement-title = Deklaracja dostępności
statement-intro = zobowiązuje się zapewnić dostępność swojej strony internetowej zgodnie z przepisami ustawy z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych. Oświadczenie w sprawie dostępności ma zastosowanie do strony internetowej
statement-published = Data publikacji strony internetowej:
statement-updated = Data ostatniej istotnej aktualizacji:
statement-status-heading = Stan dostępności cyfrowej
statement-status-partial = Strona internetowa jest częściowo zgodna z ustawą o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych z powodu niezgodności wymienionych poniżej.
statement-status-none = Strona internetowa jest niezgodna z ustawą o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych. Niezgodności wymieniono poniżej.
statement-not-met-heading = Treści niedostępne
statement-1-4-10 = WCAG 1.4.10 (dopasowanie do ekranu): mapa i szerokie tabele przewijają się także w poziomie.
statement-1-4-13 = WCAG 1.4.13 (treść spod kursora lub fokusu): nazwy znaków na mapie nie znikają po Esc, dopóki kursor nad nimi stoi.
statement-2-1-1 = WCAG 2.1.1 (klawiatura): obszaru na mapie nie można narysować klawiaturą; podobnie zawężają filtry regionów i promień.
statement-2-1-4 = WCAG 2.1.4 (jednoznakowe skróty klawiaturowe): w prezentacji klawisza R i strzałek nie można zmienić ani wyłączyć.
statement-2-4-11 = WCAG 2.4.11 (fokus niezasłonięty): na telefonie karta praktyki zasłania dolną część listy, dopóki się jej nie zamknie.
statement-2-5-7 = WCAG 2.5.7 (przeciąganie): samym wskaźnikiem nie można przesunąć mapy bez przeciągania; można strzałkami klawiatury.
statement-why = Powód: ograniczenia map interaktywnych. Wszystkie praktyki z mapy są także na liście i w tabeli, a metryka podaje ich położenie słowami.
statement-not-examined = Nie zbadano kryteriów WCAG: { $criteria }. Strony nie próbował jeszcze nikt, kto na co dzień używa czytnika ekranu.
statement-burden = Analiza nadmiernego obciążenia
statement-no-burden = Podmiot nie powołuje się na nadmierne obciążenie.
statement-made-heading = Przygotowanie deklaracji dostępności
statement-drawn-up = Data sporządzenia deklaracji:
statement-reviewed = Data ostatniego przeglądu deklaracji:
statement-by-self = Deklarację sporządzono na podstawie samooceny przeprowadzonej przez podmiot publiczny.
statement-by-auditor = Deklarację sporządzono na podstawie badania, które przeprowadził podmiot zewnętrzny: { $auditor }.
statement-keys-heading = Skróty klawiaturowe
statement-keys = Pierwszy odnośnik strony, „Przejdź do treści”, omija filtry, a pierwszy w mapie, „Pomiń mapę”, omija mapę. W mapie strzałki przesuwają, + i − przybliżają i oddalają. W prezentacji strzałki i Page Up, Page Down prowadzą dalej i wstecz, a Esc kończy. Poza tym działają zwykłe skróty przeglądarki.
statement-contact-heading = Informacje zwrotne i dane kontaktowe
statement-contact = Problemy z dostępnością cyfrową tej strony można zgłosić:
statement-person = Osoba lub komórka:
statement-email = E-mail:
statement-phone = Telefon:
statement-procedure-heading = Obsługa wniosków i skarg związanych z dostępnością
statement-procedure-request = Każdy ma prawo zażądać zapewnienia dostępności cyfrowej strony internetowej lub jej elementu albo udostępnienia ich w alternatywny sposób.
statement-procedure-content = Żądanie powinno zawierać dane kontaktowe osoby zgłaszającej, wskazanie strony lub jej elementu, których dotyczy, oraz dogodny sposób udostępnienia informacji.
statement-procedure-time = Żądanie rozpatrujemy niezwłocznie, najpóźniej w ciągu 7 dni. Jeżeli to niemożliwe, powiadomimy o przyczynie i nowym terminie, nie dłuższym niż 2 miesiące od zgłoszenia. Jeżeli dostępności nie da się zapewnić, zaproponujemy alternatywny sposób dostępu.
statement-procedure-complaint = Na odmowę, niedotrzymanie terminu lub niezadowalający sposób alternatywny można złożyć skargę do podmiotu udostępniającego:
statement-procedure-ombudsman = Można także powiadomić:
statement-ombudsman = Rzecznika Praw Obywatelskich
statement-architecture-heading = Dostępność architektoniczna
statement-apps-heading = Aplikacje mobilne

## Dane osobowe

privacy-title = Dane osobowe i pliki cookie
privacy-who = Administrator danych
privacy-controller = Administratorem danych osobowych jest
privacy-officer = W sprawach danych osobowych odpowiada (inspektor ochrony danych):
privacy-contacts = Osoby kontaktowe przy praktykach
privacy-legal-basis = Podstawa prawna udostępniania:
privacy-stored = Co zapisuje serwer i na jak długo
privacy-visit = Wizyta (wybrane filtry i praktyki): w pamięci, do około minuty po zamknięciu strony. Filtry są też w adresie strony, który zna Twoja przeglądarka.
privacy-uploads = Pliki i tabele, które dodasz na stronie „Dodaj dane”: w pamięci serwera, widoczne tylko w Twojej przeglądarce, najwyżej { $minutes } minut po tym, jak je ostatnio pokazano; możesz je usunąć wcześniej. Na dysk serwera trafia tylko to, co zapisze osoba z uprawnieniem do poprawek.
privacy-log = Dziennik programu nie zawiera adresów IP, adresów otwieranych stron ani treści pól.
privacy-log-unknown = Czy i jak długo adresy IP zapisują inne serwery podmiotu udostępniającego, tego nie podał.
privacy-log-days = { $days ->
    [0] Inne serwery podmiotu udostępniającego nie zapisują adresów IP.
    [one] Inne serwery podmiotu udostępniającego przechowują adresy IP przez { $days } dzień.
   *[other] Inne serwery podmiotu udostępniającego przechowują adresy IP przez { $days } dni.
}
privacy-corrections = Poprawki: kto (adres e-mail z logowania), kiedy i co zmienił; bezterminowo, bo jest to historia bazy. Zapisać je mogą tylko osoby wskazane przez podmiot udostępniający.
privacy-cookies = Pliki cookie
privacy-cookie-browser = rozpoznaje przeglądarkę, która zaczęła wizytę, aby nikt inny jej nie przejął; niezbędny, do zamknięcia przeglądarki.
privacy-cookie-xsrf = chroni przesyłanie plików przed obcymi stronami; niezbędny.
privacy-cookie-login = utrzymuje logowanie; niezbędny dla zalogowanych, zapisywać można przez 12 godzin. Na czas logowania karta przeglądarki pamięta adres, do którego wróci.
privacy-no-tracking = Innych plików cookie, statystyk odwiedzin i śledzenia nie ma.
privacy-others = Komu przekazywane są dane
privacy-nobody-else = Strona nie pobiera niczego z innych serwerów i nie przekazuje im danych.
privacy-map-sites = Gdy wybierzesz dodatkowy podkład mapy, Twoja przeglądarka pobiera jego obrazy z: { $sites }. Serwery te poznają wtedy Twój adres IP i oglądane miejsce.
privacy-rights = Twoje prawa
privacy-rights-text = Masz prawo dostępu do swoich danych, ich sprostowania, usunięcia lub ograniczenia przetwarzania, prawo sprzeciwu oraz skargi do Prezesa Urzędu Ochrony Danych Osobowych.
