"""A promise, or one time it falls due, as a row of a list: its words, its state, and what can be done from there."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from reknit.practice import promises
from reknit.practice.describing import describe, describe_key
from reknit.practice.events import Event
from reknit.practice.occurrence import Occurrence, Promise
from reknit.practice.promises import Carried, Item, Past, Running
from reknit.practice.record import stitch
from reknit.practice.schedule import due_at
from reknit.practice.state import State
from reknit.practice.wording import listed, shortened
from reknit.rooms.promises.voices import answered, by, moved, names, outcome, says
from reknit.spaces.access import Here
from reknit.web.saying import translated

SOON = timedelta(hours=36)
LISTED = 200


@dataclass(frozen=True)
class Do:
    """Something that can be done from a row: a link, or one press."""

    label: str
    url: str
    post: bool = False
    fields: dict[str, str] = field(default_factory=dict)
    strong: bool = False


@dataclass(frozen=True)
class Row:
    """One line of a list. `what` is None once its words are erased; `mark` is the stitch it will be, if any."""

    what: str | None
    by: str
    to: str
    when: str
    state: str
    url: str
    mark: str = ""
    said: bool = False
    differs: bool = False
    acts: list[Do] = field(default_factory=list)
    key: str = ""
    words: str = ""
    urgent: bool = False
    late_by: int = 0
    to_me: bool = False


def due(here: Here, item: Item, back: str) -> Row:
    """Something I promised that is due, with what I can say about it in one tap."""
    early = item.at > here.now
    acts = [_press(here, item, back, "say", _("Kept"), outcome="kept")] if item.next else []
    if early:
        acts += [
            _press(here, item, back, "move", _("I’ll be late"), how="late"),
            _press(here, item, back, "move", _("I can’t"), how="cannot"),
        ]
    else:
        acts += [
            _press(here, item, back, "say", _("Late"), outcome="late"),
            _press(here, item, back, "say", _("Missed"), outcome="missed"),
        ]
    acts.append(Do(_("With words"), _at(here, item.promise.id, item.due)))
    near = item.state != "ahead" or item.at - here.now < SOON
    late_by = max((here.now - item.at).days, 0)
    return _row(here, item.promise, item.key, translated(item.say), item.due, acts=acts, urgent=near, late_by=late_by)


def waiting(here: Here, state: State, item: Item, back: str) -> Row:
    """Something said to me that waits for my word."""
    said = item.occurrence.said
    acts = [
        _press(here, item, back, "answer", _("Yes, that is how it was"), answer="yes", seen=said),
        Do(_("I saw it differently"), _at(here, item.promise.id, item.due) + "?how=differently#answer"),
        _press(here, item, back, "answer", _("Not sure"), answer="not_sure"),
        _press(here, item, back, "answer", _("Rather not say"), answer="rather_not"),
    ]
    text = says(here.name(item.promise.by), said)
    words = (item.occurrence.said_words or {}).get("said", "")
    if promises.unusual(state, item.promise, item.due, here.me):
        text = _("%(said)s This is unusual.") % {"said": text}
    row = _row(here, item.promise, item.key, text, item.due, acts=acts, mark=said, words=words)
    return replace(row, key=f"{row.key}|{said}")


def theirs(here: Here, item: Item) -> Row:
    """Something that waits for another's word; nothing to do here but look, or speak first."""
    who = listed([here.name(seat) for seat in item.who])
    if item.state == "unsaid":
        text = _("%(who)s has not said anything about it yet. You can speak first.") % {"who": who}
    else:
        text = _("You said: %(said)s. It waits for %(who)s, who may also leave it.") % {
            "said": outcome(item.occurrence.said),
            "who": who,
        }
    return _row(
        here, item.promise, item.key, text, item.due, mark=item.occurrence.said, said=bool(item.occurrence.said)
    )


def running(here: Here, one: Running) -> Row:
    """An open promise, with when it next falls due."""
    next_due = one.next_due and translated(describe_key(one.next_due, today=here.today))
    state = _("next %(when)s") % {"when": next_due} if next_due and one.promise.when.rule else ""
    expected = [here.name(seat) for seat in one.promise.to if not here.seats[seat].joined]
    if expected:
        state = " · ".join(filter(None, [state, _("%(names)s will see it on joining") % {"names": listed(expected)}]))
    return Row(
        what=what(one.promise),
        by=by(here, one.promise),
        to=names(here, one.promise.to),
        when=translated(describe(one.promise.when, today=here.today)),
        state=state,
        url=reverse("promise", args=[here.space_id, one.promise.id]),
        to_me=here.me in one.promise.to and next_due is not None,
    )


