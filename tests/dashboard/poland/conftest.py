"""Reads vector tiles by the messages of their specification, which the program writes itself."""

import gzip
import math

import pytest
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

from dashboard.poland.ground_tiles import Tile

FIELDS = {
    "Value": [("text", 1, "string", ""), ("whole", 5, "uint64", "")],
    "Feature": [
        ("tags", 2, "uint32", "repeated"),
        ("kind", 3, "uint32", ""),
        ("geometry", 4, "uint32", "repeated"),
    ],
    "Layer": [
        ("version", 15, "uint32", ""),
        ("name", 1, "string", ""),
        ("features", 2, "Feature", "repeated"),
        ("keys", 3, "string", "repeated"),
        ("values", 4, "Value", "repeated"),
        ("extent", 5, "uint32", ""),
    ],
    "Tile": [("layers", 3, "Layer", "repeated")],
}


def _message():
    file = descriptor_pb2.FileDescriptorProto(name="tile.proto", package="mvt", syntax="proto2")
    field = descriptor_pb2.FieldDescriptorProto
    for name, fields in FIELDS.items():
        message = file.message_type.add(name=name)
        for of, number, kind, label in fields:
            made = message.field.add(name=of, number=number, label=field.LABEL_OPTIONAL)
            if label:
                made.label = field.LABEL_REPEATED
            if kind in FIELDS:
                made.type, made.type_name = field.TYPE_MESSAGE, f".mvt.{kind}"
            else:
                made.type = getattr(field, f"TYPE_{kind.upper()}")
            if kind == "uint32" and label:
                made.options.packed = True
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return message_factory.GetMessageClass(pool.FindMessageTypeByName("mvt.Tile"))


_TILE = _message()


def _parts_of(geometry):
    """The parts that commands draw, each a list of (x, y)."""
    found, x, y, at = [], 0, 0, 0
    while at < len(geometry):
        command, count = geometry[at] & 7, geometry[at] >> 3
        at += 1
        if command == 7:
            continue
        for _ in range(count):
            dx, dy = (((each >> 1) ^ -(each & 1)) for each in geometry[at : at + 2])
            x, y, at = x + dx, y + dy, at + 2
            if command == 1:
                found.append([])
            found[-1].append((x, y))
    return found


def _read(content):
    """The features of each layer: (kind, properties, parts)."""
    tile = _TILE.FromString(gzip.decompress(content))
    layers = {}
    for layer in tile.layers:
        assert (layer.version, layer.extent) == (2, 4096)
        values = [each.text if each.HasField("text") else each.whole for each in layer.values]
        layers[layer.name] = [
            (
                each.kind,
                {
                    layer.keys[key]: values[value]
                    for key, value in zip(each.tags[::2], each.tags[1::2], strict=True)
                },
                _parts_of(each.geometry),
            )
            for each in layer.features
        ]
    return layers


def _tile_at(lat, lon, zoom):
    """The tile of a zoom that holds a point."""
    sine = math.sin(math.radians(lat))
    y = 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)
    return Tile(zoom, int((lon / 360 + 0.5) * 2**zoom), int(y * 2**zoom))


@pytest.fixture(scope="session")
def read_tile():
    """A function that gives the features of each layer: (kind, properties, parts)."""
    return _read


@pytest.fixture(scope="session")
def tile_at():
    """A function that gives the tile of a zoom that holds (lat, lon)."""
    return _tile_at
