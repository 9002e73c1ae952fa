"""A browser at the door."""

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from django.test import Client

GOOD = "a short sentence to keep"


class Browser(Client):
    """A client that knows the two forms."""

    def sign_up(self, name: str = "Anna", password: str = GOOD, **more: str):
        return self.post("/up", {"username": name, "password1": password, "device": "shared", **more})

    def sign_in(self, name: str = "Anna", password: str = GOOD, **more: str):
        return self.post("/in", {"login": name, "password": password, "device": "shared", **more})

    def is_in(self) -> bool:
        return self.get("/home").status_code == 200

    def copy_cookies_to(self, other: "Browser") -> None:
        for name, morsel in self.cookies.items():
            other.cookies[name] = morsel.value


@pytest.fixture(autouse=True)
def _door(settings) -> Iterator[None]:
    settings.ROOT_URLCONF = "tests.people.urls"
    settings.MAIL = True
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def browser() -> Browser:
    return Browser()


@pytest.fixture
def another() -> Callable[[], Browser]:
    return Browser


@pytest.fixture
def anna(browser: Browser) -> Browser:
    """Anna's browser, after she signed up in it."""
    browser.sign_up()
    return browser
