import pytest
from filelock import FileLock

from geocoding import GazetteerError
from geocoding.build.staging import staged


@pytest.fixture
def data(tmp_path):
    """A data folder with the files of an earlier build."""
    data = tmp_path / "data"
    (data / "gazetteer").mkdir(parents=True)
    (data / "gazetteer" / "places.csv").write_text("old", encoding="utf-8")
    (data / "sources.toml").write_text("old", encoding="utf-8")
    return data


def make(data, *, content="new"):
    with staged(data) as staging:
        (staging / "gazetteer").mkdir()
        (staging / "gazetteer" / "places.csv").write_text(content, encoding="utf-8")
        assert (data / "gazetteer" / "places.csv").read_text(encoding="utf-8") == "old"
        (staging / "sources.toml").write_text(content, encoding="utf-8")


def contents(data):
    return {
        path.relative_to(data).as_posix(): path.read_text(encoding="utf-8")
        for path in data.rglob("*")
        if path.is_file()
    }


def test_the_files_take_their_places_at_the_end(data):
    make(data)

    assert contents(data) == {"gazetteer/places.csv": "new", "sources.toml": "new"}


def test_a_build_that_fails_leaves_all_as_it_was(data):
    before = contents(data)

    with pytest.raises(UnicodeEncodeError):
        make(data, content="\ud83d")

    assert contents(data) == before


def test_what_an_ended_build_left_is_removed(data):
    (data / ".build" / "gazetteer").mkdir(parents=True)
    for name in ("gazetteer/half.csv", "half.toml", ".lock"):
        (data / ".build" / name).write_text("left", encoding="utf-8")

    make(data)

    assert contents(data) == {"gazetteer/places.csv": "new", "sources.toml": "new"}


def test_one_build_at_a_time(data):
    (data / ".build").mkdir()

    with (
        FileLock(data / ".build" / ".lock"),
        pytest.raises(GazetteerError, match="another build is at work"),
    ):
        make(data)

    make(data)
    assert contents(data)["sources.toml"] == "new"
