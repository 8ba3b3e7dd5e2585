"""Writes Mapbox Vector Tiles, version 2.1 of the specification: the part that maps of lines need.

The packages that write them need an older protobuf than the server does, so the few messages are
written here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

EXTENT: Final = 4096
"""Units of a tile's side."""

Points: TypeAlias = npt.NDArray[np.int64]
"""One row (x, y) a point, in units of the tile from its upper left corner."""
Value: TypeAlias = str | int

_VERSION: Final = 2
_MOVE, _LINE, _CLOSE = 1, 2, 7
_VARINT, _BYTES = 0, 2


class Kind(IntEnum):
    """What the parts of a feature are; the values are those of the specification."""

    POINT = 1
    LINE = 2
    AREA = 3


@dataclass(frozen=True, slots=True)
class TileFeature:
    """One feature of a tile.

    Attributes:
        kind: What its parts are.
        parts: The points of each part; a ring of an area without its last point, outer ones
            clockwise on the screen, inner ones the other way.
        properties: What is said of it.
    """

    kind: Kind
    parts: Sequence[Points]
    properties: Mapping[str, Value]


def encode_tile(layers: Mapping[str, Sequence[TileFeature]]) -> bytes:
    """Return a tile with some layers by their names; those without a feature are left out."""
    return b"".join(
        _field(3, _layer(name, features)) for name, features in layers.items() if features
    )


def _layer(name: str, features: Sequence[TileFeature]) -> bytes:
    """Return a layer: the features, then each different key and value once."""
    keys: dict[str, int] = {}
    values: dict[Value, int] = {}
    parts = [_number(15, _VERSION), _field(1, name.encode())]
    for each in features:
        tags = [
            at
            for key, value in each.properties.items()
            for at in (keys.setdefault(key, len(keys)), values.setdefault(value, len(values)))
        ]
        feature = [_field(2, _packed(tags)), _number(3, each.kind), _field(4, _geometry(each))]
        parts.append(_field(2, b"".join(feature)))
    parts += [_field(3, key.encode()) for key in keys]
    parts += [_field(4, _value(value)) for value in values]
    parts.append(_number(5, EXTENT))
    return b"".join(parts)


def _value(value: Value) -> bytes:
    """Return a text, or a number that is not negative."""
    return _field(1, value.encode()) if isinstance(value, str) else _number(5, value)


def _geometry(feature: TileFeature) -> bytes:
    """Return the commands that draw a feature, with each point relative to the one before."""
    commands: list[int] = []
    at = np.zeros((1, 2), dtype=np.int64)
    if feature.kind is Kind.POINT:
        steps = _steps(np.concatenate([at, *feature.parts]))
        return _packed([_command(_MOVE, len(steps) // 2), *steps])
    for points in feature.parts:
        steps = _steps(np.concatenate([at, points]))
        commands += [_command(_MOVE, 1), *steps[:2], _command(_LINE, len(points) - 1), *steps[2:]]
        if feature.kind is Kind.AREA:
            commands.append(_command(_CLOSE, 1))
        at = points[-1:]
    return _packed(commands)


def _steps(points: Points) -> list[int]:
    """Return the differences from point to point, as numbers without a sign (zigzag)."""
    steps = np.diff(points, axis=0).ravel()
    zigzag: list[int] = ((steps << 1) ^ (steps >> 63)).tolist()
    return zigzag


def _command(command: int, count: int) -> int:
    return (count << 3) | command


def _packed(numbers: Iterable[int]) -> bytes:
    return b"".join(map(_varint, numbers))


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3 | _VARINT) + _varint(value)


def _field(field: int, content: bytes) -> bytes:
    return _varint(field << 3 | _BYTES) + _varint(len(content)) + content


def _varint(value: int) -> bytes:
    """Return a number in bytes of seven bits, the lowest first."""
    if value < 1 << 7:
        return _SMALL[value]
    found = bytearray()
    while value >= 1 << 7:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    found.append(value)
    return bytes(found)


_SMALL: Final = tuple(bytes([value]) for value in range(1 << 7))
