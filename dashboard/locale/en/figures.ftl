## Figures of one's own: what did not fit, on the page and on the command line

figure-problem = row { $row }, column { $column }: { $value }: { $rule }{ $detail }; { $outcome }. { $remedy }
figure-other-row = row { $row }
figure-problems-more = and { $count } more: { $rule }
figure-added = { $kind }: column “{ $column }”, { $rows } units of { $of } rows ({ $missing } without data), of { $day }, from { $source }, SHA-256 { $sha256 }
figure-added-up = Counties and voivodeships that the file does not state and that have the sum of their parts: { $count }
figure-kind-assumed = It is taken for a share, a mean or an index (--kind rate): it is not added up and is no denominator. Add a number that may be added up with --kind count.
figure-one-file = --name, --unit and --source describe the figure of one file, and { $count } are named. Add the files one by one.
figure-options-missing = Options are missing: { $options }. Each figure has a name, a unit and a source.
figure-none-in-file = { $path }: holds no table of figures: it needs a column of TERYT codes (2, 4, 6 or 7 digits) or of names of communes, counties or voivodeships, and beside it a column of numbers.
figure-no-values = { $path }: the column “{ $column }” has no number of a known unit; choose another with --column, or check the codes.
figure-columns-several = The file has several columns that may be the figure; choose one with --column (and --year): { $columns }
figure-column-none = The file has no such column or year; it has: { $columns }
figure-year-none = The file has no year { $year }; it has: { $years }

figure-outcome-used = the value is used
figure-outcome-no-value = the unit has no data
figure-outcome-left-out = the row is left out

figure-rule-zero = the code lost the zero at its beginning, which was put back
figure-rule-no-code = this is no TERYT code
figure-rule-length = the code has other than 2, 4, 6 or 7 digits
figure-rule-unknown-code = there is no unit with this code
figure-rule-other-name = the unit with this code has another name
figure-rule-part = a part of a commune (town, rural area) or a district
figure-rule-country = a row of the whole country, or a sum
figure-rule-double = the unit stands in another row already, with the same number
figure-rule-conflict = the unit stands in another row already, with another number
figure-rule-no-number = this is no number
figure-rule-ambiguous-number = the mark may part thousands or decimals
figure-rule-unknown-name = there is no unit of this name
figure-rule-ambiguous-name = several units have this name
figure-rule-cells = the row has more cells than others

figure-remedy-zero = Save codes as text, and the zero stays.
figure-remedy-no-code = Write the TERYT code of the unit, or remove the row.
figure-remedy-length = Write a code of 2, 4, 6 or 7 digits.
figure-remedy-unknown-code = Check the code in TERYT: the unit may have been abolished, or have changed its county. `mapa-praktyk data add` with a TERC file adds a newer division.
figure-remedy-other-name = The code counts; check that it is this unit.
figure-remedy-part = The row of the whole commune counts; nothing need be done.
figure-remedy-country = Nothing need be done.
figure-remedy-double = Remove one of the rows.
figure-remedy-conflict = Keep one of the rows.
figure-remedy-no-number = Write a number, or “-” where there is none.
figure-remedy-ambiguous-number = It was read as decimals. Write thousands with a space, or without a mark.
figure-remedy-unknown-name = Check the spelling, or add a column with the TERYT code.
figure-remedy-ambiguous-name = Add a column with the TERYT code, the county or the kind of commune.
figure-remedy-cells = Put numbers with a comma into quotation marks, or save the file with semicolons.

figure-range-unclear = --figure-range { $text }: this is no range; it is NAME:FROM..TO, such as zlobki-2023:5..20 or zlobki-2023:5..
figure-not-added = Figure { $key }: no such figure was added; there are: { $known }. `mapa-praktyk data add FILE --name …` adds one; the command does not see a figure that was uploaded on the page.

## The page of figures

