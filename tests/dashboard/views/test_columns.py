import base64
import gzip

import numpy as np
import pandas as pd
import pytest

from dashboard.views.map.columns import Column, pack_columns, pack_mask

TEXTS = pd.Series(["Łódź", "", "Żory", "ą", "ostatni"])


@pytest.mark.parametrize(
    ("column", "values"),
    [
        pytest.param(Column.of_small(np.array([0, 7, 255])), [0, 7, 255], id="small"),
        pytest.param(Column.of_numbers(np.array([-(2**31), 5])), [-(2**31), 5], id="numbers"),
        pytest.param(Column.of_rising(np.array([150, 151, 7])), [150, 151, 7], id="rising"),
        pytest.param(Column.of_texts(["Żory", "", "a\0b"]), ["Żory", "", "a\0b"], id="texts"),
        pytest.param(Column.of_texts(TEXTS.iloc[1:4]), ["", "Żory", "ą"], id="some texts"),
        pytest.param(Column.of_texts(TEXTS.take([3, 3, 0])), ["ą", "ą", "Łódź"], id="taken"),
        pytest.param(Column.of_texts(pd.concat([TEXTS, TEXTS])), [*TEXTS, *TEXTS], id="chunks"),
        pytest.param(Column.of_texts([]), [], id="no texts"),
        pytest.param(Column.of_rising(np.array([], dtype=np.int64)), [], id="no numbers"),
    ],
)
def test_a_column_comes_back_as_it_was(read_columns, column, values):
    beside = Column.of_small(np.array([1]))
    file = pack_columns({"before": beside, "it": column, "after": beside}, {"notes": ["ą"]})
    assert read_columns(file) == {"before": [1], "it": values, "after": [1], "notes": ["ą"]}


def test_the_same_columns_make_the_same_file():
    columns = {"it": Column.of_texts(["Żory"])}
    assert pack_columns(columns, {}) == pack_columns(columns, {})
    assert pack_columns(columns, {}) != pack_columns(columns, {"salt": "1"})


def test_numbers_that_rise_evenly_take_no_room():
    rows = np.arange(1, 100_001)
    assert len(pack_columns({"practice": Column.of_rising(rows)}, {})) < 1_000


@pytest.mark.parametrize("rows", [1, 8, 9, 1000])
def test_a_mask_comes_back_as_it_was(rows):
    mask = np.arange(rows) % 3 == 1
    bits = np.frombuffer(gzip.decompress(base64.b64decode(pack_mask(mask))), np.uint8)
    assert np.unpackbits(bits, bitorder="little")[:rows].astype(bool).tolist() == mask.tolist()


@pytest.mark.parametrize("rows", [0, 11])
def test_a_mask_of_all_says_nothing(rows):
    assert pack_mask(np.ones(rows, dtype=bool)) is None


def test_a_mask_of_a_hundred_thousand_is_short():
    mask = np.random.default_rng(1).random(100_000) < 0.5
    assert len(pack_mask(mask)) <= 17_000
