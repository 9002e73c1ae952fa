"""Every number of the engine, with its unit, its bounds, its default and its reason. None is addressed by index.

A group is a frozen dataclass; another value is tried with `dataclasses.replace`, and a value out of bounds is refused.
`docs/numbers.md` is made from this file.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any


@dataclass(frozen=True)
class Number:
    """One number as the docs show it."""

    group: str
    name: str
    value: float
    unit: str
    low: float
    high: float
    reason: str


def number(default: float, unit: str, low: float, high: float, reason: str) -> Any:
    return field(default=float(default), metadata={"unit": unit, "low": low, "high": high, "reason": reason})


@dataclass(frozen=True)
class Group:
    """Numbers that belong together."""

    def __post_init__(self) -> None:
        for one in self.listed():
            if not one.low <= one.value <= one.high:
                raise ValueError(f"{one.group}.{one.name} = {one.value} is not within {one.low} and {one.high}")

    def listed(self) -> Iterator[Number]:
        """Its numbers, in the order they are written."""
        for one in fields(self):
            known = one.metadata
            value = getattr(self, one.name)
            yield Number(
                type(self).__name__, one.name, value, known["unit"], known["low"], known["high"], known["reason"]
            )


@dataclass(frozen=True)
class Record(Group):
    """What was promised and what came of it (`record.py`)."""

    slow: float = number(0.98, "kept per outcome", 0.9, 1, "about the last fifty outcomes; fitted on two public series")
    fast: float = number(0.35, "kept per outcome", 0, 0.9, "about the last one and a half; fitted with `slow`")
    prior_kept: float = number(0.6, "outcomes", 0.1, 5, "people keep most promises (F13): a first guess of .6")
    prior_lost: float = number(0.4, "outcomes", 0.1, 5, "with `prior_kept` as strong as one outcome")
    pull_slow: float = number(0.5, "per logit", 0, 2, "how far the long run counts; fitted")
    pull_fast: float = number(0.8, "per logit", 0, 2, "how far the latest count; fitted")
    share_slow: float = number(0.5, "of an outcome", 0, 1, "old outcomes say half as much about how sure we are")
    late: float = number(0.6, "of a kept promise", 0, 1, "late is nearer to kept than to missed")
    least: float = number(4, "outcomes", 1, 20, "below this nothing is said about the next one")
    unusual: float = number(0.9, "chance", 0.5, 1, "how likely the next one was, for a small miss to be unusual (A10)")
    unusual_least: float = number(6, "outcomes", 1, 40, "about eight in a row: what counts as a strong record (A10)")


@dataclass(frozen=True)
class Harm(Group):
    """What is still open (`harm.py`). No public series holds repairs: these are priors from the order of findings."""

    slight: float = number(0.1, "severity", 0, 1, "as the hurt person feels it")
    moderate: float = number(0.4, "severity", 0, 1, "as the hurt person feels it")
    major: float = number(
        0.75, "severity", 0, 1, "as the hurt person feels it; from here on a new record may begin (A14)"
    )
    severe: float = number(1, "severity", 0, 1, "as the hurt person feels it")
    small: float = number(0.3, "severity", 0, 1, "below this it is a slight: it heals by itself, half way")
    repeat: float = number(0.2, "per earlier one", 0, 1, "the same thing again hurts more (F9, F11)")
    repeat_most: float = number(2, "times", 1, 5, "and not without end")
    kind_half_life: float = number(90, "days", 7, 730, "how long an earlier one counts as the same again; a guess")
    deceit: float = number(1.3, "times", 1, 3, "deception on top of the act (F1)")
    cap_acknowledged: float = number(0.15, "of the repair", 0, 1, "words give a medium lift (F2, F4)")
    cap_apology: float = number(0.15, "of the repair", 0, 1, "as much again for a whole apology (F4)")
    cap_amends: float = number(0.25, "of the repair", 0, 1, "making good counts more than words (F7), once (F8)")
    cap_change: float = number(0.45, "of the repair", 0, 1, "what is done over time counts most")
    cap_deceit: float = number(0.85, "of the repair", 0, 1, "after deception it does not wholly come back (F1)")
    said: float = number(0.6, "of the cap", 0, 1, "what words bring at once")
    amended: float = number(0.8, "of the cap", 0, 1, "what amends bring at once (F7)")
    earn: float = number(0.08, "of what is left, per act", 0, 0.5, "changed behaviour mends slowly; a prior")
    earn_hard: float = number(0.04, "of what is left, per act", 0, 0.5, "half of that for integrity or deceit (F2, F3)")
    devalue: float = number(0.5, "times", 0, 1, "words are worth less with each repeat of the same (F9)")
    miss: float = number(0.03, "severity", 0, 0.3, "a missed promise leaves a slight of this size")
    heals_to: float = number(0.5, "of the repair", 0, 1, "what time alone mends of a slight")
    slight_half_life: float = number(60, "days", 7, 730, "how fast; a guess")
    part_responsibility: float = number(0.32, "of an apology", 0, 1, "counts most of its parts (F4)")
    part_repair: float = number(0.27, "of an apology", 0, 1, "the offer to make good comes second (F4)")
    part_regret: float = number(0.13, "of an apology", 0, 1, "about as much as an explanation (F4)")
    part_explanation: float = number(0.13, "of an apology", 0, 1, "about as much as regret (F4)")
    part_change: float = number(0.15, "of an apology", 0, 1, "what will be different (F4; the size is ours)")
    open: float = number(0.1, "open harm", 0, 1, "from here on harm is open: no softening, no drifting back up")


@dataclass(frozen=True)
class Felt(Group):
    """What it feels like, where `course` and `Bank` agree (`course.py`, `bank.py`)."""

    start: float = number(0.7, "felt trust", 0, 1, "where most people begin (F13)")
    good: float = number(0.045, "per unit of room", 0, 0.5, "one kept promise; gains are slow (F12)")
    bad: float = number(0.06, "per unit of trust", 0, 0.5, "one missed promise; losses are faster (F12)")
    breach: float = number(0.6, "per severity", 0, 1, "a breach of the full size takes more than half")
    breach_most: float = number(0.95, "of trust", 0, 1, "one day never takes everything")
    word: float = number(0.06, "felt trust", 0, 0.3, "what a whole apology lifts, for a while (F2)")
    word_acknowledged: float = number(0.3, "of an apology", 0, 1, "what an acknowledgement lifts of that")
    word_half_life: float = number(14, "days", 1, 90, "words alone do not last (A6)")
    gate: float = number(1.5, "per open harm", 0, 5, "gains come at the pace of safety (A9)")
    ceiling: float = number(0.6, "per open harm", 0, 1, "and stop early while harm is open")
    headroom: float = number(0.1, "felt trust", 0, 0.3, "how far above its anchor it may rise")
    erode: float = number(0.08, "per open harm in 30 days", 0, 0.5, "harm left open goes on eroding (A7)")
    pull: float = number(0.85, "kept per 30 days", 0, 1, "how slowly a mood returns to its anchor; a guess")
    growth: float = number(0.05, "per severity", 0, 0.2, "a repair that held may end above the start, a little (F26)")
    grown: float = number(0.8, "of the repair", 0, 1, "from here on a repair has held")
    anchor_most: float = number(0.97, "felt trust", 0, 1, "nobody trusts without any doubt")
    soften: float = number(0.6, "of a lapse", 0, 1, "what a good record takes off a small miss (F10, F27)")
    soften_half: float = number(10, "outcomes", 1, 100, "how long a record must be for half of that")
    moment: float = number(0.25, "of a kept promise", 0, 1, "something good; small acts, and many of them (A4, F24)")
    moments: float = number(3, "a day", 1, 10, "more in one day add nothing")
    honoured: float = number(1.5, "of a kept promise", 0, 3, "a boundary kept, in its owner's word")
    amends: float = number(1.5, "of a kept promise", 0, 3, "made good, as the hurt person confirmed (F7)")
    grand: float = number(1, "of a kept promise", 0, 3, "a grand gesture counts as one small act (A4, F8)")
    late: float = number(0.4, "of a missed promise", 0, 1, "late is not missed")
    crack: float = number(0.3, "of a missed promise", 0, 1, "about five good moments (F24)")
    crossed: float = number(1, "of a missed promise", 0, 3, "a boundary crossed; what more it is, its owner says")
    swing_days: float = number(30, "days", 7, 180, "rising or falling is said against this long ago")
    sure: float = number(0.8, "chance", 0.5, 1, "how sure, before rising or falling is said")


@dataclass(frozen=True)
class Bank(Group):
    """How the eight filters learn from reports (`bank.py`)."""

    spread: float = number(0.1, "felt trust", 0.01, 0.5, "how far today may be from the anchor at the start (sd)")
    anchor: float = number(0.7, "felt trust", 0, 1, "where most people begin (F13)")
    anchor_sd: float = number(0.22, "felt trust", 0.01, 1, "how different people are in that")
    anchor_sd_hurt: float = number(0.35, "felt trust", 0.01, 1, "and someone who came in hurt may be anywhere")
    noise: float = number(0.1, "felt trust", 0.01, 0.5, "how much a report goes up and down by itself (r)")
    floor: float = number(0.03, "felt trust", 0, 0.2, "five positions are coarse: never surer than this")
    freedom: float = number(4, "reports", 1, 40, "how soon the swing is learned (ν at the start)")
    freedom_most: float = number(40, "reports", 4, 400, "and that it can change again")
    scale_low: float = number(0.08, "times", 0.01, 1, "the swing's bounds (S)")
    scale_high: float = number(8, "times", 1, 100, "the swing's bounds (S)")
    memory: float = number(0.98, "kept per report", 0.5, 1, "which filter fits may change in a life")
    trust: float = number(0.98, "of the density", 0.5, 1, "one odd report rules no filter out")
    step: float = number(7, "days", 1, 30, "the time between reports until five of them say it themselves")
    step_least: float = number(1, "days", 0.1, 7, "no step is shorter")
    step_most: float = number(30, "days", 7, 90, "and none is longer")
    step_reports: float = number(5, "reports", 2, 20, "from here on the person's own interval counts")
    step_gaps: float = number(9, "gaps", 1, 9, "and it is the median of so many of the latest")


@dataclass(frozen=True)
class Filter(Group):
    """One of the eight: `phi`, what is kept of a departure from the anchor over one step, and `ratio`, how much more or
    less the level wanders in a step than a report swings (q/r)."""

    phi: float = number(1, "kept per step", 0, 1, "from what only wanders (1) to what is the anchor itself (0)")
    ratio: float = number(0.3, "of the swing of reports", 0, 3, "from calm to restless")


@dataclass(frozen=True)
class Preset(Group):
    """What an event does, before anybody reported: means and standard deviations of the lasting part (b) and of the
    momentary part (c), per unit of the doubled room factors of `bank.py`."""

    good: float = number(0.0225, "felt trust", 0, 0.5, "lasting, of one kept promise")
    good_sd: float = number(0.03, "felt trust", 0, 1, "how different people are in that")
    bad: float = number(-0.03, "felt trust", -0.5, 0, "lasting, of one missed promise")
    bad_sd: float = number(0.04, "felt trust", 0, 1, "how different people are in that")
    severity: float = number(-0.3, "felt trust", -1, 0, "lasting, of a breach of the full size")
    severity_sd: float = number(0.2, "felt trust", 0, 1, "how different people are in that")
    good_now: float = number(0.02, "felt trust", 0, 0.5, "for the moment, of one kept promise (F28)")
    good_now_sd: float = number(0.05, "felt trust", 0, 1, "how different people are in that")
    bad_now: float = number(-0.06, "felt trust", -0.5, 0, "for the moment, of one missed promise (F28)")
    bad_now_sd: float = number(0.1, "felt trust", 0, 1, "how different people are in that")
    severity_now: float = number(-0.15, "felt trust", -1, 0, "for the moment, of a breach of the full size")
    severity_now_sd: float = number(0.2, "felt trust", 0, 1, "how different people are in that")
    ceiling: float = number(1, "yes or no", 0, 1, "whether open harm and the anchor cap what can be gained")
    early: float = number(1, "yes or no", 0, 1, "whether events before the first report last")
    fade: float = number(7, "days", 0, 90, "half-life of the momentary part until the next report; 0: it stays")


@dataclass(frozen=True)
class Rounds(Preset):
    """The same for rounds of a laboratory, where one round is one day."""


@dataclass(frozen=True)
class Life(Preset):
    """The same for what happens to people: the product's own."""


