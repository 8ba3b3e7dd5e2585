## Figures of one's own: what did not fit, on the page and on the command line

figure-problem = row { $row }, column { $column }: { $value }: { $rule }{ $detail }; { $outcome }. { $remedy }
figure-problems-more = and { $count } more: { $rule }
figure-added = { $kind }: column “{ $column }”, { $rows } units of { $of } rows ({ $missing } without data), of { $day }, from { $source }, SHA-256 { $sha256 }
figure-added-up = Counties and voivodeships that the file does not state and that have the sum of their parts: { $count }
figure-kind-assumed = It is taken for a share, a mean or an index (--kind rate): it is not added up and is no denominator. Add a number that may be added up with --kind count.
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
