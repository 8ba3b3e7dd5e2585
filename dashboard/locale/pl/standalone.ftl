# Teksty interfejsu po polsku; identyfikatory są wspólne dla obu języków.

## Mapa w jednym pliku

standalone-skip = Przejdź do listy praktyk
standalone-made-on = stan z { $day }
standalone-no-script = Ten plik potrzebuje JavaScriptu, który w tej przeglądarce jest wyłączony. Włącz go dla plików z dysku; plik niczego nie pobiera z sieci.
standalone-nothing = Żadna praktyka nie spełnia filtrów. Zmień je albo wyczyść.
standalone-chosen = Wybrano praktykę: { $title }
standalone-further = Pokaż następne ({ $count })
standalone-too-many = Mapa w jednym pliku mieści najwyżej { $most } praktyk, a wybrano ich { $count }. Zawęź filtry, na przykład do jednego województwa.
