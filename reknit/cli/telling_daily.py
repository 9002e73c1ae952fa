"""Tells the lines of a story about small cracks to the application."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from reknit.practice import story_daily_acts as told
from reknit.rooms.cracks import acts as cracks
from reknit.spaces.access import Here

if TYPE_CHECKING:
    from reknit.cli.teller import Teller


def words(**said: str) -> dict[str, str]:
    """The texts that were given."""
    return {name: text for name, text in said.items() if text}


def _notes_crack(teller: "Teller", here: Here, act: told.NotesCrack) -> None:
    cracks.note_crack(
        here,
        whose=teller.seat(here, act.whose),
        day=act.day or here.today.isoformat(),
        act=act.act,
        facet=act.facet,
        message=act.message,
        words=words(what=act.what, reminded=act.reminded),
    )


def _explains(teller: "Teller", here: Here, act: told.ExplainsCrack) -> None:
    cracks.explain(here, crack=teller.marks[act.at], words={"said": act.said})


def _finds_helped(teller: "Teller", here: Here, act: told.FindsHelped) -> None:
    cracks.helped(here, crack=teller.marks[act.at], helped=act.helped, words=words(said=act.said))


def _answers(teller: "Teller", here: Here, act: told.AnswersCrack) -> None:
    cracks.answer(here, crack=teller.marks[act.at], answer=act.answer, words=words(said=act.said))


def _lets_go(teller: "Teller", here: Here, act: told.LetsGo) -> None:
    cracks.set_down(here, crack=teller.marks[act.at], words=words(said=act.said))


ACTS: dict[type, Callable[["Teller", Here, Any], None]] = {
    told.NotesCrack: _notes_crack,
    told.ExplainsCrack: _explains,
    told.FindsHelped: _finds_helped,
    told.AnswersCrack: _answers,
    told.LetsGo: _lets_go,
}
