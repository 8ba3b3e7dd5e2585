# What the command `mapa-praktyk` says in English: its help, and what its runs print.

## Help: commands

help-app = Practices of Polish local governments on a map, without the Internet.
help-import =
    Put practice pages, or tables of practices, into the store.

    A practice is added or brought up to date; all others stay as they are, and so does what
    persons have corrected. What cannot be read is reported and stops nothing else (exit code 1).
help-harvest =
    Collect the practice pages of a site into a folder, which `import` reads.

    It follows the lists that the site links and asks for the three tabs of each practice: only on
    the host that is named, only what its robots.txt allows, one request in two seconds at most.
    What is stored is not asked for again: a run that was broken off goes on with the same command.
    Run again after its end, it asks for what is new and changed. About 1,800 pages take an hour.

    The base is protected by law as a database: ask its owners for their consent, or for a copy
    (Związek Miast Polskich, Związek Powiatów Polskich, Związek Gmin Wiejskich RP). Pages name
    contact persons: keep the folder where personal data may be.
help-news =
    Write what is new and what changed since a day, as an Atom feed or a short HTML letter.

    The store's history says so; a practice of which the store does not know has the dates of its
    record card. Contact persons, telephone numbers and e-mail addresses are never in it.
help-demo =
    Make up practices of real communes, to try the dashboard on many.

    Every title and every row says that it is an example; there are no persons in it.
help-export = Write practices into a file, the same one that the page's 'Pobierz' gives.
help-edit =
    Correct one field of a practice.

    The correction stays in force when the practice's page is imported again; `undo` takes it back.
help-history = List the latest changes: id, when, who, what, before and after, why.
help-undo = Undo a change, or all that one import changed, by a further change.
help-backup = Copy the whole store into one file, while the dashboard goes on.
help-restore = Put a backup in place of all that a store holds; into PostgreSQL, too.
help-migrate = Bring the tables of a store up to this version; a copy of the old ones is made before.
help-doctor =
    Look for what would keep the dashboard from working; say what to do about it.

    Give it the options that the dashboard is started with. Exit code 1 where there is a problem;
    a warning leaves it at 0. Nothing is changed, and only services that are switched on are asked;
    the Internet only with --links.

## Help: options

