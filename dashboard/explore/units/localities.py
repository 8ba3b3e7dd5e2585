"""The communes of a locality, from the register (SIMC) that an office has added."""

import csv
from collections.abc import Mapping

from dashboard.explore.units.local_units import LocalUnit, LocalUnits, local_units, name_key
from geocoding.added import cached_with_added, stored_file
from geocoding.communes import DIGITS_OF_COMMUNE


def communes_of_locality(name: str, units: LocalUnits | None = None) -> list[LocalUnit]:
    """Give the communes that have a locality of a name, in the order of their codes.

    Args:
        name: In any case, with or without Polish letters.
        units: All units; None for those that ship.

    Returns:
        None of them where no register was added, or it has no such locality.
    """
    units = units or local_units()
    found = map(units.find, _codes_by_name().get(name_key(name), ()))
    return [unit for unit in found if unit is not None]


@cached_with_added
def _codes_by_name() -> Mapping[str, tuple[str, ...]]:
    """Return the codes of the communes of each name in the register, by what spellings share."""
    path = stored_file("simc", "localities.csv")
    if path is None:
        return {}
    codes: dict[str, set[str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            codes.setdefault(name_key(row["name"]), set()).add(row["teryt"][:DIGITS_OF_COMMUNE])
    return {name: tuple(sorted(found)) for name, found in codes.items()}
