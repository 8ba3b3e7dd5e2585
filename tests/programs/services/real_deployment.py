"""What the documents give to nginx and systemd, read by these. Started by `run`."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import trustme
import yaml

ROOT = Path(__file__).parents[3]
UNIT = re.compile(
    r"^```ini\n# /etc/systemd/system/(\S+\.(?:service|timer))[^\n]*\n(.*?)^```",
    re.MULTILINE | re.DOTALL,
)
UNITS = {
    name: text
    for document in ("docs/installing.md", "docs/serving.md")
    for name, text in UNIT.findall((ROOT / document).read_text(encoding="utf-8"))
}


def test_nginx_takes_the_configuration_of_compose(tmp_path):
    compose = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
    server = compose["configs"]["nginx"]["content"].replace("$$", "$")
    certificate = trustme.CA().issue_cert("mapa.example.org")
    certificate.cert_chain_pems[0].write_to_path(tmp_path / "fullchain.pem")
    certificate.private_key_pem.write_to_path(tmp_path / "privkey.pem")
    server = server.replace("/etc/nginx/certificates", str(tmp_path))
    server = server.replace("dashboard:8501", "127.0.0.1:8501")
    server = server.replace("http2 on;", "")  # from nginx 1.25 on, newer than the one here
    (tmp_path / "nginx.conf").write_text(
        f"pid {tmp_path}/pid; error_log stderr; events {{}} http {{ access_log off; {server} }}"
    )
    command = ["nginx", "-t", "-c", tmp_path / "nginx.conf", "-p", tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "syntax is ok" in done.stderr, done.stderr


@pytest.mark.parametrize("name", sorted(UNITS))
def test_systemd_takes_the_units_of_the_documents(tmp_path, name):
    """Each stands beside those that it names; the program is one that is here."""
    for each, text in UNITS.items():
        unit = re.sub(r"(?<=[=-])/\S+/mapa-praktyk", sys.executable, text)
        unit = re.sub(r"^User=.*$", "User=daemon", unit, flags=re.MULTILINE)
        (tmp_path / each).write_text(unit)
    command = ["systemd-analyze", "verify", "--man=no", tmp_path / name]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_documents_have_units_of_each_kind():
    assert {name.rpartition(".")[2] for name in UNITS} == {"service", "timer"}
    assert len(UNITS) >= 3
