"""The full presentation and the attachments of a practice, for files in which they are wanted.

A presentation is free text that may name persons, so no file has it unless somebody asks for it.
"""

from typing import Any

from dashboard.export.request import ExportRequest
from dashboard.practices.structured_text import from_lines
from dashboard.views.practice.full_text import attachments_of


def full_text(request: ExportRequest, row: int) -> dict[str, Any]:
    """Return the further texts of the practice at a position, ready for JSON.

    Returns:
        `presentation`: the parts of the text, each with its kind, level, text and cells;
        `attachments`: name, kind and size in words, and address of each. Both are empty where the
        file is not to have them.
    """
    if not request.provenance.has_full_texts:
        return {"presentation": [], "attachments": []}
    practice = request.catalog.practices.iloc[row]
    return {
        "presentation": [
            {
                "kind": block.kind.value,
                "level": block.level,
                "text": block.text,
                "cells": list(block.cells),
            }
            for block in from_lines(str(practice["presentation"]))
        ],
        "attachments": [
            [each.name, ", ".join(filter(None, (each.kind, each.size))), each.url]
            for each in attachments_of(practice)
        ],
    }