help-version = Show the version and exit.
help-port = Port to serve the dashboard on.
help-port-default = the next free one from 8501
help-address = Network address to serve on; 0.0.0.0 lets other computers in.
help-no-browser = Open no browser.
help-data = Practices to show: a store (FILE.sqlite, postgresql://user@host/database), or a table file, which is only read (CSV, TSV, XLSX, XLS, ODS, GeoJSON).
help-data-default = the variable MAPA_PRAKTYK_DATA, else the store in the user's data folder
help-output = Store to put them into: FILE.sqlite, or postgresql://user@host/database; made where there is none.
help-output-default = the store that the dashboard shows
help-base-path = Serve under this path, for a proxy that passes it on: praktyki.
help-basemap = Map file with streets, PMTiles or MBTiles, in the schema of Protomaps or OpenMapTiles; the maps show it under the marks.
help-map-servers = Map servers among which readers may choose the ground: a TOML file with addresses and names. The browsers of the readers ask them.
metavar-origin = ORIGIN
help-embed-in = Site whose pages may embed the map, the list and cards in a frame (https://www.example.org); may be given again. Without this option no other site may.
help-embed-in-default = none
help-publisher = Who publishes the map: a TOML file from which the accessibility statement and the page about personal data are made.
help-host = Name that a browser may ask by, besides addresses in figures; may be given again. *.example.org stands for all below it, * for any.
help-host-default = localhost, this machine's name, where people log in
help-api-origin = Site whose pages may read the open interface (/api/) with their scripts, such as https://www.example.org; may be given again. * stands for any.
help-api-origin-default = none
help-edit-option = Let visitors save corrected positions in the store.
help-login = Identity provider (OpenID Connect) at which those log in who save corrections.
help-editors = Those who alone may save corrections: a file of e-mail addresses, or these.
help-trust-email = Let an address count though the provider does not state that it is verified (email_verified). Only for a provider where nobody can choose another's address.
help-import-paths = Practice pages as text or saved HTML, folders of them (also of `harvest`), ZIP and WARC archives, or a table.
help-doctor-links = Ask for the web addresses of practices, units and attachments, too: which are dead, which have moved. One request in 2 s to a server at most; an hour or so for 600 practices.
help-harvest-address = The site, such as https://archiwum.dobrepraktyki.pl/
help-harvest-contact = Your e-mail address, sent with each request: the site's owner must be able to reach you.
help-harvest-output = Folder for the pages; made where there is none.
help-harvest-dry = Ask for the lists alone, and name the pages that would be asked for; nothing is stored.
help-coordinates = What coordinates in a table stand for: the building, the street, …
help-explain = Say how each page is read, line by line; nothing is imported.
help-rows = How many practices.
help-seed = Of the random numbers; the same one, the same table.
help-demo-output = Where to write them: a store (FILE.sqlite, postgresql://user@host/database), or a table (FILE.csv).
help-demo-output-default = none: open the dashboard on it
help-force = Replace what is there, also practices that are not made up.
help-who = Who changes it.
help-who-default = this system's user
help-reason = Why; stands in the history.
help-number = The practice's number.
help-field = A column of the practices table: population.
help-value = As a record card prints it; '' for unknown.
help-of-practice = Of this practice alone.
help-count = How many, the latest first.
help-edit-id = Of a change, or of a whole import.
help-backup-file = Where the copy goes.
help-restore-file = A file that `backup` wrote.
help-json = Print JSON, for a program.
help-format = Kind of file; listed below.
help-formats = Kinds of file
help-format-default = as the ending of --output
help-link = The address copied from a page: its filters, question and language. Options given beside it take the place of the same ones in it.
help-facet-voivodeship = Voivodeship; may repeat.
help-facet-county = County: 'bocheński'; may repeat.
help-facet-commune = Commune: 'Bochnia (wiejska)'; may repeat.
help-facet-unit-type = Type of unit: 'gmina wiejska'; may repeat.
help-facet-theme = Section, as the dashboard calls it; may repeat.
help-facet-subsection = Subsection; may repeat.
help-facet-year = Year of introduction; may repeat.
help-least = Least number of inhabitants.
help-most = Greatest number of inhabitants.
help-year-from = First year of introduction into the base.
help-year-to = Last year of introduction into the base.
help-search = Words that must all occur, in any of their forms; "in quotation marks" exactly so, -word: without it.
help-since = Only what is new or changed since this day: 2026-09-01.
help-news-since = The first day that counts, such as 2026-09-01; without it the one of the address (nowe=…), else the last 30 days.
help-news-link = The address copied from a page: the practices that it shows.
help-news-letter = On the terminal: an HTML letter in place of a feed.
help-news-language = The language; without it that of the address.
help-news-output = A file, replaced each time: a feed (.atom, .xml) or a letter (.html); may repeat. Without it, the terminal.
help-figure-range = Only practices of units whose added figure is in this range, such as zlobki-2023:5..20.
help-near = Around this place, or unit by its TERYT code ...
help-radius = ... so far, in km.
help-area = An area of the map in which a practice has a place: latitude and longitude of two corners of a rectangle (south-west, north-east) or of all corners of a polygon, with commas.
metavar-area = CORNERS
help-complete-population = What is done without it, too.
help-same-group = Only units like the one of --near: its kind and size.
help-stated-population = Populations of the record cards alone, not those of the units where a card has none.
help-second-measure = Name of an added figure, whose colour is on the map beside that of the first measure.
help-level = Regions: voivodeship, county or commune.
help-measure = What is shaded: practices, rate, share (of counties), commune_share, units, year, or the name of an added figure.
help-breaks = Classes: natural, quantiles or equal.
help-limits = Limits of the classes: up to 4 rising numbers, as '1;5;10'.
help-beside = A second map beside the first (PNG, SVG, PDF, PPTX).
help-beside-measure = What the second map shades; by default the same.
help-beside-until = Last year of the second map.
help-beside-limits = Limits of its classes.
help-until = Count what was introduced in it or before.
help-points = Draw the practices as dots.
help-one-practice = One practice alone; its card, as PDF.
help-practice-slides = Add slides of the first practices to the PPTX deck; those shortlisted in the link come first.
help-full-texts = Add full presentations and lists of attachments to PDF cards and the HTML file; they may name persons.
help-contacts = With persons, telephone numbers and e-mail addresses.
help-language = The file's language.
help-export-data = The practices: a store, or a table file.
help-export-data-default = the store that the dashboard shows
help-export-output = A file, or a folder to put it in.
help-export-force = Replace a file that is there.
metavar-site = SITE
metavar-email = E-MAIL
metavar-store = STORE
metavar-place = PLACE
metavar-text = TEXT
metavar-id = ID
metavar-number = NUMBER
metavar-field = FIELD
metavar-value = VALUE
metavar-kind = KIND
metavar-year = YEAR
metavar-day = DAY
metavar-limits = NUMBERS
metavar-figure-range = NAME:FROM..TO

## Serving

command-error = mapa-praktyk: { $error }
command-no-memory = there is not enough memory for this table; give the program more of it (the limit of its container or service, or ulimit -v), or name a smaller table: { $program } MiB and six times the table's size are needed while a new or changed table is prepared, less later
command-served = Mapa Praktyk: { $address }  (Ctrl-C ends it)
command-preparing = { $table }: a new or changed table, prepared once, with up to { $memory } MiB of memory ...

## Import

import-table-read = { $file }: { $count ->
    [one] { $count } practice read: { $counts }
   *[other] { $count } practices read: { $counts }
 }
import-beside = { $file }: { $count ->
    [one] { $count } corrected position beside it
   *[other] { $count } corrected positions beside it
 }
import-own-coordinates = { $file }: { $count ->
    [one] { $count } position from its own coordinates ({ $precision })
   *[other] { $count } positions from its own coordinates ({ $precision })
 }
import-store = { $store }: { $count ->
    [one] { $count } practice
   *[other] { $count } practices
 }
import-nothing = { $store }: nothing was read or written
import-pages-read = { $read } of { $count ->
    [one] { $count } page read: { $counts }
   *[other] { $count } pages read: { $counts }
 }
import-counts = { $added } added, { $updated } updated, { $unchanged } unchanged
import-of-site = { $count } further tabs and other pages of the site passed over
import-archive = { $file }: passed over, an archive in a folder; name it by itself
import-other = { $file }: passed over, no page by its name
import-more-others = and { $count } more files passed over, no pages by their names
import-remark = { $file }: { $label }{ $value }: expected { $expected }; kept as text only
import-provisional = { $file }: no article number, so it goes by the provisional number { $number } until a page with its number is imported; name a file after the article (150.txt) to give it one
import-derived-number = { $file }: no article number; by section and title it is { $number }
import-renumbered = the provisional number { $old } is { $new } from now on

## Export

exported = { $file }: { $shown } of { $total } practices{ $filters }
exported-nothing = none of the { $total } practices passes the filters{ $filters }

## The store

demo-written = { $store }: { $count } made-up practices
edit-same = practice { $number }: { $field } has that value already
edit-added = added
edit-updated = updated
edit-removed = removed
edit-import = import
undone = { $count } undone
backed-up = { $file }: a copy of { $store }, { $size } bytes
restored = { $store }: restored, { $count } practices
migrated-nothing = nothing to do: the tables are of this version

## Tables and stores

read-encoding = { $file }: read as { $encoding }
read-headings = { $file }: the headings are those of row { $row }{ $above }
read-above = ; above them, not read: { $rows }
read-no-numbers = { $file }: no column of numbers: provisional ones are made of section and title
read-addresses = { $file }: looks like a list of addresses; `mapa-praktyk geocode` locates one
read-unused = { $file }: columns that were not used: { $names }{ $more }
read-more = {" "}and { $count } more
store-made = { $store }: a new store with the { $count } practices of { $table }
store-took-over = { $store }: taken over from beside that table: { $corrections } corrected positions, { $edits } entries of their history

## Data

help-own-data = Data of your own: TERC, SIMC and ULIC, population by commune, borders of PRG, address points, figures by TERYT codes.
help-data-add = Add files, recognised by what they hold, in place of earlier ones of their kind; address points in place of those of their counties.
help-data-list = List what was added: kind, day, number of records, file, SHA-256.
help-data-remove = Remove what was added; what comes with the program counts again.
help-data-file = The files, as their publisher serves them, or a map of streets (PMTiles, MBTiles).
help-data-day = The day of the data, where it is not the one in the file.
help-data-kind = The kind as `data list` names it, such as terc.
help-figure-name = Name of a figure in the file, which then is a table of figures by TERYT codes or names of units.
help-figure-unit = Unit of the figure, such as person or %; not needed where the heading states it in square brackets.
help-figure-source = Who published the figure, such as Statistics Poland, Local Data Bank.
help-figure-column = Heading of the column with the figure, where there are several.
help-figure-year = Year of the figure; by default the newest in the file.
help-figure-kind = count: a number that may be added up and divided by; rate: a share, a mean or an index, which is never added up.
data-added = { $kind }: { $rows } records of { $day } from { $source }, SHA-256 { $sha256 }
data-removed = { $kind }: { $source } of { $day } was removed
data-none = nothing was added; `mapa-praktyk data add FILE` adds a file
data-unknown-communes = Communes of which the program knows nothing else, neither area nor place, and which it does not show: { $codes }
data-lacking-communes = Communes of the program that the added files lack, and which it does not show any more: { $codes }

## Harvest

harvest-status = HTTP status { $status }
harvest-too-large = more than { $size } MiB, read no further
harvest-loop = it sends us from one address to the next without end
harvest-wait = the site asks to wait { $minutes } minutes; run the same command then
harvest-failures = { $count } pages in a row did not come; run the same command later, it goes on where it stood
harvest-no-start = the start page { $address } did not come
harvest-interrupted = broken off; the same command goes on where it stood
harvest-law = A base of practices is protected as a database (Act of 27 July 2001): whoever takes over a substantial part of it needs its owners' consent, which you state to have. The pages name contact persons: that is personal data. Asking the associations for a copy spares their server.
harvest-rate = { $site }: one request in { $seconds } s at least, as { $agent }
harvest-outcome = { $outcome ->
    [new] new pages
    [changed] changed pages
    [unchanged] unchanged pages
    [gone] gone from the site; the last page stays in the folder
    [unlinked] linked by nothing any more; asked for all the same
    [would-ask] would be asked for
    [cut-off] without an end, perhaps cut off
    [robots] forbidden by robots.txt
    [other-host] links to other hosts, not followed
    [other-page] links to other pages of the site, not followed
    [redirect] redirects; elsewhere none is followed
    [endless] further pages of lists that bring nothing new
    [failed] without an answer
    [login] a form to log in in place of the page
    [captcha] a captcha in place of the page
    [empty] an article without text
   *[other] { $outcome }
}
harvest-line = { $count }  { $words }
harvest-done = { $folder }: { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}, { $requests ->
    [one] { $requests } request
   *[other] { $requests } requests
}; what was passed over and why is in { $report }
harvest-dry = { $requests ->
    [one] { $requests } request
   *[other] { $requests } requests
}; nothing was stored
harvest-next = now: mapa-praktyk import { $folder }
harvest-no-articles = no article was found: the site is built in a way that this program does not know; its start page is in the folder
data-points-county = County { $county }: { $count } points, { $before } before
data-points-missing = The new file lacks counties { $counties } of its voivodeship; their former points stay. Check the file.
data-points-problems = Not used: { $count } ({ $kinds }); they are listed in { $path }

## How a page is read

explain-encoding = encoding: { $encoding } ({ $stated ->
    [mark] by its byte order mark
    [header] stated by the server
    [meta] stated by the page
   *[none] found by its letters
})
explain-article = article: { $article }
explain-fault = no page of a practice: { $reason }
explain-known = labels that were recognised: { $labels }
explain-unknown = labels that nobody knows, kept as text: { $labels }
explain-share = { $share } % of the text was used
help-data-pack = Write all added address points to one compact file (Parquet), to be carried into a closed network; `data add` takes it there.
help-data-pack-file = The file to write.
data-packed = { $path }: { $count } points, { $bytes } bytes
news-written = { $file }: { $count ->
    [one] { $count } practice
   *[other] { $count } practices
}
