"""Tells the lines of a story about small cracks, good moments and check-ins to the application."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from reknit.ledger import store
from reknit.practice import story_daily_acts as told
from reknit.practice.facts_daily import PatternTold
from reknit.rooms.checkins import acts as checkins
from reknit.rooms.cracks import acts as cracks
from reknit.rooms.fairness import acts as fairness
from reknit.rooms.lookback import acts as lookback
from reknit.rooms.moments import acts as moments
from reknit.rooms.own import acts as own
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
    about, said = teller.marks[act.at], words(said=act.said)
    if any(isinstance(event.facts, PatternTold) for event in store.thread(here, about)):
        cracks.answer_told(here, told=about, answer=act.answer, words=said)
    else:
        cracks.answer(here, crack=about, answer=act.answer, words=said)


def _lets_go(teller: "Teller", here: Here, act: told.LetsGo) -> None:
    cracks.set_down(here, crack=teller.marks[act.at], words=words(said=act.said))


def _tells_pattern(teller: "Teller", here: Here, act: told.TellsPattern) -> None:
    said = words(what=act.what, one=act.one, two=act.two, three=act.three, did=act.did, help=act.help)
    lookback.tell_pattern(here, whose=teller.seat(here, act.whose), words=said, act=act.act, facet=act.facet)


def _notes_good(teller: "Teller", here: Here, act: told.NotesGood) -> None:
    moments.note_moment(
        here,
        day=act.day or here.today.isoformat(),
        words={"what": act.what},
        whose=teller.seat(here, act.whose) if act.whose else "",
        builder=act.builder,
        thanks=act.thanks,
    )


def _checks_in(teller: "Teller", here: Here, act: told.ChecksIn) -> None:
    checkins.say_how(
        here,
        words=words(said=act.said),
        toward=teller.seat(here, act.toward) if act.toward else "",
        safe=act.safe,
        trusting=act.trusting,
        connected=act.connected,
        energy=act.energy,
        feelings=act.feelings,
        only_me=False,
    )


def _forgives(teller: "Teller", here: Here, act: told.Forgives) -> None:
    own.tell_forgiven(here, whose=teller.seat(here, act.whose), words=words(said=act.said))


def _says_fair(_teller: "Teller", here: Here, act: told.SaysFair) -> None:
    fairness.say_fair(here, feels=act.feels, parts=act.parts, words=words(said=act.said), only_me=False)


ACTS: dict[type, Callable[["Teller", Here, Any], None]] = {
    told.NotesCrack: _notes_crack,
    told.ExplainsCrack: _explains,
    told.FindsHelped: _finds_helped,
    told.AnswersCrack: _answers,
    told.LetsGo: _lets_go,
    told.TellsPattern: _tells_pattern,
    told.NotesGood: _notes_good,
    told.ChecksIn: _checks_in,
    told.Forgives: _forgives,
    told.SaysFair: _says_fair,
}
