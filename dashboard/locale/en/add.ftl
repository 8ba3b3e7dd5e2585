# The interface's texts in English; the identifiers are the same in both languages.

## Add data

page-add = Add data
add-intro = See your own practices on the map. You can bring:
add-kind-pages = pages of Baza Dobrych Praktyk that a browser saved as text (TXT) or HTML, also many at once or in a ZIP archive,
add-kind-table = a table of practices: CSV, XLSX, XLS, ODS or GeoJSON, one row a practice, with any headings, Polish or English,
add-kind-addresses = a list of addresses in such a file: you get it back with the position of each row as CSV or XLSX.
add-limits = A file may have up to { $size } MB, a table up to { $rows } rows and { $columns } columns; you may read { $files } files in an hour.
add-private = Only this browser sees the data; it leaves the server { $minutes } minutes after its last use, or at once when you remove it. It does not change the practices table.
add-template = Download an empty table to fill in (CSV)
add-files = Files with pages, or one table
add-browse = Choose files
add-drop = or drop them here
add-more = Add files
add-read-pages = { $count ->
    [one] Read { $count } file
   *[other] Read { $count } files
 }
add-sheet = Sheet
add-matching = What the columns hold
add-matching-hint = The program matched the columns by their headings and by what they hold. Check and correct it. Only the title is required; without a column of numbers the practices are numbered from 1. Practices without a section go to the section 'Inne'.
add-matching-others = { $count ->
    [one] Other fields ({ $count } matched)
   *[other] Other fields ({ $count } matched)
 }
add-no-column = not in the file
add-unused = { $count ->
    [one] This column will not be read:
   *[other] These columns will not be read:
 }
add-title-missing = Name the column that holds the practice's title.
add-read-table = { $count ->
    [one] Read { $count } row
   *[other] Read { $count } rows
 }
add-waiting = Waiting to be read, place in the queue: { $place }. Files read at the same time: { $count }. One usually takes a few seconds, a few minutes at most.
add-reading = Reading…
add-locating = Locating: { $done } of { $total }

## The table: what is in it

add-header-row = Row with the headings
add-header-row-none = no headings: each row is data
add-header-row-option = { $row }: { $cells }
add-encoding = Encoding of the file: { $encoding }.
add-first-rows = First rows of the table
add-content = What the table holds
add-content-practices = practices: one row is one practice
add-content-addresses = addresses: I want the position of each row
add-position-precision = What the file's coordinates stand for
column-position = Coordinates in one column
add-positions = { $count ->
    [one] { $count } practice stands where the file's coordinates say.
   *[other] { $count } practices stand where the file's coordinates say.
 }

## A list of addresses

add-addresses-hint = Say which columns hold the parts of an address, or coordinates, which go before addresses. All columns of the file come back with the outcome.
add-addresses-missing = Name at least one column with an address, or those with coordinates.
address-address = Whole address in one column
address-street = Street
address-number = House number
address-city = Locality
address-postal-code = Postal code
address-commune = Commune
address-county = County
address-voivodeship = Voivodeship
address-teryt = Code of the unit (TERYT)
address-lat = Latitude, or northing
address-lon = Longitude, or easting
address-position = Coordinates in one column
add-geocode = { $count ->
    [one] Find the position of { $count } row
   *[other] Find the positions of { $count } rows
 }
add-addresses-outcome = Outcome
add-addresses-count = { $count ->
    [one] { $found } of { $count } row has a position.
   *[other] { $found } of { $count } rows have a position.
 }
add-addresses-longer = { $count ->
    [one] { $count } row has more cells than there are headings; its position was not looked for: { $rows }.
   *[other] { $count } rows have more cells than there are headings; their positions were not looked for: { $rows }.
 }
add-addresses-footers = { $count ->
    [one] { $count } row is a total or a note under the table, and no address: { $rows }.
   *[other] { $count } rows are totals or notes under the table, and no addresses: { $rows }.
 }
add-addresses-outside = { $count ->
    [one] { $count } row states a point outside Poland: { $rows }.
   *[other] { $count } rows state points outside Poland: { $rows }.
 }
add-addresses-csv = Download CSV
add-addresses-file = located
add-addresses-xlsx = Download XLSX
add-addresses-shown = First rows of the outcome
add-addresses-status = Outcome
add-addresses-precision = Precision
add-addresses-rows = Rows

## The outcome

add-outcome = What was read
add-count = { $count ->
    [one] { $count } practice of { $total } was read.
   *[other] { $count } practices of { $total } were read.
 }
add-to-map = Show on the map
add-finished = Download the finished table (CSV)
add-forget = Remove my data
add-no-problems = There were no problems.
add-problems = { $count ->
    [one] { $count } problem
   *[other] { $count } problems
 }
add-problem-where = Row or file
add-problem-column = Column
add-problem-value = Value
add-problem-expected = Expected
add-problem-effect = Effect
add-line = { $file }, line { $line }
