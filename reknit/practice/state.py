"""What a space's shared history comes to: open promises, records, members. Bounded, and stored as a snapshot."""

from datetime import datetime

import msgspec

from reknit.practice.breach import Repairs
from reknit.practice.daily_state import Daily
from reknit.practice.facts import Words
from reknit.practice.occurrence import Promise
from reknit.practice.record import Record, direction


class Seat(msgspec.Struct, omit_defaults=True):
    """When a member took their seat, and when they left it; `reset_on` is the ISO date of their last reset, if any."""

    joined_at: datetime | None = None
    left_at: datetime | None = None
    reset_on: str = ""


class Proposal(msgspec.Struct, omit_defaults=True):
    """Someone `by` would like to join. `yeses` are the seats that agreed, the proposer first."""

    id: str
    by: str
    at: datetime
    yeses: list[str] = []
    words: Words | None = None


class Return(msgspec.Struct, omit_defaults=True):
    """A member asks to be let back in with the new public half `half`; `yeses` are those who compared the words."""

    half: str
    yeses: list[str] = []


class Erasure(msgspec.Struct, omit_defaults=True):
    """`by` asked that their words in `event` go on the ISO date `after`."""

    event: str
    by: str
    after: str
    at: datetime


class State(msgspec.Struct, omit_defaults=True):
    """`promises` holds the open ones by id; `records` goes by `maker>receiver`; `seq` is the last event taken in."""

    seq: int = 0
    kind: str = ""
    opened_by: str = ""
    opened_at: datetime | None = None
    promises: dict[str, Promise] = {}
    records: dict[str, Record] = {}
    members: dict[str, Seat] = {}
    proposals: dict[str, Proposal] = {}
    erasures: dict[str, Erasure] = {}
    returns: dict[str, Return] = {}
    repair: Repairs = msgspec.field(default_factory=Repairs)
    daily: Daily = msgspec.field(default_factory=Daily)

    def record(self, maker: str, receiver: str) -> Record:
        """The record in one direction; an empty one where nothing has come due."""
        return self.records.get(direction(maker, receiver)) or Record()

    def left(self, seat: str) -> bool:
        found = self.members.get(seat)
        return bool(found and found.left_at)

    def receivers(self, promise: Promise) -> list[str]:
        """Those it was made to who are still here, or have not come yet."""
        return [seat for seat in promise.to if not self.left(seat)]

    def running(self, promise: Promise) -> bool:
        """Whether more can come due: not ended, its maker here, and somebody to keep it for."""
        return not promise.ended_at and not self.left(promise.by) and bool(self.receivers(promise))
