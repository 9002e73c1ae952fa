"""What is shipped to host it with is read, and begins: the unit's own command and settings, and the container's."""

import http.client
import os
import re
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.cli.commanding import environment, process
from tests.house.tree import ROOT
from tests.site import deploying

UNIT = deploying.unit(deploying.read("deploy/reknit.service"))
IMAGE = deploying.dockerfile(deploying.read("Dockerfile"))
COMPOSE = deploying.yaml(deploying.read("compose.yml"))
CADDY = deploying.read("deploy/Caddyfile")
NAME = "reknit.example.org"
WRITTEN = {"OPERATOR": "Ada Lovelace", "REKNIT_HOST": NAME}


def by_systemd() -> tuple[list[str], dict[str, str]]:
    """The unit's command and its settings, the file of the operator's own included."""
    given = dict(line.split("=", 1) for line in UNIT["Service.Environment"])
    assert UNIT["Service.EnvironmentFile"] == ["/etc/reknit.env"]
    return shlex.split(UNIT["Service.ExecStart"][0]), {**given, **deploying.sample("docs/hosting.md")}


def in_the_container() -> tuple[list[str], dict[str, str]]:
    """The image's command, and the settings of the image and of compose."""
    command = deploying.listed(deploying.last(IMAGE, "ENTRYPOINT")) + deploying.listed(deploying.last(IMAGE, "CMD"))
    given = COMPOSE["services"]["reknit"]["environment"]
    image = dict(part.split("=", 1) for part in shlex.split(deploying.last(IMAGE, "ENV")) if "PATH" not in part)
    return command, {**image, **{name: deploying.filled(value, WRITTEN) for name, value in given.items()}}


