"""The stories told in promises alone: every act in them may be done, and they come out as they are told."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from reknit.practice import promises
from reknit.practice import story_acts as acts
from reknit.practice.events import (
    Event,
    MemberAgreed,
    MemberJoined,
    MemberLeft,
    MemberProposed,
    MissExplained,
    OccurrenceMoved,
    OccurrenceReleased,
    OccurrenceRemarked,
    PromiseEnded,
    SpaceOpened,
    WordTaken,
)
from reknit.practice.facts import Facts
from reknit.practice.fold import new_state, step, whole
from reknit.practice.story import Story, ending, moments, parse, print_story

SHIPPED = Path(__file__).parents[2] / "reknit" / "content" / "stories"
PROMISED = ("anna-and-toby", "consultant", "maya")  # told in promises alone; tests/stories lives all of them through
STORIES = {name: parse((SHIPPED / f"{name}.story").read_bytes()) for name in PROMISED}
LAST_WEEK = range(7)


class Lived:
    """A story acted out through the practice itself; a seat is called by its name."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.events: list[Event] = []
        self.state = new_state()
        self.roots: dict[str, str] = {}
        for line, moment in zip(story.lines, moments(story), strict=True):
            self.now = moment
            try:
                self.take(line.who, line.act)
            except Exception as error:
                error.add_note(f"line {line.number}: {line.day} {line.who} {line.act}")
                raise

    def recall(self, root: str) -> list[Event]:
        return [event for event in self.events if event.about == root]

    def record(self, by: str, facts: Facts, *, about: str = "", words: dict[str, str] | None = None) -> str:
        seq = len(self.events) + 1
        event = Event(f"e{seq}", seq, by, about or f"e{seq}", self.now, facts, words or {})
        self.events.append(event)
        step(self.state, event, self.recall)
        return event.id

    def does(self, act: str, by: str, root: str, **more: object) -> None:
        promise = whole(self.state, root, self.recall)
        timed = {} if act.startswith("take_") else {"now": self.now}
        named = {} if act == "end" else {"names": str}
        facts = getattr(promises, act)(promise, by=by, **timed, **named, **more)
        self.record(by, facts, about=root, words=more.get("words"))

    def take(self, who: str, act: acts.Act) -> None:
        label = self.roots.get(getattr(act, "label", ""), "")
        words = {"said": getattr(act, "said", "")}
        match act:
            case acts.Opens():
                self.record(who, SpaceOpened(self.story.kind))
            case acts.Proposes(name):
                self.roots[name] = self.record(who, MemberProposed(), words={"name": name})
            case acts.Agrees(name):
                self.record(who, MemberAgreed(), about=self.roots[name])
            case acts.Joins():
                self.record(who, MemberJoined(), about=self.roots.get(who, ""))
            case acts.Leaves():
                self.record(who, MemberLeft())
            case acts.Promises():
                self.roots[act.label] = self.promise(who, act)
            case acts.Ends():
                self.does("end", who, label, words={"why": act.why})
            case acts.Says(due=due, outcome=outcome):
                self.does("say", who, label, due=due, outcome=outcome, words=words)
            case acts.Moves(due=due, how=how, to=to):
                self.does("move", who, label, due=due, how=how, to=to, words=words)
            case acts.Releases(due=due):
                self.does("release", who, label, due=due, words=words)
            case acts.Answers(due=due, answer=answer, seen=seen):
                self.does("answer", who, label, due=due, answer=answer, seen=seen, words=words)
            case acts.AnswersMany(places):
                found = [(self.roots[place.label], place.due) for place in places]
                found = found or [(item.promise.id, item.due) for item in promises.waiting_for_me(self.state, who)]
                assert found, "nothing waits"
                for root, due in found:
                    self.does("answer", who, root, due=due, answer="yes")
            case acts.TakesWord() | acts.TakesBack():
                self.does("take_word" if isinstance(act, acts.TakesWord) else "take_back", who, label)
            case acts.Explains(due=due):
                self.does("explain", who, label, due=due, words=words)
            case acts.Remarks(due=due, remark=remark):
                self.does("remark", who, label, due=due, remark=remark, words=words)

    def promise(self, who: str, act: acts.Promises) -> str:
        others = tuple(person.name for person in self.story.people if person.name != who)
        zone = next(person.zone for person in self.story.people if person.name == who)
        words = {"what": act.what, "known": act.known, "between": act.between}
        facts = promises.make(
            by=who, to=act.to or others, when=act.when, zone=zone, words=words, now=self.now,
            facet=act.facet, weight=act.weight, sure=act.sure,
        )  # fmt: skip
        return self.record(who, facts, words=words)

    def outcomes(self, maker: str, receiver: str, *, since: str = "", until: str = "9999") -> Counter[str]:
        """How often each shape stands on the deed line, by the day that counts."""
        record = self.state.record(maker, receiver)
        return Counter(stitch.shape for stitch in record.last60 if since <= stitch.on < until)


