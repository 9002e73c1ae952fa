"""What a person set for themselves. It is sealed, and its size says nothing about what or how much."""

from datetime import date
from typing import Any, Protocol

import msgspec

from reknit.people import keys
from reknit.people.models import KeyRing, Person

# With its padding this always fills the same envelope; a mark too many pushes out the oldest.
SIZE = 2000
KEPT = "preferences"


class Preferences(msgspec.Struct, kw_only=True):
    """`start` is the answer to the first question, `put_off` maps a thing to the day someone said "not now".

    `ask_day` is the day of the week they are asked how they are (Monday 0; 7 for never), `asked_on` the last time they
    answered or put it aside.
    `code` says what became of the offer of a recovery code: `made`, `no`, or nothing yet. `away` says that they have
    read about the way out of every page. `asked` is the day they last went on from the few questions that come before
    a thing done together. `operator` is who runs this server, as this person last read and confirmed it:
    sealed, so nobody can confirm it in their place.
    """

    start: str = ""
    zone: str = "UTC"
    last_space: str = ""
    fewer: bool = False
    code: str = ""
    ask_day: int = 6
    asked_on: str = ""
    away: bool = False
    asked: str = ""
    operator: str = ""
    put_off: dict[str, str] = {}


def read(person: Person, pair: keys.Pair) -> Preferences:
    """What this person set, or CannotOpen."""
    sealed = KeyRing.objects.values_list("sealed_prefs", flat=True).get(person=person)
    return opened(person, pair, bytes(sealed))


class Looking(Protocol):
    """Whoever looks, in one request."""

    @property
    def person(self) -> Person: ...
    @property
    def pair(self) -> keys.Pair: ...
    @property
    def kept(self) -> dict[str, Any]: ...


def of(viewer: Looking) -> Preferences:
    """What the viewer set, read once a request. To be read, not changed."""
    if KEPT not in viewer.kept:
        keep(viewer, read(viewer.person, viewer.pair))
    mine: Preferences = viewer.kept[KEPT]
    return mine


def keep(viewer: Looking, mine: Preferences) -> None:
    """For the rest of the request, what was read when it began."""
    viewer.kept[KEPT] = mine


def opened(person: Person, pair: keys.Pair, sealed: bytes) -> Preferences:
    """What stands in an envelope that `seal` made, or CannotOpen."""
    return msgspec.json.decode(keys.unseal(_key(pair), sealed, *_place(person)), type=Preferences)


def write(person: Person, pair: keys.Pair, preferences: Preferences) -> None:
    """Put these in the place of what was set before."""
    KeyRing.objects.filter(person=person).update(sealed_prefs=seal(person, pair=pair, preferences=preferences))


def change(person: Person, pair: keys.Pair, **changed: object) -> None:
    """Set these anew, and leave the rest."""
    write(person, pair=pair, preferences=msgspec.structs.replace(read(person, pair), **changed))


def put_off(person: Person, pair: keys.Pair, *, mark: str, today: date) -> None:
    """Someone said "not now" to what is meant by `mark`. Kept for themselves alone, and for a day."""
    known, day = read(person, pair), today.isoformat()
    known.put_off = {each: on for each, on in known.put_off.items() if on == day} | {mark: day}
    write(person, pair, known)


def seal(person: Person, *, pair: keys.Pair, preferences: Preferences) -> bytes:
    """The envelope that `write` stores."""
    return keys.seal(_key(pair), _padded(preferences), *_place(person))


def _padded(preferences: Preferences) -> bytes:
    marks = dict(sorted(preferences.put_off.items(), key=lambda mark: mark[1]))
    text = msgspec.json.encode(preferences)
    while len(text) > SIZE and marks:
        del marks[next(iter(marks))]
        text = msgspec.json.encode(msgspec.structs.replace(preferences, put_off=marks))
    return text.ljust(SIZE)


def _key(pair: keys.Pair) -> bytes:
    return keys.mixed("preferences", pair.secret)


def _place(person: Person) -> tuple[str, str]:
    return "preferences", str(person.pk)