figures-intro = A figure, such as one of GUS's Local Data Bank, beside the practices: on the map, as a denominator on the page Coverage, and unit by unit.
figures-none = There is no figure yet. Upload a CSV, XLSX or ODS file with TERYT codes or names of units; you alone will see it. The command mapa-praktyk data add adds one for all.
figures-which = Figure
figures-add = Add a figure
figures-add-how = A file with a column of TERYT codes (2, 4, 6 or 7 digits) or names of units, and columns of numbers, as BDL exports it. This browser alone will see it, until { $minutes } minutes after its last use.
figures-add-limits = CSV, XLSX, XLS or ODS of up to { $size } MB and { $rows } rows.
figures-file = File with the figure
figures-no-table = The file holds no table of figures: it needs a column of TERYT codes or of names of communes, counties or voivodeships, and beside it a column of numbers.
figures-by-code = The units are known by their TERYT codes.
figures-by-name = The units are known by their names: those that are not certain or not known are listed below.
figures-column = Column
figures-name = Name of the figure
figures-unit = Unit
figures-unit-hint = such as person, %, PLN per inhabitant
figures-source = Source
figures-source-hint = such as Statistics Poland, Local Data Bank
figures-year = Year
figures-kind = May it be added up?
figures-kind-count = A number (of people, facilities, zlotys): the sum of communes is the county's, and it can be a denominator
figures-kind-rate = A share, a mean or an index: it is never added up
figures-found = A number have: { $units }; rows in the file: { $rows }, of which marked as without data (-, x, .): { $missing }.
figures-units-commune = communes: { $count }
figures-units-county = counties: { $count }
figures-units-voivodeship = voivodeships: { $count }
figures-units-none = no unit
figures-say-all = State name, unit and source: they stand beside each number.
figures-use = Show on the map
figures-forget = Remove this figure from this visit
figures-map = The figure on the map, practices as dots
figures-missing = Units without a value
figures-missing-none = Each unit shown has a value.
figures-missing-count = { $count } — these regions have no value, so nothing is computed for them either:
figures-relation = Practices per inhabitants against the figure
figures-relation-of = Practices per 100,000 inhabitants against the figure: { $name }
figures-relation-how = Each dot is a unit; each line is the mean of one of four groups of as many units, from the lowest to the highest values of the figure. A practice with places in several units counts in each.
figures-rate-axis = Practices per 100,000 inhabitants
figures-unit-of = Unit
figures-group = Mean of the group
figures-group-means = means of groups
figures-group-words = { $count } units, on average { $rate } practices per 100,000 inhabitants
figures-group-bounds = Figure from–to
figures-group-units = Units
figures-group-rate = Mean of practices per 100,000
figures-group-with-practice = With a practice
figures-point = { $name }: figure { $figure }, practices per 100,000 { $rate }
figures-table = Table of points
figures-download = Download { $kind }
figures-file-name = practices-and-figure
figures-sheet-points = Units
figures-units-of-woj = { $count ->
    [one] { $count } voivodeship
   *[other] { $count } voivodeships
}
figures-units-of-powiat = { $count ->
    [one] { $count } county
   *[other] { $count } counties
}
figures-units-of-gmina = { $count ->
    [one] { $count } commune
   *[other] { $count } communes
}
figures-finding-few = There are data of both for { $units }: too few to speak of a relation.
figures-finding-even = For { $units } the numbers are all the same: there is nothing to compare.
figures-finding-none = Among { $units } with data, no relation is seen between practices per inhabitant and the figure “{ $name }” (rank correlation { $number }): chance alone often gives as much.
figures-finding-more = Among { $units } with data, units with a higher figure “{ $name }” more often have more practices per inhabitant (rank correlation { $number }, { $strength }).
figures-finding-less = Among { $units } with data, units with a higher figure “{ $name }” more often have fewer practices per inhabitant (rank correlation { $number }, { $strength }).
figures-strength-weak = weak
figures-strength-medium = moderate
figures-strength-strong = strong
figures-no-cause = What goes together is no cause: both may depend on something third, such as the size of the unit or who reports practices.
figures-count-grows = The figure is a number of things, so it grows with the size of the unit.

figure-source-is = { $name } — source: { $source }.
figure-own = From your file: you alone see this number, in this visit.
figure-own-banner = This figure is from your file. This browser alone sees it, until { $minutes } minutes after its last use; a link shows it to nobody else.
figure-kind-count = A number that may be added up
figure-kind-rate = A share, a mean or an index: it is not added up
figure-rate = Practices per { $number }: { $name }
figure-problems = What does not fit in the file: { $count }
figure-problem-count = { $rule }: { $count } ({ $outcome })
figure-column-row = Row
figure-column-column = Column
figure-column-value = Value
figure-column-rule = What is wrong
figure-column-detail = Unit
figure-column-outcome = Effect
figure-column-remedy = What to do

filter-wskaznikjednostki = Figure of the unit
filter-figure-none = no figure
filter-figure-help = Practices of units whose figure is in this range. Where the figure is of counties or voivodeships alone, a commune has the value of its county or voivodeship. Units without a value are left out.
figure-own-short = from your file
home-figure = Figure to compare by
home-figure-missing = The figure has no value for this unit, so it does not count in likeness.
filter-mojwskaznik = Figure to compare by
likeness-figure = figure alike by { $value }
