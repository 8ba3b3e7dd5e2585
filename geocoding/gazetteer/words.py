"""The texts of answers: each list ends with an empty text, which stands for none.

A column of answers is then one look-up by number, without a pass for what is missing.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geocoding.gazetteer.lookup import Bools, Ints

TEXT = pa.large_string()
"""The type in which pandas holds texts."""


@dataclass(frozen=True, eq=False)
class Words:
    """Texts by number, and an empty one at the end."""

    texts: pa.Array

    @classmethod
    def of(cls, texts: pa.Array) -> "Words":
        """Return the words of a list of texts."""
        return cls(pa.concat_arrays([texts.cast(TEXT), pa.array([""], TEXT)]))

    def take(self, number: Ints, wanted: Bools | None = None) -> pa.Array:
        """Return the text of each number, empty where it is not wanted."""
        if wanted is not None and not wanted.all():
            number = np.where(wanted, number, len(self.texts) - 1)
        return pc.take(self.texts, pa.array(number), boundscheck=False)
