# The interface's texts in English; the identifiers are the same in both languages.

## Analysis

page-analysis = Analysis
page-figures = Figures
analysis-how = The numbers are of the practices that pass the filters. A chart of what you filter by also shows what that filter leaves out, and marks what is chosen. A click on a bar, a cell or a name narrows everything else; a second click undoes it.
analysis-complete = Complete the population with that of the unit
analysis-complete-help = Where the record card does not state it and the unit of the practice is known: the population of the commune, county or voivodeship from the table of communes. Associations are not completed: they have no population of their own.
analysis-completed-count = { $count ->
    [0] Nothing can be completed.
    [one] Completed { $count } practice of { $missing } whose record card states no population.
   *[other] Completed { $count } practices of { $missing } whose record card states no population.
 }
analysis-unknown-count = { $count ->
    [0] The population is known for all practices.
    [one] { $count } practice of { $total } states no population in its record card.
   *[other] { $count } practices of { $total } state no population in their record card.
 }
analysis-population = Distribution of population
analysis-population-how = Mark a range by dragging over the chart, or type it into the filter ‘Population’. The scale is logarithmic.
analysis-population-completed = A bar that is pale inside: values that are not the record cards’, from the table of communes.
analysis-population-range = Population: { $least }–{ $most }.
analysis-population-alt = Histogram of the units’ population on a logarithmic scale. The table under the chart holds the same numbers.
analysis-clear-range = Remove the range
analysis-sizes = Size classes
analysis-sizes-how = The classes that Statistics Poland uses for towns.
analysis-types = Type of unit and size
analysis-themes = Section and voivodeship
analysis-themes-how = A practice of several voivodeships counts in each of them, and once in the totals.
analysis-years = Year of introduction
analysis-years-unknown = { $count ->
    [0] The year is known for all.
    [one] { $count } practice without a date of introduction.
   *[other] { $count } practices without a date of introduction.
 }
analysis-years-known = { $count ->
    [0] No practice has a date of introduction.
    [one] { $count } practice with a date of introduction in all.
   *[other] { $count } practices with a date of introduction in all.
 }
analysis-years-none = None of the practices has a date of introduction.
analysis-rates = Practices per 100,000 inhabitants
analysis-rates-how = The denominator is the population of the whole voivodeship: the sum of its communes as of { $day } (Statistics Poland).
analysis-rate = Per 100,000
analysis-practices = Practices
analysis-total = Total
analysis-poland = Poland
analysis-inhabitants = Inhabitants
analysis-step = { $least }–{ $most } inhabitants: { $count ->
    [one] { $count } practice
   *[other] { $count } practices
 }
analysis-cell = { $row }, { $column }: { $count ->
    [one] { $count } practice
   *[other] { $count } practices
 }
analysis-of-which-completed = { $count } not on cards
analysis-from = { $least } and more
analysis-below = below { $most }
analysis-thousand = { " " }k
analysis-million = { " " }M
analysis-as-table = Data as a table
analysis-stated = record card
analysis-completed = table of communes

## Table of practices

analysis-table = Table of practices
analysis-table-how = ‘Open’ shows the card of a practice; previous and next go in the order chosen under ‘Order by’. Columns, order and page are in the link. The heading of a column orders the view alone.
analysis-table-part = Practices { $first }–{ $last } of { $total }; the file to download has all of them.
analysis-table-on-paper = Paper has as many rows as the screen shows; the file to download has all of them (CSV, XLSX).
analysis-table-page = Page of the table (1–{ $pages })
analysis-order = Order by
analysis-order-none = the list's order
analysis-descending = descending
analysis-date-format = D MMM YYYY
analysis-open = Open
analysis-card = Card
analysis-as-list = The same practices as a list, also for keyboard and screen reader
analysis-columns = Columns
analysis-columns-placeholder = choose columns
analysis-column-number = No.
analysis-column-title = Title
analysis-column-section = Section
analysis-column-subsection = Subsection
analysis-column-unit-type = Type of unit
analysis-column-locality = Locality
analysis-column-county = County
analysis-column-voivodeship = Voivodeship
analysis-column-population = Inhabitants
analysis-column-population-source = Source of the population
analysis-column-size = Size class
analysis-column-introduced = Introduced
analysis-column-updated = Updated
analysis-column-away = Distance, km
analysis-column-likeness = Likeness
analysis-column-relation = To my unit
analysis-column-precision = Position

saving-table = Download this table:
saving-chart = Download this chart:
saving-label = Download { $kind }: { $of }
analysis-own = The filter ‘{ $filter }’ leaves { $shown } of { $whole }.
