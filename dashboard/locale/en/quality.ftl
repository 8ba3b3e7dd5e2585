# The interface's texts in English; the identifiers are the same in both languages.

## Data quality

page-quality = Data quality
quality-summary = { $places ->
    [one] { $places } place, { $located } of it on the map.
   *[other] { $places } places, { $located } of them on the map.
 }
quality-points = Address points: at a building { $building }, between house numbers { $interpolated }, at a street { $street }. Median accuracy of these positions: { $before } without the points, { $after } with them.
quality-points-none = The added address points hold none of these positions.
quality-filter-status = Outcome of the search
quality-filter-precision = What the point stands for
quality-filter-check = Contradictions
quality-status-ok = found
quality-status-ambiguous = ambiguous
quality-status-no_match = not found
quality-status-error = failed
quality-status-skipped = no place stated
quality-status-manual = set by hand
quality-precision-building = building
quality-precision-interpolated = between house numbers
quality-precision-street = street
quality-precision-postal_code = postal code
quality-precision-locality = locality
quality-precision-commune = commune
quality-precision-county = county
quality-precision-voivodeship = voivodeship
quality-check-street = another name of the street
quality-check-number = an unknown house number
quality-check-locality = another name of the locality
quality-check-postal_code = another postal code
quality-check-near_postal_code = far from the stated code
quality-check-commune = another commune
quality-check-county = another county
quality-check-voivodeship = another voivodeship
quality-check-override_address = the address changed after the correction
quality-check-possible_introduced = an impossible date of introduction
quality-check-possible_updated = an impossible date of update
quality-check-possible_population = an impossible number of inhabitants
quality-check-other = disagreement: { $name }
quality-checks-held = agrees with the address
quality-checks-none = nothing to compare with
quality-checks-clear = none
quality-none-on-map = None of these places is on the map.
quality-positions = Positions
quality-none-passes = No place passes what was chosen.
quality-column-place = Practice and place
quality-column-status = Outcome
quality-column-precision = The point stands for
quality-column-accuracy = Accuracy
quality-column-checks = Compared with the address
quality-column-check = Contradiction
quality-column-stated = In the source
quality-column-matched = Matched or possible
quality-column-reason = Reason
quality-contradictions = Contradictions
quality-no-contradiction = No position contradicts the stated address, and all dates and numbers of inhabitants are possible.
quality-unlocated = Not on the map
quality-all-located = All places are on the map.
quality-provisional = Provisional numbers
quality-provisional-intro = The source does not state the article number of these practices, so they go by provisional ones. The real number takes its place when a page of the practice that has it is imported.
quality-column-section = Section and subsection
quality-fields = Missing fields
quality-fields-intro = { $count ->
    [one] For { $count } practice; “no data” is not zero.
   *[other] For { $count } practices; “no data” is not zero.
 }
quality-fields-field = Field
quality-fields-known = Known
quality-fields-missing = Missing

## Review of one place

review-close = Back to the overview
review-title = Review of a position
review-which = Place
review-stated = What the source states
review-found = What was found
review-checks = Compared with the address: { $words }
review-by-hand = Reason of the correction: { $reason }
review-candidates = Candidates
review-words = Address to look up
review-no-candidates = The gazetteer knows no such place. Write another address, or click the right place on the map.
review-no-address = The source states no address. Write it here if it is known, or click the place on the map.
review-commune = commune { $name }
review-county = county { $name }
review-chosen = Chosen point
review-correction = Correction
review-how = Choose a candidate, click a place on the map, or write coordinates.
review-lat = Latitude (°)
review-lon = Longitude (°)
review-precision = What the point stands for
review-precision-choose = choose
review-reason = Reason
review-reason-hint = e.g. the address on the office’s website
review-save = Save the correction
review-keep = Add to the corrections
review-remove = Remove the correction
review-remove-save = The correction goes from the data, and the map shows the position that the program finds.
review-remove-keep = The downloaded overrides.csv will not have this correction. The map stays as it is until the file is put into the data.
review-remove-sure = Yes, remove it
review-done-save = Saved. The map shows the new position.
review-done-keep = Added. The map stays as it is until the file is put into the data.
review-done-remove-save = The correction is removed. The map shows the position that the program finds. The form still holds the removed values: “Save the correction” brings them back.
review-done-remove-keep = Removed. The form still holds the removed values: “Add to the corrections” brings them back.
review-needs-point = Choose a point: a candidate, a place on the map, or coordinates.
review-needs-precision = Choose what the point stands for.
review-needs-reason = Give the reason: how it is known that it is here.
review-outside = This point lies outside Poland.

## Corrections

correction-editing = Editing mode: corrections are saved in the data.
correction-kept = { $count ->
    [one] { $count } correction of this visit, not yet in the data.
   *[other] { $count } corrections of this visit, not yet in the data.
 }
correction-removed = { $count ->
    [one] { $count } correction to be removed, still in the data.
   *[other] { $count } corrections to be removed, still in the data.
 }
correction-download = Download overrides.csv
correction-forget = Drop the changes
correction-idle = { $count ->
    [one] { $count } saved correction changes nothing, since there is no such place any more:
   *[other] { $count } saved corrections change nothing, since there are no such places any more:
 }
correction-idle-remove = Remove what is not needed
correction-idle-remove-save = These corrections go from the data. The map stays as it is.
correction-idle-remove-keep = The downloaded overrides.csv will not have these rows.
