# The interface's texts in English; the identifiers are the same in both languages.

## Add data

page-add = Add data
add-intro = See your own practices on the map. You can bring:
add-kind-pages = pages of Baza Dobrych Praktyk that a browser saved as text (TXT) or HTML, also many at once or in a ZIP archive,
add-kind-table = a table of practices: CSV, XLSX, XLS, ODS or GeoJSON, one row a practice, with any headings, Polish or English,
add-kind-addresses = a list of addresses in such a file: you get it back with the position of each row as CSV or XLSX.
add-limits = A file may have up to { $size } MB, a table up to { $rows } rows and { $columns } columns; you may read { $files } files in an hour.
add-private = The data stays in this visit: nobody else sees it, and it is gone when you close the tab. It does not change the practices table.
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
    [one] { $count } practice of { $came } was read.
   *[other] { $count } practices of { $came } were read.
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
effect-left-out = the practice was left out
effect-emptied = the value was left out
effect-text-only = only the text stayed, in the record card
effect-read = it was read all the same
effect-renumbered = the practice got a provisional number

## Expectations

rule-article-number = a practice number from 1 to 999999999
rule-unique-number = each practice number once
rule-one-line = one line of text
rule-required-line = one line of text, not empty
rule-paragraphs = text
rule-web-address = a web address, such as www.bochnia.pl
rule-iso-date = a date, such as 2009-11-23 or 23.11.2009
rule-voivodeship = the Polish name of one of the 16 voivodeships
rule-postal-code = a postal code, such as 32-700
rule-whole-number = a number of inhabitants, such as 30 000 or 96 tys.
rule-e-mails = e-mail addresses separated by semicolons
rule-fields = a JSON list of pairs: label and text
rule-number = an article number: name the file after it, such as 150.txt, or keep the page's address (art=150)
rule-tabs = a page of Baza Dobrych Praktyk with the tabs 'Skrót i Metryka' and 'Pełna prezentacja'
rule-heading = a heading 'Section : Subsection' above the tabs
rule-title = the practice's title under the heading
rule-metryka = 'Metryka praktyki' under the tabs: save the tab 'Skrót i Metryka'
rule-once = each practice in one file; this one was read from another already
rule-readable = a file that can be read
rule-size = a page of Baza Dobrych Praktyk; none has more than 2 MB
rule-places = at most { $most } localities separated by semicolons
rule-name = one line of text, at most { $length } characters
rule-places-in-all = a table whose practices have { $all } localities at most, all together
rule-more-cells = as many cells as headings; values may stand in wrong columns
rule-fewer-cells = as many cells as headings; the missing ones are empty
rule-total-of-table = a practice; this row is a total of the table
rule-under-table = a practice; this row is a note under the table
rule-quotation-marks = quotation marks in pairs; this line was read as it stands
rule-spreadsheet-date = a house number; a spreadsheet made a date of it, which was read back
rule-position = coordinates of a point in Poland, in degrees or in metres of EPSG:2180
rule-position-of-one-place = coordinates of a practice with one locality
rule-markup = an HTML page that a browser saved
rule-elements = a page of Baza Dobrych Praktyk; none has so many HTML elements
rule-time = a page that can be read within some seconds
rule-time-of-all = fewer pages at a time: all together have 3 minutes at most; bring this page by itself
rule-memory = a page that can be read without hundreds of megabytes
rule-output = a page that does not give hundreds of megabytes
rule-crash = a page that does not end the program that reads it
rule-start = a server that can read files now; try again in a moment
rule-fits = values that fit into the practices table

## Refusals

refused-kind = files of this kind are not read. Save the data as TXT, HTML, ZIP, CSV, XLSX, XLS, ODS or GeoJSON.
refused-size = the file is too large; { $limit } MB is the most. Split it.
refused-empty = the file has no row under its headings.
refused-alone = this is a table, and a table must come alone. Remove the other files.
refused-rows = the table is too long; up to { $limit } rows are read. Split it.
refused-columns = the table is too wide; up to { $limit } columns are read. Remove some.
refused-cell = the cell in row { $row }, column { $column } has more than { $limit } characters, the most that is read. Shorten its text, or divide it among several columns.
refused-cells = the first sheets of the workbook take too many cells; up to { $limit } are read. Leave one sheet in it, with the table alone.
refused-time = reading took longer than { $limit } s and was ended. Split the file, or save the table alone in a new file.
refused-memory = reading takes more memory than { $limit } MB and was ended. Often a cell far outside the table is the cause: copy the table alone into a new file.
refused-output = the file gives too much data; { $limit } MB is the most. Split it.
refused-crash = the file cannot be read: the program that reads it ended with an error. Save it again, a table best as CSV.
refused-start = the server cannot read files now. Try again in a moment.
refused-text = this is no text file. Save the table as CSV or XLSX.
refused-csv = this CSV file cannot be read, probably for a quotation mark without its end. Save the table again, or as XLSX.
refused-html = this is a web page without a table, whatever its name. Open it in a spreadsheet and save it as XLSX or CSV.
refused-no-table = this is no table, whatever its name. Save the data as CSV or XLSX.
refused-geojson = this is no GeoJSON file with a collection of features that can be read. Save the data again, or as CSV.
refused-workbook = this workbook cannot be read. Save it again without a password, best as XLSX.
refused-macro = the workbook holds macros, and such are not opened. Save it as 'Excel Workbook (*.xlsx)'.
refused-external = the workbook refers to other files or holds some. Paste the values alone into a new workbook.
refused-archive = this file cannot be unpacked. Make a plain ZIP archive.
refused-files = the archive holds too many files; { $limit } is the most.
refused-unpacked = the file is too large once unpacked; { $limit } MB is the most.
refused-bomb = the file is packed as only harmful files are.
refused-path = the archive holds a file whose path leads out of it.
refused-link = the archive holds a link in place of a file.
refused-encrypted = the file is encrypted. Save it without a password.
refused-nested = the archive holds another archive. Unpack it, and pack the pages alone.
refused-pages = the archive holds no page (TXT or HTML).
