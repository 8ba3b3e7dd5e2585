# My unit, likeness, and the short list.

## My unit

home = My unit
home-place = Commune, locality or postal code
home-place-hint = e.g. Liszki or 32-060
home-found = Found: { $place }
home-not-found = No such locality or code was found. Check the spelling or add the county.
home-ambiguous = Several places have this name. Choose yours:
home-candidate = { $place } (commune { $commune })
home-radius = Within
home-radius-km = { $km } km
home-radius-any = no limit
home-likeness = What should be alike
home-type = Type of our unit
home-population = Our population
home-sections = Sections that matter to us
home-unstated = not stated
home-forget = Forget my unit
filter-promien = Within
filter-moja = My unit
filter-mojtyp = Type of my unit
filter-mojaludnosc = Population of my unit
filter-mojdzial = Section that matters
filter-kolejnosc = Order
filter-wybrane = Short list

## Order and likeness

order = Order
order-numer = number
order-odleglosc = distance
order-podobienstwo = likeness
away = { $km } km from here
away-near = less than 1 km from here
away-area = known only: { $area }
near-circle = Perhaps within the distance: positions not known exactly enough
near-circle-more = { $count ->
    [one] and { $count } more practice
   *[other] and { $count } more practices
 }
likeness = likeness { $percent }%: { $reasons }
likeness-type-same = same type of unit
likeness-type-related = related type of unit
likeness-type-other = other type of unit
likeness-type-unknown = type of unit not known
likeness-population-stated = { $population } inhabitants
likeness-population-completed = { $population } inhabitants (from the gazetteer)
likeness-population-unknown = population not known
likeness-theme-same = a section that matters
likeness-theme-other = another section

## Similar practices

similar = Similar practices
similar-subsection = same theme
similar-section = same section
similar-type = same type of unit
similar-population = similar population
similar-population-completed = similar population (from the gazetteer)
similar-text = similar summary
same-unit = Other practices of this unit

## Short list

page-shortlist = Short list
shortlist-keep = Add to short list
shortlist-drop = Take off short list
shortlist-full = The short list is full ({ $count }).
shortlist-title = Chosen practices side by side
shortlist-empty = The list is empty. Open a practice on the map and use ‘Add to short list’; a link to this page shows others the same comparison.
shortlist-summary = Summary
