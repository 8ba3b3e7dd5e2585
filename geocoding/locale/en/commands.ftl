# What `python -m geocoding` and `mapa-praktyk geocode` say in English.

## Help

help-geocode =
    Write a table with a point for each row to OUT, and an audit of the run beside it.

    IN is CSV, XLSX, XLS, ODS or GeoJSON; OUT is CSV, or a workbook where its name ends in .xlsx.

    Known columns, in any order and with or without Polish letters: street (ulica), number
    (numer), city (miejscowość), postal_code (kod pocztowy), county (powiat), voivodeship
    (województwo), or address (adres) for all in one. All columns and rows are kept.

    Without an option nothing but the gazetteer is asked, on this machine. A service is asked
    where it is named: there is no built-in Nominatim server, and the public one's terms
    (https://operations.osmfoundation.org/policies/nominatim/) allow one request a second for
    all users of a program together, and no systematic queries.
help-geocode-codes =
    {"\u0008"}
    Exit codes:
        0  done: each row has its answer, also where nothing was found
        2  nothing done: a wrong option, or a table that cannot be read
        3  done, but for some rows a service did not answer, or a text is too long (column 'error')
      130  stopped; what a service answered is kept: the same command goes on

    Options from --geocoder on can also be set in the environment (MAPA_PRAKTYK_SERVER), in
    mapa-praktyk.toml (server = "..."), or in pyproject.toml under [tool.mapa-praktyk]; an option
    goes first, then the environment. Times are called interval_s and timeout_s there.
help-in = A table with addresses: CSV, XLSX, XLS, ODS, GeoJSON; for Dask Parquet.
help-out = Where the answers go; a folder for Dask.
help-column = A column whose heading is not known, or its number.
help-encoding = Encoding of IN, if not found out.
help-separator = What separates cells, if not found out.
help-header-row = Row with the headings, if not found out; 0 for none.
help-sheet = Of a workbook; else the first with rows.
help-limit = Answer the first rows only; keep the others.
help-dry-run = Say what would be asked; ask and write nothing.
help-engine = dask: in parts, on all cores or a cluster, from the gazetteer alone.
help-scheduler = Of a Dask cluster that sees the same files; else on all cores.
help-geocoder = What answers the addresses.
help-service = What a chain asks.
help-server = The service's address; a must for nominatim.
help-user-agent = Who asks; a must for nominatim.
help-interval = Between requests.
help-timeout = For an answer.
help-attempts = Requests for one question.
help-workers = Requests under way at a time.
help-cache = Where answers of services are kept.
help-retry = Kept answers to ask for again.
help-overrides = Points that a person has set.
metavar-in = IN
metavar-out = OUT
metavar-part-heading = PART=HEADING
metavar-name = NAME
metavar-character = CHARACTER
metavar-address = ADDRESS
metavar-words = WORDS
metavar-seconds = SECONDS
metavar-folder = FOLDER
metavar-file = FILE
metavar-path = PATH

## What a run prints

geocode-error = Error: { $error }
geocode-stopped = Stopped; what was answered is kept: the same command goes on.
geocode-all-offline = --engine dask answers all rows from the gazetteer: leave out --limit, --dry-run, and any --geocoder but offline.
geocode-no-equals = --column { $pair }: PART=HEADING is expected.
geocode-no-dask = --engine dask needs packages of the extra 'dask', of which { $name } is not installed here; `mapa-praktyk doctor` gives the command that installs them.
geocode-no-headings = { $table }: has no headings; its first row is { $columns }. Say which column holds what by its number, as in --column city=3 --column postal_code=2, or where the headings stand: --header-row 1.
geocode-plan-column = { $part } column { $number }: { $heading }
geocode-plan-rows = { $count ->
    [one] { $count } row; nothing was asked or written.
   *[other] { $count } rows; nothing was asked or written.
 }
geocode-plan-questions = A service would be asked about { $count } addresses: { $minutes } min or more; all others have kept answers.
geocode-open-rows = { $count } rows are open: a service did not answer, or a text is too long to be read. The column 'error' says which.
geocode-done = { $count } rows in { $seconds } s ({ $speed } a second): { $output }; to check: { $audit }
geocode-renamed = The table has a column { $name }: the new one is { $heading }.
geocode-stale-overrides = { $count } rows have a person's point that was set for another address: look for override_address in the audit.
note-totals = { $count ->
    [one] { $count } row is a total of the table and has no answer: { $rows }.
   *[other] { $count } rows are totals of the table and have no answer: { $rows }.
 }
note-under-table = { $count ->
    [one] { $count } row stands under the table (a source, a date, a note) and is no address unless its cell may be one: { $rows }.
   *[other] { $count } rows stand under the table (a source, a date, a note) and are no addresses unless their cells may be: { $rows }.
 }
note-outside-poland = { $count ->
    [one] { $count } row states a point outside Poland and has no answer: { $rows }.
   *[other] { $count } rows state points outside Poland and have no answer: { $rows }.
 }
help-stated-points = What the table's own coordinates stand for.
help-reverse = For a table of coordinates: also write the nearest address of each point, and how far away it is.
