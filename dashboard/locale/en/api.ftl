# The open interface for programs, under /api/.

api-about = Practices of local governments, the units that carry them out, and figures on the coverage of the country, read-only, with the same filters as a page's address. Contact persons, telephone numbers and e-mail addresses are not here. Each point says how exact it is.
api-definition = Description of the interface (OpenAPI)
api-conformance = Parts of standards that the interface follows
api-collections = Collections
api-coverage = Figures of coverage
api-collection-practices = Practices
api-collection-practices-about = Practices of local governments with the public fields of their record cards and all located places.
api-collection-units = Local government units
api-collection-units-about = Communes, counties and voivodeships with the number of practices that pass the filters. The filters choose practices, not units.

## Operations

api-operation-landing = What there is
api-operation-conformance = Parts of standards that are followed
api-operation-collections = Collections
api-operation-coverage = Figures of the coverage of regions
api-operation-dcat = Catalogue after DCAT-AP 3 (JSON-LD)
api-operation-practices-about = What the collection of practices is
api-operation-practices-items = Practices that pass the filters
api-operation-practices-item = One practice
api-operation-units-about = What the collection of units is
api-operation-units-items = Units with their number of practices
api-operation-units-item = One unit

## Parameters

api-param-limit = How many features an answer has at most; never more than 1000.
api-param-offset = How many of the first features are left out.
api-param-bbox = Box in which at least one point lies: west, south, east, north in degrees.
api-param-datetime = When the practice was introduced: a day (2020-02-12), a moment or a span (2020-01-01/2020-12-31, 2020-01-01/..). Practices without a date are left out.
api-param-f = Format of the answer; without it the header Accept decides.
api-param-lang = Language of descriptions and errors.
api-param-woj = Voivodeships; a practice has a place in one of them.
api-param-powiat = Counties, such as 'małopolskie / bocheński'.
api-param-gmina = Communes, such as 'małopolskie / bocheński / Łapanów'.
api-param-typ = Types of unit, as on the record card.
api-param-dzial = Themes.
api-param-poddzial = Subsections, such as 'theme / subsection'.
api-param-rok = Years of introduction.
api-param-obszar = Area of the map: latitudes and longitudes of its corners in degrees, such as 49.9,20.3,50.1,20.6.
api-param-ludnosc = Number of inhabitants, such as 20000-50000, 20000-, -50000 or brak (unknown).
api-param-lata = Range of years of introduction, such as 2010-2015, 2010- or -2015.
api-param-wskaznikjednostki = Range of an added figure of the unit, as a page's address has it.
api-param-szukaj = Words to search for.
api-param-nowe = Day since which a practice is new or changed, such as 2026-09-01.
api-param-moja = Own unit: a locality, a postal code or a TERYT code.
api-param-promien = At most so many kilometres from the own unit.
api-param-mojtyp = Type of the own unit, for comparison.
api-param-mojaludnosc = Inhabitants of the own unit.
api-param-mojagestosc = Density of population of the own unit.
api-param-mojaurbanizacja = Degree of urbanisation of the own unit: 1, 2 or 3.
api-param-mojwskaznik = Figure by which the own unit is compared.
api-param-mojdzial = Themes that concern the own unit.
api-param-grupa = What the units of the group have in common.
api-param-tylkogrupa = Only practices of units in the group (1).
api-param-gminygrupy = Whether the page shows the communes of the group (1); it does not change which practices are chosen.
api-param-uzupelnij = Only inhabitants that record cards state, none completed (nie).
api-param-poziom = Regions that are compared: woj, powiat or gmina.
api-param-miara = Measure by which the regions are ordered, such as praktyki or na100tys.
api-param-doroku = Last year that counts, such as 2015.

## Properties of features

api-property-population-table = Inhabitants from the table of communes where the record card states none.
api-property-population-table-day = Day of that number.
api-property-unit-level = Level of the unit that carries the practice out.
api-property-teryt = TERYT code of that unit.
api-property-teryt-known-by = How the unit is known.
api-property-positions = Places of the practice, each with status, precision and coordinates.
api-property-places-count = Number of places.
api-property-located-count = Number of places that were located.
api-property-precision = What the least exact point marks: building, street, locality, commune.
api-property-accuracy-m = Radius in metres around the least exact point that holds the true place 9 times in 10; null where a person set the point.
api-property-permalink = Permanent address of the practice.
api-unit-teryt = TERYT code.
api-unit-level = Level: commune, county, voivodeship.
api-unit-name = Name.
api-unit-kind = Kind of commune.
api-unit-county = County.
api-unit-voivodeship = Voivodeship.
api-unit-population = Inhabitants.
api-unit-population-day = Day of that number.
api-unit-area-km2 = Area in square kilometres.
api-unit-urbanisation = Degree of urbanisation: 1 city, 2 town or suburb, 3 rural area.
api-unit-urban-area = Functional urban area.
api-unit-point-of = What the point marks: settlement (the commune's main one), inhabitants (their middle); it is not where the office is.
api-unit-practices = Number of the unit's practices that pass the filters.

## What cannot be done

api-wrong-values = These values cannot be used: { $values }. What may stand there is in "errors".
api-nearest = Nearest: { $values }.
api-expected-known = there is no such parameter; there are: { $known }
api-expected-no-page-param = this parameter of a page does not choose practices; leave it out. There are: { $known }
api-expected-one-of = one of: { $known }
api-expected-length = at most { $most } characters
api-expected-value = some value; without one leave the parameter out
api-expected-shorter = at most 1000 characters a value and 1000 values
api-expected-limit = a whole number from 1 on (above { $most } it counts as { $most })
api-expected-offset = a whole number from 0 on
api-expected-bbox = four numbers (or six, with heights) with commas: west,south,east,north in degrees, such as 19.0,49.5,20.5,50.5
api-expected-datetime = a day, a moment with its time zone or a span with '/', such as 2020-01-01/2020-12-31 or ../2020-12-31
api-not-acceptable = The header Accept allows none of the formats: { $known }
api-no-address = There is no address { $path }; /api/ says what there is
api-only-get = The interface is read-only: GET and HEAD
api-no-collection = There is no collection { $name }; there are: { $known }
api-no-item = The collection { $collection } has no feature { $name }
api-unavailable = The practices cannot be read just now. Try again in a moment.
api-limit = These are more than { $most } requests a minute. The next one in { $seconds } s.
api-not-modified = Not changed since last time (ETag)
api-bad-request = A parameter cannot be used
api-wrong-format = There is no such format
api-not-found = There is no such feature
api-too-many = Too many requests

## The permanent page of a practice

practice-page-on-map = Show on the map
practice-page-to-map = To the map of practices
practice-page-missing = Practice no. { $number } is not in this database.
practice-page-contacts = Contact persons are only on the record card on the map. Data for programs:
practice-page-language-pl = Po polsku
practice-page-language-en = In English
api-no-licence = The publisher of the base states no licence.
