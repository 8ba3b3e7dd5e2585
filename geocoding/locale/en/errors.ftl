# What is wrong, in English: the messages of the errors that people meet.

os-no-file = No such file or directory
os-no-permission = Permission denied
os-not-permitted = Operation not permitted
os-folder = Is a directory
os-no-folder = Not a directory
os-disk-full = No space left on device
os-only-read = Read-only file system
os-exists = File exists
columns-twice = Columns { $header } and { $heading } both hold the { $part }. Rename one, or choose with --column { $part }=HEADING.
columns-none = No column of { $header } holds a part of an address. Known headings: { $value }, or in Polish ulica, numer, miejscowość, kod pocztowy, powiat, województwo, adres. Others can be named with --column, as in --column city=HEADING or, by its number, --column city=3.
part-unknown = { $part } is no part of an address; parts are { $columns }.
column-missing = There is no column { $heading } for the { $part }; there are { $header }.
scheduler-silent = --scheduler { $scheduler }: no Dask scheduler answers there ({ $error }); an address such as tcp://10.0.0.5:8786 is expected.
folder-busy = { $folder }: another run is at work there; wait until it is done, or name another folder.
folder-not-written = { $folder }: cannot be written ({ $reason }).
folder-other-files = { $folder }: holds files that are no run's output; name a new folder.
folder-other-run = { $folder }: holds the output of another run (another { $differs }); name a new folder, or remove this one.
parquet-twice = { $path }: more than one column is called { $twice }; Parquet needs a name of its own for each. Rename them.
rows-too-long = { $name }: rows { $rows } have more cells than the { $header } headings. Put cells that hold the separator in quotation marks, or leave out --engine dask.
parquet-not-read = { $path }: cannot be read as Parquet ({ $error }).
audit-not-written = { $filename }: cannot be written ({ $reason }).
output-is-input = { $output }: is the input itself; give the output another name.
output-not-written = { $output }: cannot be written ({ $reason }).
data-not-read = { $path }: cannot be read ({ $error }); run make data.
data-no-column = { $path }: no column { $missing }; run make data.
server-no-address = Server { $server }: http://HOST or https://HOST is expected.
user-agent-missing = A user agent is needed: it tells the server's operator who asks.
overrides-not-read = { $path }: cannot be read ({ $error }).
overrides-columns = { $name }: columns { $columns } are expected.
overrides-encoding = { $name }: is not in UTF-8 ({ $error }). Save it as UTF-8.
overrides-no-table = { $name }: cannot be read ({ $error }).
settings-not-read = mapa-praktyk.toml or pyproject.toml: { $error }
separator-unknown = Separator { $name }: one character, or 'tab', is expected.
table-file-not-read = { $path }: cannot be read ({ $reason }).
encoding-unknown = { $encoding } is not the name of an encoding; try 'utf-8'.
sheet-too-large = { $name }: a workbook's sheet has no more than { $rows } rows and { $columns } columns. Give the output a name that ends in .csv.
cell-too-long = { $name }: the cell in row { $row }, column { $column } has more than { $max_sheet_characters } characters, which no workbook holds. Give the output a name that ends in .csv.
