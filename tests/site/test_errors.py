"""When something goes wrong, nothing of the request leaves the process: not on a page, in a line, or by mail."""

import io
import logging
import traceback
from copy import deepcopy
from logging.config import dictConfigClass

import pytest
from django.conf import settings as live
from django.contrib.auth.decorators import login_not_required
from django.core import mail
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.utils.log import AdminEmailHandler
from django.views.debug import get_default_exception_reporter_filter, technical_500_response

from reknit.site import errors
from tests.house.canaries import canary, core, hits

WORDS = {
    name: canary(name)
    for name in ("post", "password", "cookie", "header", "local", "query", "path", "raised", "statement")
}
SEEN = {}


@login_not_required
def breaks(request: HttpRequest, word: str) -> HttpResponse:
    """A view whose locals, arguments, database and exception all hold what nobody else may read."""
    local = WORDS["local"]
    typed = {**request.POST.dict(), **request.GET.dict(), "word": word, "local": local}
    SEEN.update(typed)
    if request.GET.get("statement"):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT '{WORDS['statement'].replace(chr(39), '')}' FROM nowhere")
    raise ValueError(f"{WORDS['raised']} {typed}")


urlpatterns = [path("<str:word>", breaks, name="breaks")]
handler500 = errors.failed


def everything_said(handlers: list[logging.Handler], send) -> dict[str, bytes]:
    """The page, and whatever came out of these handlers with every logger at its most talkative."""
    root, talkative = logging.getLogger(), [logging.getLogger(name) for name in ("django", "allauth", "fido2", "csp")]
    before = [one.level for one in (root, *talkative)]
    for one in (root, *talkative):
        one.setLevel(logging.DEBUG)
    for handler in handlers:
        root.addHandler(handler)
    try:
        page = send()
    finally:
        for handler in handlers:
            root.removeHandler(handler)
        for one, level in zip((root, *talkative), before, strict=True):
            one.setLevel(level)
    lines = b"".join(one.stream.getvalue().encode() for one in handlers if isinstance(one, logging.StreamHandler))
    sent = repr([(one.subject, one.body, one.alternatives, one.recipients()) for one in mail.outbox]).encode()
    return {"page": page.content, "headers": repr(page.headers).encode(), "lines": lines, "mail": sent}


def lines() -> logging.StreamHandler:
    """A handler as the product has it, on a paper of the test's own."""
    config, made = deepcopy(live.LOGGING), logging.StreamHandler(io.StringIO())
    made.setFormatter(dictConfigClass(config).configure_formatter(config["formatters"]["lines"]))
    return made


@pytest.fixture
def send(settings):
    settings.ROOT_URLCONF = __name__
    client = Client(raise_request_exception=False)
    client.cookies["c"] = core(WORDS["cookie"])

    def sending(where: str = "", **data: str) -> HttpResponse:
        asked = {"words": WORDS["post"], "password": WORDS["password"], **data}
        return client.post(
            f"/{WORDS['path']}{where}", asked, headers={"x-own": WORDS["header"], "user-agent": WORDS["header"]}
        )

    return sending


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("where", "said_back"),
    [
        ("", set()),
        # The database did not take it: whoever typed the words gets them back on the page, to send them again.
        ("?statement=1", {"post in page", "path in page"}),
        (f"?q={WORDS['query'].replace('&', '')}", set()),
    ],
    ids=["plain", "database", "query"],
)
def test_a_view_that_breaks_tells_nothing(send, settings, where: str, said_back: set[str]) -> None:
    """Statement 66, and 4.8: locals, POST, cookies, headers, the address, the exception's own words."""
    settings.ADMINS = [("Ada", "ada@example.org")]  # which a server is not started with: see the check
    mailing = AdminEmailHandler(include_html=True)
    said = everything_said([lines(), mailing], lambda: send(where))
    assert SEEN["words"] == WORDS["post"]
    assert b"<main" in said["page"]
    assert b'"error": ' in said["lines"]
    assert mail.outbox
    # Django puts the route into the subject of a mail; and we mail nothing.
    assert set(hits(said, WORDS)) - {"path in mail"} == said_back


@pytest.mark.django_db
def test_nothing_is_mailed_and_a_report_is_a_class_alone(rf) -> None:
    """No handler mails; a report made by hand, even Django's own page for debugging, holds the class of the fault."""
    for handler in live.LOGGING["handlers"].values():
        assert "mail" not in handler["class"].lower()
    request = rf.post(f"/{WORDS['path']}", {"words": WORDS["post"]}, headers={"x-own": WORDS["header"]})
    request.COOKIES["c"] = WORDS["cookie"]
    try:
        breaks(request, WORDS["path"])
    except ValueError as fault:
        made = errors.Silent(request, type(fault), fault, fault.__traceback__, is_email=True)
        plain = traceback.format_exc()
        shown = {"text": made.get_traceback_text().encode(), "html": made.get_traceback_html().encode()}
        page = technical_500_response(request, type(fault), fault, fault.__traceback__).content
    assert hits({"plain": plain.encode()}, WORDS)  # so these words would have been found
    assert hits({**shown, "debug page": page}, WORDS) == []
    assert shown["text"] == b"ValueError"


def test_whatever_asks_the_filter_gets_nothing(rf) -> None:
    request = rf.post("/", {"words": WORDS["post"]})
    request.COOKIES["c"] = WORDS["cookie"]
    asked = get_default_exception_reporter_filter()
    assert isinstance(asked, errors.Nothing)
    found = [
        asked.get_post_parameters(request),
        asked.get_cookies(request),
        asked.get_safe_request_meta(request),
        asked.get_safe_settings(),
        dict(asked.get_traceback_frame_variables(request, None)),
    ]
    assert found == [{}] * 5
