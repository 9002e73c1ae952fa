"""Tells a story to the application: each line becomes the act it names, by the person who does it, at its time."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import Http404

from reknit.cli.telling_daily import ACTS as DAILY
from reknit.cli.telling_daily import words as _words
from reknit.cli.telling_repair import REPAIR
from reknit.ledger import store
from reknit.people import acts as people
from reknit.practice import story_acts as told
from reknit.practice.promises import waiting_for_me
from reknit.practice.refused import Refused
from reknit.practice.story import Line, Story, moments
from reknit.rooms.belonging import acts as belonging
from reknit.rooms.promises import acts as promises
from reknit.shelves import shelf
from reknit.spaces.access import Here, Viewer


class StoryRefused(Exception):
    """A line asks for something that may not be done; the sentence is the one the web would show."""

    def __init__(self, line: int, sentence: str) -> None:
        self.line, self.sentence = line, sentence
        super().__init__(f"Line {line}: {sentence}")


class Teller:
    """The people of a story, their keys, and the promises and lines it has named so far."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.viewers: dict[str, Viewer] = {}
        self.keys: dict[str, bytes] = {}
        self.codes: dict[str, str] = {}
        self.labels: dict[str, str] = {}
        self.marks: dict[str, str] = {}
        self.breaches: dict[str, str] = {}
        self.proposals: dict[str, str] = {}
        self.space: Any = None
        self.now: datetime | None = None

    def tell(self) -> None:
        """Every line in turn."""
        times = moments(self.story)
        for person in self.story.people:
            self._account(person.name, person.zone, times[0])
        for line, now in zip(self.story.lines, times, strict=True):
            self.now = now
            self._line(line, now)

    def here(self, name: str, now: datetime) -> Here:
        """Where this person of the story stands in its space."""
        viewer = self.viewers[name]
        return Viewer(viewer.person, viewer.pair, now, viewer.zone).space(self.space)

    def _account(self, name: str, zone: str, now: datetime) -> None:
        person, key = people.create_story_person(name, today=now.date(), zone=zone)
        self.keys[name] = key
        self.viewers[name] = Viewer(person, people.open_story_person(person, key=key), now, zone)

    def _line(self, line: Line, now: datetime) -> None:
        act = line.act
        try:
            if isinstance(act, told.Opens):
                self._open(line, now)
            elif isinstance(act, told.Joins):
                viewer = self.viewers[line.who]
                belonging.accept(Viewer(viewer.person, viewer.pair, now, viewer.zone), code=self.codes[line.who])
            else:
                self._act(line, self.here(line.who, now))
        except Refused as refusal:
            raise StoryRefused(line.number, str(refusal.say)) from refusal
        except Http404 as hidden:
            raise StoryRefused(line.number, f"{line.who} is not in this space.") from hidden

    def _open(self, line: Line, now: datetime) -> None:
        viewer = self.viewers[line.who]
        others = _invited(self.story)
        here = belonging.open_space(
            Viewer(viewer.person, viewer.pair, now, viewer.zone), kind=self.story.kind, names=others
        )
        self.space = here.space_id

    def _act(self, line: Line, here: Here) -> None:
        before = store.last_seq(here)
        ACTS[type(line.act)](self, here, line.act)
        if line.mark:
            written = next((event for event in store.after(here, before) if event.by == here.me), None)
            self.marks[line.mark] = written.id if written else ""

    def seat(self, here: Here, name: str) -> str:
        """The seat of someone named in the story."""
        return next(seat.id for seat in here.seats.values() if seat.name == name)


def _invited(story: Story) -> list[str]:
    """Those the first person names when the space is opened: who is invited without a proposal."""
    proposed = {line.act.name for line in story.lines if isinstance(line.act, told.Proposes)}
    invited = [line.act.name for line in story.lines if isinstance(line.act, told.Invites)]
    named = [person.name for person in story.people if not person.opens]
    chosen = [name for name in named if name in invited and name not in proposed]
    return chosen or [name for name in named if name not in proposed]


