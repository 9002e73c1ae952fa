"""The cast: Anna, Toby, Maya, Sam and a stranger, and how they come to share a space."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.utils import timezone

from reknit.people import acts as people
from reknit.people import keys, opened
from reknit.people.models import OpenKey, Person
from reknit.practice.facts import When
from reknit.practice.facts_repair import BreachNamed, Repair
from reknit.rooms.belonging import acts as belonging
from reknit.rooms.cracks import acts as cracks
from reknit.rooms.promises import acts as promises
from reknit.rooms.repair import acts as repair
from reknit.spaces.access import Here, Viewer

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
ZONE = "Europe/Berlin"


@dataclass
class Someone:
    """A person of the cast, with their keys at hand."""

    person: Person
    pair: keys.Pair

    @property
    def name(self) -> str:
        return self.person.name

    def viewer(self, now: datetime = NOON) -> Viewer:
        return Viewer(self.person, self.pair, now, ZONE)

    def here(self, space: UUID, now: datetime = NOON) -> Here:
        return self.viewer(now).space(space)

    def browser(self, now: datetime | None = None) -> Client:
        """A signed-in client of the web application."""
        client = Client()
        request, response = HttpRequest(), HttpResponse()
        request.session = client.session  # type: ignore[assignment]
        request.COOKIES = {}
        request.user = AnonymousUser()
        opened.sign_in(
            request,
            response,
            person=self.person,
            pair=self.pair,
            device=OpenKey.Device.ALONE,
            now=now or timezone.now(),
        )
        request.session.save()
        client.cookies.update(response.cookies)
        client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key or ""
        return client


def person(name: str) -> Someone:
    """Someone new, without a password to derive anything from."""
    made, key = people.create_story_person(name, today=NOON.date(), zone=ZONE)
    return Someone(made, people.open_story_person(made, key=key))


def space_of(first: Someone, *others: Someone, kind: str = "couple", now: datetime = NOON) -> UUID:
    """A space `first` opened and the others joined, each further one with everyone's yes."""
    names = [others[0].name] if kind != "team" else [other.name for other in others]
    here = belonging.open_space(first.viewer(now), kind=kind, names=names)  # type: ignore[arg-type]
    joined = [first]
    for other in others:
        here = first.here(here.space_id, now)
        code = _alone(here, other) if here.alone else _agreed(here, other, joined, now)
        belonging.accept(other.viewer(now), code=code)
        joined.append(other)
    return here.space_id


def _alone(here: Here, other: Someone) -> str:
    return belonging.invite(here, seat=next(seat.id for seat in here.others if seat.name == other.name))


def _agreed(here: Here, other: Someone, joined: list[Someone], now: datetime) -> str:
    proposal = belonging.propose(here, name=other.name)
    for someone in joined[1:]:
        belonging.agree(someone.here(here.space_id, now), proposal=proposal)
    return belonging.invite_agreed(joined[0].here(here.space_id, now), proposal=proposal)


def promise(maker: Here, *, what: str = "Home by seven.", day: str = "2026-03-03", **more: Any) -> str:
    """A promise of the maker to everyone else there."""
    to = more.pop("to", None) or tuple(seat.id for seat in maker.others)
    when = more.pop("when", None) or When(day=day, at=more.pop("at", ""), rule=more.pop("rule", ""))
    return promises.make_promise(maker, to=to, when=when, words={"what": what}, **more)


def crack(by: Here, *, whose: str, act: str = "late", day: str = "2026-03-02", **words: str) -> str:
    """A small crack, shared with everyone there."""
    return cracks.note_crack(by, whose=whose, day=day, act=act, words=words)


def breach(by: Here, *, doer: str, what: str = "You were not at work on Thursday.", **more: Any) -> str:
    """What `doer` did to whoever names it, as everyone there reads it."""
    facts = BreachNamed(doer=doer, hurt=by.me if doer != by.me else by.others[0].id, **more)
    return repair.name_breach(by, facts=facts, words={"what": what})


def on_path(by: Here, root: str, facts: Repair, **words: str) -> str:
    """Something said on the path of a breach."""
    return repair.say(by, breach=root, facts=facts, words=words)
