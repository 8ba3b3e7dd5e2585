"""Keys of the widgets that several modules read or write."""

from typing import Final

SEARCH: Final = "filter-szukaj"
POPULATION_BOUNDS: Final = ("filter-ludnosc-od", "filter-ludnosc-do")
YEAR_BOUNDS: Final = ("filter-lata-od", "filter-lata-do")
POPULATION_UNKNOWN: Final = "filter-ludnosc-brak"
SINCE: Final = "filter-nowe"
HOME_PLACE: Final = "home-place"
HOME_RADIUS: Final = "home-radius"
HOME_TYPE: Final = "home-type"
HOME_POPULATION: Final = "home-population"
HOME_DENSITY: Final = "home-density"
HOME_URBANISATION: Final = "home-urbanisation"
HOME_FIGURE: Final = "home-figure"
HOME_SECTIONS: Final = "home-sections"
GROUP_TRAITS: Final = "group-traits"
ORDER: Final = "list-order"
REVIEW_WORDS: Final = "review-words"
REVIEW_REASON: Final = "review-reason"
REMOVAL_REASON: Final = "review-remove-reason"
