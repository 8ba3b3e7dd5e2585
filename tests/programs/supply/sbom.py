"""Writes the software bill of materials that goes into the wheel: `make sbom`.

    python tests/programs/supply/sbom.py

It names what .locks/run.txt pins, with the licences that the packages installed here state and
what needs what. The checksums stay in the lock, which has one for each file of a package.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import License
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[3]
LOCK = ROOT / ".locks" / "run.txt"
BILL = ROOT / ".locks" / "mapa-praktyk.cdx.json"
_PIN = re.compile(r"^([\w.-]+)(?:\[[^\]]*\])?==([^ ;\\]+)", re.MULTILINE)
_LICENCES = LicenseFactory()


def bill() -> str:
    """The bill as CycloneDX JSON, the same bytes for the same lock and packages.

    Raises:
        SystemExit: It breaks CycloneDX's schema.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    root = _component(project["name"], project["version"], kind=ComponentType.APPLICATION)
    root.licenses.add(_LICENCES.make_from_string(project["license"]))
    bom = Bom()
    bom.metadata.component = root
    parts: dict[str, list[Component]] = {}
    for name, version in _PIN.findall(LOCK.read_text(encoding="utf-8")):
        part = _component(name, version, kind=ComponentType.LIBRARY)
        part.licenses.update(_licences(name, version))
        parts.setdefault(canonicalize_name(name), []).append(part)
        bom.components.add(part)
    _connect(bom, root, project["dependencies"], parts)
    for name, versions in parts.items():
        for part in versions:
            package = _installed(name, str(part.version))
            _connect(bom, part, (package and package.requires) or (), parts)
    content: dict[str, Any] = json.loads(JsonV1Dot6(bom).output_as_string())
    del content["serialNumber"], content["metadata"]["timestamp"]
    text = json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    return text if fault is None else sys.exit(f"the bill breaks the schema: {fault}")


def _component(name: str, version: str, *, kind: ComponentType) -> Component:
    purl = PackageURL("pypi", None, canonicalize_name(name), version)
    return Component(name=name, version=version, type=kind, purl=purl, bom_ref=str(purl))


def _connect(bom: Bom, part: Component, wishes: Any, parts: dict[str, list[Component]]) -> None:
    """Say what a part needs of the others."""
    needed = [
        each
        for line in wishes
        if (wish := Requirement(line)).marker is None or wish.marker.evaluate({"extra": ""})
        for each in parts.get(canonicalize_name(wish.name), ())
    ]
    bom.register_dependency(part, needed)


def _installed(name: str, version: str) -> Distribution | None:
    """A package as it is installed here; None where another version or none is."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return None
    return found if found.version == version else None


def _licences(name: str, version: str) -> Iterator[License]:
    """The licences that a package states, as an expression or by classifiers."""
    package = _installed(name, version)
    if package is None:
        return
    if expression := package.metadata.get("License-Expression"):
        yield _LICENCES.make_from_string(expression)
        return
    for classifier in package.metadata.get_all("Classifier", ()):
        if classifier.startswith("License :: ") and not classifier.endswith("OSI Approved"):
            yield _LICENCES.make_with_name(classifier.rpartition(" :: ")[2])


if __name__ == "__main__":
    BILL.write_text(bill(), encoding="utf-8", newline="\n")
    print(f"{BILL.relative_to(ROOT)}: written")
