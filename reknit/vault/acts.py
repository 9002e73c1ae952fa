"""What may be done with a private side as a whole: begun, wrapped anew, sealed anew, put away, forgotten."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from reknit.people import keys
from reknit.spaces import disk
from reknit.spaces.access import Viewer
from reknit.spaces.private import Private
from reknit.vault import index, ways
from reknit.vault.closed import AlreadyThere, NotBegun
from reknit.vault.holding import believed, held, mine, opened, put, writing
from reknit.vault.index import Index
from reknit.vault.models import Note, Opening, Side, Way

KEPT = timedelta(days=30)


class WrongPhrase(Exception):
    """What was typed does not open this private side."""


def begin(viewer: Viewer, *, phrase: str) -> Private:
    """A private side with this passphrase, open; AlreadyThere where there is one."""
    side, pair, way = _new(viewer, phrase)
    try:
        with transaction.atomic():
            side.save(force_insert=True)
            way.save(force_insert=True)
    except IntegrityError as fault:
        raise AlreadyThere("", same=False) from fault
    return Private(side.pk, pair)


def try_open(viewer: Viewer, *, typed: str) -> Private:
    """The private side, opened by its passphrase or its recovery code; WrongPhrase, or NotBegun."""
    side = _side(viewer)
    pair = ways.try_phrase(side, typed) or ways.try_code(side, typed)
    if pair is None:
        raise WrongPhrase
    if ways.is_cheap(side) and ways.try_phrase(side, typed):
        with transaction.atomic():
            held(viewer)
            ways.replace(ways.under_phrase(side, phrase=typed, secret=pair.secret))
    return Private(side.pk, pair)


def change(viewer: Viewer, *, old: str, new: str) -> Private:
    """The same key under a new passphrase; it is locked everywhere. `old` may be the recovery code. WrongPhrase."""
    private = try_open(viewer, typed=old)
    with transaction.atomic():
        side = _still(viewer, private)
        ways.replace(ways.under_phrase(side, phrase=new, secret=private.pair.secret))
        lock_all(viewer)
    disk.scrub()
    return private


def renew(viewer: Viewer, *, old: str, new: str) -> Private:
    """Somebody may know it: new keys, every note sealed anew, no code any more, locked everywhere; or WrongPhrase."""
    before = try_open(viewer, typed=old)
    pair = keys.new_pair()
    with transaction.atomic():
        side = _still(viewer, before)
        known = index.read(side, before.pair)
        side.public = pair.public
        Way.objects.filter(side=side).delete()
        ways.under_phrase(side, phrase=new, secret=pair.secret).save(force_insert=True)
        _move(side, before.pair, known, to=(side, pair, known))
        Side.objects.filter(pk=side.pk).update(public=pair.public)
        index.write(side, pair, known, throw=True)
        lock_all(viewer)
    disk.scrub()
    return Private(side.pk, pair)


def start_anew(viewer: Viewer, *, phrase: str) -> Private:
    """The passphrase is forgotten: an empty side begins, and the old one stays sealed for thirty days."""
    side, pair, way = _new(viewer, phrase)
    with transaction.atomic():
        lock_all(viewer)
        mine(viewer).update(until=viewer.now + KEPT)
        side.save(force_insert=True)
        way.save(force_insert=True)
    return Private(side.pk, pair)


def former(viewer: Viewer) -> list[Side]:
    """What was put away and is still kept."""
    return list(Side.objects.filter(person=viewer.person, until__gt=viewer.now).order_by("until"))


def bring_back(viewer: Viewer, *, typed: str) -> int:
    """The old passphrase has come back: what it opens joins what is there now. How many notes; or WrongPhrase."""
    for old in former(viewer):
        if pair := ways.try_phrase(old, typed) or ways.try_code(old, typed):
            return _join(viewer, old, pair)
    raise WrongPhrase


def forget_former(viewer: Viewer) -> None:
    """Erase now what was put away."""
    Side.objects.filter(person=viewer.person, until__isnull=False).delete()
    disk.scrub()


def make_code(viewer: Viewer) -> str:
    """A recovery code of the private side's own, in the place of any before it. It is told here, and stored nowhere."""
    pair = opened(viewer).pair
    code = keys.new_recovery_code()
    with transaction.atomic():
        ways.replace(ways.under_code(held(viewer), code=code, secret=pair.secret))
    return code


def remove_code(viewer: Viewer) -> None:
    Way.objects.filter(side=_side(viewer), kind=Way.Kind.CODE).delete()
    disk.scrub()


def has_code(viewer: Viewer) -> bool:
    return Way.objects.filter(side__in=mine(viewer), kind=Way.Kind.CODE).exists()


def lock_all(viewer: Viewer) -> None:
    """Lock this person's private side wherever it is open."""
    Opening.objects.filter(side__person=viewer.person).delete()


def erase(viewer: Viewer) -> None:
    """All of it at once, whatever was put away, too; for whoever erases their account."""
    Side.objects.filter(person=viewer.person).delete()
    disk.scrub()


def sweep(*, now: datetime) -> None:
    """Forget what was put away thirty days ago."""
    Side.objects.filter(until__lte=now).delete()
    disk.scrub()


def _new(viewer: Viewer, phrase: str) -> tuple[Side, keys.Pair, Way]:
    pair = keys.new_pair()
    side = Side(person=viewer.person, public=pair.public)
    index.seal(side, pair, Index(senders=[viewer.pair.public]))
    return side, pair, ways.under_phrase(side, phrase=phrase, secret=pair.secret)


def _side(viewer: Viewer) -> Side:
    side = mine(viewer).first()
    if side is None:
        raise NotBegun
    return side


def _still(viewer: Viewer, private: Private) -> Side:
    """The side, held, where it is still the one that was opened."""
    side = held(viewer)
    if side.pk != private.side or bytes(side.public) != private.pair.public:
        raise WrongPhrase
    return side


def _join(viewer: Viewer, old: Side, pair: keys.Pair) -> int:
    """All of an old side becomes part of the present one."""
    private = opened(viewer)
    with transaction.atomic():
        side = held(viewer)
        before = index.read(old, pair)
        with writing(private, side, throw=True) as known:
            moved = _move(old, pair, before, to=(side, private.pair, known))
            known.senders = list(dict.fromkeys([*before.senders, *known.senders]))
        old.delete()
    disk.scrub()
    return moved


def _move(old: Side, pair: keys.Pair, known: Index, *, to: tuple[Side, keys.Pair, Index]) -> int:
    """Every note that is believed, under another key, in the order it was written; what is not believed goes."""
    rows = {row.pk: row for row in Note.objects.filter(side=old)}
    bodies = {id_: body for id_, row in rows.items() if (body := believed(old.pk, pair, known, row))}
    Note.objects.filter(side=old).delete()
    order = {id_: known.notes[id_.bytes].seq if id_.bytes in known.notes else known.last + 1 for id_ in bodies}
    for id_ in sorted(bodies, key=lambda one: (order[one], bodies[one].at)):
        put(*to, id_, bodies[id_])
    return len(bodies)
