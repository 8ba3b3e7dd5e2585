"""Regions in words: short on a map, and so that no other region has the name elsewhere."""

from collections import Counter
from collections.abc import Iterable, Sequence

from dashboard.explore.catalog import regions
from dashboard.explore.coverage.levels import Level
from dashboard.locale import Texts
from geocoding.added import cached_with_added


def region_label(region: str, level: Level, texts: Texts) -> str:
    """Give a region by the name that a map shows: 'małopolskie', 'bocheński', 'Bochnia (wiejska)'.

    A commune's kind stands in it where the county has two communes of one name.
    """
    name = regions.short_name(region)
    if level is Level.COUNTY and name[:1].isupper():
        return texts("coverage-city", name=name)
    return name


def listed_labels(
    listed: Iterable[str], level: Level, inside: Sequence[str], texts: Texts
) -> list[str]:
    """Give regions as a list names them: with what they are part of, where that differs.

    Args:
        listed: As the filter names them.
        level: Which kind of region.
        inside: The regions whose parts alone are listed; none for those of the whole country.
        texts: The language.
    """
    labels = [(region, region_label(region, level, texts)) for region in listed]
    one = inside[0] if len(inside) == 1 else None
    if level is Level.VOIVODESHIP:
        return [label for _, label in labels]
    if level is Level.COUNTY:
        return [
            label if above == one else texts("region-in", name=label, where=above)
            for region, label in labels
            for above in [regions.region_above(region)]
        ]
    counties, divided = _county_names(), regions.divided_counties()
    return [
        label
        if above == one or above not in divided
        else texts(
            "region-listed-in-county",
            name=label,
            county=regions.short_name(above) if one else counties[above],
        )
        for region, label in labels
        for above in [regions.region_above(region)]
    ]


def region_titles(named: Iterable[str], texts: Texts) -> list[str]:
    """Name regions by themselves so that no other has the name: 'powiat bielski (śląskie)'."""
    counties, divided = _county_names(), regions.divided_counties()

    def title(region: str) -> str:
        name, above = regions.short_name(region), regions.region_above(region)
        match len(regions.parts(region)):
            case 1:
                return texts("unit-voivodeship-name", name=name)
            case 2 if name[:1].isupper():
                return texts("coverage-city", name=name)
            case 2:
                return texts("region-in", name=texts("unit-county-name", name=name), where=above)
            case _ if above not in divided:
                return texts("coverage-city", name=name)
            case _:
                commune = texts("unit-commune-name", name=name)
                return texts("region-in-county", name=commune, county=counties[above])

    return [title(region) for region in named]


def region_title(region: str, texts: Texts) -> str:
    """Name one region by itself so that no other has its name."""
    return region_titles([region], texts)[0]


@cached_with_added
def _county_names() -> dict[str, str]:
    """Give the adjective of each county; with its voivodeship where several are named so."""
    names = {county: regions.short_name(county) for county in regions.counties()}
    times = Counter(names.values())
    return {
        county: name if times[name] == 1 else f"{name}, {regions.voivodeship_of(county)}"
        for county, name in names.items()
    }