RECORD, HARM, FELT, BANK, LIFE = Record(), Harm(), Felt(), Bank(), Life()
ROUNDS = Rounds(
    good=0.05, good_sd=0.05, bad=-0.09, bad_sd=0.06, severity=-0.08, severity_sd=0.1,
    good_now=0.03, good_now_sd=0.06, bad_now=-0.1, bad_now_sd=0.12, severity_now=-0.15, severity_now_sd=0.2,
    ceiling=0, early=0, fade=0,
)  # fmt: skip
# What is felt lasts and drifts (calm, restless), returns to its anchor slowly or fast; likewise for the momentary part.
LASTING = {
    "calm": Filter(phi=1, ratio=0.3), "restless": Filter(phi=1, ratio=1.5),
    "returning": Filter(phi=0.9, ratio=0.5), "springing": Filter(phi=0.6, ratio=0.8),
}  # fmt: skip
MOMENTARY = {
    "calm": Filter(phi=1, ratio=0.3), "returning": Filter(phi=0.9, ratio=0.5),
    "springing": Filter(phi=0.6, ratio=0.8), "anchored": Filter(phi=0, ratio=0.3),
}  # fmt: skip
GROUPS: tuple[Group, ...] = (RECORD, HARM, FELT, BANK, LIFE, ROUNDS)
