"""Look-ups over columns: few and many values find the same."""

import numpy as np
import pyarrow as pa
import pytest

from geocoding.gazetteer.lookup import Groups, NumberIndex, TextIndex

TEXTS = TextIndex(pa.array(["bochnia", "zory", "elk"]))
NUMBERS = NumberIndex(np.array([2, 5, 9]))
MANY = 1000


@pytest.mark.parametrize("times", [pytest.param(1, id="few"), pytest.param(MANY, id="many")])
@pytest.mark.parametrize("kind", [pa.string(), pa.large_string()], ids=str)
def test_texts_are_found(times: int, kind: pa.DataType) -> None:
    column = pa.array(["elk", None, "krakow", "bochnia", ""] * times, kind)
    assert TEXTS.find(column).tolist() == [2, -1, -1, 0, -1] * times


@pytest.mark.parametrize("times", [pytest.param(1, id="few"), pytest.param(MANY, id="many")])
def test_numbers_are_found(times: int) -> None:
    values = np.array([9, 1, 2, 100, -1] * times)
    assert NUMBERS.find(values).tolist() == [2, -1, 0, -1, -1] * times


def test_groups_give_their_members_with_their_owners() -> None:
    groups = Groups.of(np.array([2, 3, -1, 2, 0]), count=4)
    owner, member = groups.expand(np.array([2, 1, -1, 3, 2]))
    pairs = sorted(zip(owner.tolist(), member.tolist(), strict=True))
    assert pairs == [(0, 0), (0, 3), (3, 1), (4, 0), (4, 3)]
    assert groups.one(2).tolist() == [0, 3]
    assert groups.one(1).tolist() == []


def test_no_groups_are_asked_for() -> None:
    owner, member = Groups.of(np.array([0, 1]), count=2).expand(np.array([], dtype=np.int64))
    assert owner.size == member.size == 0
