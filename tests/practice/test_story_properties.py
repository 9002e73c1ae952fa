"""Any story goes to text and back; any text is a story or a StoryError, in time that grows with its length."""

import random
import re
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reknit.practice import schedule
from reknit.practice import story_acts as acts
from reknit.practice.facts import When
from reknit.practice.story import Line, Story, StoryError, StoryPerson, parse, print_story

STORIES = sorted((Path(__file__).parents[2] / "reknit/content/stories").glob("*.story"))
ZONES = ("Europe/London", "America/New_York", "Africa/Cairo", "Asia/Kathmandu")
RULES = (
    "", "FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=DAILY;BYDAY=MO,SA", "FREQ=WEEKLY",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=WEEKLY;BYDAY=SU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR", "FREQ=WEEKLY;INTERVAL=5;BYDAY=WE", "FREQ=MONTHLY",
    "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", "FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1",
    "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYMONTHDAY=-2", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1FR",
    "FREQ=MONTHLY;BYDAY=-1SU", "FREQ=MONTHLY;BYDAY=-2SU", "FREQ=MONTHLY;BYMONTHDAY=11;COUNT=4", "FREQ=YEARLY",
    "FREQ=YEARLY;INTERVAL=4", "FREQ=WEEKLY;BYDAY=MO;COUNT=7", "FREQ=DAILY;UNTIL=20260901",
    "INTERVAL=2;FREQ=WEEKLY;BYDAY=FR,MO;UNTIL=20261231", "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1",
)  # fmt: skip
WORDS = st.text(max_size=60) | st.sampled_from(
    ["", "  ", "Yes: I said “so”.", "known: this", "# no note", "a\n\n  b \n| c", "مرحبا: كيف حالك", "\r\nx\r", " | x"]
)
LABEL = st.text(st.characters(exclude_characters="[]{}:\n", codec="utf-8"), min_size=1, max_size=20).map(
    lambda text: " ".join(text.split())
)
LABELS = LABEL.filter(bool)
LETTERS = st.text(st.characters(categories=["L"]), min_size=1, max_size=8).filter(lambda name: name != "everyone")
NAMES = LETTERS | st.sampled_from(["Mary Ann", "أبو عمر", "Ω x"])
HOURS = st.sampled_from(["", "00:00", "08:15", "19:00", "20:00", "23:59"])


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """A story in order: two people, a third who joins, promises, and whatever can be said about them."""
    names = draw(st.lists(NAMES, min_size=3, max_size=3, unique=True))
    zones = draw(st.lists(st.sampled_from(ZONES), min_size=3, max_size=3))
    people = tuple(
        StoryPerson(name, zone, opens=place == 1) for place, (name, zone) in enumerate(zip(names, zones, strict=True))
    )
    a, b, c = names[1], names[0], names[2]
    begin: list[tuple[str, acts.Act, str]] = [
        (a, acts.Opens(), ""), (a, acts.Invites(b), ""), (b, acts.Joins(), ""), (a, acts.Proposes(c), ""),
        (b, acts.Agrees(c), ""), (a, acts.Invites(c), ""), (c, acts.Joins(), ""),
    ]  # fmt: skip
    title = " ".join(draw(st.text(min_size=1, max_size=40)).split()) or "x"
    story = Story(title, "family", draw(st.sampled_from(ZONES)), people, ())
    day, hour = date(2026, draw(st.integers(1, 12)), draw(st.integers(1, 28))), ""
    lines: list[Line] = []
    for who, act, mark in begin:
        lines.append(Line(0, day, "", who, act, mark))
    labels = draw(st.lists(LABELS, max_size=3, unique=True))
    whens: dict[str, When] = {}
    for label in labels:
        whens[label] = draw(whens_from(day))
        lines.append(Line(0, day, "", a, draw(promise(label, (b, c), whens[label]))))
    marks: dict[str, str] = {}
    for step in draw(st.lists(st.integers(0, 400), max_size=12)):
        later = draw(HOURS)
        if step:
            day, hour = day + timedelta(days=step % 40), later if step % 40 else ""
        else:
            hour = max(hour, later) if hour and later else ""
        who, act = draw(something(labels, whens, [a, b, c], marks, day))
        mark = draw(LABELS) if draw(st.booleans()) else ""
        mark = mark if mark and mark not in marks else ""
        if mark:
            marks[mark] = who
        lines.append(Line(0, day, "" if day == lines[-1].day and not lines[-1].time else hour, who, act, mark))
    return replace(story, lines=tuple(lines))


