"""The registry of a practice's fields: the one place that says what each of them is.

Everything else follows from FIELDS: the columns of the practices table and their rules, the labels
that the parser of record cards knows, the headings that a file's columns are recognised by, the
lines of the card and their order, the list of missing fields, the search, the slides, the columns
of the stores, and which columns leave in a file.

A new field is an entry here, its name in `locale/pl/fields.ftl` and in `locale/en/fields.ftl`
(`column-NAME`), and a test: docs/how-to.md has the steps. It stays on the record card alone until
its entry says otherwise.
"""

from collections.abc import Mapping
from typing import Final

from dashboard.practices import value_types as types
from dashboard.practices.address_lines import read_locality, read_post_line, read_street_line
from dashboard.practices.field_model import Field, Privacy, Use

CARD: Final = "metryka"
"""The column with the whole record card as printed; its lines leave in a file one by one."""

_PUBLIC: Final = Privacy.PUBLIC


def _uses(*uses: Use) -> frozenset[Use]:
    return frozenset(uses)


FIELDS: Final[tuple[Field, ...]] = (
    Field(
        name="art",
        type=types.ARTICLE,
        privacy=_PUBLIC,
        file_headings=(
            *("lp", "l.p.", "nr praktyki", "numer praktyki", "article", "nr ewid"),
            *("nr ewidencyjny", "numer ewidencyjny", "id praktyki"),
        ),
        unsure_headings=("nr", "numer", "id", "no"),
    ),
    Field(
        name="url",
        type=types.WEBSITE,
        privacy=_PUBLIC,
        file_headings=("link", "adres www praktyki", "url praktyki"),
        unsure_headings=("adres",),
        uses=_uses(Use.QUALITY),
    ),
    Field(
        name="section",
        type=types.REQUIRED_TEXT,
        privacy=_PUBLIC,
        file_headings=(
            *("obszar", "dziedzina", "kategoria", "temat", "theme", "category", "area"),
            *("obszar tematyczny", "kategoria praktyki", "dzial", "branza"),
        ),
        uses=_uses(Use.SEARCH),
    ),
    Field(
        name="subsection",
        type=types.TEXT,
        privacy=_PUBLIC,
        file_headings=("podkategoria", "subcategory", "podobszar", "poddzial", "podtemat"),
        uses=_uses(Use.QUALITY, Use.SEARCH),
    ),
    Field(
        name="title",
        type=types.REQUIRED_TEXT,
        privacy=_PUBLIC,
        file_headings=(
            *("nazwa", "nazwa praktyki", "tytul praktyki", "nazwa projektu", "tytul projektu"),
            *("nazwa inicjatywy", "nazwa przedsiewziecia", "nazwa zadania", "nazwa dzialania"),
            *("dobra praktyka", "praktyka", "nazwa dobrej praktyki", "tytul dobrej praktyki"),
            *("tytul inicjatywy", "name", "practice"),
        ),
        uses=_uses(Use.SEARCH),
    ),
    Field(
        name="summary",
        type=types.PARAGRAPHS,
        privacy=_PUBLIC,
        file_headings=(
            *("opis", "streszczenie", "skrot", "opis praktyki", "description", "abstract"),
            *("charakterystyka", "opis dobrej praktyki", "opis projektu", "krotki opis"),
        ),
        uses=_uses(Use.QUALITY, Use.SEARCH),
    ),
    Field(
        name="presentation",
        type=types.PARAGRAPHS,
        privacy=Privacy.SHOWN,
        file_headings=("pelna prezentacja",),
        uses=_uses(Use.SEARCH),
    ),
    Field(
        name="attachments",
        type=types.PARAGRAPHS,
        privacy=Privacy.SHOWN,
        file_headings=("zalaczniki",),
    ),
    Field(
        name="introduced",
        type=types.DAY,
        privacy=_PUBLIC,
        label="Data wprowadzenia do BDP",
        file_headings=(
            *("data", "data wdrozenia", "data dodania", "rok", "date", "data przystapienia"),
            *("data zgloszenia praktyki", "data zgloszenia", "rok wdrozenia", "data wpisu"),
        ),
        uses=_uses(Use.QUALITY, Use.SLIDE),
    ),
    Field(
        name="updated",
        type=types.DAY,
        privacy=_PUBLIC,
        label="Data aktualizacji",
        file_headings=("ostatnia zmiana", "ostatnia aktualizacja", "data modyfikacji"),
        uses=_uses(Use.QUALITY, Use.SLIDE),
    ),
    Field(
        name="unit_type",
        type=types.TEXT,
        privacy=_PUBLIC,
        label="Typ jednostki",
        file_headings=(
            *("rodzaj jednostki", "typ", "rodzaj jst", "typ jst", "unit type", "type"),
            *("rodzaj gminy", "typ gminy", "typ samorzadu"),
        ),
        uses=_uses(Use.QUALITY, Use.SLIDE),
    ),
    Field(
        name="locality",
        type=types.NAME,
        privacy=_PUBLIC,
        label="Miejscowość",
        several="places",
        read_line=read_locality,
        file_headings=(
            *("miasto", "miejsce", "siedziba", "nazwa miejscowosci", "city", "town", "place"),
        ),
        uses=_uses(Use.QUALITY, Use.SEARCH, Use.SLIDE, Use.LOCATION),
    ),
    Field(
        name="county",
        type=types.NAME,
        privacy=_PUBLIC,
        label="Powiat",
        file_headings=("powiat", "pow"),
        uses=_uses(Use.QUALITY, Use.SEARCH, Use.SLIDE, Use.LOCATION),
    ),
    Field(
        name="voivodeship",
        type=types.VOIVODESHIP,
        privacy=_PUBLIC,
        label="Województwo",
        file_headings=("woj", "woj.", "region", "province"),
        uses=_uses(Use.QUALITY, Use.SEARCH, Use.SLIDE, Use.LOCATION),
    ),
    Field(
        name="postal_code",
        type=types.POSTAL_CODE,
        privacy=_PUBLIC,
        label="Kod pocztowy i Poczta",
        other_labels=("kod pocztowy",),
        followed_by="post_town",
        read_line=read_post_line,
        heading="card-post",
        file_headings=(
            *("kod", "kod pocztowy", "kod i miejscowosc", "kod i miasto", "kod i poczta"),
            *("kod pocztowy i miejscowosc", "postcode", "zip", "post code"),
        ),
        uses=_uses(Use.QUALITY, Use.LOCATION),
    ),
    Field(
        name="post_town",
        type=types.NAME,
        privacy=_PUBLIC,
        uses=_uses(Use.QUALITY, Use.SEARCH, Use.LOCATION),
    ),
    Field(
        name="unit",
        type=types.TEXT,
        privacy=_PUBLIC,
        label="Jednostka wdrażająca",
        file_headings=(
            *("jednostka", "jst", "samorzad", "gmina", "nazwa jednostki", "nazwa gminy"),
            *("municipality", "gm", "gmina miasto", "nazwa jst"),
        ),
        uses=_uses(Use.QUALITY, Use.SEARCH),
    ),
    Field(
        name="street",
        type=types.NAME,
        privacy=_PUBLIC,
        label="Ulica",
        followed_by="number",
        read_line=read_street_line,
        file_headings=(
            *("ul", "ulica i numer", "ulica nr domu", "ulica i nr domu", "nazwa ulicy"),
            *("adres siedziby", "address"),
        ),
        unsure_headings=("adres",),
        unsure_beside=frozenset({"locality", "postal_code", "post_town"}),
        uses=_uses(Use.QUALITY, Use.LOCATION),
    ),
    Field(
        name="number",
        type=types.NAME,
        privacy=_PUBLIC,
        file_headings=(
            *("nr domu", "nr budynku", "numer budynku", "nr lokalu", "nr domu lokalu"),
            *("numer domu lokalu", "nr budynku lokalu", "nr bud"),
        ),
        unsure_headings=("numer", "nr"),
        unsure_beside=frozenset({"street"}),
        uses=_uses(Use.QUALITY, Use.LOCATION),
    ),
    Field(
        name="website",
        type=types.WEBSITE,
        privacy=_PUBLIC,
        label="Witryna internetowa",
        other_labels=("wirtyna internetowa",),
        file_headings=("www", "strona", "strona www", "strona internetowa", "web", "homepage"),
        uses=_uses(Use.QUALITY, Use.SLIDE),
    ),
    Field(
        name="population",
        type=types.COUNT,
        privacy=_PUBLIC,
        label="Liczba mieszkańców",
        file_headings=(
            *("ludnosc", "mieszkancy", "liczba ludnosci", "inhabitants", "populacja"),
            *("population", "l mieszkancow", "l ludnosci", "liczba mieszk"),
        ),
        uses=_uses(Use.QUALITY, Use.SLIDE),
    ),
    Field(
        name="contacts",
        type=types.LIST,
        privacy=Privacy.CONTACT,
        label="Osoby kontaktowe",
        other_labels=("osoba kontaktowa",),
        file_headings=(
            *("kontakt", "osoba", "contact", "contact person", "imie i nazwisko"),
            *("koordynator", "osoba odpowiedzialna", "dane kontaktowe"),
        ),
        uses=_uses(Use.QUALITY),
    ),
    Field(
        name="phones",
        type=types.PHONES,
        privacy=Privacy.CONTACT,
        label="tel.",
        other_labels=("telefon", "tel./fax", "tel./ fax", "tel. kom"),
        file_headings=("telefon", "tel", "tel fax", "phone", "telephone"),
        uses=_uses(Use.QUALITY),
    ),
    Field(
        name="emails",
        type=types.EMAILS,
        privacy=Privacy.CONTACT,
        label="e@mail",
        other_labels=("e-mail", "email"),
        file_headings=("email", "e-mail", "mail", "poczta elektroniczna"),
        uses=_uses(Use.QUALITY),
    ),
    Field(name=CARD, type=types.CARD_LINES, privacy=_PUBLIC, is_generated=True),
    Field(
        name="places",
        type=types.PLACES,
        privacy=_PUBLIC,
        file_headings=("miejscowosci", "gminy", "localities"),
        uses=_uses(Use.SEARCH, Use.LOCATION),
    ),
    Field(name="source", type=types.TEXT, privacy=_PUBLIC, is_generated=True),
)

FIELD: Final[Mapping[str, Field]] = {field.name: field for field in FIELDS}
"""The fields by the names of their columns."""

CARD_FIELDS: Final = tuple(field for field in FIELDS if field.label)
"""The fields that the record card has a line of, in the card's order."""


def names_of(use: Use) -> tuple[str, ...]:
    """Give the names of the fields of one use, in the registry's order."""
    return tuple(field.name for field in FIELDS if use in field.uses)


def stored_as(storage: types.Storage) -> tuple[str, ...]:
    """Give the names of the fields that are stored in one way, in the registry's order."""
    return tuple(field.name for field in FIELDS if field.type.storage is storage)
