# The interface's texts in English. The identifiers are those of pl.ftl.

app-name = Map of practices
page-map = Map
missing = no data

## Filters

filters = Filters
filter-szukaj = Search
filter-szukaj-hint = title, summary, place…
filter-woj = Voivodeship
filter-powiat = County (powiat)
filter-typ = Type of unit
filter-dzial = Section
filter-poddzial = Subsection
filter-ludnosc = Population
filter-from = from
filter-to = to
filter-p = Practice
filter-placeholder = all
filter-nothing = no data
filter-none-left = none fits
filter-option = { $label } ({ $count })
filter-left-out = { $count ->
    [one] The filter leaves out { $count } practice whose value is not known.
   *[other] The filter leaves out { $count } practices whose value is not known.
 }
filter-range-backwards = ‘From’ is larger than ‘to’, so nothing can match.
filter-reset = Clear filters
language = Language
language-pl = Polski
language-en = English

## Result

count = { $shown } of { $total ->
    [one] { $total } practice
   *[other] { $total } practices
 }
count-off-map = { $count ->
    [one] { $count } is not on the map
   *[other] { $count } are not on the map
 }
copy-link = Copy link
copy-done = Copied
copy-failed = Copying failed. Copy the address from the browser’s bar.
link-ignored = The link asks for values that the data does not have; they were left out: { $values }.
empty-title = No practice passes all filters
empty-advice = Loosen one of them:
empty-drop = Without ‘{ $filter }’ ({ $count ->
    [one] { $count } practice
   *[other] { $count } practices
 })
empty-each-zero = Dropping a single filter is not enough.
no-practices = The practices table is empty. Read pages with: mapa-praktyk import FOLDER

## List

list = List of practices
list-previous = Previous
list-next = Next
list-page = { $first }–{ $last } of { $total }

## Card

card-number = no. { $number }
card-more = Read on
card-no-summary = The summary of this practice has not been read yet.
card-position = Position
card-matched = Matched: { $label }
card-metryka = Record card (metryka)
card-no-metryka = The record card of this practice is not known: its page has not been read into the table.
card-unlabelled = (no label)
card-source = Source:
card-no-source = The address of the source page is not known.
card-previous = Previous
card-next = Next
card-close = Close
card-none = Choose a practice on the map or in the list, and its record card appears here.
card-filtered-out = This practice does not pass the present filters.

## Position

mark-exact = address: building or street
mark-near = middle of a postal code or locality
mark-area = middle of a commune, county or voivodeship
position-building = address: building
position-street = address: street
position-postal_code = approximate position: area of the postal code
position-locality = approximate position: middle of the locality
position-commune = approximate position: middle of the commune
position-county = approximate position: middle of the county
position-voivodeship = approximate position: middle of the voivodeship
position-ambiguous = { $note }; the name is ambiguous
position-accuracy = { $note }, to within { $distance }
position-none = not on the map: { $reason }
unlocated-skipped = the source states no place
unlocated-ambiguous = several places of this name and nothing to decide between them
unlocated-no-match = no such place or postal code was found
unlocated-error = finding the position failed
unlocated-ok = no coordinates
unlocated-manual = no coordinates

## Map

map-label = Map of practices
map-legend = Legend
map-whole = All of Poland
map-fit = Show all results
map-cluster = { "{count}" } positions here; open to zoom in

## Sections

section-social = Social services
section-technical = Technical services
section-institutional = Institutional development
section-energy = Energy efficiency
section-ngo = Local governments and NGOs
section-cooperation = Cooperation of local governments
section-dialogue = Social dialogue
section-monitoring = Public Services Monitoring System
section-other = Other section

## Footer and errors

footer-sources = Data sources and licences
error-title = The data cannot be shown
error-advice = Mend the data and reload the page. Nothing was changed or lost.

## Names of controls

control-hide-filters = Hide filters
control-chosen = Chosen values
control-clear = Clear all
control-open = Open
control-remove = Remove
control-skip = Skip to main content