def _invites(teller: Teller, here: Here, act: told.Invites) -> None:
    if act.name in teller.proposals:
        teller.codes[act.name] = belonging.invite_agreed(here, proposal=teller.proposals[act.name])
    else:
        teller.codes[act.name] = belonging.invite(here, seat=teller.seat(here, act.name))


def _proposes(teller: Teller, here: Here, act: told.Proposes) -> None:
    teller.proposals[act.name] = belonging.propose(here, name=act.name)


def _agrees(teller: Teller, here: Here, act: told.Agrees) -> None:
    belonging.agree(here, proposal=teller.proposals[act.name])


def _leaves(teller: Teller, here: Here, act: told.Leaves) -> None:
    belonging.part(here)


def _erases(teller: Teller, here: Here, act: told.Erases) -> None:
    belonging.ask_erasure(here, event=teller.marks[act.mark])


def _keeps(teller: Teller, here: Here, act: told.Keeps) -> None:
    belonging.keep_words(here, event=teller.marks[act.mark])


def _promises(teller: Teller, here: Here, act: told.Promises) -> None:
    to = tuple(teller.seat(here, name) for name in act.to) or tuple(seat.id for seat in here.others)
    teller.labels[act.label] = promises.make_promise(
        here,
        to=to,
        when=act.when,
        words=_words(what=act.what, known=act.known, between=act.between),
        facet=act.facet,
        weight=act.weight,
        sure=act.sure,
    )


def _ends(teller: Teller, here: Here, act: told.Ends) -> None:
    promises.end(here, promise=teller.labels[act.label], words=_words(why=act.why))


def _says(teller: Teller, here: Here, act: told.Says) -> None:
    promises.say(here, promise=teller.labels[act.label], due=act.due, outcome=act.outcome, words=_words(said=act.said))


def _moves(teller: Teller, here: Here, act: told.Moves) -> None:
    promises.move(
        here, promise=teller.labels[act.label], due=act.due, how=act.how, to=act.to, words=_words(said=act.said)
    )


def _releases(teller: Teller, here: Here, act: told.Releases) -> None:
    promises.release(here, promise=teller.labels[act.label], due=act.due, words=_words(said=act.said))


def _answers(teller: Teller, here: Here, act: told.Answers) -> None:
    promises.answer(
        here,
        promise=teller.labels[act.label],
        due=act.due,
        answer=act.answer,
        seen=act.seen,
        words=_words(said=act.said),
    )


def _answers_many(teller: Teller, here: Here, act: told.AnswersMany) -> None:
    these = [(teller.labels[place.label], place.due) for place in act.places]
    waiting = [(item.promise.id, item.due) for item in waiting_for_me(shelf.state(here), here.me)]
    promises.answer_several(here, these=these or waiting)


def _takes(teller: Teller, here: Here, act: told.TakesWord) -> None:
    promises.take_word(here, promise=teller.labels[act.label])


def _takes_back(teller: Teller, here: Here, act: told.TakesBack) -> None:
    promises.take_back(here, promise=teller.labels[act.label])


def _explains(teller: Teller, here: Here, act: told.Explains) -> None:
    promises.explain(here, promise=teller.labels[act.label], due=act.due, words=_words(said=act.said))


def _remarks(teller: Teller, here: Here, act: told.Remarks) -> None:
    promises.remark(here, promise=teller.labels[act.label], due=act.due, remark=act.remark, words=_words(said=act.said))


ACTS: dict[type, Callable[[Teller, Here, Any], None]] = {
    told.Invites: _invites,
    told.Proposes: _proposes,
    told.Agrees: _agrees,
    told.Leaves: _leaves,
    told.Erases: _erases,
    told.Keeps: _keeps,
    told.Promises: _promises,
    told.Ends: _ends,
    told.Says: _says,
    told.Moves: _moves,
    told.Releases: _releases,
    told.Answers: _answers,
    told.AnswersMany: _answers_many,
    told.TakesWord: _takes,
    told.TakesBack: _takes_back,
    told.Explains: _explains,
    told.Remarks: _remarks,
    **DAILY,
    **REPAIR,
}
