"""What the program is made of: checksums, vulnerabilities, licences, the bill of materials."""

import json
import os
import re
import runpy
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

pytestmark = pytest.mark.slow

PIN = re.compile(
    r"^([\w.-]+)(?:\[[\w, -]+\])?==([^ ;\\]+)(.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL
)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")
RECORD = {
    "id": "PYSEC-0000-1",
    "aliases": ["CVE-0000-1"],
    "affected": [
        {
            "package": {"name": "some-thing", "ecosystem": "PyPI"},
            "ranges": [
                {
                    "type": "ECOSYSTEM",
                    "events": [
                        {"introduced": "1.0"},
                        {"fixed": "1.5"},
                        {"introduced": "2.0"},
                        {"last_affected": "2.10"},
                    ],
                }
            ],
        }
    ],
}

Audit = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def audit(tmp_path: Path, repository: Path) -> Audit:
    """Audits a lock of one package, with the advisories of a day."""

    def run(
        version: str, options: Sequence[str] = (), **advisories: Any
    ) -> subprocess.CompletedProcess[str]:
        lock = tmp_path / "lock.txt"
        lock.write_text(f"some.thing[more]=={version} \\\n    --hash=sha256:{'0' * 64}\n")
        kept = tmp_path / "advisories.json"
        known = {"as_of": "2026-01-01", "source": "", "packages": [], "records": [RECORD]}
        kept.write_text(json.dumps(known | advisories))
        script = repository / "tests" / "programs" / "supply" / "audit.py"
        files = ["--lock", lock, "--advisories", kept, "--today", "2026-02-01"]
        return subprocess.run(
            [sys.executable, script, *files, *options], capture_output=True, text=True, check=False
        )

    return run


@pytest.mark.parametrize("lock", ["run.txt", "extras.txt", "dev.txt"])
def test_every_locked_package_has_checksums(repository: Path, lock: str) -> None:
    text = (repository / ".locks" / lock).read_text(encoding="utf-8")
    pins = PIN.findall(text)
    assert len(pins) == len(re.findall(r"^[^\s#]", text, re.MULTILINE))
    assert [name for name, _, rest in pins if not HASH.search(rest)] == []


def test_make_installs_by_checksums(makefile: str) -> None:
    lines = [line for line in makefile.splitlines() if re.search(r"install .*-r ", line)]
    assert len(lines) == 3
    assert [line for line in lines if "--require-hashes" not in line] == []


@pytest.mark.parametrize(
    ("version", "is_affected"),
    [
        pytest.param("0.9", False, id="before it came in"),
        pytest.param("1.0", True, id="where it came in"),
        pytest.param("1.5rc1", True, id="before it was mended"),
        pytest.param("1.5", False, id="mended"),
        pytest.param("2.10", True, id="last affected"),
        pytest.param("2.11", False, id="after the last"),
    ],
)
def test_affected_versions(repository: Path, version: str, is_affected: bool) -> None:  # noqa: FBT001  a case
    module = runpy.run_path(str(repository / "tests" / "programs" / "supply" / "advisories.py"))
    advisories = module["Advisories"]("2026-01-01", "", ["some-thing"], [RECORD])
    assert advisories.about("Some.Thing", version) == ([RECORD] if is_affected else [])
    assert advisories.about("another-thing", version) == []


def test_an_affected_package_fails_the_audit(audit: Audit) -> None:
    done = audit("2.10", packages=["some-thing"])
    assert done.returncode == 1, done.stderr
    assert "PYSEC-0000-1" in done.stdout
    assert "1 advisories of 2026-01-01 (31 days old) on 1 of them" in done.stdout
    assert "WARNING" not in done.stdout


def test_an_audit_says_what_it_does_not_know(audit: Audit) -> None:
    done = audit("1.5", as_of="2025-10-01")
    assert done.returncode == 0
    assert "WARNING: older than 90 days" in done.stdout
    assert "WARNING: 1 packages were not looked up" in done.stdout
    assert "in the 0 packages that were looked up; 1 were not" in done.stdout
    assert "No known vulnerabilities found" not in done.stdout + done.stderr


def test_an_audit_that_knows_all_says_so(audit: Audit) -> None:
    done = audit("1.5", packages=["some-thing"])
    assert done.returncode == 0
    assert done.stdout.endswith("in the 1 packages that were looked up\n")


