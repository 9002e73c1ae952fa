"""A browser whose every page is watched: a script error, a breach of the policy or a foreign address fails the test."""

import os
import shutil
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Request, Response

LIKELY = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE, PHONE = 1280, 390
PATIENCE = 15_000  # ms; on a machine at rest nothing takes a tenth of it


def chromium() -> str:
    """Where a Chromium is, or nothing. CHROMIUM may name one."""
    likely = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else LIKELY
    return next((path for name in likely if (path := shutil.which(name))), "")


def launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=chromium(), args=FLAGS)


class Watched:
    """One person's browser window on the server, and everything that went wrong in it."""

    def __init__(self, browser: Browser, url: str, *, width: int = WIDE, javascript: bool = True, **more: Any) -> None:
        self.url, self.faults, self.expected = url, list[str](), list[str]()
        self.context: BrowserContext = browser.new_context(
            base_url=url,
            viewport={"width": width, "height": 844 if width < 600 else 800},
            java_script_enabled=javascript,
            timezone_id="Europe/Berlin",
            locale="en-GB",
            reduced_motion="reduce",
            **more,
        )
        self.context.set_default_timeout(PATIENCE)
        self.context.on("console", self._said)
        self.context.on("weberror", lambda fault: self._note(f"script: {fault.error}"))
        self.context.on("request", self._asked)
        self.context.on("response", self._answered)

    def page(self) -> Page:
        return self.context.new_page()

    def shown(self) -> list[str]:
        """What stands on each of its pages, for whoever reads of a failure."""
        return [f"{page.url}\n{page.locator('body').inner_text()}" for page in self.context.pages]

    def close(self) -> list[str]:
        """Close it; what went wrong, without what was expected to."""
        self.context.close()
        return [fault for fault in self.faults if not any(part in fault for part in self.expected)]

    def _note(self, fault: str) -> None:
        self.faults.append(fault)

    def _said(self, message: ConsoleMessage) -> None:
        """An error on the console; an answer of 4xx is one to Chromium, and ordinary to us."""
        plain = message.text.startswith("Failed to load resource: the server responded with a status of 4")
        if message.type == "error" and not plain:
            self._note(f"console: {message.text} ({message.location.get('url')})")

    def _asked(self, request: Request) -> None:
        asked, ours = urlsplit(request.url), urlsplit(self.url)
        if asked.scheme not in {"data", "blob", "about"} and asked.netloc != ours.netloc:
            self._note(f"another origin: {request.url}")

    def _answered(self, response: Response) -> None:
        path = urlsplit(response.url).path
        if response.status >= 500 or (response.status >= 400 and path.startswith("/static/")):
            self._note(f"{response.status} for {path}")
