"""Coming together and going: opening a space, asking someone in, agreeing to a third, leaving, taking words back."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from uuid import UUID

from django.db import transaction

from reknit.ledger import erase, store
from reknit.practice import events
from reknit.practice.facts import Kind
from reknit.practice.refused import Refused
from reknit.shelves import shelf
from reknit.shelves.writing import Once, writing
from reknit.spaces import access, seats
from reknit.spaces.access import Here, Viewer

TWO = "A couple's space is for the two of you."


@transaction.atomic
def open_space(viewer: Viewer, *, kind: Kind, names: list[str], once: Once | None = None) -> Here:
    """A space of one's own, with a named place for each other."""
    here = seats.open_space(viewer, kind=kind, names=names)
    mine = once and replace(once, url=lambda _about: once.url(str(here.space_id)))
    with writing(here, mine) as book:
        book.write(events.SpaceOpened(space_kind=kind))
    return here


@transaction.atomic
def invite(here: Here, *, seat: str) -> str:
    """A code for an empty place, as long as one is alone; it opens everything written until then."""
    here = access.hold(here)
    if not here.alone:
        ask = "Everyone here says yes first. Suggest it, and they will be asked."
        raise Refused(TWO if here.kind == "couple" else ask)
    return seats.invite(here, seat)


@transaction.atomic
def rename_seat(here: Here, *, seat: str, name: str) -> None:
    """Call someone who is not here yet by another name."""
    here = access.hold(here)
    _empty(here, seat)
    seats.rename(here, seat, name)


@transaction.atomic
def drop_seat(here: Here, *, seat: str) -> None:
    """Expect someone no longer; not in a couple's space, which is for two."""
    here = access.hold(here)
    _empty(here, seat)
    if here.kind == "couple":
        raise Refused(TWO)
    seats.drop(here, seat)


def _empty(here: Here, seat: str) -> None:
    if seat not in here.seats or here.seats[seat].joined or here.seats[seat].left:
        raise Refused("This place is taken.")


def withdraw_invitation(here: Here, *, seat: str) -> None:
    """The code for this place stops working."""
    seats.withdraw(here, seat)


def propose(here: Here, *, name: str, once: Once | None = None) -> str:
    """Suggest that someone else joins. Everyone present has to say yes."""
    if here.kind == "couple":
        raise Refused(TWO, field="name")
    with writing(here, once) as book:
        return book.write(events.MemberProposed(), words={"name": name}).about


def agree(here: Here, *, proposal: str, once: Once | None = None) -> str:
    """Say yes to someone else joining."""
    with writing(here, once) as book:
        known = book.state.proposals.get(proposal)
        if known is None or known.by == here.me or here.me in known.yeses:
            raise Refused("There is nothing to say yes to here any more.")
        return book.write(events.MemberAgreed(), about=proposal).about


@transaction.atomic
def invite_agreed(here: Here, *, proposal: str) -> str:
    """The code for someone everyone said yes to. They read from when they join."""
    here = access.hold(here)
    known = shelf.state(here).proposals.get(proposal)
    name = (store.one(here, proposal).words or {}).get("name") if known else None
    if known is None or not name or not all_agreed(here, {known.by, *known.yeses}):
        raise Refused("Not everyone has said yes.")
    here, seat = seats.seat_for(here, name)
    return seats.invite(here, seat, about=proposal)


def all_agreed(here: Here, yeses: set[str]) -> bool:
    return all(seat.id in yeses for seat in here.seats.values() if seat.here)


@transaction.atomic
def accept(viewer: Viewer, *, code: str) -> Here:
    """Take the place a code offers, and say so in the history."""
    here, offer = seats.accept(viewer, code, end=store.end)
    with writing(here) as book:
        book.write(events.MemberJoined(), about=offer.about or None)
    return here


@transaction.atomic
def part(here: Here) -> bool:
    """Leave: at once, without a reason. True where nobody is left, and the space went with the last of them."""
    with writing(_by_the_day(here)) as book:
        written = book.write(events.MemberLeft())
    empty = seats.part(here, written.seq)
    if empty:
        erase.whole(here.space_id)
    return empty


def _by_the_day(here: Here) -> Here:
    """The same standing, with a clock that tells one's own day and no hour: when someone went is nobody's business."""
    day = datetime.combine(here.today, time(10), UTC)  # 10:00 UTC is the same day from Hawaii to New Zealand
    return replace(here, viewer=replace(here.viewer, now=day))


def ask_erasure(here: Here, *, event: str, once: Once | None = None) -> date | None:
    """One's own words go: at once while nobody else has read here, else after thirty days. The day, or None for now."""
    with writing(here, once) as book:
        line = store.one(book.here, event)
        if line.by != here.me:
            raise Refused("Only who wrote something can take its words away.")
        if not line.words:
            raise Refused("There are no words here to take away.")
        if event in book.state.erasures:
            raise Refused("You have asked for this already. The words go when the thirty days are over.")
        if book.here.alone:
            erase.words_of(here.space_id, [UUID(event)])
            return None
        due = erase.ask(here.space_id, UUID(event), here.today)
        book.write(events.ErasureAsked(event=event, after=due.isoformat()), about=line.about)
        return due


def keep_words(here: Here, *, event: str, once: Once | None = None) -> str:
    """Let the words stay after all."""
    with writing(here, once) as book:
        line = store.one(book.here, event)
        if line.words is None:
            raise Refused("These words are gone.")
        if line.by != here.me or event not in book.state.erasures:
            raise Refused("These words are staying already.")
        erase.keep(UUID(event))
        return book.write(events.ErasureWithdrawn(event=event), about=line.about).about
