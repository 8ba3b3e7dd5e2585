# My unit, likeness, and the short list.

## My unit

home = My unit
home-place = Unit, locality or postal code
home-place-hint = e.g. Bochnia or 32-060
home-lies-in = { $place }: { $unit }
suggest-home-label = Suggestions
suggest-home-count = { $count ->
    [0] No suggestions. Enter looks for a locality or a code.
    [one] { $count } suggestion, choose with the arrows.
   *[other] { $count } suggestions, choose with the arrows.
 }
suggest-home-elsewhere = Look for a locality or a code: { $text }
home-not-found = No such locality or code was found. Check the spelling or add the county.
home-ambiguous = Several places have this name. Choose yours:
home-candidate = { $place } (commune { $commune })
home-radius = Within
home-radius-km = { $km } km
home-radius-any = no limit
home-likeness = What likeness is made of
home-type = Type of our unit
home-population = Our population
home-density = Inhabitants a km²
home-urbanisation = Degree of urbanisation
home-sections = Sections that matter to us
home-unstated = not stated
home-forget = Remove my unit
filter-promien = Within
filter-moja = My unit
filter-mojtyp = Type of my unit
filter-mojaludnosc = Population of my unit
filter-mojagestosc = Density of my unit
filter-mojaurbanizacja = Degree of urbanisation of my unit
filter-grupa = Traits of the group
filter-tylkogrupa = Only similar units
filter-gminygrupy = Units of the group on the map
filter-mojdzial = Section that matters
filter-kolejnosc = Order
filter-wybrane = Short list

## Order and likeness

order = Order
order-numer = number
order-odleglosc = distance
order-podobienstwo = likeness
order-trafnosc = relevance
away = { $km } km from here
away-near = less than 1 km from here
away-area = known only: { $area }
near-circle = Perhaps within the distance: positions not known exactly enough
near-circle-more = { $count ->
    [one] and { $count } more practice
   *[other] and { $count } more practices
 }
likeness = { $reasons }; likeness { $value }
likeness-other-level = { $reasons }; another level, not compared
likeness-no-unit = { $reasons }; nothing to compare
likeness-theme = a section that matters

## Similar practices

similar = Similar practices
similar-subsection = same theme
similar-section = same section
similar-type = same type of unit
similar-population = similar population
similar-population-completed = similar population (not the record card’s)
similar-text = similar summary
same-unit = Other practices of this unit

## Short list

page-shortlist = Short list
shortlist-keep = Add to short list
shortlist-drop = Take off short list
shortlist-full = The short list is full ({ $count }).
shortlist-title = Chosen practices side by side
shortlist-empty = The list is empty. Open a practice on the map and use ‘Add to short list’; a link to this page shows others the same comparison.
page-with-count = { $title } ({ $count })
shortlist-up = Move up: { $title }
shortlist-down = Move down: { $title }
shortlist-remove = Remove
shortlist-remove-one = Remove from the short list: { $title }
compare-only-differences = differences only
compare-same = (the same)
compare-relation = In relation to my unit
compare-contacts = Contact
shortlist-summary = Summary
