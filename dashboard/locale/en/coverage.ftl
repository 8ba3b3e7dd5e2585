# Interface texts in English; the identifiers are shared by both languages.

page-coverage = Coverage

## Choices

coverage-measure = Measure
coverage-measure-praktyki = Number of practices
coverage-measure-na100tys = Practices per 100,000 inhabitants
coverage-measure-powiaty = Counties with at least one practice
coverage-measure-jednostki = Units that took part
coverage-measure-rok = Year of the newest practice
coverage-short-praktyki = Practices
coverage-short-na100tys = Per 100,000
coverage-short-powiaty = Counties with one
coverage-short-jednostki = Units
coverage-short-rok = Newest
coverage-level = Level
coverage-level-woj = Voivodeships
coverage-level-powiat = Counties
coverage-breaks = Classes
coverage-breaks-naturalne = Natural breaks
coverage-breaks-kwantyle = Quantiles
coverage-breaks-rowne = Equal intervals
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
coverage-approximate = County boundaries are approximate.
coverage-how = A click on a region, on the map or in the ranking, goes into it and filters every page; a second click goes back. A practice from several regions counts in each of them.
coverage-outside-woj = { $count ->
    [one] { $count } practice cannot be assigned to a voivodeship.
   *[other] { $count } practices cannot be assigned to a voivodeship.
 }
coverage-outside-powiat = { $count ->
    [one] { $count } practice cannot be assigned to a county.
   *[other] { $count } practices cannot be assigned to a county.
 }
coverage-approximate-how = County boundaries are approximate: they were drawn from where the settlements lie.

## White spots

coverage-spots = White spots
coverage-spots-count = { $count ->
    [0] Every county has at least one practice.
    [one] { $count } county without any practice.
   *[other] { $count } counties without any practice.
 }
coverage-spots-types = Types of commune without any practice
coverage-spots-no-types = Every type of commune has at least one practice.
