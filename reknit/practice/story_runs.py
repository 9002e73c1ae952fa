"""A run: many occurrences of one promise in a row of words, opened out into ordinary lines.

2026-03-09 .. 2026-03-13 Toby [home]: kept late 2 kept missed
  Anna: 4 yes late
  2026-03-10 Toby: The tram stood still.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from reknit.practice.facts import Answer
from reknit.practice.schedule import day_of, due_at
from reknit.practice.story_acts import Answers, Line, Place, Says, StoryError
from reknit.practice.story_entries import Entry, day_in, go_on, joined, short, split_at_colon
from reknit.practice.story_head import DAY, Head, Made, keys_between
from reknit.practice.story_order import EVENING
from reknit.practice.story_promising import OUTCOMES

_MOST = 400
_NOTHING = "-"
_ANSWERS: dict[str, Answer] = {"yes": "yes", "unsure": "not_sure", "rather-not": "rather_not"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a run: its line, whose it is, on which day if it holds that day's words, and its text in pieces."""

    number: int
    who: str
    day: date | None
    lines: list[list[str]]

    @property
    def text(self) -> str:
        """The whole text. Raises StoryError where it is too long."""
        return joined(self.lines, self.number)


def expand(entry: Entry, head: Head, zone: str) -> list[Line]:
    """The lines a run stands for. Raises StoryError where its words and the days due do not match."""
    if entry.time:
        raise head.wrong("A run has no hour of its own: leave out %(time)s.", time=entry.time)
    made = _made(head)
    rows = _rows(entry, head)
    keys = keys_between(made.act.when, entry.day, entry.until or entry.day, most=_MOST + 1)
    told = {row.who: _told(row, keys, made) for row in rows if not row.day}
    _check_answers(rows, told, keys)
    words = {(row.day, row.who): row for row in rows if row.day}
    lines: list[Line] = []
    for place, key in enumerate(keys):
        tokens = {who: said[place] for who, said in told.items() if said[place] != _NOTHING}
        day, hour = _moment(key, tokens, made.maker.zone, zone)
        for who, token in tokens.items():
            row = words.pop((day_of(key), who), None)
            said = None if who == head.who else tokens.get(head.who, _NOTHING)
            act = _act(Place(made.act.label, key), token, said=said, words=row.text if row else "")
            lines.append(Line(entry.number, day, hour, who, act))
    for row in words.values():
        raise StoryError(row.number, "%(who)s says nothing about %(day)s in this run.", who=row.who, day=row.day)
    return lines


def _act(place: Place, token: str, *, said: str | None, words: str) -> Says | Answers:
    """What a word of a row does. `said` is None in the maker's own row, else what the maker says in the same place."""
    if said is None:
        return Says(place.label, place.due, OUTCOMES[token], words)
    if token == said:
        return Answers(place.label, place.due, "yes", "", words)
    if token in OUTCOMES:
        answer: Answer = "yes" if said == _NOTHING else "differently"
        return Answers(place.label, place.due, answer, OUTCOMES[token], words)
    return Answers(place.label, place.due, _ANSWERS[token], "", words)


def _check_answers(rows: list[Row], told: dict[str, list[str]], keys: list[str]) -> None:
    said = told[rows[0].who]
    for row in rows[1:]:
        for key, mine, theirs in zip(keys, said, told.get(row.who, said), strict=True):
            if not row.day and mine == _NOTHING and theirs in _ANSWERS:
                raise StoryError(
                    row.number, "On %(day)s nothing is said that could be answered: write kept, late, missed or -.",
                    day=key[:10],
                )  # fmt: skip


def _moment(key: str, tokens: dict[str, str], zone_of_maker: str, zone: str) -> tuple[date, str]:
    """When it is told: that evening, or half an hour after an hour later than that. What was due by a day and did not
    come is told on the evening after."""
    if len(key) == 10:
        outcome = next((token for token in tokens.values() if token in OUTCOMES), "kept")
        return day_of(key) + timedelta(days=outcome != "kept"), ""
    moment = (due_at(key, zone_of_maker) + timedelta(minutes=30)).astimezone(ZoneInfo(zone))
    hour = moment.strftime("%H:%M")
    return moment.date(), hour if hour > EVENING else ""


def _made(head: Head) -> Made:
    label = head.label()
    head.finish()
    made = head.scene.promise(label, head.number)
    if made.maker.name != head.who:
        raise head.wrong("A run is told by the one who promised; [%(label)s] is a promise of %(maker)s.",
                         label=label, maker=made.maker.name)  # fmt: skip
    return made


def _rows(entry: Entry, head: Head) -> list[Row]:
    rows = [Row(entry.number, head.who, None, [[entry.words or ""]])]
    for number, raw in entry.below:
        before, after = split_at_colon(raw)
        found = re.fullmatch(rf"(?:({DAY}) )?(.*)", before)
        dated, name = (found[1], found[2]) if found else (None, before)
        if raw.startswith("|") or after is None or not (dated or name in head.scene.people):
            go_on(rows[-1].lines, raw)
            continue
        who = head.scene.person(name, number).name
        day = day_in(dated, number) if dated else None
        if any((row.day, row.who) == (day, who) for row in rows):
            raise StoryError(number, "There is already a row for %(who)s in this run.", who=who)
        rows.append(Row(number, who, day, [[after]] if after else []))
    return rows


def _told(row: Row, keys: list[str], made: Made) -> list[str]:
    """The words of a row, one for each key; a number before a word repeats it."""
    words = [*OUTCOMES, _NOTHING] if row.who == made.maker.name else [*_ANSWERS, *OUTCOMES, _NOTHING]
    told: list[str] = []
    times = 1
    for word in row.text.replace(",", " ").split():
        if re.fullmatch("[1-9][0-9]{0,2}", word):
            times = int(word)
        elif word not in words:
            raise StoryError(row.number, "“%(word)s” is none of: %(all)s.", word=short(word), all=", ".join(words))
        else:
            told += [word] * times
            times = 1
        if len(told) > _MOST:
            raise StoryError(row.number, "A run tells at most %(most)d days: begin another.", most=_MOST)
    if len(told) != len(keys):
        raise StoryError(
            row.number, "[%(label)s] is due %(due)s in these days, but here stand %(told)d words.",
            label=made.act.label, due=_times(len(keys)), told=len(told),
        )  # fmt: skip
    return told


def _times(count: int) -> str:
    return "more often" if count > _MOST else "once" if count == 1 else f"{count} times"
