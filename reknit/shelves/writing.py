"""How an act writes: one transaction, the space held, the state as it stands, each form's effect once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction

from reknit.ledger import store
from reknit.ledger.models import Sent
from reknit.ledger.store import Draft
from reknit.people import keys
from reknit.practice import fold, texts
from reknit.practice.events import AnyFacts, Event
from reknit.practice.facts import Words
from reknit.practice.state import State
from reknit.shelves import shelf
from reknit.spaces import access, epochs, returning
from reknit.spaces.access import Here


@dataclass(frozen=True)
class Once:
    """A form's token: who sends it twice gets the first answer. `url` says where the thread it made is read."""

    client_id: UUID
    body: bytes
    url: Callable[[str], str]
    seen: str = ""


class AlreadySaved(Exception):
    """This form was saved before. `same` is False where the text differs from what was saved then."""

    def __init__(self, url: str, *, same: bool) -> None:
        self.url = url
        self.same = same
        super().__init__(url)


class CameFirst(Exception):
    """Someone wrote in the same place while this form was open: what they wrote is to be read first."""

    def __init__(self, events: list[Event]) -> None:
        self.events = events
        super().__init__(f"{len(events)} came first")


class Book:
    """A space's history, open for writing: its state now, and `write`."""

    def __init__(self, here: Here, state: State) -> None:
        self.here = here
        self.state = state
        self.written: list[Event] = []

    def write(self, facts: AnyFacts, *, words: Words | None = None, about: str | None = None) -> Event:
        """Write one line and let the state follow. The first begins a new epoch where one is to begin, and comes after
        what befell a member's key and nobody has written down yet."""
        self.here = epochs.current(self.here)
        if not self.written:
            for unsaid in list(returning.unsaid(self.here, self.state)):
                self._put(Draft(unsaid))
        event = self._put(Draft(facts, texts.tidy(words or {}), about))
        self.written.append(event)
        return event

    def _put(self, draft: Draft) -> Event:
        [event] = store.record(self.here, [draft])
        fold.step(self.state, event, shelf.recall(self.here, event))
        return event

    def unread(self, about: str, seen: str) -> list[Event]:
        """What others wrote in a thread since the line `seen`; nothing where the form did not say what it saw."""
        later = store.since(self.here, about, seen) if seen else []
        return [event for event in later if event.by != self.here.me]


@contextmanager
def writing(here: Here, once: Once | None = None) -> Iterator[Book]:
    """Hold the space, write, and keep the state; nothing of it stands unless all of it does."""
    here.kept.clear()
    with transaction.atomic():
        now = access.hold(here)
        if once is not None:
            _refuse_twice(here, once)
        book = Book(now, shelf.fresh(now))
        yield book
        if book.written:
            shelf.save(book.here, book.state)
            here.viewer.wrote.append((book.here, book.written))
        if once is not None and book.written:
            _remember(here, once, book.written[0].about)


def _refuse_twice(here: Here, once: Once) -> None:
    sent = Sent.objects.filter(by=here.viewer.person, client_id=once.client_id).first()
    if sent is not None:
        raise AlreadySaved(sent.result_url, same=bytes(sent.fingerprint) == _fingerprint(here, once))


def _remember(here: Here, once: Once, about: str) -> None:
    try:
        with transaction.atomic():
            _keep(here, once, about)
    except IntegrityError:  # sent at the same moment for another space, which was the first
        _refuse_twice(here, once)
        raise


def _keep(here: Here, once: Once, about: str) -> None:
    Sent.objects.create(
        by=here.viewer.person,
        client_id=once.client_id,
        fingerprint=_fingerprint(here, once),
        result_url=once.url(about),
        at=here.now,
    )


def _fingerprint(here: Here, once: Once) -> bytes:
    """Under the writer's own key: nobody else can tell by it what was sent."""
    return keys.fingerprint(keys.mixed("sent", here.viewer.pair.secret), once.body)
