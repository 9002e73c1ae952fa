"""The passphrase: set, typed, changed, forgotten; and what opens with it."""

from dataclasses import replace

from django.http import HttpResponse

from reknit.content import phrase as words
from reknit.practice.refused import Refused
from reknit.rooms.mine import copying
from reknit.shelves import heads
from reknit.spaces.access import Viewer, ViewerRequest
from reknit.spaces.private import Private
from reknit.vault import acts, noticing, remembered, strength, unlocked
from reknit.vault.index import IDLE

SHORT = "A passphrase needs at least fifteen characters, because whoever has the disk can guess for years."
WEAK = "This would be guessed too soon. Use the six words, or add a few words nobody would expect beside each other."
SAME = "This is the password you sign in with. The passphrase has to be another one."
SPOILT = "This does not open it. Look at it again; nothing is locked."
MINUTES = (2, 5, 10, 20, 30)
STAY = 0


def judge(viewer: Viewer, phrase: str) -> None:
    """Refused, with the reason, where this will not do as a passphrase."""
    if viewer.person.check_password(phrase):
        raise Refused(SAME, field="phrase")
    if words.is_offered(phrase):
        return
    if strength.is_short(phrase):
        raise Refused(SHORT, field="phrase")
    if strength.is_weak(phrase, (viewer.person.name, viewer.person.email)):
        raise Refused(WEAK, field="phrase")


def begin(viewer: Viewer, *, phrase: str, idle: int) -> Viewer:
    """The private side begins, and is open."""
    judge(viewer, phrase)
    return settled(_with(viewer, acts.begin(viewer, phrase=phrase)), idle)


def unlock(viewer: Viewer, *, typed: str) -> Viewer:
    """It is open; what came in meanwhile is taken in, and the histories are compared with what was remembered."""
    try:
        found = _with(viewer, acts.try_open(viewer, typed=typed))
    except acts.WrongPhrase as fault:
        raise Refused(SPOILT, field="phrase") from fault
    noticing.take_in(found)
    heads.look(found)
    return found


def stay_open(request: ViewerRequest, response: HttpResponse, viewer: Viewer) -> None:
    """In this browser it is open from now on, until it locks."""
    if viewer.private is not None:
        unlocked.open_(request, response, viewer=viewer, private=viewer.private)


def lock(request: ViewerRequest, response: HttpResponse) -> None:
    """Lock it in this browser; what was seen of the histories is remembered first."""
    if request.viewer.private is not None:
        heads.look(request.viewer)
    unlocked.lock(request, response)


def set_idle(request: ViewerRequest, minutes: int) -> None:
    remembered.set_idle(request.viewer, minutes)
    unlocked.set_idle(request, minutes)


def change(viewer: Viewer, *, old: str, new: str, known: bool) -> Viewer:
    """Another passphrase; with new keys for everything where somebody may know the old one (`known`)."""
    judge(viewer, new)
    act = acts.renew if known else acts.change
    try:
        return _with(viewer, act(viewer, old=old, new=new))
    except acts.WrongPhrase as fault:
        raise Refused(SPOILT, field="old") from fault


def start_anew(viewer: Viewer, *, phrase: str) -> Viewer:
    judge(viewer, phrase)
    return settled(_with(viewer, acts.start_anew(viewer, phrase=phrase)), IDLE)


def bring_back(viewer: Viewer, *, typed: str) -> int:
    try:
        return acts.bring_back(viewer, typed=typed)
    except acts.WrongPhrase as fault:
        raise Refused("This opens nothing that is kept here. Nothing has changed.", field="phrase") from fault


def copy(viewer: Viewer, *, old: str, how: str, phrase: str) -> copying.File:
    """Everything here as a file: readable, or sealed with `phrase`, or with the passphrase where that is empty."""
    try:
        found = _with(viewer, acts.try_open(viewer, typed=old))
    except acts.WrongPhrase as fault:
        raise Refused(SPOILT, field="old") from fault
    if how == "readable":
        return copying.readable(found)
    if phrase and not words.is_offered(phrase) and (strength.is_short(phrase) or strength.is_weak(phrase)):
        raise Refused(WEAK, field="phrase")
    return copying.sealed(found, phrase=phrase or old)


def forget_former(viewer: Viewer) -> None:
    acts.forget_former(viewer)


def make_code(viewer: Viewer) -> str:
    return acts.make_code(viewer)


def remove_code(viewer: Viewer) -> None:
    acts.remove_code(viewer)


def settled(viewer: Viewer, idle: int) -> Viewer:
    """After how many minutes it locks; and the histories remembered as they are now."""
    remembered.set_idle(viewer, idle)
    heads.look(viewer)
    return viewer


def _with(viewer: Viewer, private: Private) -> Viewer:
    return replace(viewer, private=private)