@st.composite
def whens_from(draw: st.DrawFn, day: date) -> When:
    first = day + timedelta(days=draw(st.integers(1, 20)))
    at = draw(st.sampled_from(["", "00:00", "19:00"]))
    when = When(first.isoformat(), at, draw(st.sampled_from(RULES)))
    found = schedule.occurrences(when, after=None, until=date(2199, 12, 31), most=1)
    return When(found[0][:10], at, when.rule) if found else When(first.isoformat(), at)


@st.composite
def promise(draw: st.DrawFn, label: str, others: tuple[str, ...], when: When) -> acts.Promises:
    return acts.Promises(
        label=label,
        to=draw(st.sampled_from([(), others, others[:1]])),
        when=when,
        what=draw(WORDS) + "x",
        known=draw(WORDS),
        between=draw(WORDS),
        facet=draw(st.sampled_from(["consistency", "respect"])),
        weight=draw(st.sampled_from([0.5, 1.0, 2.0])),
        sure=draw(st.integers(1, 4)),
    )


@st.composite
def something(
    draw: st.DrawFn, labels: list[str], whens: dict[str, When], people: list[str], marks: dict[str, str], day: date
) -> tuple[str, acts.Act]:
    maker, receiver = people[0], draw(st.sampled_from(people[1:]))
    said = draw(WORDS)
    if marks and draw(st.booleans()):
        mark = draw(st.sampled_from(sorted(marks)))
        return marks[mark], draw(st.sampled_from([acts.Erases(mark), acts.Keeps(mark)]))
    if not labels:
        return receiver, acts.AnswersMany()
    label = draw(st.sampled_from(labels))
    keys = schedule.occurrences(whens[label], after=None, until=date(2199, 12, 31), most=8)
    due = draw(st.sampled_from(keys))
    future = schedule.occurrences(whens[label], after=f"{day + timedelta(days=3)}T99", until=date(2199, 12, 31), most=1)
    moves = [
        acts.Moves(label, key, "cannot", draw(st.sampled_from(["", "2199-01-01", "2199-01-01T08:00"])), said)
        for key in future
    ]
    moves += [acts.Moves(label, key, "late", "", said) for key in future]
    return draw(
        st.sampled_from(
            [(maker, move) for move in moves]
            + [
                (maker, acts.Says(label, due, "late", said)),
                (maker, acts.Explains(label, due, said + "x")),
                (maker, acts.Remarks(label, due, "reply", said + "x")),
                (maker, acts.Ends(label, said)),
                (receiver, acts.Releases(label, due, said)),
                (receiver, acts.Answers(label, due, "differently", "kept", said)),
                (receiver, acts.Answers(label, due, "yes", "missed", said)),
                (receiver, acts.Answers(label, due, "rather_not", "", said)),
                (receiver, acts.AnswersMany(tuple(acts.Place(label, key) for key in keys))),
                (receiver, acts.TakesWord(label)),
                (receiver, acts.TakesBack(label)),
                (receiver, acts.Remarks(label, due, "all_right", said)),
            ]
        )
    )


def plain(act: acts.Act) -> acts.Act:
    """The act as its words are read back: line ends made one, and blank words none."""
    texts = {}
    for name in ("what", "known", "between", "said", "why"):
        if hasattr(act, name):
            text = getattr(act, name).replace("\r\n", "\n").replace("\r", "\n")
            texts[name] = text if text.strip() else ""
    return replace(act, **texts) if texts else act


def whole(line: Line) -> Line:
    act = plain(line.act)
    if isinstance(act, acts.Promises) and act.when.rule:
        days = schedule.occurrences(act.when, after=None, until=date(2199, 12, 31), most=60)
        act = replace(act, when=When(days[0], act.when.at, ",".join(days)))
    return replace(line, number=0, act=act)


@given(stories())
@settings(max_examples=300, deadline=None)
def test_a_story_goes_to_text_and_back(story: Story) -> None:
    text = print_story(story)
    again = parse(text)
    assert [whole(line) for line in again.lines] == [whole(line) for line in story.lines]
    assert replace(again, lines=()) == replace(story, lines=())
    assert print_story(again) == text
    assert parse(text.encode()) == again


def story_or_error(text: str | bytes) -> None:
    """Read it, and where it is a story, write it and read it again."""
    try:
        story = parse(text)
    except StoryError as error:
        found = error
    else:
        written = print_story(story)
        assert print_story(parse(written)) == written
        return
    lines = re.split("\r\n|\r|\n", text) if isinstance(text, str) else re.split(b"\r\n|\r|\n", text)
    assert 1 <= found.line <= len(lines)
    assert found.sentence


