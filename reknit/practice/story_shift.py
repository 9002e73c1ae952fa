"""A story told as if it had just happened: moved by whole weeks, and told only so far."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import msgspec

from reknit.practice.facts import When
from reknit.practice.rules import parse
from reknit.practice.story_acts import (
    Act,
    Answers,
    AnswersMany,
    Explains,
    Line,
    Moves,
    Place,
    Promises,
    Releases,
    Remarks,
    Says,
    Story,
    StoryError,
)
from reknit.practice.story_daily_acts import NotesCrack, NotesGood
from reknit.practice.story_repairs import Repairs


def ending(story: Story, day: date, *, whole: bool = False) -> Story:
    """The story moved by whole weeks, so that its last seven days hold `day`, and told up to the end of that day.

    With `whole` all of it is told, and it ends on `day` or up to six days before. Days of the week stay what they were.
    Raises StoryError where a promise goes by days of the month or year.
    """
    if not story.lines:
        return story
    days = (day - story.lines[-1].day).days
    weeks = days // 7 if whole else -(-days // 7)
    moved = (_moved(line, timedelta(weeks=weeks)) for line in story.lines)
    return replace(story, lines=tuple(line for line in moved if line.day <= day))


def _moved(line: Line, by: timedelta) -> Line:
    return replace(line, day=line.day + by, act=_act(line.act, line.number, by))


def _act(act: Act, number: int, by: timedelta) -> Act:
    if isinstance(act, Promises):
        return replace(act, when=_when(act.when, number, by))
    if isinstance(act, AnswersMany):
        return replace(act, places=tuple(Place(place.label, _key(place.due, by)) for place in act.places))
    if isinstance(act, Moves):
        return replace(act, due=_key(act.due, by), to=_key(act.to, by))
    if isinstance(act, Says | Releases | Answers | Explains | Remarks):
        return replace(act, due=_key(act.due, by))
    if isinstance(act, NotesCrack | NotesGood):
        return replace(act, day=_key(act.day, by))
    return replace(act, facts=_days(act.facts, by)) if isinstance(act, Repairs) else act


def _days(facts: Any, by: timedelta) -> Any:
    """The facts with every day in them moved."""
    moved: dict[str, Any] = {name: _key(getattr(facts, name, ""), by) for name in ("day", "until", "look", "on", "at")}
    found = {name: key for name, key in moved.items() if key}
    if since := getattr(facts, "since", None):
        found["since"] = _days(since, by)
    return msgspec.structs.replace(facts, **found)


def _key(key: str, by: timedelta) -> str:
    return (date.fromisoformat(key[:10]) + by).isoformat() + key[10:] if key else ""


def _when(when: When, number: int, by: timedelta) -> When:
    rule = when.rule
    if rule:
        parsed = parse(rule)
        if parsed.freq not in ("DAILY", "WEEKLY"):
            raise StoryError(number, "A story that is to be moved can repeat by days and weeks only.")
        if parsed.until:
            rule = rule.replace(f"UNTIL={parsed.until:%Y%m%d}", f"UNTIL={parsed.until + by:%Y%m%d}")
    return msgspec.structs.replace(when, day=_key(when.day, by), rule=rule)
