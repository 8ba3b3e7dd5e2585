# Local government units: names, kinds, figures, the group for comparison.

## Names and kinds

unit-commune = commune
unit-urban = urban commune
unit-mixed = urban-rural commune
unit-rural = rural commune
unit-city-county = city with county rights
unit-in-county = { $county } county
unit-county = county
unit-commune-name = { $name } commune
unit-county-name = { $name } county
unit-voivodeship = voivodeship
unit-voivodeship-name = { $name } voivodeship
unit-association = association or agreement of units
unit-unknown = unit not known

## Figures

unit-people = { $count } inhabitants
unit-thousands = { $count } thousand
unit-people-table = { $people } (not the record card's)
unit-density = { $count } a km²
unit-degree-1 = city (densely populated)
unit-degree-2 = town or suburb
unit-degree-3 = rural area
unit-area = urban area of { $name }
unit-no-area = outside urban areas
unit-day = { $people } ({ $day })

## The unit of a practice

unit-heading = Unit
unit-teryt = TERYT { $teryt }
unit-no-teryt = no TERYT code
unit-known-card = from the record card
unit-known-name = from the name of the unit
unit-known-point = from the position

## The group for comparison

group-heading = Similar units
group-traits = What the group has in common
group-size = { $size } inhabitants
group-urban = urban
group-mixed = urban-rural
group-rural = rural
group-area = urban area of { $name }
group-no-area = outside urban areas
group-communes = { $units ->
    [one] { $units } commune
   *[other] { $units } communes
 }
group-counties = { $units ->
    [one] { $units } county
   *[other] { $units } counties
 }
group-voivodeships = { $units ->
    [one] { $units } voivodeship
   *[other] { $units } voivodeships
 }
group-count = { $active ->
    [0] In the group: { $units }, none has a practice here.
   *[other] In the group: { $units }, { $active } with a practice (practices: { $practices }).
 }
group-alone = Only practices of the group
group-show = Show the units of the group
group-hide = Hide the units of the group
group-caption = Units of the group, the most similar first
group-most = The table has the { $shown } most similar of { $total }; the map has all.
group-unit = Unit
group-population = Inhab­itants
group-likeness = Likeness
group-distance = Distance
group-practices = Prac­tices
group-rings = On the map the units of the group are small rings.
