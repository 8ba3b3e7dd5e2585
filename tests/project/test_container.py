"""The container and its neighbours: what is copied, who runs it, what the proxy passes on."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from dashboard.server.streamlit_protocol import HEALTH


@pytest.fixture(scope="module")
def steps(repository: Path) -> list[str]:
    """The instructions of the Containerfile, each in one line."""
    text = (repository / "Containerfile").read_text(encoding="utf-8")
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    return [line for line in re.sub(r" *\\\n *", " ", lines).splitlines() if line]


@pytest.fixture(scope="module")
def compose(repository: Path) -> dict[str, Any]:
    return yaml.safe_load((repository / "compose.yaml").read_text(encoding="utf-8"))


def test_all_that_is_copied_is_there_and_not_ignored(steps: list[str], repository: Path) -> None:
    ignored = (repository / ".dockerignore").read_text(encoding="utf-8").splitlines()
    taken = {Path(line[1:]) for line in ignored if line.startswith("!")}
    copied = [
        Path(source)
        for step in steps
        if step.startswith("COPY ") and "--from" not in step
        for source in step.split()[1:-1]
    ]
    assert len(copied) > 5
    assert [path for path in copied if not (repository / path).exists()] == []
    assert [
        path for path in copied if not any(path == each or path in each.parents for each in taken)
    ] == []


def test_nobody_runs_it_as_root_and_its_health_is_asked_for(steps: list[str]) -> None:
    last = steps[max(n for n, step in enumerate(steps) if step.startswith("FROM ")) :]
    assert "USER 10001:10001" in last
    assert any(step.startswith("HEALTHCHECK") and f"8501{HEALTH}'" in step for step in last)
    assert "VOLUME /data" in last
    order = [step.split()[0] for step in last]
    assert "RUN" not in order[order.index("USER") :]


def test_the_packages_are_those_of_the_lock(steps: list[str]) -> None:
    installs = [step for step in steps if step.startswith("RUN") and " install --no-cache" in step]
    assert len(installs) == 2
    assert "--require-hashes --requirement .locks/extras.txt" in installs[0]
    assert "--no-deps --no-build-isolation ." in installs[1]


def test_the_dashboard_of_compose_may_do_nothing_but_answer(compose: dict[str, Any]) -> None:
    dashboard = compose["services"]["dashboard"]
    assert dashboard["read_only"] is True
    assert dashboard["cap_drop"] == ["ALL"]
    assert dashboard["networks"] == ["inside"]
    assert "ports" not in dashboard
    assert compose["networks"]["inside"]["internal"] is True
    assert compose["services"]["database"]["profiles"] == ["postgresql"]


def _of_nginx(compose: dict[str, Any]) -> str:
    return str(compose["configs"]["nginx"]["content"]).replace("$$", "$")


def test_the_proxy_of_compose_passes_on_what_the_example_does(
    compose: dict[str, Any], repository: Path
) -> None:
    example = (repository / "dashboard/server/nginx.conf").read_text(encoding="utf-8")
    directive = re.compile(
        r"^ *((?:proxy_(?!pass)\w+|client_max_body_size|server_tokens)[^;]*;)", re.MULTILINE
    )
    wanted = set(directive.findall(example))
    assert len(wanted) > 8
    assert wanted <= set(directive.findall(_of_nginx(compose)))
