"""The door: the history answers nobody who does not come through it, and what is not yours is not there."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection, models, transaction
from django.db.models.query import QuerySet
from django.http import Http404
from django.shortcuts import get_list_or_404, get_object_or_404
from django.test.utils import CaptureQueriesContext

from reknit.ledger import store
from reknit.ledger.models import Event, NotThisWay
from reknit.rooms.belonging import acts as belonging
from reknit.rooms.promises import acts as promises
from reknit.shelves import shelf
from reknit.spaces.access import Here, Viewer
from tests import cast
from tests.cast import NOON, Someone

pytestmark = [pytest.mark.tables, pytest.mark.django_db]

# What a manager may say of itself: nothing of a row is in it.
ITS_OWN = {
    "check",
    "contribute_to_class",
    "deconstruct",
    "from_queryset",
    "db_manager",
    "as_manager",
    "resolve_expression",
}
EARLIER = {
    *("after", "thread", "since", "latest", "newest_first", "one", "some", "between"),
    *("last_line", "last_seq", "lines"),
}
BLIND = {"record", "end", "every_line", "line", "links"}


def answers(manager: Any) -> list[str]:
    """The methods of a manager that do anything but refuse."""
    names = {
        name for kind in (models.Manager, QuerySet) for name, member in inspect.getmembers(kind) if callable(member)
    }
    asked = sorted(
        name for name in names if not name.startswith("_") and name not in ITS_OWN and hasattr(manager, name)
    )
    return [name for name in asked if not _refuses(getattr(manager, name))] + _shortcuts(manager)


def _refuses(method: Callable[..., Any]) -> bool:
    for arguments in ((), ("seq",), ([],), ([], ["seq"]), ("seq", "year")):
        try:
            with transaction.atomic():
                result = method(*arguments)
                transaction.set_rollback(True)
        except NotThisWay:
            return True
        except TypeError:
            continue
        except Exception:
            return False
        if inspect.iscoroutine(result):
            result.close()
        return False
    return False


def _shortcuts(manager: Any) -> list[str]:
    ways = {
        "get_object_or_404": lambda: get_object_or_404(manager, seq=1),
        "get_list_or_404": lambda: get_list_or_404(manager, seq=1),
        "list": lambda: list(manager),
        "another database": lambda: manager.db_manager("default").all(),
    }
    return [name for name, way in ways.items() if not _raises(way)]


def _raises(way: Callable[[], Any]) -> bool:
    try:
        way()
    except (NotThisWay, TypeError):
        return True
    except Http404:
        pass
    return False


def ways_round() -> list[str]:
    """Relations of other tables by which a query could come at events from the other side."""
    fields = [(model, field) for model in apps.get_models() for field in model._meta.get_fields(include_hidden=False)]
    return [f"{m._meta.label}.{f.name}" for m, f in fields if m is not Event and f.related_model is Event]


def test_the_history_refuses_every_question() -> None:
    assert answers(Event.objects) == []
    assert ways_round() == []


def test_the_shortcuts_refuse_the_model_itself() -> None:
    for way in (get_object_or_404, get_list_or_404):
        with pytest.raises(NotThisWay):
            way(Event, seq=1)


def test_a_dump_refuses() -> None:
    for which in ((), ("ledger",), ("ledger.Event",)):
        with pytest.raises((NotThisWay, CommandError)):
            call_command("dumpdata", *which, traceback=False, stdout=open("/dev/null", "w"))  # noqa: SIM115


def test_an_open_manager_is_reported() -> None:
    found = answers(Event.opened)
    assert {
        "all",
        "filter",
        "values",
        "none",
        "exists",
        "aggregate",
        "raw",
        "create",
        "update",
        "in_bulk",
        "aget",
    } <= set(found)
    assert {"get_object_or_404", "another database"} <= set(found)


@dataclass(frozen=True)
class Answer:
    """What a viewer got: which kind, with what in it, after how many questions to the database."""

    kind: str
    held: str
    queries: int


def asked(viewer: Viewer, space: Any, *, left: bool = False) -> Answer:
    with CaptureQueriesContext(connection) as seen:
        try:
            found: Any = (viewer.former if left else viewer.space)(space)
        except Exception as fault:
            found = fault
    held = f"{found.args} {found.__dict__}" if isinstance(found, Exception) else "a space"
    return Answer(type(found).__name__, held, len(seen))


def absent_alike(viewer: Viewer, *spaces: Any) -> set[Answer]:
    """Every answer that is not the one for a space that never was."""
    never = asked(viewer, uuid4())
    assert never.kind == "Http404"
    return {answer for space in spaces for answer in (asked(viewer, space),) if answer != never}


def test_absent_foreign_and_left_are_one(
    anna: Someone, toby: Someone, maya: Someone, sam: Someone, together: UUID
) -> None:
    foreign = cast.space_of(maya, sam)
    gone = cast.space_of(anna, sam, kind="friends")
    belonging.part(anna.here(gone))
    erased = cast.space_of(anna, maya)
    for each in (anna, maya):
        belonging.part(each.here(erased))
    assert absent_alike(anna.viewer(), foreign, gone, erased, str(foreign), str(gone)) == set()
    assert asked(anna.viewer(), foreign, left=True) == asked(anna.viewer(), uuid4(), left=True)
    assert asked(anna.viewer(), together, left=True) == asked(anna.viewer(), uuid4(), left=True)


@pytest.mark.parametrize("text", ["", "x", "0", "../..", "None", "é" * 36, "{}", "0" * 31, "-" * 36, "%00"])
def test_what_is_no_id_is_not_found_either(anna: Someone, together: UUID, text: str) -> None:
    never, answer = asked(anna.viewer(), uuid4()), asked(anna.viewer(), text)
    assert (answer.kind, answer.held) == (never.kind, never.held)


def test_a_door_that_tells_is_reported(
    anna: Someone, maya: Someone, sam: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign = cast.space_of(maya, sam)

    def telling(self: Viewer, space: Any) -> Here:
        raise Http404("You have no seat there." if space == foreign else "")

    monkeypatch.setattr(Viewer, "space", telling)
    assert absent_alike(anna.viewer(), foreign)


@dataclass(frozen=True)
class Friends:
    """A space of friends: Sam left after the second promise, Maya came after the third."""

    space: UUID
    roots: list[str]
    sams_end: int
    mayas_start: int


@pytest.fixture
def friends(anna: Someone, toby: Someone, sam: Someone, maya: Someone) -> Friends:
    space = cast.space_of(anna, toby, sam, kind="friends")
    roots = [cast.promise(anna.here(space)), cast.promise(toby.here(space))]
    promises.say(anna.here(space), promise=roots[0], due="2026-03-03", outcome="kept")
    belonging.part(sam.here(space))
    sams_end = store.end(space)
    promises.say(toby.here(space), promise=roots[1], due="2026-03-03", outcome="kept")
    roots.append(cast.promise(anna.here(space)))
    proposal = belonging.propose(anna.here(space), name="Maya")
    belonging.agree(toby.here(space), proposal=proposal)
    code = belonging.invite_agreed(anna.here(space), proposal=proposal)
    mayas_start = store.end(space)
    belonging.accept(maya.viewer(), code=code)
    roots.append(cast.promise(toby.here(space)))
    return Friends(space, roots, sams_end, mayas_start)


def read(here: Here, every: list[tuple[str, str, int]]) -> dict[str, set[int]]:
    """What each way of reading gives this member: places in the history."""
    always = datetime.min.replace(tzinfo=UTC) + timedelta(days=2), datetime.max.replace(tzinfo=UTC) - timedelta(days=2)
    ids, threads, place = [i for i, _, _ in every], {about for _, about, _ in every}, {i: seq for i, _, seq in every}
    return {
        "after": {event.seq for event in store.after(here, 0)},
        "thread": {event.seq for about in threads for event in store.thread(here, about)},
        "since": {event.seq for id_, about, _ in every for event in store.since(here, about, id_)},
        "latest": {event.seq for about in threads for event in store.latest(here, about, most=100)},
        "newest_first": {event.seq for event in store.newest_first(here)},
        "one": {event.seq for id_ in ids for event in _one(here, id_)},
        "some": {event.seq for event in store.some(here, ids).values()},
        "between": {event.seq for event in store.between(here, *always)},
        "last_line": {place[id_] for about in threads if (id_ := store.last_line(here, about))},
        "last_seq": {store.last_seq(here)},
        "lines": {line.seq for line, _, _ in store.lines(here)},
        "state": {shelf.state(here).seq},
    }


def _one(here: Here, id_: str) -> Iterator[Any]:
    try:
        yield store.one(here, id_)
    except Http404:
        return


def beyond(here: Here, span: range, space: UUID) -> dict[str, set[int]]:
    """Whatever a member reads outside their span, by the way they read it."""
    every = [(str(r.pk), str(r.about), r.seq) for r in Event.opened.filter(space_id=space)]
    return {way: out for way, seqs in read(here, every).items() if (out := seqs - set(span))}


def test_who_left_reads_up_to_that_day(sam: Someone, friends: Friends) -> None:
    here = sam.viewer(NOON + timedelta(days=9)).former(friends.space)
    start = here.from_seq
    assert beyond(here, range(start + 1, friends.sams_end + 1), friends.space) == {}
    assert {event.seq for event in store.after(here, 0)} == set(range(start + 1, friends.sams_end + 1))
    assert not here.may_write


def test_who_came_later_reads_what_came_after(maya: Someone, anna: Someone, friends: Friends) -> None:
    here = maya.here(friends.space)
    assert beyond(here, range(friends.mayas_start + 1, store.end(friends.space) + 1), friends.space) == {}
    assert [len(store.thread(here, root)) for root in friends.roots] == [0, 0, 0, 1]
    assert beyond(anna.here(friends.space), range(1, 1 + store.end(friends.space)), friends.space) == {}


def test_reading_too_much_is_reported(maya: Someone, sam: Someone, friends: Friends) -> None:
    narrow, space = range(1, 2), friends.space
    assert set(beyond(sam.viewer().former(space), narrow, space)) == {*EARLIER, "state"}


def test_every_way_of_reading_is_tried() -> None:
    ours = {
        name
        for name, member in vars(store).items()
        if inspect.isfunction(member) and member.__module__ == store.__name__
    }
    assert {name for name in ours if not name.startswith("_")} == EARLIER | BLIND


def test_who_left_writes_nothing(sam: Someone, friends: Friends) -> None:
    here = sam.viewer().former(friends.space)
    before = store.end(friends.space)
    for act in (
        lambda: cast.promise(here),
        lambda: promises.end(here, promise=friends.roots[0]),
        lambda: belonging.part(here),
        lambda: belonging.propose(here, name="Leo"),
        lambda: belonging.ask_erasure(here, event=friends.roots[0]),
    ):
        with pytest.raises(Http404):
            act()
    assert store.end(friends.space) == before


def test_keys_stay_behind_too(sam: Someone, maya: Someone, anna: Someone, friends: Friends) -> None:
    """Even past the door: who left holds no key of what came later, who came later none of what was before."""
    mine = {row.seq: row.epoch for row in Event.opened.filter(space_id=friends.space)}
    sams, mayas = sam.viewer().former(friends.space), maya.here(friends.space)
    assert {seq for seq, epoch in mine.items() if epoch in sams.wrapped and seq > friends.sams_end} == set()
    assert {seq for seq, epoch in mine.items() if epoch in mayas.wrapped and seq <= friends.mayas_start} == set()
