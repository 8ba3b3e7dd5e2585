"""Workbooks that mean harm: cells far outside, in all spellings, many sheets, shared long texts."""

import io
import random
import zipfile
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from attack_server import Server
from attacks import Attack, Bounds, Variant, answered_or_refused

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
FAR_COLUMNS = ("XFD", "XFC", "ZZZ", "AAA", "IW", "ZZZZZZ", "FXSHRXX")
FAR_ROWS = (1_048_576, 1_048_577, 20_001, 300_000, 99_999_999, 4_000_000_000, 2**32 + 1, 2**63)
PREFIXES = ("x", "x-y", "x.y", "_x", "ą", "x\u0301", "main-2.0_z")


@dataclass(frozen=True, kw_only=True)
class Book:
    """What a workbook is made of.

    Attributes:
        sheets: The XML of each part that holds a sheet.
        names: How many sheets the workbook names; they take turns with the parts.
        shared: The texts that cells share, as XML; empty for none.
        folder: Where the parts of the sheets are.
    """

    sheets: Sequence[str]
    names: int = 0
    shared: str = ""
    folder: str = "worksheets"

    def content(self) -> bytes:
        """The file."""
        count = self.names or len(self.sheets)
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, text in self._parts(count):
                packed.writestr(name, text)
        return made.getvalue()

    def _parts(self, count: int) -> Iterator[tuple[str, str]]:
        """The name and the text of each part."""
        parts = [f"{self.folder}/sheet{number}.xml" for number in range(len(self.sheets))]
        listed = "".join(
            f'<sheet name="S{number}" sheetId="{number + 1}" r:id="r{number}"/>'
            for number in range(count)
        )
        related = "".join(
            f'<Relationship Id="r{number}" Type="{OFFICE}/worksheet"'
            f' Target="{parts[number % len(parts)]}"/>'
            for number in range(count)
        )
        if self.shared:
            related += (
                f'<Relationship Id="t" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
            )
            yield "xl/sharedStrings.xml", self.shared
        kinds = [("/xl/workbook.xml", "sheet.main"), ("/xl/sharedStrings.xml", "sharedStrings")]
        kinds += [(f"/xl/{part}", "worksheet") for part in parts]
        overrides = "".join(
            f'<Override PartName="{part}" ContentType="{KINDS}.{kind}+xml"/>'
            for part, kind in kinds
        )
        rels = "application/vnd.openxmlformats-package.relationships+xml"
        default = f'<Default Extension="rels" ContentType="{rels}"/>'
        types = f'<Types xmlns="{PACKAGE}/content-types">{default}{overrides}</Types>'
        yield "[Content_Types].xml", types
        relation = f'<Relationship Id="b" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
        head = f'<Relationships xmlns="{PACKAGE}/relationships">'
        yield "_rels/.rels", f"{head}{relation}</Relationships>"
        yield "xl/_rels/workbook.xml.rels", f"{head}{related}</Relationships>"
        yield (
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
        )
        yield from ((f"xl/{part}", sheet) for part, sheet in zip(parts, self.sheets, strict=True))


def text_cell(reference: str | None, text: str) -> str:
    """A cell with a text of its own; without a reference where that is None."""
    where = "" if reference is None else f" r={quoteattr(reference)}"
    return f'<c{where} t="inlineStr"><is><t>{text}</t></is></c>'


def sheet(*cells: str, row: str = "1", before: str = "", prefix: str = "") -> str:
    """A sheet with a heading in A1 and further cells in one row.

    Args:
        cells: As `text_cell` gives them.
        row: The number of their row.
        before: What stands before the cells.
        prefix: Of the namespace; empty for none.
    """
    body = "".join(cells)
    made = (
        f'<worksheet xmlns="{MAIN}">{before}<sheetData><row r="1">{text_cell("A1", "title")}'
        f"</row><row r={quoteattr(row)}>{body}</row></sheetData></worksheet>"
    )
    if not prefix:
        return made
    named = made.replace("</", f"</{prefix}:").replace("<", f"<{prefix}:")
    named = named.replace(f"<{prefix}:/{prefix}:", f"</{prefix}:")
    return named.replace("xmlns=", f"xmlns:{prefix}=", 1)


def spellings(reference: str) -> list[str]:
    """The same reference, spelled as some reader might take it."""
    letters = reference.rstrip("0123456789")
    digits = reference[len(letters) :]
    return [
        reference.lower(),
        letters.capitalize() + digits,
        f"${letters}${digits}",
        f" {reference} ",
        f"{letters}0{digits}",
        f"{letters}{'0' * 12}{digits}",
        f"{letters}{digits}:{letters}{digits}",
        f"S0!{reference}",
        f"{letters} {digits}",
        "".join(chr(ord(each) + 0xFEE0) for each in reference),
        f"{letters}+{digits}",
        digits,
        f"R{digits}C16384",
    ]