def past(here: Here, one: Past, made: Event) -> Row:
    """A promise nothing more comes of."""
    return Row(
        what=None if made.words is None else shortened(made.words.get("what", ""), LISTED),
        by=_("You") if one.maker == here.me else here.name(one.maker),
        to=names(here, (one.receiver,)),
        when=translated(describe_key(one.last.on, today=here.today)),
        state="",
        url=reverse("promise", args=[here.space_id, one.root]),
        mark=shape(one.last.shape, one.last.said),
        said=one.last.said_only,
        differs=one.last.differs,
    )


def carried(here: Here, one: Carried) -> Row:
    return Row(
        what=what(one.promise),
        by="",
        to=names(here, one.promise.to),
        when=translated(describe_key(one.key, today=here.today)),
        state="",
        url=reverse("promise", args=[here.space_id, one.promise.id]),
    )


def asked(here: Here, promise: Promise, due_: str) -> Row:
    return _row(here, promise, promise.at(due_).final, "", due_)


def occurrence(here: Here, promise: Promise, due_: str) -> Row:
    """One time it fell due, as the promise's own page lists it."""
    one = promise.at(due_)
    return Row(
        what=translated(describe_key(one.final, today=here.today)),
        by="",
        to="",
        when="",
        state=standing(here, promise, one),
        url=_at(here, promise.id, due_),
        mark=mark(here, promise, one),
        said=not any(given.seen for given in one.answers.values()),
        differs=any(one.differs(seat) for seat in promise.to),
    )


def standing(here: Here, promise: Promise, one: Occurrence) -> str:
    """Both voices in one line."""
    parts = []
    if one.said:
        parts.append(says(by(here, promise), one.said))
    for seat, given in one.answers.items():
        parts.append(answered(_("You") if seat == here.me else here.name(seat), given, one.said))
    if not parts and one.moved:
        parts.append(moved(here, one))
    if one.released_by:
        parts.append(_("Let go by %(who)s.") % {"who": names(here, tuple(one.released_by))})
    if not parts:
        parts.append(_("Nothing said yet.") if due_at(one.final, promise.zone) <= here.now else _("Still to come."))
    return " ".join(parts)


def mark(here: Here, promise: Promise, one: Occurrence) -> str:
    """The stitch this makes in the reader's eyes: a receiver's own, else the first receiver's."""
    seat = here.me if here.me in promise.to else promise.to[0]
    if one.due not in promise.occurrences:
        return ""
    made = stitch(promise, one.due, seat)
    return shape(made.shape, made.said) if made else ""


def shape(name: str, said: str = "") -> str:
    """A stitch's shape as the picture names it."""
    return {"changed": "moved", "said": said or "kept"}.get(name, name)


def what(promise: Promise) -> str | None:
    """What was promised, short enough for a list; None once the words are erased."""
    return None if promise.words is None else shortened(promise.words.get("what", ""), LISTED)


def when(here: Here, promise: Promise, key: str) -> str:
    """When it is due; for an hour in another zone than the reader's, in both."""
    said = translated(describe_key(key, today=here.today))
    if "T" not in key or promise.zone == here.viewer.zone:
        return said
    mine = due_at(key, promise.zone).astimezone(ZoneInfo(here.viewer.zone))
    zone = promise.zone.rpartition("/")[2].replace("_", " ")
    return _("%(when)s in %(zone)s, %(hour)s for you") % {"when": said, "zone": zone, "hour": f"{mine:%H:%M}"}


def _row(here: Here, promise: Promise, key: str, state: str, due_: str, **more: Any) -> Row:
    return Row(
        what=what(promise),
        by=by(here, promise),
        to=names(here, promise.to),
        when=when(here, promise, key),
        state=state,
        url=_at(here, promise.id, due_),
        key=f"{promise.id}|{due_}",
        **more,
    )


def _press(here: Here, item: Item, back: str, verb: str, label: str, **fields: str) -> Do:
    url = reverse("occurrence_tell", args=[here.space_id, item.promise.id, item.due, verb])
    return Do(
        label,
        url,
        post=True,
        fields={**fields, "back": back, "client_id": str(uuid4())},
    )


def _at(here: Here, root: str, due_: str) -> str:
    return reverse("occurrence", args=[here.space_id, root, due_])
