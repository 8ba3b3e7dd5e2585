"""The open interface on a store of its own, asked without a network."""

import asyncio
import gzip
import json
from dataclasses import dataclass
from urllib.parse import urlencode

import pandas as pd
import pytest
from starlette.datastructures import Headers

from dashboard.practices.demo import make_demo
from dashboard.server.open_data import OpenData
from dashboard.store import open_store
from dashboard.variables import DATA_VARIABLE


@pytest.fixture(scope="session")
def practices():
    """Twelve practices; the first has contacts, the second several places, the third none."""
    table = make_demo(12, seed=3).sort_values("art", ignore_index=True)
    table.loc[0, ["contacts", "phones", "emails"]] = [
        "Janina Tajna",
        "14 612 34 56",
        "tajna@example.org",
    ]
    table.loc[0, "metryka"] = (
        '[["Osoby kontaktowe", "Janina Tajna"], ["tel.", "14 612 34 56"],'
        ' ["Nieznany wiersz", "pyta o to Janina Tajna"], ["Ulica", "Długa 1"]]'
    )
    table.loc[0, ["presentation", "title"]] = ["Opowiada Janina Tajna.", '=1+1 w "Bochni"']
    table["introduced"] = table["introduced"].astype("datetime64[ns]")
    table.loc[1, ["locality", "places", "postal_code", "street", "number"]] = [
        "",
        "Bochnia; Łapanów; Nibylandia Wielka",
        "",
        "",
        "",
    ]
    table.loc[1, ["county", "voivodeship", "post_town"]] = ""
    table.loc[2, ["locality", "county", "postal_code", "post_town", "street", "number", "unit"]] = (
        ""
    )
    table.loc[2, ["voivodeship", "unit_type", "places"]] = ""
    table.loc[3, "introduced"] = pd.Timestamp("2015-06-01")
    return table


@pytest.fixture(scope="session")
def store(practices, tmp_path_factory):
    """A store with them."""
    store = open_store(str(tmp_path_factory.mktemp("open") / "praktyki.sqlite"))
    store.save(practices)
    return store


@pytest.fixture(autouse=True)
def shown(store, monkeypatch):
    """Let the server show the store."""
    monkeypatch.setenv(DATA_VARIABLE, store.address)


async def behind(scope, _receive, send):
    """The application that the interface stands in front of: it says which path it was asked."""
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": f"behind {scope['path']}".encode()})


@dataclass(frozen=True)
class Answer:
    """An answer of the server."""

    status: int
    headers: Headers
    body: bytes

    @property
    def text(self):
        content = self.body
        if self.headers.get("content-encoding") == "gzip":
            content = gzip.decompress(content)
        return content.decode()

    def json(self):
        return json.loads(self.text)


class Client:
    """A program that asks a server without a network."""

    def __init__(self, **settings):
        self._server = OpenData(behind, **settings)

    def ask(self, path, *, method="GET", query=(), client="192.0.2.1", **headers):
        """The answer to a request; names of headers with '_' for '-'."""
        sent = []

        async def receive():
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message):
            sent.append(message)

        named = {"host": "mapa.example.org", "x_forwarded_proto": "https", **headers}
        scope = {
            "type": "http",
            "scheme": "http",
            "path": path,
            "method": method,
            "query_string": urlencode(query, doseq=True).encode(),
            "headers": [
                (name.replace("_", "-").encode(), value.encode()) for name, value in named.items()
            ],
            "client": (client, 1234),
        }
        asyncio.run(self._server(scope, receive, send))
        begin, *rest = sent
        body = b"".join(each.get("body", b"") for each in rest)
        return Answer(begin["status"], Headers(raw=begin["headers"]), body)


@pytest.fixture
def serve():
    """A function that gives a client of an interface with some settings."""
    return Client


@pytest.fixture
def get():
    """A function that gives the answer to a request under /api/ that must have a status."""
    client = Client()

    def get(path="", status=200, headers=None, **query):
        answer = client.ask(f"/api/{path}", query=query, **(headers or {}))
        assert answer.status == status, answer.text
        return answer

    return get
