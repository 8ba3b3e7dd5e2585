"""Names that the pages share: parameters of the address, and keys of the widgets."""

from typing import Final

from dashboard.explore import question_link

LANGUAGE: Final = "lang"
DATASET: Final = "dane"
COMPLETION: Final = "uzupelnij"
STATUS: Final = "stan"
PRECISION: Final = "precyzja"
CHECK: Final = "kontrola"
REVIEW: Final = "przeglad"
MEASURE: Final = question_link.MEASURE
LEVEL: Final = question_link.LEVEL
BREAKS: Final = question_link.BREAKS
POINTS: Final = question_link.POINTS
UNTIL: Final = question_link.UNTIL
REGION: Final = "region"
PRESENTATION: Final = "prezentacja"

SEARCH_KEY: Final = "filter-szukaj"
POPULATION_KEYS: Final = ("filter-ludnosc-od", "filter-ludnosc-do")
POPULATION_UNKNOWN_KEY: Final = "filter-ludnosc-brak"
HOME_PLACE_KEY: Final = "home-place"
HOME_RADIUS_KEY: Final = "home-radius"
HOME_TYPE_KEY: Final = "home-type"
HOME_POPULATION_KEY: Final = "home-population"
HOME_SECTIONS_KEY: Final = "home-sections"
ORDER_KEY: Final = "list-order"
REVIEW_WORDS_KEY: Final = "review-words"
REVIEW_REASON_KEY: Final = "review-reason"
REMOVAL_REASON_KEY: Final = "review-remove-reason"
