"""The practice database's taxonomy: sections in the order of its menu, and their subsections.

'Praktyki' is a subsection of several sections, so a subsection means nothing without its
section. An address on the site holds both as numbers (p1, p2); only pairs that were seen on
a real page are given.
"""

from dataclasses import dataclass

from geocoding import fold

SITE = "https://dobrepraktyki.pl/index.php"
"""The address under which articles stand in the table."""
SITE_NOW = "https://archiwum.dobrepraktyki.pl/index.php"
"""The address under which they are now."""
OTHER_KEY = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subsection:
    """A theme within a section.

    Attributes:
        name: As the site's menu prints it.
        numbers: (p1, p2) in the site's addresses; empty where they are not known.
        words: Other words that mean the theme, for the search.
    """

    name: str
    numbers: tuple[int, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A main theme.

    Attributes:
        key: Short, stable, for colours, styles and file names.
        name: As a page's heading prints it.
        aliases: Other names of the same section, such as the one in the menu.
        subsections: In the order of the menu; empty where none was seen.
        words: Other words that mean the theme, for the search.
    """

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    subsections: tuple[Subsection, ...] = ()
    words: tuple[str, ...] = ()


SECTIONS = (
    Section(
        key="social",
        name="Usługi społeczne",
        subsections=(
            Subsection(
                name="Kultura",
                numbers=(1, 1),
                words=(
                    "kulturalny",
                    "dziedzictwo",
                    "sztuka",
                ),
            ),
            Subsection(name="Pomoc społeczna", numbers=(1, 2), words=("opieka", "opiekuńczy")),
            Subsection(
                name="Oświata",
                numbers=(1, 3),
                words=(
                    "szkoła",
                    "szkolnictwo",
                    "edukacja",
                    "edukacyjny",
                    "oświatowy",
                    "nauczanie",
                ),
            ),
            Subsection(
                name="Ochrona zdrowia",
                words=(
                    "zdrowotny",
                    "leczenie",
                    "medycyna",
                    "medyczny",
                ),
            ),
            Subsection(name="Sport i rekreacja", words=("sportowy", "rekreacyjny", "wypoczynek")),
        ),
    ),
    Section(
        key="technical",
        name="Usługi techniczne",
        subsections=(
            Subsection(
                name="Transport",
                numbers=(2, 4),
                words=(
                    "komunikacja",
                    "transportowy",
                    "przewozy",
                ),
            ),
            Subsection(
                name="Gospodarka mieszkaniowa",
                words=(
                    "mieszkanie",
                    "mieszkalnictwo",
                    "lokale",
                ),
            ),
            Subsection(name="Gospodarka komunalna", words=("komunalny",)),
        ),
    ),
    Section(
        key="institutional",
        name="Rozwój instytucjonalny",
        subsections=(
            Subsection(
                name="Zarządzanie strategiczne",
                numbers=(3, 7),
                words=(
                    "strategia",
                    "planowanie",
                ),
            ),
            Subsection(name="Zarządzanie zasobami", words=("zasób", "mienie")),
            Subsection(name="Zarządzanie personelem", words=("kadry", "pracownicy")),
            Subsection(
                name="Partnerstwo",
                words=(
                    "partner",
                    "partnerski",
                    "współpraca",
                ),
            ),
            Subsection(name="Zarządzanie usługami"),
        ),
    ),
    Section(
        key="energy",
        name="Efektywność energetyczna",
        words=("energia", "energetyka", "klimat"),
        subsections=(Subsection(name="Praktyki", numbers=(4, 17)),),
    ),
    Section(
        key="ngo",
        name="Współpraca JST-NGO",
        words=("organizacje", "pozarządowe", "stowarzyszenie", "fundacja"),
    ),
    Section(
        key="cooperation",
        name="Współpraca między JST",
        words=("międzygminny", "partnerstwo"),
        subsections=(Subsection(name="Praktyki", numbers=(6, 20)),),
    ),
    Section(key="dialogue", name="Dialog społeczny", words=("konsultacje", "partycypacja")),
    Section(
        key="monitoring",
        name="System Monitorowania Usług Publicznych",
        words=("wskaźnik", "pomiar"),
        aliases=("SMUP", "System Monitorowania Usług Publicznych (SMUP)"),
        subsections=(Subsection(name="Praktyki", numbers=(8, 23)),),
    ),
)

_BY_NAME = {
    fold(name): section for section in SECTIONS for name in (section.name, *section.aliases)
}
_NUMBERS = {
    (fold(section.name), fold(subsection.name)): subsection.numbers
    for section in SECTIONS
    for subsection in section.subsections
    if subsection.numbers
}
_WORDS = {
    (section.name, name): (*section.words, *words)
    for section in SECTIONS
    for name, words in (("", ()), *((each.name, each.words) for each in section.subsections))
}


def theme_words(section: str, subsection: str) -> tuple[str, ...]:
    """Give words that mean a theme, besides its name; none of a theme that is not known."""
    return _WORDS.get((section, subsection), _WORDS.get((section, ""), ()))


def is_section(name: str) -> bool:
    """Say whether a name is a section's name or alias; case and diacritics do not matter."""
    return fold(name) in _BY_NAME


def section_name(name: str) -> str:
    """Return the section's own name for a name or alias; an unknown name as it stands."""
    section = _BY_NAME.get(fold(name))
    return section.name if section else name


def section_key(name: str) -> str:
    """Return the key of the section with a name or alias; OTHER_KEY for an unknown one."""
    section = _BY_NAME.get(fold(name))
    return section.key if section else OTHER_KEY


def page_address(*, section: str, subsection: str, art: int) -> str:
    """Return the address of a practice on the site.

    Empty where the theme's numbers are not known.
    """
    numbers = _NUMBERS.get((fold(section_name(section)), fold(subsection)))
    return f"{SITE}?p1={numbers[0]}&p2={numbers[1]}&art={art}" if numbers else ""