@pytest.fixture(scope="module")
def lived() -> dict[str, Lived]:
    return {name: Lived(story) for name, story in STORIES.items()}


def names(lived: Lived) -> set[str]:
    return {person.name for person in lived.story.people}


def kinds(events: list[Event]) -> set[type[Facts]]:
    return {type(event.facts) for event in events}


@pytest.mark.parametrize("name", STORIES)
def test_each_goes_to_text_and_back(name: str) -> None:
    text = print_story(STORIES[name])
    assert print_story(parse(text)) == text


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("back", LAST_WEEK)
def test_each_can_end_on_any_day(name: str, back: int) -> None:
    yesterday = date(2031, 3, 31) + timedelta(days=back)
    assert Lived(ending(STORIES[name], yesterday)).story.lines[-1].day <= yesterday
    whole = Lived(ending(STORIES[name], yesterday, whole=True)).story.lines
    assert len(whole) == len(STORIES[name].lines)
    assert timedelta() <= yesterday - whole[-1].day < timedelta(days=7)


@pytest.mark.parametrize("name", STORIES)
def test_each_is_of_a_size_to_be_read(lived: dict[str, Lived], name: str) -> None:
    assert 30 <= len(lived[name].events) <= 230


def test_anna_and_toby_change(lived: dict[str, Lived]) -> None:
    told = lived["anna-and-toby"]
    months = told.state.record("Toby", "Anna").months
    begin, end = months["2026-03"], months["2026-06"]
    assert begin.missed + begin.late > 2 * begin.kept
    assert begin.differs == 1
    assert end.kept > 8 * (end.missed + end.late)
    seen = kinds(told.events)
    assert {OccurrenceMoved, OccurrenceReleased, OccurrenceRemarked, MissExplained, WordTaken, PromiseEnded} <= seen
    assert sum(isinstance(line.act, acts.Promises) for line in told.story.lines if line.who == "Anna") == 1


@pytest.mark.parametrize("back", LAST_WEEK)
def test_the_living_example_has_something_to_do_on_both_sides(back: int) -> None:
    """Whatever day it is shown on: something of his is due, and each waits for the other's word."""
    yesterday = date(2030, 7, 1) + timedelta(days=back)
    told = Lived(ending(STORIES["anna-and-toby"], yesterday))
    assert told.story.lines[-1].day == yesterday
    morning = datetime.combine(yesterday + timedelta(days=1), time(8), tzinfo=UTC)
    toby = Counter(item.state for item in promises.due(told.state, "Toby", morning, days=0))
    assert toby["today"] >= 1
    assert toby["waits"] >= 1
    assert promises.waiting_for_me(told.state, "Anna")
    assert promises.waiting_for_me(told.state, "Toby")
    assert len(promises.running(told.state, "Anna", morning)) >= 6


def test_maya_is_trusted_again(lived: dict[str, Lived]) -> None:
    told = lived["maya"]
    for friend in ("Ruth", "Devi"):
        before = told.outcomes("Maya", friend, until="2026-03-22")
        after = told.outcomes("Maya", friend, since="2026-03-22")
        assert not before["kept"]
        assert after["kept"] > 7 * (after["missed"] + after["late"])
    assert told.outcomes("Devi", "Maya")["kept"]
    assert WordTaken in kinds(told.events)


def test_the_consultants_grow_apart(lived: dict[str, Lived]) -> None:
    told = lived["consultant"]
    joint = told.outcomes("Carol", "Judith", until="2026-05-24")
    assert joint["missed"] > joint["kept"]
    assert not [one for one in promises.running(told.state, "Judith", told.now + timedelta(days=1)) if one.next_due]
    ended = [line.act.label for line in told.story.lines if isinstance(line.act, acts.Ends)]
    assert ended == ["drive", "stay", "prep", "slides", "notes"]
    months = told.state.record("Carol", "Judith").months
    assert months["2026-03"].stitches > 3 * months["2026-06"].stitches


@pytest.mark.parametrize("name", STORIES)
def test_words_are_short_and_nobody_speaks_like_a_clinic(lived: dict[str, Lived], name: str) -> None:
    for event in lived[name].events:
        for text in (event.words or {}).values():
            assert len(text) <= 220, text
            found = [word for word in JARGON if word in text.lower()]
            assert found == [], text


JARGON = (
    "feel heard", "boundar", "trigger", "process", "validate", "toxic", "healing", "journey", "trauma", "i hear you",
    "safe space", "communicat", "accountab", "transparen", "commitment", "relationship", "emotional", "!!!",
)  # fmt: skip
