# What is said of tables, in English: why a file is not read, and how one was read.

file-refused = { $file }: { $reason }

## Why a file is not read

refused-empty = the file is empty or has no row under its headings.
refused-rows = the table is too long; up to { $limit } rows are read. Split it.
refused-columns = the table is too wide; up to { $limit } columns are read. Remove some.
refused-cell = the cell in row { $row }, column { $column } has more than { $limit } characters, the most that is read. Shorten its text, or divide it among several columns; close an open quotation mark.
refused-cells = the first sheets of the workbook take too many cells; up to { $limit } are read. Leave one sheet in it, with the table alone.
refused-text = line { $row } is no text. Save the table as CSV or XLSX.
refused-csv = this CSV file cannot be read beyond line { $row }, probably for a quotation mark without its end. Save the table again, or as XLSX.
refused-html = this is a web page without a table, whatever its name. Open it in a spreadsheet and save it as XLSX or CSV.
refused-no-table = this is no table but { $found }, whatever its name. Save the data as CSV or XLSX.
refused-geojson = this is no GeoJSON file with a collection of features that can be read. Save the data again, or as CSV.
refused-geojson-feature = element { $row } of the collection is no GeoJSON feature. Save the data again, or as CSV.
refused-workbook = this workbook cannot be read. Save it again without a password, best as XLSX.
refused-macro = the workbook holds macros, and such are not opened. Save it as ‘Excel Workbook (*.xlsx)’.
refused-external = the workbook refers to other files or holds some ({ $found }). Paste the values alone into a new workbook.
refused-archive = this file cannot be unpacked. Make a plain ZIP archive.
refused-files = the archive holds too many files; { $limit } is the most.
refused-unpacked = the file is too large once unpacked; { $limit } MB is the most.
refused-bomb = the file is packed as only harmful files are.
refused-path = the archive holds a file whose path leads out of it ({ $found }).
refused-link = the archive holds a link in place of a file ({ $found }).
refused-encrypted = the file is encrypted. Save it without a password.
refused-nested = the archive holds another archive ({ $found }). Unpack it, and pack the files alone.
table-line-encoding = { $path }: line { $line } is not in the encoding { $encoding } (byte { $byte } at place { $place }). Save the file as UTF-8, or name its encoding with --encoding.
table-encoding = { $path }: is not in the encoding { $encoding }. Name its encoding with --encoding.

## How a table was read

note-unused = Columns that say nothing of an address: { $names }.
note-encoding = The file is read as { $encoding }.
note-sheets = The sheet { $sheet } is read, not { $others }; choose with --sheet.
note-no-headings = The file has no headings: all its rows are data.
note-above = The headings are those of row { $row }; above them, and not in the output, { $count ->
    [one] is row { $rows }
   *[other] are rows { $rows }
 }. Another row is chosen with --header-row.
note-numbering = Row { $row } only counts the columns, and is no row of the output.
note-blank = { $count ->
    [one] { $count } blank line of { $file } is no row.
   *[other] { $count } blank lines of { $file } are no rows.
 }
note-longer = { $count ->
    [one] { $count } row has more cells than there are headings ({ $width }) and is skipped, since its cells may stand in wrong columns: { $rows }.
   *[other] { $count } rows have more cells than there are headings ({ $width }) and are skipped, since their cells may stand in wrong columns: { $rows }.
 } A cell that holds the separator must be in quotation marks.
note-shorter = { $count ->
    [one] { $count } row has fewer cells than headings: { $rows }.
   *[other] { $count } rows have fewer cells than headings: { $rows }.
 }
note-stray-marks = { $count ->
    [one] { $count } line has quotation marks that are not in pairs, and is read as it stands: { $rows }.
   *[other] { $count } lines have quotation marks that are not in pairs, and are read as they stand: { $rows }.
 }
note-dates = House numbers that a spreadsheet had made dates of were read back: { $examples }.
note-date = { $text } as { $number }
note-more = { $items } and { $count } more

## The audit of a run

audit-title = Audit of a geocoding run
audit-by-status = Rows by status
audit-by-precision = Rows by precision
audit-by-voivodeship = Rows by voivodeship
audit-failed-checks = Failed checks
audit-open-rows = Rows without a point (the first { $limit })
audit-contradictions = Contradictions (the first { $limit })
audit-shared-points = Points that many rows share
audit-none = None.
audit-column-status = status
audit-column-precision = precision
audit-column-voivodeship = voivodeship
audit-column-rows = rows
audit-column-check = check
audit-column-row = row
audit-column-query = looked for
audit-column-reason = why
audit-column-rejected = best rejected
audit-column-matched = matched
audit-column-checks = checks
audit-column-decided-by = decided by
audit-column-lat = lat
audit-column-lon = lon
row-too-long = row { $row } has { $found } cells, but there are { $width } headings
row-not-read = Not read: { $parts }, and at most { $limit } are read. Shorten it.
row-long-part = { $part } has { $count } characters
row-beyond-limit = beyond the limit of this run
row-not-found = nothing was found
row-nothing-stated = No locality, postal code, commune, county or voivodeship is stated.
row-nothing-to-ask = No locality is stated, nor what else the service could be asked by.