def far_cells(dice: random.Random, count: int) -> list[Variant]:
    """Workbooks with one cell far outside, under references in all spellings."""
    made = [Variant(name="xfd1048576", bring=_brought("xfd1048576"))]
    while len(made) < count:
        column, row = dice.choice(FAR_COLUMNS), dice.choice(FAR_ROWS)
        reference = f"{column}{row}" if dice.random() < 0.7 else f"A{row}"
        spelled = dice.choice([reference, *spellings(reference)])
        made.append(Variant(name=spelled[:24], bring=_brought(spelled)))
    return made


def _brought(reference: str) -> Callable[[Server], Awaitable[str]]:
    content = Book(sheets=[sheet(text_cell(reference, "x"), row="2")]).content()
    return answered_or_refused("praktyki.xlsx", content)


def prefixed(dice: random.Random, count: int) -> list[Variant]:
    """Workbooks whose elements have a namespace's prefix, with a cell far outside or long texts."""
    made = []
    for prefix in dice.sample(PREFIXES, min(count, len(PREFIXES))):
        far = Book(sheets=[sheet(text_cell("XFD1048576", "x"), row="2", prefix=prefix)])
        book = far if dice.random() < 0.6 else _shared(prefix, dice.randint(60_000, 100_000))
        kind = "far cell" if book is far else "shared text"
        made.append(
            Variant(
                name=f"{prefix!a}, {kind}",
                bring=answered_or_refused("praktyki.xlsx", book.content()),
            )
        )
    return made


def _shared(prefix: str, cells: int) -> Book:
    """A text of 100,000 characters that many cells share."""
    colon = f"{prefix}:" if prefix else ""
    text = "x" * 100_000
    name = f"xmlns:{prefix}" if prefix else "xmlns"
    item = f"<{colon}si><{colon}t>{text}</{colon}t></{colon}si>"
    texts = f'<{colon}sst {name}="{MAIN}">{item}</{colon}sst>'
    row_of_cells = '<c t="s"><v>0</v></c>' * 20
    rows = "".join(f'<row r="{row}">{row_of_cells}</row>' for row in range(1, cells // 20))
    made = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return Book(sheets=[made], shared=texts)


def many_sheets(dice: random.Random, count: int) -> list[Variant]:
    """Workbooks of many sheets with two cells each, far from one another."""
    made = []
    for number in range(count):
        sheets = dice.choice((16, 40, 150)) if number else 16
        row, one_part = dice.randint(15_000, 20_000), number % 2 == 1
        far = sheet(text_cell(f"GR{row}", "x"), row=str(row))
        book = Book(sheets=[far] * (1 if one_part else sheets), names=sheets)
        made.append(
            Variant(
                name=f"{sheets} sheets to GR{row}" + (" of one part" if one_part else ""),
                bring=answered_or_refused("praktyki.xlsx", book.content()),
            )
        )
    return made


def odd_parts(dice: random.Random, count: int) -> list[Variant]:
    """Workbooks whose parts, dimensions or rows are not what a check expects."""
    far = text_cell("XFD1048576", "x")
    entity = f'<!DOCTYPE worksheet [<!ENTITY r "xfd1048576">]>{sheet(text_cell("A2", "x"))}'
    sheets = {
        "row far out, cells without reference": sheet(text_cell(None, "x"), row="1048576"),
        "row of 20 digits": sheet(text_cell(None, "x"), row="9" * 20),
        "huge dimension": sheet(
            text_cell("A2", "x"), row="2", before='<dimension ref="A1:XFD1048576"/>'
        ),
        "lower-case dimension": sheet(
            text_cell("A2", "x"), row="2", before='<dimension ref="a1:xfd1048576"/>'
        ),
        "entity as reference": entity.replace('r="A2"', 'r="&r;"'),
        "character reference": sheet(far, row="2").replace("XFD", "&#88;&#70;&#68;"),
        "comment within": sheet(far, row="2").replace("<sheetData>", "<!-- --><sheetData><!--x-->"),
        "value of a far formula": sheet('<c r="XFD1048576"><f>1+1</f><v>2</v></c>', row="2"),
        "error far out": sheet('<c r="ZZ400000" t="e"><v>#N/A</v></c>', row="2"),
        "shared text without texts": sheet('<c r="A2" t="s"><v>4000000000</v></c>', row="2"),
    }
    chosen = dice.sample(sorted(sheets), min(count, len(sheets)))
    made = [
        Book(sheets=[sheets[name]], folder=dice.choice(("worksheets", "x/y"))) for name in chosen
    ]
    return [
        Variant(name=name, bring=answered_or_refused("praktyki.xlsx", book.content()))
        for name, book in zip(chosen, made, strict=True)
    ]


REFUSED = "a refusal by name, or the table; the server and other visits go on"
WORKBOOKS = [
    Attack(
        mark="A1", name="cells far out, all spellings", must=REFUSED, server="open", make=far_cells
    ),
    Attack(mark="A1", name="namespace prefixes", must=REFUSED, server="open", make=prefixed),
    Attack(mark="A1", name="odd parts of a workbook", must=REFUSED, server="open", make=odd_parts),
    Attack(
        mark="B8",
        name="many sparse sheets",
        must="a refusal or an answer within 5 s and 300 MB",
        server="open",
        make=many_sheets,
        bounds=Bounds(seconds=10.0),
    ),
]
