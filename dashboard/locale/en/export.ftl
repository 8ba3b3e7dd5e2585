# The interface's texts in English; the identifiers are the same in both languages.

## Taking away

export = Download
export-what-filtered = { $count ->
    [one] { $count } practice, as filtered
   *[other] { $count } practices, as filtered
 }
export-what-coverage = { $count ->
    [one] { $count } practice and the map of regions, as on this page
   *[other] { $count } practices and the map of regions, as on this page
 }
export-what-shortlist = { $count ->
    [one] { $count } kept practice
   *[other] { $count } kept practices
 }
export-with-contacts = with contact persons
export-with-contacts-hint = Adds persons, telephone numbers and e-mail addresses. These are personal data: pass them on only where you may.
export-personal = The file will hold personal data.
export-format-csv = CSV (a row a practice)
export-format-csv-places = CSV (a row a place)
export-format-csv-zip = CSV of practices and places (ZIP, provenance beside)
export-format-xlsx = XLSX (Excel)
export-format-regions-csv = Regions in CSV (with TERYT)
export-format-regions-xlsx = Regions in XLSX (with TERYT)
export-format-geojson = GeoJSON
export-format-gpkg = GeoPackage (QGIS)
export-format-gpkg2180 = GeoPackage in EPSG:2180 (Poland CS92)
export-format-html = HTML (map in one file)
export-format-png = PNG (map of regions)
export-format-svg = SVG (map of regions)
export-format-pdf = PDF (map of regions)
export-format-pptx = PPTX (slides)
export-format-cards = PDF (record cards)
export-card = Record card as PDF
export-file-name = practices
export-group-table = Table
export-group-map = Map
export-group-print = Presentation and print
export-nothing-filtered = No practice passes the filters, so there is nothing to download. Remove one of the filters.
export-nothing-coverage = No practice passes the filters, so there is nothing to download. Remove one of the filters.
export-nothing-shortlist = No practice is kept yet. Keep some with the button in their record cards.
export-practice = Practice
export-stem-practices = practices
export-stem-places = places
export-stem-about = about-this-file
export-stem-practices-epsg2180 = practices-epsg2180
export-stem-regions = regions
export-stem-map = map-of-practices
export-stem-coverage = coverage
export-stem-cards = record-cards
export-stem-card = record-card
export-stem-examples = example-data

## Files in the making

tray-label = Files
tray-waiting = waiting in line
tray-making = { $percent ->
    [0] being made
   *[other] being made: { $percent }%
 }
tray-ready = ready, { $size }
tray-failed = The file could not be made. Try again.
tray-cancel = Cancel
tray-save = Save
tray-retry = Try again
tray-close = Close

## About the file

export-warning = Note
export-made-by = Made in
export-made-at = Made at
export-dataset = Data
export-dataset-table = { $name }, as of { $day }
export-count = Practices in the file
export-filters = Filters
export-no-filter = none
export-within = { $km } km around the point { $lat }, { $lon }
export-contacts = Contacts
export-contacts-in = are in the file (persons, telephone numbers, e-mail addresses)
export-contacts-out = left out (persons, telephone numbers, e-mail addresses, and record card fields that may hold them)
export-source = Source
export-sheet-practices = Practices
export-sheet-about = About
export-sheet-counts = Numbers
export-sheet-places = Places
export-cut = … (cut: the cell holds no more; the whole text is in the CSV)
export-too-much-text = Practices with many places have such long texts that, repeated for each place, they would give more than { $most } characters. Narrow the filters, or take CSV.
export-too-many-rows = A sheet cannot hold { $count } rows (at most { $most }). Narrow the filters, or take the CSV.

## Columns

column-population-table = Population of the unit (table of communes)
column-population-table-day = Day of that number
column-unit-level = Level of the unit
column-teryt = TERYT of the unit
column-teryt-known-by = How TERYT is known
column-east-2180 = Easting (EPSG:2180, m)
column-north-2180 = Northing (EPSG:2180, m)
column-matched-teryt = TERYT of the place
column-places-count = Number of places
column-place-no = Place number
column-place = Place
column-lat = Latitude
column-lon = Longitude
column-status = Outcome
column-precision = Precision
column-accuracy-m = Accuracy radius (m)
column-matched-label = Matched
column-matched-postal-code = Matched postal code
column-matched-commune = Matched commune
column-matched-county = Matched county
column-matched-voivodeship = Matched voivodeship
column-score = Score
column-checks = Checks
column-provider = Provider
column-decided-by = Rule
column-error = Error
column-provenance = Provenance
status-ok = found
status-ambiguous = ambiguous
status-no-match = not found
status-error = failed
status-skipped = no place stated
status-footer = not looked for: a total or a note under the table
status-longer = not looked for: more cells than headings
status-manual = set by hand
precision-building = building
precision-interpolated = between house numbers
precision-street = street
precision-postal-code = postal code
precision-locality = locality
precision-commune = commune
precision-county = county
precision-voivodeship = voivodeship
export-remarks = Remarks

## Full texts

printing-attachments = Attachments
export-with-practice-slides = with slides of practices (PPTX)
export-with-practice-slides-hint = The deck is about coverage. Tick this for a slide of each of the first practices, too; the shortlisted ones come before others.
export-with-full-texts = with the full presentation (PDF cards, HTML file)
export-with-full-texts-hint = Adds the full presentation and the list of attachments. It is text of the practice’s page and may name persons.