@pytest.fixture(params=[by_systemd, in_the_container], ids=lambda way: way.__name__)
def served(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[int, int, dict[str, str]]]:
    """A server begun that way, but for its port and folder: its process, its port, its settings."""
    command, given = request.param()
    folder, data, port = given["REKNIT_DATA"], str(tmp_path / "data"), _free()
    given = {name: value.replace(folder, data) for name, value in given.items()}
    assert (Path(command[0]).name, command[1]) == ("reknit", "serve")
    arguments = [str(port) if before == "--port" else word for before, word in pairwise(command)]
    running = subprocess.Popen(
        [sys.executable, "-m", "reknit.cli", *arguments],
        cwd=ROOT,
        env=environment(**given),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        _wait(running, port)
        yield running.pid, port, given
    finally:
        running.terminate()
        said = running.communicate(timeout=30)[0]
    assert "Traceback" not in said
    assert f"https://{NAME}/up?first=" in said


def _free() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(running: "subprocess.Popen[str]", port: int) -> None:
    for _ in range(600):
        assert running.poll() is None, running.communicate()[0]
        try:
            if ask(port, "/health", host="127.0.0.1")[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError("it did not begin")


def ask(port: int, path: str, *, host: str = NAME, **headers: str) -> tuple[int, str, str]:
    """One request as the proxy passes it on: the status, where to, and the page."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Host": host, **headers})
    answer = connection.getresponse()
    page = answer.read().decode()
    connection.close()
    return answer.status, answer.headers.get("Location", ""), page


def test_it_begins_as_shipped(served: tuple[int, int, dict[str, str]], tmp_path: Path) -> None:
    pid, port, given = served
    status, _, page = ask(port, "/", **{"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"})
    assert (status, "<title>" in page) == (200, True)
    assert ask(port, "/", **{"X-Forwarded-Proto": "http"})[:2] == (301, f"https://{NAME}/")
    assert ask(port, "/", host="elsewhere.example", **{"X-Forwarded-Proto": "https"})[0] == 421
    assert ask(port, "/health", host="10.0.0.7")[0::2] == (200, "ok")
    data = Path(given["REKNIT_DATA"])
    modes = {path.name: path.stat().st_mode & 0o777 for path in [data, *data.iterdir()] if path.is_file()}
    assert data.stat().st_mode & 0o777 == 0o700
    assert set(modes.values()) == {0o600}, modes
    _limits(pid)
    _nothing_else(port)
    assert process("backup", str(tmp_path / "copy"), **given).returncode == 0
    refused = process("restore", str(tmp_path / "copy"), "--replace", **given)
    assert (refused.returncode, "A server is running" in refused.stderr) == (2, True)
    checked = process("check", **given)
    assert (checked.returncode, checked.stderr) == (0, "")


def _nothing_else(port: int) -> None:
    """No listing, no source, no pages of the framework, no version."""
    secure = {"X-Forwarded-Proto": "https"}
    for path in (
        ".git/config",
        "static/",
        "static/css/",
        "static/../reknit/site/settings.py",
        "admin/",
        "metrics",
        "docs",
    ):
        status, _, page = ask(port, f"/{path}", **secure)
        assert status in {302, 404}, path
        assert not re.search("DATABASE|Traceback|Index of", page), path
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/", headers={"Host": NAME, **secure})
    headers = connection.getresponse().headers
    connection.close()
    assert not re.search(r"\d", headers.get("Server", ""))
    assert "X-Powered-By" not in headers


def _limits(pid: int) -> None:
    """Neither the server nor a worker of its leaves a core behind."""
    if not os.path.exists("/proc/self/limits"):
        return
    workers = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    assert workers
    for one in (str(pid), *workers):
        [line] = re.findall(r"^Max core file size +(\S+) +(\S+)", Path(f"/proc/{one}/limits").read_text(), re.M)
        assert line == ("0", "0")


def test_the_unit_shuts_it_in() -> None:
    for key, value in {
        "Service.User": "reknit",
        "Service.UMask": "0077",
        "Service.LimitCORE": "0",
        "Service.StateDirectoryMode": "0700",
        "Service.NoNewPrivileges": "yes",
        "Service.ProtectSystem": "strict",
        "Service.MemorySwapMax": "0",
    }.items():
        assert UNIT[key] == [value]
    assert f"/var/lib/{UNIT['Service.StateDirectory'][0]}" in UNIT["Service.Environment"][0]


def test_the_image_is_small_and_nobodys() -> None:
    words = [word for word, _ in IMAGE]
    assert {rest.split()[0] for word, rest in IMAGE if word == "FROM"} == {"python:3.12-slim"}
    assert words.count("VOLUME") == 1
    assert deploying.last(IMAGE, "VOLUME") == "/data"
    assert "REKNIT_DATA=/data" in deploying.last(IMAGE, "ENV")
    assert deploying.last(IMAGE, "USER") == "reknit"
    assert words.index("USER") < words.index("ENTRYPOINT")
    assert any("--require-hashes" in rest for word, rest in IMAGE if word == "RUN")
    assert "/health" in deploying.last(IMAGE, "HEALTHCHECK")
    copied = {path for word, rest in IMAGE if word == "COPY" and "--from" not in rest for path in rest.split()[:-1]}
    ignored = deploying.read(".dockerignore").splitlines()
    assert {f"!{path}" for path in copied} == {line for line in ignored if line.startswith("!")}
    assert all((ROOT / path).exists() for path in copied)


def test_compose_has_sqlite_postgres_and_tls() -> None:
    services = COMPOSE["services"]
    assert services.keys() == {"reknit", "caddy", "postgres"}
    assert "ports" not in services["reknit"], "only the proxy is reached from outside"
    assert services["reknit"]["environment"]["DATABASE_URL"].startswith("${DATABASE_URL:-sqlite:")
    assert services["reknit"]["env_file"] == ".env", "whatever else is set reaches the server, too"
    assert services["postgres"]["profiles"] == ["postgres"]
    named = {volume.split(":")[0] for service in services.values() for volume in service.get("volumes", [])}
    assert {volume for volume in named if not volume.startswith("./")} == COMPOSE["volumes"].keys()
    assert all((ROOT / volume).exists() for volume in named if volume.startswith("./"))
    reknit = services["reknit"]
    assert (reknit["read_only"], reknit["cap_drop"], reknit["tmpfs"]) == (True, ["ALL"], ["/tmp"])
    assert reknit["security_opt"] == ["no-new-privileges:true"]
    text = deploying.read("compose.yml")
    assert re.findall(r"image: (\S+)", text) == ["caddy:2", "postgres:15"]


def test_caddy_passes_on_to_where_it_listens() -> None:
    assert CADDY.count("{") == CADDY.count("}")
    assert "\tlog" not in CADDY
    port = shlex.split(UNIT["Service.ExecStart"][0])[-1]
    assert f"reverse_proxy {{$REKNIT_UPSTREAM:127.0.0.1:{port}}}" in CADDY
    assert COMPOSE["services"]["caddy"]["environment"]["REKNIT_UPSTREAM"] == f"reknit:{port}"
    assert deploying.listed(deploying.last(IMAGE, "CMD"))[-1] == port
    assert set(re.findall(r"\$(\w+)", CADDY)) == COMPOSE["services"]["caddy"]["environment"].keys()


def test_what_is_not_such_a_file_is_not_read() -> None:
    for reader, text in (
        (deploying.unit, "User=reknit"),
        (deploying.unit, "[Service]\nUser reknit"),
        (deploying.dockerfile, "from python"),
        (deploying.yaml, "services:\n   reknit: x"),
        (deploying.yaml, "a: b\na: c"),
    ):
        with pytest.raises(AssertionError):
            reader(text)
    with pytest.raises(AssertionError):
        deploying.filled("${NAME:?why}", {})
