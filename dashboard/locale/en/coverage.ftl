# Interface texts in English; the identifiers are shared by both languages.

page-coverage = Coverage

## Choices

coverage-measure = Measure
coverage-measure-praktyki = Number of practices
coverage-measure-na100tys = Practices per 100,000 inhabitants
coverage-measure-powiaty = Counties with at least one practice (share)
coverage-measure-gminy = Communes with at least one practice (share)
coverage-measure-jednostki = Units with a practice
coverage-measure-rok = Year of the newest practice
coverage-short-praktyki = Practices
coverage-short-na100tys = Per 100,000
coverage-short-powiaty = Counties with one
coverage-short-gminy = Communes with one
coverage-short-jednostki = Units
coverage-short-rok = Newest
coverage-level = Level
coverage-level-woj = Voivodeships
coverage-level-powiat = Counties
coverage-level-gmina = Communes
coverage-breaks = Classes
coverage-breaks-naturalne = Natural breaks
coverage-breaks-kwantyle = Quantiles
coverage-breaks-rowne = Equal intervals
coverage-breaks-wlasne = Own limits
coverage-beside = Second map beside
coverage-beside-measure = Second map: measure
coverage-beside-year = Second map: until year
coverage-limits = Limits of classes
coverage-limits-example = e.g. 1; 5; 10
coverage-limits-how = The largest values of the classes but the last, the smallest first: 1 to 4 numbers between semicolons or spaces. Shares in percent.
coverage-limits-bad = These limits cannot be used: give 1 to 4 rising numbers between semicolons, such as 1; 5; 10.
coverage-second = Second colour
coverage-second-none = no second measure
coverage-two-title = { $first } and { $second }
coverage-two-class = { $first } and { $second }
coverage-points = Show practices
coverage-country = Poland
coverage-all = all practices
coverage-present = Present (F8)
coverage-present-leave = Leave (Esc)

## Map and ranking

coverage-none = no practice
coverage-title-until = { $title }, up to { $year }
coverage-up-to = up to { $most }
coverage-percent = { $percent }%
coverage-city = { $name } (city)
coverage-ranking = Ranking
coverage-approximate-powiat = County boundaries are approximate.
coverage-approximate-gmina = Commune boundaries are approximate.
coverage-how = Click a region, on the map or in the ranking, to see its parts (counties, communes); the choice filters every page. A second click takes it back.
coverage-remark-several-woj = A practice from several regions counts in each of them.
coverage-remark-several-powiat = { coverage-remark-several-woj }
coverage-remark-several-gmina = A practice counts in the commune whose office carried it out.
coverage-remark-outside-woj = { $count ->
    [one] { $count } practice cannot be assigned to a voivodeship.
   *[other] { $count } practices cannot be assigned to a voivodeship.
 }
coverage-remark-outside-powiat = { $count ->
    [one] { $count } practice cannot be assigned to a county.
   *[other] { $count } practices cannot be assigned to a county.
 }
coverage-remark-outside-gmina = { $count ->
    [one] { $count } practice is not of a commune (a county, a voivodeship or an association carried it out), or its commune is not known.
   *[other] { $count } practices are not of communes (counties, voivodeships or associations carried them out), or their communes are not known.
 }
coverage-remark-rates-woj = { analysis-rates-how }
coverage-remark-rates-powiat = The denominator is the population of the whole county: the sum of its communes as of { $day } (Statistics Poland).
coverage-remark-rates-gmina = The denominator is the population of the commune as of { $day } (Statistics Poland).
coverage-remark-approximate-gmina = Commune boundaries are approximate: they were drawn from where the settlements lie, and keep each commune's area. “mapa-praktyk data add” adds the true ones of the PRG register.
coverage-remark-approximate-powiat = County boundaries are approximate: they were drawn from where the settlements lie.

## Years

coverage-time = Years
coverage-time-slider = Practices introduced up to the year
coverage-time-play = Play
coverage-time-pause = Pause
coverage-time-play-key = Years (space)
coverage-time-every = all
coverage-time-until = { $count ->
    [one] up to { $year }: { $count } practice
   *[other] up to { $year }: { $count } practices
 }
coverage-time-all = { $count ->
    [one] all years: { $count } practice
   *[other] all years: { $count } practices
 }
coverage-time-unknown = { $count ->
    [one] { $count } practice has no date of introduction: it counts under ‘all’ alone.
   *[other] { $count } practices have no date of introduction: they count under ‘all’ alone.
 }

## Slide show of regions

coverage-show = Regions one by one (R)
coverage-show-play = Go on (space)
coverage-show-pause = Pause (space)
coverage-show-end = End the show (Esc)
coverage-place = { $at } of { $of }
coverage-newest = Newest practices
coverage-themes-most = Most frequent sections

## Sections

coverage-themes = Coverage by section
coverage-themes-how = Practices of every section and subsection by voivodeship, in the same classes everywhere. A click chooses the section in all views; a second click goes back.
coverage-themes-none = The practices state no section.
coverage-themes-legend = Number of practices
coverage-themes-table = The same numbers as a table
coverage-themes-total = Total
coverage-theme = { $name }: { $count ->
    [one] { $count } practice
   *[other] { $count } practices
 }, voivodeships with a practice: { $voivodeships } of 16.
coverage-theme-most = Most: { $most }.

## White spots

coverage-spots = White spots
coverage-spots-count = { $count ->
    [0] Every county has at least one practice.
    [one] { $count } county without any practice.
   *[other] { $count } counties without any practice.
 }
coverage-spots-types = Types of commune without any practice
coverage-spots-no-types = Every type of commune has at least one practice.
coverage-spots-themes = Sections and subsections without any practice
coverage-spots-no-themes = Every section and subsection has at least one practice.
coverage-spots-communes = Communes without any practice, by kind and population
coverage-spots-communes-how = In each cell: communes without a practice / all communes.
coverage-spots-communes-kind = Kind of commune
coverage-spots-communes-cell = { $without } / { $total }

## Names of regions

region-in = { $name } ({ $where })
region-listed-in-county = { $name }, { $county }
region-in-county = { $name }, { $county } county
coverage-ranking-cut = { $shown } of { $total } communes; the others are on the map, in the file of the table, and inside each county.
coverage-time-too-many = Years can be played for counties and for the communes of one voivodeship.
coverage-areas-failed = The boundaries of the communes did not reach the browser. Reload the page; the ranking works without them.
