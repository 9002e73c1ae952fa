"""What every kind of event is made of: the base of its facts, and the small types they share.

The kinds themselves stand in `events.py` and in the `facts_*.py` beside it, a file a room of the practice.
"""

from typing import Literal

import msgspec

Kind = Literal["couple", "family", "friends", "colleagues", "team"]
Outcome = Literal["kept", "late", "missed"]
Answer = Literal["yes", "differently", "not_sure", "rather_not"]
Facet = Literal["consistency", "transparency", "responsiveness", "accountability", "respect", "vulnerability"]
Words = dict[str, str]


class Facts(msgspec.Struct, frozen=True, tag_field="kind", forbid_unknown_fields=True):
    """What every kind shares: its tag in the stored form."""


class When(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """When a promise is due, in its author's local time: a first day, perhaps an hour, perhaps a rule.

    `day` is an ISO date; `at` is `HH:MM` or empty for "by the end of the day"; `rule` is an RFC 5545 RRULE value
    without DTSTART (`FREQ=WEEKLY;BYDAY=FR;INTERVAL=2`) or empty for once.
    """

    day: str
    at: str = ""
    rule: str = ""
