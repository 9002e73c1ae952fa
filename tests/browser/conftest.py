"""A server, a browser, and windows that fail the test when something goes wrong in them."""

import os
from collections.abc import Callable, Generator, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.server import Server
from tests.browser.watching import PATIENCE, Watched, chromium, launch

Windows = Callable[..., Watched]
FAILED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder drives a browser."""
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def _chromium_is_here() -> None:
    if chromium():
        return
    said = "There is no Chromium here; CHROMIUM may name one."
    if os.environ.get("CI") == "true":
        pytest.fail(said)
    pytest.skip(said)


@pytest.fixture(scope="session")
def started(_chromium_is_here: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    made = Server(tmp_path_factory.mktemp("data"))
    made.start()
    yield made
    made.stop()


@pytest.fixture
def server(started: Server) -> Server:
    """The server, running, its clock back at the beginning."""
    started.start()
    started.at(started.began)
    return started


@pytest.fixture(scope="package")
def browser(_chromium_is_here: None) -> Iterator[Browser]:
    """One browser for this folder. It ends with it: Playwright's loop would bar the tables from other tests."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        made = launch(playwright)
        yield made
        made.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Lets `window` know that the test failed, so that it can say what stood on its pages."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture
def window(request: pytest.FixtureRequest, browser: Browser, server: Server) -> Iterator[Windows]:
    """Opens windows: `window(width=390, color_scheme="dark", javascript=False, storage_state=…)`."""
    opened: list[Watched] = []

    def _open(**wanted: Any) -> Watched:
        opened.append(Watched(browser, wanted.pop("url", server.url), **wanted))
        return opened[-1]

    yield _open
    if request.node.stash.get(FAILED, False):
        print("\n\n".join(text for one in opened for text in one.shown()))  # noqa: T201
    faults = [fault for one in opened for fault in one.close()]
    assert faults == []
