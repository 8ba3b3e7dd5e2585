# The interface's texts in English; the identifiers are the same in both languages.

## The map in one file

standalone-skip = Skip to the list of practices
standalone-made-on = as of { $day }
standalone-no-script = This file needs JavaScript, which is off in this browser. Allow it for files from the disk; the file loads nothing from a network.
standalone-nothing = No practice passes the filters. Change or clear them.
standalone-chosen = Practice chosen: { $title }
standalone-further = Show the next ({ $count })
standalone-too-many = A map in one file holds at most { $most } practices, and { $count } are chosen. Narrow the filters, for example to one voivodeship.
