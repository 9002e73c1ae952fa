"""A story is read, opened out, put in order and written again."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import get_args

import pytest

from reknit.practice import story_acts as acts
from reknit.practice.events import AnyFacts
from reknit.practice.facts import When
from reknit.practice.story import StoryError, StoryPerson, ending, moments, parse, print_story
from tests.practice import daily, lines_repair

ROOT = Path(__file__).parents[2]
ABOVE = """\
title: A test
kind: friends
zone: Europe/London
people: Anna (opens), Toby, Sami (Africa/Cairo)
2026-03-01 Anna opens the space
2026-03-01 Anna invites Toby
2026-03-02 Toby joins
2026-03-05 Toby promises Anna [home] every weekday at 19:00: Home by seven.
"""


def told(*lines: str, above: str = ABOVE) -> list[acts.Line]:
    """The lines of a story that come after the usual beginning."""
    story = parse(above + "\n".join(lines))
    return [line for line in story.lines if line.number > above.count("\n")]


def act(line: str, above: str = ABOVE) -> acts.Act:
    (found,) = told(line, above=above)
    return found.act


def test_header() -> None:
    story = parse(ABOVE)
    assert (story.title, story.kind, story.zone) == ("A test", "friends", "Europe/London")
    assert story.people == (
        StoryPerson("Anna", "Europe/London", opens=True),
        StoryPerson("Toby", "Europe/London"),
        StoryPerson("Sami", "Africa/Cairo"),
    )
    assert story.opener.name == "Anna"
    assert parse(ABOVE.encode()) == parse("\ufeff" + ABOVE.replace("\n", "\r\n")) == story


# One line for every kind of event, and the act it is read as.
KINDS = {
    "space-opened": ("2026-03-01 Anna opens the space", acts.Opens()),
    "member-proposed": ("2026-03-20 Anna proposes Sami", acts.Proposes("Sami")),
    "member-agreed": ("2026-03-20 Toby agrees to Sami", acts.Agrees("Sami")),
    "member-joined": ("2026-03-21 Sami joins", acts.Joins()),
    "member-left": ("2026-03-22 Sami leaves", acts.Leaves()),
    "erasure-asked": ("2026-03-22 Toby asks to erase {tram}", acts.Erases("tram")),
    "erasure-withdrawn": ("2026-03-23 Toby keeps {tram}", acts.Keeps("tram")),
    "promise-made": (
        "2026-03-20 Toby promises Anna and Sami [soup] by 2026-03-27 18:30: I make soup.",
        acts.Promises("soup", ("Anna", "Sami"), When("2026-03-27", "18:30"), "I make soup."),
    ),
    "promise-ended": ("2026-03-22 Anna ends [home]: Enough.", acts.Ends("home", "Enough.")),
    "occurrence-said": (
        "2026-03-20 Toby says [home] late: Ran.",
        acts.Says("home", "2026-03-20T19:00", "late", "Ran."),
    ),
    "occurrence-moved": (
        "2026-03-20 16:30 Toby will be late [home] until 20:15: Tram.",
        acts.Moves("home", "2026-03-20T19:00", "late", "2026-03-20T20:15", "Tram."),
    ),
    "occurrence-released": (
        "2026-03-20 16:30 Anna releases [home]: Stay.",
        acts.Releases("home", "2026-03-20T19:00", "Stay."),
    ),
    "occurrence-answered": (
        "2026-03-20 Anna answers [home] differently, it was missed: You came at ten.",
        acts.Answers("home", "2026-03-20T19:00", "differently", "missed", "You came at ten."),
    ),
    "word-taken": ("2026-03-20 Anna takes the word on [home]", acts.TakesWord("home")),
    "word-taken-back": ("2026-03-20 Anna takes back the word on [home]", acts.TakesBack("home")),
    "miss-explained": (
        "2026-03-20 Toby explains [home] 2026-03-19: I sat in the car.",
        acts.Explains("home", "2026-03-19T19:00", "I sat in the car."),
    ),
    "occurrence-remarked": (
        "2026-03-20 Anna adds [home] it cost me: The film.",
        acts.Remarks("home", "2026-03-20T19:00", "cost", "The film."),
    ),
    **daily.KINDS,
    **lines_repair.acts(),
}


# What befalls an account, not what people do: no story tells it.
NOT_LIVED = {"member-reset", "return-asked", "return-agreed", "member-returned"}


def test_every_kind_of_event_can_be_told() -> None:
    tags = {kind.__struct_config__.tag for kind in get_args(AnyFacts)}
    assert set(KINDS) == tags - NOT_LIVED
    with_mark = ABOVE + "2026-03-19 Anna invites Sami\n2026-03-19 Toby says [home] late {tram}: Tram.\n"
    lines = sorted((line for line, _ in KINDS.values() if "opens" not in line), key=lambda line: line[:10])
    story = parse(with_mark + "\n".join(lines))
    assert {repr(line.act) for line in story.lines} >= {repr(expected) for _, expected in KINDS.values()}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2026-03-20 Anna answers [home] yes", acts.Answers("home", "2026-03-20T19:00", "yes")),
        ("2026-03-20 Anna answers [home] not sure", acts.Answers("home", "2026-03-20T19:00", "not_sure")),
        ("2026-03-20 Anna answers [home] rather not say", acts.Answers("home", "2026-03-20T19:00", "rather_not")),
        ("2026-03-20 Anna answers [home] it was late", acts.Answers("home", "2026-03-20T19:00", "yes", "late")),
        ("2026-03-20 Anna answers yes on everything waiting", acts.AnswersMany()),
        (
            "2026-03-20 Anna answers yes on [home] 2026-03-18, 2026-03-19 and [home]",
            acts.AnswersMany(tuple(acts.Place("home", f"2026-03-{day}T19:00") for day in (18, 19, 20))),
        ),
        ("2026-03-20 12:00 Toby can’t [home]", acts.Moves("home", "2026-03-20T19:00", "cannot")),
        (
            "2026-03-20 12:00 Toby cannot [home] 2026-03-23 instead 2026-03-24",
            acts.Moves("home", "2026-03-23T19:00", "cannot", "2026-03-24"),
        ),
        (
            "2026-03-20 12:00 Toby can't [home] instead 2026-03-24 at 18:00",
            acts.Moves("home", "2026-03-20T19:00", "cannot", "2026-03-24T18:00"),
        ),
        ("2026-03-20 Anna adds [home] it hurt", acts.Remarks("home", "2026-03-20T19:00", "hurt")),
        (
            "2026-03-20 Anna adds [home] is everything all right",
            acts.Remarks("home", "2026-03-20T19:00", "all_right"),
        ),
        ("2026-03-20 Toby replies [home]: No.", acts.Remarks("home", "2026-03-20T19:00", "reply", "No.")),
        ("2026-03-20 Toby ends [home]", acts.Ends("home")),
        ("2026-03-20 Anna invites Sami", acts.Invites("Sami")),
        *daily.SAID_OTHERWISE,
    ],
)
def test_ways_to_say_it(line: str, expected: acts.Act) -> None:
    assert act(line) == expected


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("by 2026-03-06", When("2026-03-06")),
        ("on 2026-03-06 at 18:30", When("2026-03-06", "18:30")),
        ("every day", When("2026-03-06", rule="FREQ=DAILY")),
        ("every other day", When("2026-03-06", rule="FREQ=DAILY;INTERVAL=2")),
        ("every 10 days", When("2026-03-06", rule="FREQ=DAILY;INTERVAL=10")),
        ("every weekday at 08:15", When("2026-03-06", "08:15", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")),
        ("every Thursday, Monday and Friday", When("2026-03-06", rule="FREQ=WEEKLY;BYDAY=MO,TH,FR")),
        ("every other Thursday", When("2026-03-12", rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TH")),
        ("every 3 weeks on Sunday", When("2026-03-08", rule="FREQ=WEEKLY;INTERVAL=3;BYDAY=SU")),
        ("monthly on the 31st", When("2026-03-31", rule="FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1")),
        ("monthly on the 5th", When("2026-04-05", rule="FREQ=MONTHLY;BYMONTHDAY=5")),
        ("every month on the last day", When("2026-03-31", rule="FREQ=MONTHLY;BYMONTHDAY=-1")),
        ("every other month on the first Friday", When("2026-03-06", rule="FREQ=MONTHLY;INTERVAL=2;BYDAY=1FR")),
        ("every 4 months on the 2nd", When("2026-04-02", rule="FREQ=MONTHLY;INTERVAL=4;BYMONTHDAY=2")),
        ("monthly on the fifth Friday", When("2026-05-29", rule="FREQ=MONTHLY;BYDAY=5FR")),
        ("yearly on 1 March", When("2027-03-01", rule="FREQ=YEARLY")),
        ("every other year on 29 February", When("2028-02-29", rule="FREQ=YEARLY;INTERVAL=2")),
        ("every Friday, 6 times", When("2026-03-06", rule="FREQ=WEEKLY;BYDAY=FR;COUNT=6")),
        (
            "every Friday at 19:00 from 2026-03-13 until 2026-05-01",
            When("2026-03-13", "19:00", "FREQ=WEEKLY;BYDAY=FR;UNTIL=20260501"),
        ),
        ("by the rule FREQ=DAILY;BYDAY=MO,SA at 09:00", When("2026-03-07", "09:00", "FREQ=DAILY;BYDAY=MO,SA")),
    ],
)
def test_when_in_plain_words(words: str, when: When) -> None:
    found = act(f"2026-03-05 Toby promises Anna [x] {words}: It.")
    assert isinstance(found, acts.Promises)
    assert found.when == when
    story = parse(f"{ABOVE}2026-03-05 Toby promises Anna [x] {words}: It.")
    assert parse(print_story(story)).lines[-1].act == story.lines[-1].act


def test_words_by_name() -> None:
    found = act(
        """2026-03-20 Toby promises everyone [x] every day: One line: “hello”,
  from wherever I am. # not a note
  |   Indented, and then
  |
  | مرحبا: as it is
  known: You read it.
  between:
  | No signal.
  facet: transparency
  matters: a lot
  sure: 4"""
    )
    assert isinstance(found, acts.Promises)
    assert found.what == (
        "One line: “hello”, from wherever I am. # not a note\n  Indented, and then\n\nمرحبا: as it is"
    )
    assert (found.known, found.between) == ("You read it.", "No signal.")
    assert (found.facet, found.weight, found.sure, found.to) == ("transparency", 2.0, 4, ())


def test_a_run_opens_out() -> None:
    run = """2026-03-09 .. 2026-03-13 Toby [home]: kept late - 2 missed
  Anna: yes, kept missed unsure -
  2026-03-10 Toby: The tram
    stood still.
  2026-03-10 Anna: I heard you at seven."""
    key = "2026-03-{}T19:00".format
    assert [(line.day.day, line.who, line.act) for line in told(run)] == [
        (9, "Toby", acts.Says("home", key("09"), "kept")),
        (9, "Anna", acts.Answers("home", key("09"), "yes")),
        (10, "Toby", acts.Says("home", key("10"), "late", "The tram stood still.")),
        (10, "Anna", acts.Answers("home", key("10"), "differently", "kept", "I heard you at seven.")),
        (11, "Anna", acts.Answers("home", key("11"), "yes", "missed")),
        (12, "Toby", acts.Says("home", key("12"), "missed")),
        (12, "Anna", acts.Answers("home", key("12"), "not_sure")),
        (13, "Toby", acts.Says("home", key("13"), "missed")),
    ]


def test_a_run_is_told_when_it_can_be_known() -> None:
    above = ABOVE + (
        "2026-03-05 Toby promises Anna [bins] every Monday: Bins out.\n"
        "2026-03-05 Toby promises Anna [call] every Monday at 23:45: I ring.\n"
    )
    bins = told("2026-03-09 .. 2026-03-16 Toby [bins]: kept missed", above=above)
    assert [(line.day.day, line.time) for line in bins] == [(9, ""), (17, "")]
    (call,) = told("2026-03-09 .. 2026-03-10 Toby [call]: kept", above=above)
    assert (call.day.day, call.time) == (10, "")


def test_lines_are_put_in_order() -> None:
    lines = told(
        "2026-03-09 .. 2026-03-10 Toby [home]: 2 kept",
        "2026-03-09 Anna answers [home] yes",
        "2026-03-09 21:00 Anna adds [home] it hurt",
        "2026-03-09 Anna adds [home] it cost me",
        "2026-03-09 07:30 Anna invites Sami",
    )
    assert [(line.day.day, line.time, type(line.act).__name__) for line in lines] == [
        (9, "07:30", "Invites"),
        (9, "", "Says"),
        (9, "", "Answers"),
        (9, "21:00", "Remarks"),
        (9, "", "Remarks"),
        (10, "", "Says"),
    ]


def test_moments() -> None:
    story = parse(ABOVE + "2026-03-29 01:30 Anna invites Sami\n2026-03-30 12:00 Sami joins")
    found = moments(story)
    assert found[:2] == [datetime(2026, 3, 1, 20, tzinfo=UTC), datetime(2026, 3, 1, 20, 0, 1, tzinfo=UTC)]
    assert found[-2:] == [datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 3, 30, 11, tzinfo=UTC)]


def test_ending_moves_by_whole_weeks_and_stops() -> None:
    story = parse(
        ABOVE
        + "2026-03-19 Toby promises Anna [x] every Friday, until 2026-03-27: It.\n"
        + "2026-03-20 16:00 Toby can't [x] instead 2026-03-21 10:00\n2026-03-21 Toby says [x] 2026-03-20 kept\n"
        + "2026-03-22 Anna answers yes on [x] 2026-03-20\n"
    )
    moved = ending(story, date(2026, 8, 8))
    assert [line.day for line in moved.lines][-1] == date(2026, 8, 8)
    assert moved.lines[-1].act == acts.Says("x", "2026-08-07", "kept")
    assert moved.lines[-2].act == acts.Moves("x", "2026-08-07", "cannot", "2026-08-08T10:00")
    assert moved.lines[-3].act.when == When("2026-08-07", rule="FREQ=WEEKLY;BYDAY=FR;UNTIL=20260814")
    assert len(ending(story, date(2026, 8, 9)).lines) == len(story.lines)
    told = ending(story, date(2026, 8, 8), whole=True).lines
    assert (len(told), told[-1].day) == (len(story.lines), date(2026, 8, 2))
    with pytest.raises(StoryError, match=r"Line 9: A story that is to be moved can repeat by days and weeks only\."):
        ending(parse(ABOVE + "2026-03-19 Toby promises Anna [x] monthly on the 1st: It."), date(2026, 8, 8))


DOC = (ROOT / "docs" / "stories.md").read_text(encoding="utf-8")
WHOLE = re.findall(r"```story\n(.*?)```", DOC, re.DOTALL)
PARTS = re.findall(r"```lines\n(.*?)```", DOC, re.DOTALL)


@pytest.mark.parametrize("text", WHOLE)
def test_whole_examples_of_the_page_are_read(text: str) -> None:
    assert len(parse(text).lines) == 16
    assert print_story(parse(print_story(parse(text)))) == print_story(parse(text))


@pytest.mark.parametrize("text", PARTS)
def test_example_lines_of_the_page_are_read(text: str) -> None:
    assert len(told(*text.splitlines())) >= 3


def test_every_verb_is_on_the_page() -> None:
    from reknit.practice.story_parse import VERBS

    examples = "\n".join(WHOLE + PARTS)
    missing = [verb for verb in VERBS if verb not in examples and verb not in ("can’t", "cannot")]
    assert missing == []
