"""The address that says whether the server can answer says nothing else, to anyone, under any name."""

import subprocess
import sys
from typing import Any

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.test import Client

from reknit.site import health
from tests.cast import Someone
from tests.cli.commanding import environment, on
from tests.databases import Own
from tests.house import answers
from tests.house.tree import ROOT

pytestmark = pytest.mark.tables


def test_it_says_ok_and_nothing_else(anna: Someone, django_assert_num_queries: Any) -> None:
    browser = anna.browser()
    for client in (Client(), browser):
        cookies = dict(client.cookies)
        with django_assert_num_queries(1):
            response = client.get("/health")
        assert (response.status_code, response.content) == (200, b"ok")
        assert response.cookies == {}
        assert dict(client.cookies) == cookies
        assert answers.header_faults(response) == []
        assert client.head("/health").content == b""
        assert client.post("/health").status_code == 405


@pytest.mark.django_db
def test_it_answers_under_any_name() -> None:
    for host in ("10.0.0.7:8000", "nobody.example"):
        assert Client().get("/health", headers={"host": host}).content == b"ok"
        assert Client().get("/", headers={"host": host}).status_code == 421


def test_without_a_database_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object, **__: object) -> None:
        raise OperationalError("no such host: 10.0.0.3, password secret")

    monkeypatch.setattr(health.ContentType.objects, "exists", gone, raising=False)
    response = Client().get("/health")
    assert (response.status_code, response.content, response.cookies) == (503, b"", {})


def test_a_database_that_lost_its_tables_is_no_database(own: Own) -> None:
    cache.clear()
    with on(own):
        assert Client().get("/health").status_code == 200
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE django_content_type RENAME TO gone")
        assert Client().get("/health").status_code == 503


LOOK = """
import ctypes, resource, os
os.environ["REKNIT_DATA"] = os.environ["HERE"]
from reknit.site import hygiene
before = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)
import reknit.site.wsgi
print(before, ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks the Linux kernel")
def test_a_worker_is_closed_to_others(tmp_path: Any) -> None:
    env = environment(HERE=str(tmp_path), OPERATOR="Ada")
    done = subprocess.run([sys.executable, "-c", LOOK], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert done.stdout.split(maxsplit=2) == ["1", "0", "(0, 0)\n"]
