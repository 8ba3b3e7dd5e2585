# The interface's texts in English; the identifiers are the same in both languages.

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

## Map

map-label = Map of practices
map-legend = Legend
map-whole = All of Poland
map-fit = Show all results
map-cluster = { "{count}" } practices, nearest to { "{near}" }; open to zoom in
map-cluster-one = { "{count}" } practice, nearest to { "{near}" }; open to zoom in
map-cluster-few = { "{count}" } practices, nearest to { "{near}" }; open to zoom in
map-skip = Skip the map
map-list = { "{count}" } positions at one point
map-further = Show more ({ "{count}" })
map-close = Close the list
map-ground-failed = The map file with streets cannot be read just now. The embedded map is shown.
map-ground-choice = Ground of the map
map-ground-embedded = Embedded map
map-server-failed = The server of the map “{ "{name}" }” does not answer. The embedded map is shown.
map-server-gaps = Some parts of the map “{ "{name}" }” could not be had. The embedded map is shown there.
map-area = Area of the map
map-area-follow = Only what the map shows
map-area-view = Area of this view
map-area-rectangle = Draw a rectangle
map-area-polygon = Draw a polygon
map-area-remove = Remove the area
map-area-drag = Drag from corner to corner; Esc gives up.
map-area-release = Let go to choose this area.
map-area-first = Click the first corner; Esc gives up.
map-area-next = Click the next corner.
map-area-last = Click the next corner, or the first one to close the area.
map-area-crossing = The sides must not cross.
map-inset = Where in Poland the view is
map-failed = The points of the map could not be loaded. Reload the page.
