# The interface's texts in English; the identifiers are the same in both languages.

app-name = Map of practices
page-map = Map
missing = no data

## Sections

section-social = Social services
section-technical = Technical services
section-institutional = Institutional development
section-energy = Energy efficiency
section-ngo = Local governments and NGOs
section-cooperation = Cooperation of local governments
section-dialogue = Social dialogue
section-monitoring = Public Services Monitoring System
section-other = Other section

## Footer and errors

footer-sources = Data sources and licences
licence-natural-earth-public-domain = public domain
licence-not-stated = the publisher states no licence
licence-public-sector-information = public sector information; the source is to be named
publisher-eurostat-from-statistics-poland-gus = Eurostat, from Statistics Poland (GUS)
publisher-gshhg-and-world-data-bank-ii-through-matplotlib-s-basemap = GSHHG and World Data Bank II, through Basemap of Matplotlib
publisher-openstreetmap-through-the-countries-states-cities-database = OpenStreetMap, through the Countries States Cities Database
publisher-statistics-poland-gus = Statistics Poland (GUS)
preparing = Preparing the practices: the table is new or has changed…
table-not-answering = The store of the practices does not answer just now. You see the last known state of the data, of { $day }; a newer one will show once it answers again.
error-title = The data cannot be shown
error-advice = Mend the data and reload the page. Nothing was changed or lost.
error-table = The practices table has faults. The list gives row, column and rule; the values are in the server's log unless they concern persons.
error-no-table = There is no practices table yet. Whoever runs the server makes it with mapa-praktyk import.
error-store = The server cannot read or write the practices table now. The reason is in the server's log; please tell whoever runs it.
error-saving = The server cannot save the correction. The reason is in the server's log; please tell whoever runs it.
error-disk-full = The server cannot save because its disk is full. Please tell whoever runs it.
error-settings = A setting of the server is wrong. The reason is in the server's log; please tell whoever runs it.
error-corrections = The file of corrections cannot be read. Row and reason are in the server's log; please tell whoever runs it.
error-other = The server cannot do that now. The reason is in the server's log; please tell whoever runs it.
error-not-saved-title = The change was not saved
error-not-saved = What was saved before is as it was. The reason:
error-unexpected-title = An unexpected error occurred
error-unexpected = Reload the page. If it happens again, tell the administrator of the server its number: { $number }. The server's log has under it what happened.

## Names of controls

control-hide-filters = Hide filters
control-chosen = Chosen values
control-clear = Clear all
control-open = Open
control-remove = Remove
control-more = More
control-less = Less
control-skip = Skip to main content
short-date-pattern = d MMM y
skip-to-list = Skip to the list of practices
control-fullscreen = Full screen
control-close-fullscreen = Close full screen
