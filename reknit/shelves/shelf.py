"""A space's history as its reader needs it: the state that follows from it, kept as a sealed snapshot."""

from collections.abc import Iterable
from datetime import datetime

from reknit.ledger import store
from reknit.ledger.models import Snapshot
from reknit.people import keys
from reknit.practice import fold
from reknit.practice.events import Event
from reknit.practice.state import State
from reknit.spaces.access import Here


def state(here: Here) -> State:
    """What follows from everything this member may read, worked out once a request. To be read, not changed."""
    if "state" not in here.kept:
        here.kept["state"] = fresh(here)
    known: State = here.kept["state"]
    return known


def fresh(here: Here) -> State:
    """The state as it stands now; costs what was written since the last snapshot."""
    known = _saved(here) or fold.new_state()
    for event in store.after(here, max(known.seq, here.from_seq)):
        fold.step(known, event, recall(here, event))
    return known


def told(here: Here, *, until: datetime | None = None) -> list[Event]:
    """Everything this member may read, in order; up to a moment where one is given. Costs the whole history."""
    events = store.after(here, here.from_seq)
    return [event for event in events if until is None or event.at < until]


def since(here: Here, seq: int) -> list[Event]:
    """What this member may read of what was written since a place in the history."""
    return list(store.after(here, max(seq, here.from_seq)))


def last(here: Here) -> int:
    """The place of the last line this member reads."""
    return store.last_seq(here)


def thread(here: Here, root: str) -> list[Event]:
    """One thread from its beginning."""
    return store.thread(here, root)


def some(here: Here, events: Iterable[str]) -> dict[str, Event]:
    """Several lines by their ids, as far as they are there to be read."""
    return store.some(here, events)


def then(here: Here, until: datetime) -> State:
    """The state as it was known at a moment of the past."""
    return fold.fold(told(here, until=until))


def recall(here: Here, event: Event) -> fold.Recall:
    """How the fold gets back a thread it has put away: as it was before `event`."""
    return lambda root: store.thread(here, root, before=event.seq)


def save(here: Here, known: State) -> None:
    """Keep the state for whoever reads from the same place."""
    body = keys.seal(_key(here), fold.encode(known), *_place(here, known.seq))
    values = {"seq": known.seq, "epoch": here.epoch, "vocabulary": fold.VOCABULARY, "body": body}
    row = Snapshot(space_id=here.space_id, from_seq=here.from_seq, **values)
    place = ["space", "from_seq"]
    Snapshot.objects.bulk_create([row], update_conflicts=True, unique_fields=place, update_fields=list(values))


def _saved(here: Here) -> State | None:
    row = Snapshot.objects.filter(space_id=here.space_id, from_seq=here.from_seq).first()
    if row is None or row.vocabulary != fold.VOCABULARY or row.epoch != here.epoch:
        return None
    if here.until_seq is not None and row.seq > here.until_seq:
        return None
    try:
        return fold.decode(keys.unseal(_key(here), bytes(row.body), *_place(here, row.seq)))
    except keys.CannotOpen:
        return None


def _key(here: Here) -> bytes:
    """Both the first key of those who read from here and the newest: neither who came later nor who left holds both."""
    return keys.mixed("snapshot", here.key(min(here.wrapped)), here.key(here.epoch))


def _place(here: Here, seq: int) -> tuple[str, str, int, int, int]:
    return "snapshot", str(here.space_id), here.from_seq, seq, fold.VOCABULARY
