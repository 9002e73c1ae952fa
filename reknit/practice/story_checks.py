"""Whether the lines of a story can follow one another: who is there, what is promised, what can still be moved."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from reknit.practice.facts_repair import BreachNamed
from reknit.practice.schedule import due_at
from reknit.practice.story_acts import (
    Act,
    Agrees,
    AnswersMany,
    Erases,
    Invites,
    Joins,
    Keeps,
    Leaves,
    Line,
    Moves,
    Opens,
    Promises,
    Proposes,
    Story,
    StoryError,
)  # fmt: skip
from reknit.practice.story_daily_acts import AnswersCrack, ExplainsCrack, FindsHelped, LetsGo, NotesCrack, TellsPattern
from reknit.practice.story_head import Scene
from reknit.practice.story_order import moments
from reknit.practice.story_repairs import Readies, Repairs


@dataclass(slots=True)
class _Room:
    """Who is where by now, and whose words are marked."""

    opened: bool = False
    proposed: set[str] = field(default_factory=set)
    invited: set[str] = field(default_factory=set)
    joined: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)
    promised: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    marks: dict[str, str] = field(default_factory=dict)
    cracks: set[str] = field(default_factory=set)
    moved: dict[tuple[str, str], str] = field(default_factory=dict)


def check(story: Story, scene: Scene) -> None:
    """Raises StoryError for the first line that cannot be where it stands."""
    room = _Room()
    for line, moment in zip(story.lines, moments(story), strict=True):
        _check_present(line, room, story)
        _check_belonging(line, room)
        if isinstance(line.act, Promises):
            room.promised.add(line.act.label)
        for label in _labels(line.act):
            if label not in room.promised:
                number = scene.made[label].number
                raise StoryError(
                    line.number, "[%(label)s] is promised only later, on line %(at)d.", label=label, at=number
                )
        if isinstance(line.act, Repairs | Readies):
            _check_repair(line.number, line.act, room)
        if isinstance(line.act, Moves):
            _check_in_time(line.number, line.act, moment, room, scene)
        if line.mark:
            _mark(line, room)


def _check_repair(number: int, act: Repairs | Readies, room: _Room) -> None:
    """What happened is named once, and before anything is said about it; so is what a line refers to by its mark."""
    facts = act.facts if isinstance(act, Repairs) else None
    names = isinstance(facts, BreachNamed)
    if names and act.breach in room.named:
        raise StoryError(number, "[%(label)s] is already named above.", label=act.breach)
    if names:
        room.named.add(act.breach)
    earlier = [getattr(facts, part, "") for part in ("repeats", "after")]
    for label in filter(None, [act.breach, *earlier]):
        if label not in room.named:
            raise StoryError(number, "Nothing above is named [%(label)s].", label=label)
    if getattr(facts, "promise", "") not in {"", *room.promised}:
        raise StoryError(number, "Nothing above is promised as that label.")
    for part in ("question", "step", "agreement", "boundary", "apology", "amends"):
        mark = getattr(facts, part, "")
        if mark and mark not in room.marks:
            raise StoryError(number, "No line above is marked {%(mark)s}.", mark=mark)


def _check_in_time(number: int, act: Moves, moment: datetime, room: _Room, scene: Scene) -> None:
    """What moves is not past due, by the last new time if it was moved before."""
    due = room.moved.get((act.label, act.due), act.due)
    if due_at(due, scene.made[act.label].maker.zone) <= moment:
        raise StoryError(
            number, "It was due at %(due)s: this line needs a day or an hour before that, as in 2026-03-09 16:30.",
            due=due.replace("T", " "),
        )  # fmt: skip
    room.moved[act.label, act.due] = act.to or due


def _labels(act: Act) -> Iterable[str]:
    if isinstance(act, AnswersMany):
        return [place.label for place in act.places]
    label = getattr(act, "label", "")
    return [label] if label else []


def _mark(line: Line, room: _Room) -> None:
    if line.mark in room.marks:
        raise StoryError(line.number, "{%(mark)s} already marks another line.", mark=line.mark)
    room.marks[line.mark] = line.who
    if isinstance(line.act, NotesCrack | TellsPattern):
        room.cracks.add(line.mark)


def _check_present(line: Line, room: _Room, story: Story) -> None:
    who, opener = line.who, story.opener.name
    if isinstance(line.act, Opens):
        if room.opened:
            raise StoryError(line.number, "The space is already open.")
        if who != opener:
            raise StoryError(line.number, "The people line says that %(who)s opens the space.", who=opener)
        room.opened = True
        room.joined.add(who)
    elif not room.opened:
        raise StoryError(
            line.number, "The space is not open yet: before this, write “%(who)s opens the space”.", who=opener
        )
    elif who in room.left:
        raise StoryError(line.number, "%(who)s has left the space.", who=who)
    elif who not in room.joined and not isinstance(line.act, Joins):
        raise StoryError(line.number, "%(who)s has not joined yet: before this, write “%(who)s joins”.", who=who)


def _check_belonging(line: Line, room: _Room) -> None:
    act, who = line.act, line.who
    if isinstance(act, Joins):
        if who in room.joined:
            raise StoryError(line.number, "%(who)s is already here.", who=who)
        if who not in room.invited:
            raise StoryError(line.number, "Nobody has invited %(who)s yet.", who=who)
        room.joined.add(who)
    elif isinstance(act, Invites | Proposes):
        if act.name in room.joined:
            raise StoryError(line.number, "%(name)s is already here.", name=act.name)
        (room.invited if isinstance(act, Invites) else room.proposed).add(act.name)
    elif isinstance(act, Agrees) and act.name not in room.proposed:
        raise StoryError(line.number, "Nobody has proposed %(name)s yet.", name=act.name)
    elif isinstance(act, Leaves):
        room.left.add(who)
    elif isinstance(act, Erases | Keeps) and room.marks.get(act.mark) != who:
        raise StoryError(line.number, "No line of %(who)s above is marked {%(mark)s}.", who=who, mark=act.mark)
    elif isinstance(act, AnswersCrack | ExplainsCrack | FindsHelped | LetsGo) and act.at not in room.cracks:
        raise StoryError(line.number, "No crack above is marked {%(mark)s}.", mark=act.at)
