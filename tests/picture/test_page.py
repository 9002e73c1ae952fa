"""The picture as people meet it: how it feels is its owner's alone, and each past day shows what was known on it."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import urljoin
from uuid import UUID

import pytest

from reknit.picture import reads
from reknit.picture.reads import Line
from reknit.picture.sources import Asked
from reknit.practice.facts_mending import RepairClosed
from reknit.practice.facts_repair import Acknowledged, AcknowledgementAnswered, BreachNamed, Since
from reknit.rooms.checkins import acts as checkins
from reknit.rooms.promises import acts as promises
from reknit.rooms.repair import acts as repair
from reknit.spaces.access import Here, Viewer
from tests import cast
from tests.cast import NOON, Someone
from tests.vault.conftest import unlocked

pytestmark = [pytest.mark.tables, pytest.mark.django_db]


def lines(here: Here, **more: Any) -> list[Line]:
    """What I promised, and what was promised to me."""
    return reads.lines(here, Asked(span="weeks", day=more.pop("day", here.today), **more))


def at(viewer: Viewer, space: UUID, *, day: int) -> Here:
    private = viewer.private and replace(viewer.private)
    return replace(viewer, now=NOON + timedelta(days=day), private=private).space(space)


def keep_daily(anna: Someone, toby: Someone, space: UUID, *, days: int, missed: tuple[int, ...] = ()) -> str:
    """Toby promises something every day and tells what came of it; Anna says so, too."""
    root = cast.promise(toby.here(space), day="2026-03-03", rule="FREQ=DAILY")
    for day in range(1, days + 1):
        due, now = (NOON + timedelta(days=day)).date().isoformat(), NOON + timedelta(days=day + 1)
        outcome: Any = "missed" if day in missed else "kept"
        promises.say(toby.here(space, now), promise=root, due=due, outcome=outcome)
        promises.answer(anna.here(space, now), promise=root, due=due, answer="yes")
    return root


@pytest.mark.practice("I2", "A15", "L8")
def test_how_it_feels_is_its_owners_alone_and_only_while_it_is_open(
    anna: Someone, toby: Someone, together: UUID
) -> None:
    keep_daily(anna, toby, together, days=6)
    mine = unlocked(anna, NOON)
    for day, trusting in ((2, 2), (5, 4)):
        checkins.say_how(at(mine, together, day=day), words={}, trusting=trusting)  # type: ignore[arg-type]
    own, theirs = lines(at(mine, together, day=8))
    assert own.felt == []
    assert theirs.felt
    assert theirs.because
    assert theirs.cloth
    assert any(row.band and row.band.told for row in theirs.cloth.rows)
    closed = lines(anna.here(together, NOON + timedelta(days=8)))
    assert [line.felt for line in closed] == [[], []]
    assert not any(row.band for line in closed if line.cloth for row in line.cloth.rows)
    other = lines(at(unlocked(toby, NOON), together, day=8))
    assert not any(row.band and row.band.told for line in other if line.cloth for row in line.cloth.rows)


@pytest.mark.practice("A9", "A15")
def test_until_somebody_says_how_it_feels_nothing_is_drawn_of_it(anna: Someone, toby: Someone, together: UUID) -> None:
    keep_daily(anna, toby, together, days=9)
    mine = unlocked(anna, NOON)
    silent = lines(at(mine, together, day=10), gap=True)[1]
    assert [str(one) for one in silent.felt] == ["You have not said yet how it feels, so nothing is drawn of it."]
    assert (silent.because, silent.gap, silent.reported) == ([], [], False)
    assert silent.cloth
    assert not any(row.band for row in silent.cloth.rows)
    checkins.say_how(at(mine, together, day=9), words={}, trusting=3)
    told = lines(at(mine, together, day=10))[1]
    assert told.cloth
    last = [row.band for row in told.cloth.rows][-1]
    assert last
    assert last.felt[0].at == pytest.approx(2 / 7)  # from the morning of the Wednesday they said it on


@pytest.mark.practice("A7", "A15")
def test_a_cloth_that_holds_only_a_tear_does_not_say_that_there_is_nothing(
    anna: Someone, toby: Someone, together: UUID
) -> None:
    facts = BreachNamed(
        doer=toby.here(together).me, hurt=anna.here(together).me, since=Since("day", "2026-03-01"), size="major"
    )
    repair.name_breach(anna.here(together), facts=facts, words={"what": "You were not there."})
    line = lines(anna.here(together))[1]
    assert line.cloth
    assert [str(one) for one in line.sentences] == ["No promise here has come due yet."]
    [tear] = [tear for row in line.cloth.rows for tear in row.tears]
    assert tear.at == pytest.approx(6.5 / 7)  # in the middle of that Sunday, under its name


@pytest.mark.practice("L8", "O2")
def test_the_question_and_what_has_held_come_only_when_asked(anna: Someone, toby: Someone, together: UUID) -> None:
    keep_daily(anna, toby, together, days=9)
    mine = unlocked(anna, NOON)
    checkins.say_how(at(mine, together, day=9), words={}, trusting=1)
    here = at(mine, together, day=10)
    assert [(line.gap, line.strong) for line in lines(here)] == [([], []), ([], [])]
    own, theirs = lines(here, gap=True, strong=True)
    assert (own.gap, own.strong) == ([], [])
    assert theirs.gap
    assert theirs.strong


@pytest.mark.practice("A3", "A7", "A6")
def test_what_was_broken_is_a_tear_in_both_their_pictures_and_mends_as_the_hurt_person_says(
    anna: Someone, toby: Someone, together: UUID
) -> None:
    facts = BreachNamed(
        doer=toby.here(together).me, hurt=anna.here(together).me, since=Since("day", "2026-03-01"), size="major"
    )
    breach = repair.name_breach(anna.here(together), facts=facts, words={"what": "You were not there."})
    named = lines(anna.here(together))[1]
    assert [str(one.sentence) for one in named.open] == ["What happened on Sunday 1 March is open."]
    repair.say(toby.here(together), breach=breach, facts=Acknowledged(), words={"said": "I was not there."})
    repair.say(anna.here(together), breach=breach, facts=AcknowledgementAnswered(answer="full"))
    day = NOON + timedelta(days=2)
    [tear] = [tear for row in lines(anna.here(together, day))[1].cloth.rows for tear in row.tears]  # type: ignore[union-attr]
    [same] = [tear for row in lines(toby.here(together, day))[0].cloth.rows for tear in row.tears]  # type: ignore[union-attr]
    assert tear == same
    assert 0 < tear.mended < 0.3
    assert lines(toby.here(together, day))[1].open == []
    repair.say(anna.here(together, day), breach=breach, facts=RepairClosed(how="set_down"))
    assert [line.open for line in lines(anna.here(together, day + timedelta(days=1)))] == [[], []]


@pytest.mark.practice("A10")
def test_what_is_unlike_him_is_said_while_it_is_fresh(anna: Someone, toby: Someone, together: UUID) -> None:
    keep_daily(anna, toby, together, days=40, missed=(38,))
    for day, said in ((41, 1), (67, 1), (70, 0)):
        here = anna.here(together, NOON + timedelta(days=day))
        assert len(lines(here)[1].unusual) == said
        assert lines(here)[0].unusual == []
    facts = BreachNamed(
        doer=toby.here(together).me, hurt=anna.here(together).me, since=Since("day", "2026-03-01"), size="major"
    )
    here = anna.here(together, NOON + timedelta(days=42))
    repair.name_breach(here, facts=facts, words={"what": "You were not there."})
    assert lines(anna.here(together, NOON + timedelta(days=42)))[1].unusual == []


@pytest.mark.practice("A10", "A8")
def test_any_past_day_shows_what_was_known_then(anna: Someone, toby: Someone, together: UUID) -> None:
    root = keep_daily(anna, toby, together, days=14, missed=(13,))
    now = anna.here(together, NOON + timedelta(days=20))
    assert str(lines(now)[1].sentences[0]).startswith("13 of the last 14 were kept")
    then = lines(now, day=(NOON + timedelta(days=8)).date())[1]
    assert str(then.sentences[0]) == "All of the last seven were kept."
    promises.answer(now, promise=root, due="2026-03-04", answer="differently", seen="missed")
    assert str(lines(now, day=(NOON + timedelta(days=8)).date())[1].sentences[0]) == "All of the last seven were kept."


@pytest.mark.practice("A1")
def test_each_side_is_shown_alone_where_there_is_enough_of_it(anna: Someone, toby: Someone, together: UUID) -> None:
    keep_daily(anna, toby, together, days=6)
    assert lines(anna.here(together, NOON + timedelta(days=8)))[1].sides == []
    there = cast.promise(toby.here(together), day="2026-03-03", rule="FREQ=DAILY", facet="responsiveness")
    for day in range(1, 7):
        due, now = (NOON + timedelta(days=day)).date().isoformat(), NOON + timedelta(days=day + 1)
        promises.say(toby.here(together, now), promise=there, due=due, outcome="missed")
        promises.answer(anna.here(together, now), promise=there, due=due, answer="yes")
    here = anna.here(together, NOON + timedelta(days=8))
    assert lines(here)[1].sides == ["consistency", "responsiveness"]
    for span in ("weeks", "year", "all"):
        asked = Asked(span, here.today, facet="responsiveness")
        [alone] = reads.lines(here, asked)
        assert [str(one) for one in alone.sentences] == ["None of the last six on time."]
        assert alone.cloth
        assert {name for row in alone.cloth.rows for one in row.stitches for name in one.mix or {}} <= {"missed"}
        assert {one.shape for row in alone.cloth.rows for one in row.stitches if one.mix is None} <= {"missed"}
        assert not any("kept" in row.what for row in alone.table)
    page = anna.browser().get(f"/s/{together}/picture/?facet=respect").content.decode()
    assert "one side of it alone: Respect" in page
    assert "promised you" not in page.split("<main")[1]


@pytest.mark.practice("A4", "E7")
def test_the_page_answers_every_span_and_no_nonsense(anna: Someone, toby: Someone, together: UUID) -> None:
    keep_daily(anna, toby, together, days=5, missed=(4,))
    client = anna.browser()
    for asked in ("", "span=year", "span=all", "span=x&on=yesterday", "on=2026-03-05&gap=1&strong=1", "on=2199-01-01"):
        page = client.get(f"/s/{together}/picture/?{asked}").content.decode()
        assert "promised you" in page, asked
        assert "%" not in page.split("<main")[1].split("</main")[0].replace("%20", ""), asked


def test_every_stitch_leads_to_the_time_it_stands_for(anna: Someone, toby: Someone, together: UUID) -> None:
    """Its address is short, as seen from the picture; with an hour and without one it is found."""
    keep_daily(anna, toby, together, days=2)
    late, day = NOON + timedelta(days=1), f"{NOON:%Y-%m-%d}"
    hourly = cast.promise(toby.here(together), day=day, at="18:00")
    promises.say(toby.here(together, late), promise=hourly, due=f"{day}T18:00", outcome="kept")
    client, here = anna.browser(), f"/s/{together}/picture/"
    hrefs = set(re.findall(r'<a href="(\.\./promises/[^"]+)"', client.get(f"{here}?on=2026-03-05").content.decode()))
    assert len([href for href in hrefs if "T18:00" in href]) == 1
    assert len(hrefs) == 3
    assert [client.get(urljoin(here, href)).status_code for href in hrefs] == [200, 200, 200]
