"""The path of a repair, walked by the cast through the pages as they would."""

import re
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client

from tests.cast import Someone

FIELD = re.compile(r'<input type="hidden" name="seen_line" value="([^"]*)"')


@dataclass
class Walk:
    """Two people's browsers on one path."""

    space: UUID
    people: dict[str, Someone]
    browsers: dict[str, Client] = field(default_factory=dict)
    root: str = ""

    def browser(self, who: str) -> Client:
        if who not in self.browsers:
            self.browsers[who] = self.people[who].browser()
            self.browsers[who].post("/me/first", {"to": "/"})
        return self.browsers[who]

    def url(self, rest: str = "") -> str:
        return f"/s/{self.space}/history/open/{rest}"

    def name(self, who: str, what: str, *, mine: bool = False, **more: Any) -> str:
        """Name it: looked at first, then shared. Returns its id."""
        other = next(one for one in self.people if one != who)
        data = {"what": what, "other": self.seat(who, other), "client_id": str(uuid4()), **more}
        address = self.url("new") + ("?mine" if mine else "")
        looked = self.browser(who).post(address, data)
        assert looked.status_code == 200, looked.content.decode()[:3000]
        shared = self.browser(who).post(address, {**data, "choice": "share"})
        assert shared.status_code == 302, shared.content.decode()
        self.root = shared["Location"].rstrip("/").split("/")[-1]
        return self.root

    def owned(self, **more: Any) -> None:
        """Anna named something, and Toby has owned it."""
        self.name("anna", "You forgot the school again.", size="major", **more)
        self.say("toby", "acknowledge", said="I forgot, and let you wait.")

    def seat(self, who: str, other: str) -> str:
        """The place of the one, as the other's pages have it."""
        seats = self.people[who].here(self.space).seats.values()
        return next(one.id for one in seats if one.name == self.people[other].name)

    def page(self, who: str, rest: str = "") -> str:
        got = self.browser(who).get(self.url(f"{self.root}/{rest}"))
        assert got.status_code == 200, got.status_code
        return got.content.decode()

    def ready(self, who: str, willing: str = "yes", able: str = "yes") -> None:
        sent = self.browser(who).post(self.url(f"{self.root}/ready"), {"willing": willing, "able": able})
        assert sent.status_code == 302

    def post(self, who: str, verb: str, **data: Any) -> HttpResponse:
        shown = self.browser(who).get(self.url(f"{self.root}/{verb}"))
        seen = FIELD.search(shown.content.decode()) if shown.status_code == 200 else None
        given = {"client_id": str(uuid4()), "seen_line": seen[1] if seen else "", **data}
        return self.browser(who).post(self.url(f"{self.root}/{verb}"), given)

    def say(self, who: str, verb: str, **data: Any) -> None:
        """Something that may be said now."""
        sent = self.post(who, verb, **data)
        assert sent.status_code == 302, (
            re.findall(r'class="(?:field__)?fault[^>]*>([^<]*)', sent.content.decode())
            or (sent.content.decode()[-3500:])
        )

    def refused(self, who: str, verb: str, **data: Any) -> str:
        """Something that may not: the page with the sentence."""
        sent = self.post(who, verb, **data)
        assert sent.status_code == 422, sent.status_code
        return sent.content.decode()

    def which(self, who: str, verb: str) -> str:
        """The one thing this verb can be about, as its page offers it."""
        found = re.search(r'name="which" value="([^"]+)"', self.page(who, verb))
        assert found
        return found[1]
