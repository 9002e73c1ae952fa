"""A couple with a promise between them, a server over their database, and people who write there."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.utils import timezone

from reknit.cli import examining
from reknit.ledger import store
from reknit.ledger.models import Sent, Snapshot
from reknit.practice.events import Event, OccurrenceAnswered
from reknit.rooms.promises import acts
from reknit.site.database import elsewhere
from tests import cast
from tests.cli.commanding import url
from tests.databases import Own
from tests.served.nursery import Nursery
from tests.served.visitor import Visitor
from tests.served.writers import Form, Writer

SEEN = ("kept", "late")
PROMISES = 4


class Scene:
    """Toby promised Anna a few things and said they were kept; the server is not started yet."""

    def __init__(self, own: Own, folder: Path) -> None:
        self.own = own
        if not own.postgres:
            own.path.chmod(0o600)
        key = {"SECRET_KEY": settings.SECRET_KEY}
        workers = 2 if own.postgres else 1
        self.server = Nursery(folder / "data", database=url(own), workers=workers, **key)
        with self.inside():
            self._live()
        self.writers: list[Writer] = []

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Within the block this thread looks at the database itself."""
        with elsewhere(self.own.connect()):
            yield
            connection.close()

    def people_write(self) -> None:
        """Anna from two devices and Toby from one."""
        anna, also_anna, toby = (self.visitor(who) for who in (self.anna, self.anna, self.toby))
        self.writers = [Writer(anna, self._pair), Writer(also_anna, self._answer), Writer(toby, self._say)]
        for writer in self.writers:
            writer.start()

    def acked(self) -> set[str]:
        """The words that were acknowledged by now, whoever wrote them."""
        return {mark for writer in self.writers for mark in list(writer.acked) if mark}

    def written(self, after: int = 0) -> list[Event]:
        """What stands in the history since that line, opened with the keys of a member."""
        return list(store.after(self.anna.here(self.space), after))

    def whole(self) -> None:
        """Every link holds, no act is there by half, and what is kept beside the history agrees with it."""
        events = self.written()
        assert examining.examine().faults == ()
        assert [event.seq for event in events] == list(range(1, len(events) + 1))
        pairs = [event for event in events if isinstance(event.facts, OccurrenceAnswered) and not event.words]
        assert len(pairs) % 2 == 0
        assert all(two.seq == one.seq + 1 for one, two in list(pairwise(pairs))[::2]), "half an act"
        said = marks(events)
        assert len(said) == len(set(said)), "an act has doubled"
        assert Sent.objects.count() == len(said) + len(pairs) // 2, "an act without its token, or the reverse"
        assert Snapshot.objects.get().seq == events[-1].seq

    def _live(self) -> None:
        self.anna, self.toby = cast.person("Anna"), cast.person("Toby")
        now = timezone.now()
        day = f"{now - timedelta(days=2):%Y-%m-%d}"
        before = now - timedelta(days=3)
        self.space: UUID = cast.space_of(self.anna, self.toby, now=before)
        self.day, self.promises = day, []
        for _ in range(PROMISES):
            promise = cast.promise(self.toby.here(self.space, before), day=day)
            acts.say(self.toby.here(self.space, now), promise=promise, due=day, outcome="kept")
            self.promises.append(promise)

    def visitor(self, who: cast.Someone) -> Visitor:
        """Signed in at the server."""
        with self.inside():
            return Visitor.like(who.browser(), self.server.port)

    def _pair(self, n: int) -> Form:
        """Two answers in one act; turn by turn one and the other, so that each is something new."""
        these = [f"{promise}|{self.day}|{SEEN[n % 2]}" for promise in self.promises[:2]]
        return f"/s/{self.space}/promises/yes", {"these": these}, ""

    def _answer(self, n: int) -> Form:
        path = f"/s/{self.space}/promises/{self.promises[2]}/on/{self.day}/answer"
        return path, {"answer": "differently", "seen": "late", "said": f"answer {n}"}, f"answer {n}"

    def _say(self, n: int) -> Form:
        path = f"/s/{self.space}/promises/{self.promises[3]}/on/{self.day}/say"
        return path, {"outcome": SEEN[n % 2], "said": f"word {n}"}, f"word {n}"


def marks(events: list[Event]) -> list[str]:
    """The words of the acts among them that have some: each is different."""
    return [event.words["said"] for event in events if event.words and "said" in event.words]
