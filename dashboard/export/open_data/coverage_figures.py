"""The figures of coverage for programs: the same numbers that the page 'Pokrycie' shows."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from dashboard.explore.catalog import regions
from dashboard.explore.coverage.answer import CoverageAnswer
from dashboard.explore.coverage.measures import Measure
from dashboard.export.open_data.feature_csv import rows_csv
from dashboard.locale import Texts
from dashboard.views.coverage.measure_words import measure_label
from dashboard.views.coverage.region_names import region_titles
from dashboard.views.coverage.remarks import remark_words, scope_words

_DECIMALS: Final = 6
_NAMED: Final = ("teryt", "region", "name")


def coverage_figures(answer: CoverageAnswer, texts: Texts) -> dict[str, Any]:
    """Return the regions of an answer with everything that is measured of them, as JSON.

    Shares are parts of 1; a value that is not known is None.
    """
    ranking = answer.ranking
    names = list(ranking.table.index)
    columns = {
        key: [_number(value, each) for value in each.of(ranking.table)]
        for key, each in ranking.measures.items()
    }
    codes = regions.teryt_codes(answer.question.level.facet).loc[names].tolist()
    titles = region_titles(names, texts)
    return {
        "level": answer.question.level.value,
        "scope": scope_words(answer, texts),
        "max_year": answer.question.max_year,
        "ranked_by": ranking.measure.key,
        "measures": [
            {
                "key": each.key,
                "label": measure_label(each, texts),
                "format": each.format.name.lower(),
                "note": each.note,
            }
            for each in ranking.measures.values()
        ],
        "regions": [
            {
                "teryt": code,
                "region": region,
                "name": title,
                "values": {key: values[at] for key, values in columns.items()},
            }
            for at, (code, region, title) in enumerate(zip(codes, names, titles, strict=True))
        ],
        "in_no_region": answer.outside,
        "remarks": remark_words(answer, texts),
    }


def coverage_csv(figures: Mapping[str, Any]) -> bytes:
    """Return the regions of `coverage_figures` as CSV: a row a region, a column a measure."""
    keys = [each["key"] for each in figures["measures"]]
    rows = (
        [*(region[name] for name in _NAMED), *(region["values"][key] for key in keys)]
        for region in figures["regions"]
    )
    return rows_csv([*_NAMED, *keys], rows)


def _number(value: float, measure: Measure) -> float | int | None:
    """Return a value as JSON has it."""
    if np.isnan(value):
        return None
    return round(value) if measure.format.is_whole else round(float(value), _DECIMALS)
