# Teksty interfejsu po polsku; identyfikatory są wspólne dla obu języków.

## Pokaz praktyk

slides-present = Prezentacja (F8)
slides-leave = Zakończ (Esc)
slides-previous = Poprzednia
slides-next = Następna
slides-play = Odtwarzaj co { $seconds } s (spacja)
slides-pause = Zatrzymaj (spacja)
slides-place = { $at } z { $of }
slides-spoken = { $place }: { $title }
slides-nothing = Nie ma czego pokazać: żadna praktyka nie spełnia filtrów.
slides-shortlist = Pokaż jako prezentację (F8)
