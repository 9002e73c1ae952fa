"""What script adds, in a real browser under the real policy; each page also works without."""

import mimetypes
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template import engines
from playwright.sync_api import Browser, Error, Page, Route, sync_playwright

from reknit.web import bundles
from tests.browser.watching import chromium

pytestmark = pytest.mark.browser
HOST = "http://reknit.test"
POLICY = "; ".join(" ".join([name, *found]) for name, found in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"].items())
FORM = """<form method="post" action="/save" hx-post="/save" hx-swap="none" class="form">
<textarea name="said">What I wrote</textarea><button class="button" id="go">Save</button></form>"""
PLAIN = '<form method="post" action="/save"><button id="go">Save</button></form>'


def static(name: str) -> bytes:
    """A static file as it is served; a bundle from its parts."""
    if name in bundles.BUNDLES:
        return bundles.together(
            name, {path: (at, path) for each in finders.get_finders() for path, at in each.list([])}
        )
    return Path(finders.find(name) or "").read_bytes()


class Site:
    """One page and the static files, answered without a server; saves are counted and answered with `status`."""

    def __init__(self, page: Page, main: str) -> None:
        self.page, self.saves, self.status, self.faults = page, 0, 200, list[str]()
        source = '{% extends "base.html" %}{% block main %}' + main + "{% endblock %}"
        self.html = engines["django"].from_string(source).render({})
        page.on("console", lambda said: self.faults.append(said.text) if "Content Security" in said.text else None)
        page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        page.route("**/*", self.answer)

    def answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(HOST).split("?")[0].split("#")[0]
        if path == "/save":
            self.saves += 1
            return route.fulfill(status=self.status, body="") if self.status else route.abort()
        if path.startswith("/static/"):
            return route.fulfill(body=static(path.removeprefix("/static/")), content_type=mimetypes.guess_type(path)[0])
        return route.fulfill(body=self.html, content_type="text/html", headers={"Content-Security-Policy": POLICY})

    def open(self, path: str = "/") -> Page:
        self.page.goto(HOST + path)
        return self.page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        try:
            made = playwright.chromium.launch(executable_path=chromium() or None, args=["--no-sandbox"])
        except Error:
            pytest.skip("no Chromium here")
        yield made
        made.close()


@pytest.fixture
def site(browser: Browser) -> Iterator[Any]:
    context = browser.new_context()
    made: list[Site] = []

    def visit(main: str) -> Site:
        made.append(Site(context.new_page(), main))
        return made[-1]

    yield visit
    assert [fault for one in made for fault in one.faults] == []
    context.close()


def test_a_form_pressed_twice_is_sent_once(site: Any) -> None:
    visit = site(FORM)
    page = visit.open()
    page.evaluate("() => { go.click(); go.click(); go.click(); }")
    page.wait_for_timeout(300)
    assert visit.saves == 1
    page.evaluate("() => go.click()")
    page.wait_for_timeout(300)
    assert visit.saves == 2, "after an answer it can be sent again"


def test_a_plain_form_pressed_twice_is_sent_once(site: Any) -> None:
    visit = site(PLAIN)
    visit.status = 204
    page = visit.open()
    page.evaluate("() => { go.click(); go.click(); }")
    page.wait_for_timeout(300)
    assert visit.saves == 1
    assert page.locator("#go").get_attribute("aria-busy") == "true"


@pytest.mark.parametrize("status", [0, 500, 403])
def test_a_failed_save_says_so_and_keeps_the_text(site: Any, status: int) -> None:
    visit = site(FORM)
    visit.status = status
    page = visit.open()
    page.locator("textarea").fill("what I wrote at night")
    page.click("#go")
    page.get_by_role("alert").get_by_text("Your text is still here").wait_for()
    assert page.locator("textarea").input_value() == "what I wrote at night"
    visit.status = 200
    page.click("#go")
    page.locator("[data-not-saved]").wait_for(state="detached")


def test_a_password_can_be_read_while_it_is_typed(site: Any) -> None:
    page = site('<form><label for="w">Password</label><input type="password" id="w" data-reveal></form>').open()
    page.get_by_role("button", name="Show").click()
    assert page.locator("#w").get_attribute("type") == "text"
    page.get_by_role("button", name="Hide").click()
    assert page.locator("#w").get_attribute("type") == "password"


def test_the_code_leaves_the_address_bar(site: Any) -> None:
    page = site('<input id="code" data-invitation aria-label="Code">').open("/j#K7MQ-PXE4")
    assert page.locator("#code").input_value() == "K7MQ-PXE4"
    assert page.url == HOST + "/j"


def test_the_zone_is_filled_in(site: Any) -> None:
    page = site('<input type="hidden" id="zone" data-zone>').open()
    assert page.locator("#zone").input_value() == page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone")


def test_a_code_is_copied(site: Any) -> None:
    visit = site('<p id="c"> K7MQ </p><button hidden type="button" data-copy="c" data-done="Copied">Copy</button>')
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    # The clipboard wants a trusted origin; this one is not, so a stand-in takes its place.
    visit.page.add_init_script("""Object.defineProperty(navigator, "clipboard",
        {value: {writeText: async (text) => { window.copied = text; }}});""")
    page = visit.open()
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("window.copied") == "K7MQ"


def test_a_folded_list_closes_and_gives_the_focus_back(site: Any) -> None:
    page = site(
        '<details data-menu><summary id="s">Toby</summary><a href="/o">Mother</a></details><p id="p">x</p>'
    ).open()
    for close in (lambda: page.keyboard.press("Escape"), lambda: page.click("#p")):
        page.click("#s")
        close()
        assert page.locator("details[open]").count() == 0
    page.click("#s")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "s"


def test_a_fault_is_where_the_focus_begins(site: Any) -> None:
    page = site('<input aria-label="a"><input id="bad" aria-label="b" aria-invalid="true">').open()
    assert page.evaluate("document.activeElement.id") == "bad"


def test_what_is_said_after_an_act_is_read_aloud(site: Any) -> None:
    page = site('<div hx-get="/" hx-trigger="click" hx-select="#page" hx-target="#page" id="d">x</div>').open()
    assert page.locator("#aloud").text_content() == ""
    page.evaluate("""() => { document.getElementById("notices").textContent = "Saved.";
        document.body.dispatchEvent(new CustomEvent("htmx:afterSettle", {bubbles: true})); }""")
    page.locator("#aloud", has_text="Saved.").wait_for(state="attached")


def test_the_focus_is_not_lost_when_the_page_is_exchanged(site: Any) -> None:
    page = site('<button id="b" hx-get="/" hx-select="#page" hx-target="#page" hx-swap="outerHTML">x</button>').open()
    page.evaluate(
        """() => { const b = document.querySelector("#b"); b.removeAttribute("id"); b.focus(); b.click(); }"""
    )
    page.locator("#page:focus").wait_for()


def test_nothing_is_left_in_the_browser(site: Any) -> None:
    page = site(FORM).open()
    page.click("#go")
    page.wait_for_timeout(200)
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
