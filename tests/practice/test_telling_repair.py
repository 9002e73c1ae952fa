"""Everything on the path of a repair in one plain sentence, to the others and to whoever did it."""

from datetime import date

import pytest

from reknit.practice.events import Event
from reknit.practice.facts_mending import QuestionPut
from reknit.practice.story import ending, parse, print_story
from reknit.practice.telling import sentence
from tests.practice.lines_repair import LINES, NAMED
from tests.practice.test_telling import told_in
from tests.practice.told import local

NOW = local("2026-03-24 09:00")
ROOT = Event("e1", 1, "Anna", "e1", NOW, NAMED, {"what": "You lied."})
ERASED = Event("e1", 1, "Anna", "e1", NOW, NAMED, None)


@pytest.mark.parametrize(("line", "facts", "words", "about", "yours"), LINES)
def test_each_in_one_sentence(line, facts, words, about, yours):
    by = line.split()[0]
    event = Event("e2", 2, by, "e1", NOW, facts, words)
    today = date(2026, 3, 24)
    assert told_in(sentence(event, str, root=ROOT, today=today)) == about
    assert told_in(sentence(event, str, root=ROOT, today=today, reader=by)) == yours
    for root in (ERASED, None):
        gone = told_in(sentence(Event("e2", 2, by, "e1", NOW, facts, None), str, root=root, today=today))
        assert gone.endswith(".")
        assert "%" not in gone
        assert "None" not in gone


def test_a_story_that_is_moved_takes_its_days_along():
    above = "title: A\nkind: couple\nzone: Europe/London\npeople: Anna (opens), Toby\n"
    begin = "2026-03-01 Anna opens the space\n2026-03-01 Anna invites Toby\n2026-03-01 Toby joins\n"
    lines = "\n".join(f"2026-03-24 {line}" for line, *_ in LINES if "[home]" not in line)
    moved = ending(parse(above + begin + lines), date(2026, 3, 31))
    named = moved.lines[3].act.facts
    assert (named.since.day, named.since.until) == ("2026-03-08", "2026-03-11")
    asked = next(line.act.facts for line in moved.lines if type(getattr(line.act, "facts", None)) is QuestionPut)
    assert asked.at == "2026-04-05T19:00"
    assert parse(print_story(moved)).lines[-1].act == moved.lines[-1].act
