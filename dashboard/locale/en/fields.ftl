# Names of a practice's fields: columns of the table, lines of the card, headings of files.

column-art = Practice number
column-url = Page address
column-section = Section
column-subsection = Subsection
column-title = Title
column-summary = Summary
column-introduced = Introduced
column-updated = Updated
column-unit-type = Type of unit
column-locality = Locality
column-county = County
column-voivodeship = Voivodeship
column-postal-code = Postal code
column-post-town = Post town
column-unit = Implementing unit
column-street = Street
column-number = House number
column-website = Website
column-population = Population
column-contacts = Contact persons
column-phones = Telephone numbers
column-emails = E-mail addresses
column-metryka = Record card (JSON)
column-places = Places of the practice
column-source = Source file
