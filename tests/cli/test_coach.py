"""`reknit coach`: texts in, marks out, in a form that stays."""

import io
import json
import sys
from types import SimpleNamespace

import pytest

from tests.cli.commanding import run


def typed(monkeypatch: pytest.MonkeyPatch, body: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(body)))


@pytest.mark.practice("D3", "F2")
def test_one_line_in_is_one_line_out(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    texts = "I'm sorry if you felt hurt.\r\n\nأنا: you never listen\u2028here\nbroken \udcff but fine"
    typed(monkeypatch, texts.encode("utf-8", "surrogateescape"))
    assert run("coach", "--json") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines == [
        {"form": 1, "marks": [{"category": "conditional", "start": 10, "end": 26}]},
        {"form": 1, "marks": []},
        {"form": 1, "marks": [{"category": "always", "start": 5, "end": 21}]},
        {"form": 1, "marks": []},
    ]


def test_without_json_it_is_for_reading(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    typed(monkeypatch, b"You never listen.\n")
    assert run("coach") == 0
    said = capsys.readouterr().out
    assert said.startswith("You never listen.\n  Always, never, everyone: You never listen\n")


def test_nothing_in_nothing_out(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    typed(monkeypatch, b"")
    assert run("coach", "--json") == 0
    assert capsys.readouterr().out == ""
