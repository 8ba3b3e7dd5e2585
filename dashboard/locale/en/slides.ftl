# The interface's texts in English; the identifiers are the same in both languages.

## Slide show of practices

slides-present = Present (F8)
slides-leave = Leave (Esc)
slides-previous = Previous
slides-next = Next
slides-play = Play, { $seconds } s each (space)
slides-pause = Pause (space)
slides-place = { $at } of { $of }
slides-spoken = { $place }: { $title }
slides-nothing = There is nothing to show: no practice passes the filters.
slides-shortlist = Show as a presentation (F8)
