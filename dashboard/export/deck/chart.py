"""The ranking as a native bar chart: its numbers are in the workbook inside, to be changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.shapes.placeholder import ChartPlaceholder
from pptx.util import Pt

from dashboard.export.deck.drawing_ml import describe

_LEAST_GAP, _MAX_GAP = 45, 500
_THICKEST: Final = 0.08
"""The largest part of the chart's height that one bar takes."""

_MAX_LARGE: Final = 16
_LONGEST_LARGE: Final = 24
_LARGE_PT, _SMALL_PT = 14, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """What a bar chart shows.

    Attributes:
        name: What is measured.
        labels: One a bar, from above.
        values: One a bar; None where it is not known.
        least: Where the bars begin.
        number_format: As a spreadsheet writes it: '0%'.
        chosen: Which bars stand out.
        alternative: What is read out in its place.
        is_upright: Whether the bars stand side by side, as those of years do.
    """

    name: str
    labels: Sequence[str]
    values: Sequence[float | None]
    least: float
    number_format: str
    chosen: Sequence[bool]
    alternative: str
    is_upright: bool = False


def insert_chart(box: ChartPlaceholder, bars: BarChart, *, language: MSO_LANGUAGE_ID) -> None:
    """Fill a chart placeholder."""
    data = CategoryChartData(number_format=bars.number_format)
    data.categories = bars.labels
    data.add_series(bars.name, bars.values)
    kind = XL_CHART_TYPE.COLUMN_CLUSTERED if bars.is_upright else XL_CHART_TYPE.BAR_CLUSTERED
    frame = box.insert_chart(kind, data)
    describe(frame, bars.alternative)
    chart = frame.chart
    chart.has_legend = chart.has_title = False
    chart.font.size = Pt(_LARGE_PT if _has_room(bars) else _SMALL_PT)
    chart.font.language_id = language
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    _draw_axes(chart, bars)
    plot = chart.plots[0]
    gap = round(100 / (_THICKEST * len(bars.labels)) - 100)
    plot.gap_width = min(max(gap, _LEAST_GAP), _MAX_GAP)
    plot.vary_by_categories = False
    _colour(plot.series[0].format.fill, MSO_THEME_COLOR.ACCENT_1)
    for at in (at for at, is_chosen in enumerate(bars.chosen) if is_chosen):
        _colour(plot.series[0].points[at].format.fill, MSO_THEME_COLOR.ACCENT_2)
    plot.has_data_labels = True
    plot.data_labels.number_format = f"[$-{language.value:X}]{bars.number_format}"
    plot.data_labels.number_format_is_linked = False
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END


def _has_room(bars: BarChart) -> bool:
    """Say whether large letters leave each label a line: one that wraps takes its neighbour's."""
    return len(bars.labels) <= _MAX_LARGE and max(map(len, bars.labels)) <= _LONGEST_LARGE


def _draw_axes(chart: Chart, bars: BarChart) -> None:
    """Draw the first bar above, or at the left; names at the foot of the bars; no other line."""
    names, numbers = chart.category_axis, chart.value_axis
    names.reverse_order = not bars.is_upright
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_4
    numbers.minimum_scale = bars.least
    numbers.has_major_gridlines = False
    numbers.visible = False


def _colour(fill: FillFormat, colour: MSO_THEME_COLOR) -> None:
    """Fill with a colour of the theme."""
    fill.solid()
    fill.fore_color.theme_color = colour
