# What does not fit in a table, a page or a file, in English: for pages and commands alike.

violations = { $count ->
    [one] the practices table has { $count } fault
   *[other] the practices table has { $count } faults
 }
violations-more = and { $count } more
violation = { $place }: expected { $expected }
violation-value = { $place }: { $value } - expected { $expected }
violation-hidden = { $place }: value not shown - expected { $expected }
violation-row = row { $row }
violation-row-column = row { $row }, column { $column }
violation-file = the file
violation-file-column = the file, column { $column }
page-fault = { $place }: expected { $expected }
problem-line = { $file }: line { $row }: expected { $expected }; { $effect }
problem-row = { $file }: row { $row }: expected { $expected }; { $effect }
problem-column = { $file }: row { $row }, column { $column }: expected { $expected }; { $effect }

## Effects

effect-left-out = the practice was left out
effect-emptied = the value was left out
effect-text-only = only the text stayed, in the record card
effect-read = it was read all the same
effect-renumbered = the practice got a provisional number

## What is asked of pages and of tables of visitors

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
rule-metryka = 'Metryka praktyki' under the tabs: save the tab 'Skrót i Metryka', whose address does not end with s=2
rule-once = each practice in one file; article { $number } was read from { $file } already
rule-readable = a file that can be read ({ $reason })
rule-size = a page of Baza Dobrych Praktyk; none has more than 2 MB
rule-places = at most { $most } localities separated by semicolons
rule-name = one line of text, at most { $length } characters
rule-places-in-all = a table whose practices have { $all } localities at most, all together
rule-more-cells = as many cells as headings; values may stand in wrong columns
rule-fewer-cells = as many cells as headings; the missing ones are empty
rule-quotation-marks = quotation marks in pairs; this line was read as it stands
rule-total-of-table = a practice; this row is a total of the table
rule-under-table = a practice; this row is a note under the table
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
rule-fits = values that fit into the practices table; { $cells }
fits-cell = { $column }: { $expected }
fits-and = { $one }; { $other }
rule-stopped = somebody who waits for the page
rule-saved = a file or a folder, since nothing is fetched: save the page in a browser (Ctrl+S) or mirror the site with wget
rule-exists = a file or a folder that exists
rule-pages = pages in this folder ({ $endings })
rule-article = a further tab whose file's name states article and tab (art=150&s=2)
rule-first-tab = the first tab of article { $number }, too; only a further one is here
rule-packed-pages = a ZIP archive or a folder; unpack this archive, and name the folder
rule-archive = an archive that can be read: { $reason }
rule-large-archive = an archive that can be read: { $reason } Or unpack it, and name the folder.

## What the cells of the practices table must hold

table-article-number = an article number, 1 to 999999999
table-unique-number = each article number once (row { $row } has it already)
table-one-line = one line of text
table-required-line = one line of text, not empty
table-paragraphs = text, paragraphs separated by a blank line
table-name = one line of text, at most { $length } characters
table-e-mails = e-mail addresses separated by '; '
table-places = at most { $most } places separated by '; '
table-web-address = a web address with http:// or https://
table-iso-date = a day of the calendar as YYYY-MM-DD
table-voivodeship = a voivodeship in lower case, such as małopolskie
table-postal-code = a postal code as 32-700
table-whole-number = a whole number in digits only, such as 30000
table-fields = a JSON list of pairs, such as [["Powiat", "Bochnia"]]
table-cells = { $expected } cells, not { $found } (unquoted comma?)
table-quotation = a quotation mark at its end: close or remove the one at its beginning
table-exists = a file that exists
table-file = a file that can be read ({ $reason })
table-row-size = rows of at most { $limit } MiB (a quotation mark without its end makes one of all that follow: close or remove it)
table-readable = a CSV file in UTF-8 with commas, its headings in row 1
table-commas = cells separated by commas, not by semicolons
table-known-column = one of the columns { $columns }
table-unique-column = each heading once
table-required-column = a column of this name
table-headings = a column with the titles of practices among { $headings }
table-taken = a table that can be read: { $reason }

## Why a file is not taken in

refused-kind = files of this kind are not read. Save the data as TXT, HTML, ZIP, CSV, XLSX, XLS, ODS or GeoJSON.
refused-size = the file is too large; { $limit } MB is the most. Split it.
refused-alone = this is a table, and a table must come alone. Remove the other files.
refused-time = reading took longer than { $limit } s and was ended. Split the file, or save the table alone in a new file.
refused-memory = reading takes more memory than { $limit } MB and was ended. Often a cell far outside the table is the cause: copy the table alone into a new file.
refused-output = the file gives too much data; { $limit } MB is the most. Split it.
refused-crash = the file cannot be read: the program that reads it ended with an error. Save it again, a table best as CSV.
refused-start = the server cannot read files now. Try again in a moment.
refused-pages = the archive holds no page (TXT or HTML).
refused-stopped = reading was stopped: nobody waits for it any more.
