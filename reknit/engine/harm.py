"""The harm ledger: what has been broken, and how far it has been repaired.

H = 1 − exp(−Σ h_i) with h_i = s_i·k_i·(1 − r_i). Repair is earned by what was done and confirmed by the hurt person;
words and amends only set how far it may go.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import exp
from typing import Literal

from reknit.engine.numbers import HARM
from reknit.engine.numbers import Harm as Numbers
from reknit.engine.slights import Slights

IN_HAND = 30  # slights that were come back to and are still followed one by one


@dataclass(slots=True)
class Wound:
    """One breach, or one slight that someone came back to: `severity` s, `multiplier` k (deceit included), `r` how much
    of it is repaired, `cap` what words and amends allow r to reach; `q` the fullest apology so far, in shares of a
    whole one, `apologies` how many. `hard`: integrity or deceit. `closed`: "", "closed" or "set_down", by the hurt
    person. `small`: a miss or a crack, its k within its severity."""

    id: str
    day: int
    kind: str
    severity: float
    multiplier: float
    hard: bool = False
    deceit: bool = False
    cap: float = 0.0
    r: float = 0.0
    q: float = 0.0
    apologies: int = 0
    acknowledged: bool = False
    amended: bool = False
    grown: bool = False
    closed: Literal["", "closed", "set_down"] = ""
    small: bool = False
    facet: str = ""

    @property
    def open_part(self) -> float:
        """h = s·k·(1 − r), and nothing once the hurt person closed it or set it down."""
        return 0.0 if self.closed else self.severity * self.multiplier * (1 - self.r)

    def most(self, numbers: Numbers = HARM) -> float:
        """How far r may go: the cap, and changed behaviour on top once it was acknowledged."""
        change = numbers.cap_change if self.acknowledged else 0.0
        return min(self.cap + change, numbers.cap_deceit if self.deceit else 1.0)

    def rise(self, part: float, numbers: Numbers) -> None:
        """Words and amends bring r at once to a part of the cap."""
        self.r = max(self.r, part * min(self.cap, self.most(numbers)))


@dataclass(slots=True)
class Ledger:
    """All that is open in one direction. Days are ordinals; a day's inputs are told in the order of their ids."""

    wounds: dict[str, Wound] = field(default_factory=dict)
    slights: Slights = field(default_factory=Slights)
    kinds: dict[str, float] = field(default_factory=dict)
    numbers: Numbers = HARM
    _parts: dict[str, float] | None = None  # Σh by facet, until something changes
    _nightly: tuple[float, float] = field(init=False, repr=False)  # what a night leaves of a slight's gap, of a kind

    def __post_init__(self) -> None:
        numbers = self.numbers
        self._nightly = 0.5 ** (1 / numbers.slight_half_life), 0.5 ** (1 / numbers.kind_half_life)

    @property
    def harm(self) -> float:
        """H, from 0 (nothing open) to 1."""
        return 1 - exp(-sum(self.by_facet().values()))

    def by_facet(self) -> dict[str, float]:
        """Σh of each facet; of what names none under the empty name."""
        if self._parts is None:
            found = self.slights.by_facet(self.numbers)
            for wound in self.wounds.values():
                if not wound.closed:
                    part = wound.severity * wound.multiplier * (1 - wound.r)
                    found[wound.facet] = found.get(wound.facet, 0.0) + part
            self._parts = found
        return self._parts

    @property
    def deceived(self) -> bool:
        """Whether a deceit is open."""
        return any(w.deceit and not w.closed for w in self.wounds.values())

    def multiplier(self, kind: str) -> float:
        """k = min(1 + .2·n_kind, 2), and one more of its kind from now on (F9, F11)."""
        n = self.kinds.get(kind, 0.0)
        self.kinds[kind] = n + 1
        return min(1 + self.numbers.repeat * n, self.numbers.repeat_most)

    def breach(self, name: str, day: int, severity: float, kind: str, facet: str, *, hard: bool, deceit: bool) -> float:
        """Open it; returns its multiplier. A repeat halves what words were worth, for the earlier ones too (F9)."""
        self._parts, k = None, self.multiplier(kind) * (self.numbers.deceit if deceit else 1.0)
        for wound in self.wounds.values():
            if wound.kind == kind:
                wound.cap *= self.numbers.devalue
                wound.r = min(wound.r, wound.cap + 0.5 * wound.r)
        self.slights.repeated(kind, day, self.numbers)
        self.wounds[name] = Wound(name, day, kind, severity, k, hard or deceit, deceit, facet=facet)
        return k

    def lapse(self, name: str, day: int, severity: float, kind: str, facet: str = "") -> float:
        """A miss, a crack, something late: leaves a slight of this severity, perhaps 0; returns its multiplier."""
        self._parts, k = None, self.multiplier(kind)
        self.slights.add(name, day, (kind, facet), severity * k, self.numbers)
        return k

    def find(self, name: str, day: int) -> Wound | None:
        """The breach or slight of this id, to be worked on by itself from now on."""
        self._parts = None
        if name not in self.wounds and (taken := self.slights.take(name, day, self.numbers)):
            (kind, facet), healed = taken.kind, self.numbers.heals_to - taken.gap
            self.wounds[name] = Wound(name, taken.day, kind, taken.mass, 1.0, r=healed, small=True, facet=facet)
            self._settle()
        return self.wounds.get(name)

    def _settle(self) -> None:
        """The oldest slights that were come back to keep what is open of them, and are no longer followed."""
        small = [w.id for w in self.wounds.values() if w.small]
        for name in small[: max(len(small) - IN_HAND, 0)]:
            if not self.slights.awaited(name):
                wound = self.wounds.pop(name)
                self.slights.settle(wound.facet, wound.open_part)

    def worth(self, kind: str) -> float:
        """What words about this kind are worth, from 1 down: halved with each repeat (F9)."""
        return float(self.numbers.devalue ** max(self.kinds.get(kind, 1.0) - 1, 0.0))

    def acknowledged(self, wound: Wound) -> float:
        """Its doer owned it, fully, says the hurt person; returns what the words are worth (0 when said again)."""
        if wound.acknowledged:
            return 0.0
        wound.acknowledged = True
        worth = self.worth(wound.kind)
        wound.cap += self.numbers.cap_acknowledged * worth
        wound.rise(self.numbers.said, self.numbers)
        return worth

    def apologised(self, wound: Wound, q: float) -> float:
        """An apology with the share q of its parts; returns what its words are worth. A fuller one adds what the
        earlier lacked; said again it lifts half as much each time."""
        worth = self.worth(wound.kind)
        wound.cap += self.numbers.cap_apology * max(q - wound.q, 0.0) * worth
        wound.q = max(wound.q, q)
        wound.rise(self.numbers.said, self.numbers)
        lift = q * worth * self.numbers.devalue**wound.apologies
        wound.apologies += q > 0
        return float(lift)

    def amended(self, wound: Wound) -> bool:
        """Made good, once; whether that was new (F7, F8)."""
        if wound.amended:
            return False
        wound.amended = True
        wound.cap += self.numbers.cap_amends
        wound.rise(self.numbers.amended, self.numbers)
        return True

    def kept(self, weights: Iterable[float], grown: float) -> list[Wound]:
        """Kept promises and honoured boundaries of one day move every r toward what it may reach. Returns what passed
        r = `grown` with words behind it, which each does once."""
        if not self.wounds:
            return []
        acts, passed = sum(min(weight, 1.0) for weight in weights), []
        soft, hard = min(self.numbers.earn * acts, 1.0), min(self.numbers.earn_hard * acts, 1.0)
        self._parts = None
        for wound in self.wounds.values():
            left = wound.most(self.numbers) - wound.r
            if left > 0:
                wound.r += (hard if wound.hard else soft) * left
            if wound.r > grown and self._held(wound):
                wound.grown = True
                passed.append(wound)
        return passed

    def _held(self, wound: Wound) -> bool:
        words = wound.cap >= self.numbers.cap_acknowledged
        return words and not wound.grown and wound.severity >= self.numbers.small

    def night(self) -> None:
        """A day passes: slights heal half way by themselves, and what was the same again becomes less so."""
        numbers, self._parts = self.numbers, None
        heal, fade = self._nightly
        for wound in self.wounds.values():
            if wound.severity < numbers.small and wound.r < numbers.heals_to:
                wound.r = numbers.heals_to - (numbers.heals_to - wound.r) * heal
        self.slights.night(heal)
        self.kinds = {kind: n * fade for kind, n in self.kinds.items()}
