# Interface texts in English; the identifiers are shared by both languages.

## The PowerPoint deck

deck-title = Practices of Polish local governments
deck-part = ({ $part } of { $parts })

## Regions

deck-ranking = Ranking: { $measure }
deck-ranking-table = The ranking in numbers
deck-chart-cut = The chart shows the first { $shown } of { $total } regions; all are in the table on the next slides.
deck-chart = Bar chart
deck-unlisted = { $count ->
    [one] The ranking leaves out { $count } region without practices.
   *[other] The ranking leaves out { $count } regions without practices.
 }
deck-chosen = { $count ->
    [one] The region chosen in the filters is highlighted: { $names }.
   *[other] The regions chosen in the filters are highlighted: { $names }.
 }
deck-dots = Dot: the place of a practice.
deck-legend = Legend of the map: { $measure }
deck-legend-shade = Colour
deck-legend-regions = Regions
deck-map-alternative = Map. { $scope }. { $measure }; the number of regions in brackets: { $classes }. The numbers of all regions are in the table “The ranking in numbers”.

## Themes, years, white spots, group

deck-themes = Sections and subsections with most practices
deck-themes-all = The chart shows all sections and subsections with practices.
deck-themes-cut = The chart shows the first { $shown } of { $total } sections and subsections with practices; the others are in the notes of this slide.
deck-years = Practices by year of introduction
deck-years-all = The year of introduction is known of every practice.
deck-years-undated = { $count ->
    [one] { $count } practice is not in the chart: it states no year of introduction.
   *[other] { $count } practices are not in the chart: they state no year of introduction.
 }
deck-spots-without = Counties without practices
deck-spots-total = All counties
deck-spots-names = Counties without practices
deck-spots-counties = Counties without practices by voivodeship
deck-spots-size = Communes without practices / all, by inhabitants
deck-group = { $unit } beside units like it
deck-group-all = Whole group
deck-group-units = The units of the group with most practices

## Practices

deck-practices = Practices
deck-practices-all = { $count ->
    [one] The only practice that passes the filters has its slide.
   *[other] All { $count } practices that pass the filters have a slide.
 }
deck-practices-cut = { $count } practices pass the filters. The first { $shown } have a slide.
deck-practices-rest = { $count ->
    [one] { $count } practice has no slide. Narrow the filters, or take the table, which holds all.
   *[other] { $count } practices have no slide. Narrow the filters, or take the table, which holds all.
 }
deck-compared-unit = Implementing unit
deck-unit = Implementing unit: { $unit }
deck-shortened = The summary is shortened. All of it is in the notes of this slide.
deck-more-places = { $count ->
    [one] and { $count } more place
   *[other] and { $count } more places
 }
deck-locator = Position on the map of Poland

## Sources

deck-about = Sources, filters and date
deck-about-name = What
deck-about-value = Content