@pytest.fixture
def service() -> Iterator[tuple[str, list[Any]]]:
    """An OSV service that knows one record, told in two pages; its address, and what is asked."""
    asked: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append(question)
            first = {"vulns": [], "next_page_token": "2"}
            answer = (
                {"vulns": [RECORD | {"details": "long"}]} if "page_token" in question else first
            )
            content = json.dumps(answer).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/v1/query", asked
        server.shutdown()
        thread.join()


def test_a_service_is_asked_about_each_package(
    repository: Path, service: tuple[str, list[Any]]
) -> None:
    module = runpy.run_path(str(repository / "tests" / "programs" / "supply" / "advisories.py"))
    address, asked = service
    known = module["ask"](["some-thing"], address)
    assert [each["package"]["name"] for each in asked] == ["some-thing", "some-thing"]
    assert (known.source, known.packages, known.records) == (address, ["some-thing"], [RECORD])


def test_a_service_that_does_not_answer_leaves_what_is_kept(audit: Audit, tmp_path: Path) -> None:
    done = audit("1.5", options=["--ask", "--service", "http://127.0.0.1:1/v1/query"])
    assert done.returncode == 2
    assert "nothing was audited" in done.stdout
    assert json.loads((tmp_path / "advisories.json").read_text())["as_of"] == "2026-01-01"


def test_declared_ranges_start_at_versions_that_are_not_affected(
    repository: Path, pyproject: dict[str, Any]
) -> None:
    module = runpy.run_path(str(repository / "tests" / "programs" / "supply" / "advisories.py"))
    known = module["load"](repository / ".locks" / "advisories.json")
    groups = [*pyproject["dependency-groups"].values(), pyproject["project"]["dependencies"]]
    groups += pyproject["project"]["optional-dependencies"].values()
    affected = {
        line: [each["id"] for each in records]
        for line in {line for group in groups for line in group}
        for bound in Requirement(line).specifier
        if bound.operator == ">="
        and (records := known.about(Requirement(line).name, bound.version))
    }
    assert affected == {}


def test_kept_advisories_are_about_locked_packages(repository: Path) -> None:
    kept = json.loads((repository / ".locks" / "advisories.json").read_text(encoding="utf-8"))
    named = {each["package"]["name"] for record in kept["records"] for each in record["affected"]}
    assert named <= set(kept["packages"])


@pytest.mark.parametrize(
    ("licence", "code"),
    [pytest.param("MIT", 0, id="listed"), pytest.param("AGPL-3.0-only", 1, id="not listed")],
)
def test_a_licence_that_is_not_listed_fails(
    tmp_path: Path, repository: Path, licence: str, code: int
) -> None:
    folder = tmp_path / "some_thing-1.0.dist-info"
    folder.mkdir()
    lines = ["Metadata-Version: 2.4", "Name: some-thing", "Version: 1.0"]
    (folder / "METADATA").write_text("\n".join([*lines, f"License-Expression: {licence}", ""]))
    path = os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))
    done = subprocess.run(
        [sys.executable, "-P", "-m", "piplicenses", "--summary", "--packages", "some-thing"],
        cwd=repository,
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr


def test_exceptions_to_the_licences_are_used(repository: Path, pyproject: dict[str, Any]) -> None:
    text = (repository / ".locks" / "dev.txt").read_text(encoding="utf-8")
    used = {canonicalize_name(name) for name, _, _ in PIN.findall(text)}
    groups = pyproject["dependency-groups"].values()
    used |= {canonicalize_name(Requirement(line).name) for group in groups for line in group}
    assert set(pyproject["tool"]["pip-licenses"]["ignore-packages"]) <= used


def test_bill_of_materials(repository: Path, version: str) -> None:
    text = (repository / ".locks" / "mapa-praktyk.cdx.json").read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    bill = json.loads(text)
    assert bill["metadata"]["component"]["version"] == version, "run make sbom"
    lock = (repository / ".locks" / "run.txt").read_text(encoding="utf-8")
    assert {(part["name"], part["version"]) for part in bill["components"]} == {
        pin[:2] for pin in PIN.findall(lock)
    }, "run make sbom"
    needed = {each["ref"]: each.get("dependsOn", []) for each in bill["dependencies"]}
    assert any(
        ref.startswith("pkg:pypi/streamlit@") for ref in needed[f"pkg:pypi/mapa-praktyk@{version}"]
    )
    assert sum("licenses" in part for part in bill["components"]) > 60
