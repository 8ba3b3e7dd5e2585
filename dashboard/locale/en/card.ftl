# The interface's texts in English; the identifiers are the same in both languages.

## Card

card-number = no. { $number }
card-more = Read on
card-no-summary = The summary of this practice has not been read yet.
card-position = Position
card-show-place = Show on the map
card-matched = Matched: { $label }
card-metryka = Record card (metryka)
card-no-metryka = The record card of this practice is not known: its page has not been read into the table.
card-population-completed = { $population } (of { $day }; not on the record card)
card-post = Postal code and post town
card-unlabelled = (no label)
card-source = Source:
card-no-source = The address of the source page is not known.
card-tab-summary = Summary and record card
card-tab-presentation = Full presentation
card-tab-attachments = Attachments ({ $count })
card-picture = Picture: { $words }
card-no-presentation = The full presentation of this practice was not imported.
card-no-attachments = The practice's page lists no attachments, or was not imported.
card-attachments-on-site = The files are on the site of the base; opening them needs the Internet.
card-previous = Previous
card-next = Next
card-close = Close
card-none = Choose a practice on the map or in the list, and its record card appears here.
card-filtered-out = This practice does not pass the present filters.

## Position

mark-exact = address: building or street
mark-near = middle of a postal code or locality
mark-area = middle of a commune, county or voivodeship
position-building = address: building
position-interpolated = address: between house numbers
position-street = address: street
position-postal_code = approximate position: area of the postal code
position-locality = approximate position: middle of the locality
position-commune = approximate position: middle of the commune
position-county = approximate position: middle of the county
position-voivodeship = approximate position: middle of the voivodeship
position-ambiguous = { $note }; the name is ambiguous
position-accuracy = { $note }, to within { $distance }
position-none = not on the map: { $reason }
unlocated-skipped = the source states no place
unlocated-ambiguous = several places of this name and nothing to decide between them
unlocated-no-match = no such place or postal code was found
unlocated-error = finding the position failed
unlocated-ok = no coordinates
unlocated-manual = no coordinates

## Contact

contact-email = Write an e-mail
contact-phone = Call { $number }
contact-website = The unit’s website
contact-subject = Practice no. { $number }: { $title }