@given(st.binary(max_size=400) | st.text(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_a_story_or_an_error(text: str | bytes) -> None:
    story_or_error(text)


PIECES = st.sampled_from(
    ["[", "]", "{", "}", ":", " ", "\n", "\n  ", "|", "..", "-", "2026-03-09", "1900-01-01", "2199-12-31", "19:00",
     "yes", "kept", "until", "from", "every", "99", "by", "Anna", "Toby", "everyone", "(", ")", ",", "#", "\x00",
     "\u2028", "٣", "\ud800"]
)  # fmt: skip


@given(st.randoms(use_true_random=False), st.lists(PIECES | st.text(max_size=5), min_size=1, max_size=6))
@settings(max_examples=400, deadline=None)
def test_a_spoilt_story_is_a_story_or_an_error(dice: random.Random, pieces: list[str]) -> None:
    text = SMALL
    for piece in pieces:
        at = dice.randrange(len(text))
        text = text[:at] + piece + text[at + dice.choice([0, 0, 1, 5, 12]) :]
    story_or_error(text)


SMALL = """\
title: A test
kind: friends
zone: Europe/London
people: Anna (opens), Toby, Sami (Africa/Cairo)
2026-03-01 Anna opens the space
2026-03-01 Anna invites Toby
2026-03-02 Toby joins
2026-03-05 Toby promises Anna [home] every weekday at 19:00 from 2026-03-06, until 2026-06-01: Home by seven.
  known: You hear the key.
  sure: 2
2026-03-05 Toby promises everyone [bins] monthly on the 31st, 4 times: Bins.
2026-03-06 .. 2026-03-13 Toby [home]: kept 2 late - 2 missed
  Anna: 3 yes - unsure late
  2026-03-10 Toby: Tram.
2026-03-14 Toby explains [home] 2026-03-13 {why}: Sat there.
2026-03-15 Anna answers yes on [home] 2026-03-11 and [home] 2026-03-12
2026-03-16 16:30 Toby can't [home] instead 2026-03-17 18:00
2026-03-17 Toby asks to erase {why}
"""


def test_the_small_story_is_whole() -> None:
    assert len(parse(SMALL).lines) == 19


def test_the_longest_words() -> None:
    text = SMALL + "2026-03-18 Toby explains [home]: " + "ج" * 20_000
    assert parse(text).lines[-1].act == acts.Explains("home", "2026-03-18T19:00", "ج" * 20_000)
    many = "\n".join("x" for _ in range(10_000))
    story = parse(SMALL)
    last = replace(story.lines[-1], act=acts.Explains("home", "2026-03-18T19:00", many + "y"), mark="")
    assert parse(print_story(replace(story, lines=(*story.lines[:-1], last)))).lines[-1].act == last.act


SHAPES: dict[str, Callable[[int], str]] = {
    "words": lambda n: SMALL + "2026-03-18 Toby explains [home]: " + "a: " * n,
    "no words": lambda n: SMALL + "2026-03-18 Toby explains " + "[" * n,
    "below": lambda n: SMALL + "2026-03-18 Toby explains [home]: x" + "\n  y" * n,
    "spaces": lambda n: SMALL + "2026-03-18 Toby" + " " * n + "explains",
    "people": lambda n: SMALL.replace("Sami (", "Sami " + "(," * n),
    "one name": lambda n: SMALL + "2026-03-18 " + "Toby" * n,
    "names": lambda n: SMALL + "2026-03-18 Toby promises " + "Anna and " * n,
    "places": lambda n: SMALL + "2026-03-18 Anna answers yes on " + "[home] 2026-03-09, " * n,
    "marks": lambda n: SMALL + "2026-03-18 Anna leaves " + "{a" * n,
    "tokens": lambda n: SMALL + "2026-03-18 Toby [home]: " + "399 " * n,
    "rows": lambda n: SMALL + "2026-03-18 Toby [home]: kept\n" + "  Anna: yes\n" * n,
    "blank": lambda n: SMALL + "\n" * n,
    "header": lambda n: "title: x\n" * n,
    "lines": lambda n: SMALL + "2199-03-18 Anna takes the word on [home]\n" * (n // 8),
    "promises": lambda n: SMALL + "".join(
        f"2199-03-18 Anna promises Toby [{i}] every day: x\n2199-03-18 Anna ends [{i}]\n" for i in range(n // 32)
    ),
    "far": lambda n: SMALL.replace(", until 2026-06-01", "") + "2199-03-18 Toby says [home] kept\n" * (n // 32),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_length_and_no_faster(shape: str) -> None:
    def seconds(n: int) -> float:
        text = SHAPES[shape](n)
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            story_or_error(text)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(64_000) < 10 * seconds(16_000) + 0.05
