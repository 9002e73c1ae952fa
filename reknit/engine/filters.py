"""What a bank knows of each person: the state of eight linear filters, as arrays that end in (filters, people).

State of a filter: z = (θ, μ, k₁₋₃), the level, its anchor, and what good, bad and severity do. In four filters events
last (k moves θ), in four they pass (k moves what is felt until the next report). So every filter has five means and
fifteen covariances, packed: θθ θμ θ1 θ2 θ3 · μμ μ1 μ2 μ3 · 11 12 13 · 22 23 · 33.
"""

from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from reknit.engine import pace
from reknit.engine.numbers import BANK, LASTING, LIFE, Bank, Preset
from reknit.engine.pace import FILTERS

Array = NDArray[np.float64]
ALL = slice(None)
LASTS, PASSES = slice(0, len(LASTING)), slice(len(LASTING), len(FILTERS))
ROWS = [slice(0, 5), slice(5, 9), slice(9, 12), slice(12, 14), slice(14, 15)]
CROSS = [[9, 10, 11], [10, 12, 13], [11, 13, 14]]
# Everything that is known, and along which axis the people stand.
ARRAYS = {
    "mean": -1, "cov": -1, "now": -1, "words": -1, "weight": -1, "scale": -1, "free": -1, "count": -1, "since": -1,
    "gaps": 0, "step": -1,
}  # fmt: skip


@dataclass
class Filters:
    """One person or many. `mean` and `cov` as above; `now`: the momentary inputs since the last report; `words`: what
    words lift; `weight` of each filter; `scale` S of the swing and `free` ν; `count` of reports, days `since` the
    last, `gaps` between the latest (people, gaps), `step` in days."""

    preset: Preset = LIFE
    people: int = 1
    hurt: bool = False
    numbers: Bank = BANK

    def __post_init__(self) -> None:
        n, numbers, count = self.people, self.numbers, len(FILTERS)
        self.mean, self.cov = self._priors()
        self.now, self.words = np.zeros((3, count - len(LASTING), n)), np.zeros(n)
        self.weight, self.scale = np.full((count, n), 1 / count), np.ones((count, n))
        self.free, self.count, self.since = np.full(n, numbers.freedom, float), np.zeros(n), np.zeros(n)
        self.gaps, self.step = np.full((n, int(numbers.step_gaps)), np.inf), np.full(n, numbers.step)
        self.pull, self.stay, self.grow = pace.paces(self.step, numbers)

    def _priors(self) -> tuple[Array, Array]:
        """θ₀ ~ μ + N(0, .1²), μ ~ N(.7, .22²), and what events do, as the preset has it."""
        numbers, preset = self.numbers, self.preset
        anchor = (numbers.anchor_sd_hurt if self.hurt else numbers.anchor_sd) ** 2
        mean, cov = np.empty((5, len(FILTERS), self.people)), np.zeros((15, len(FILTERS), self.people))
        mean[:2], cov[0], cov[1], cov[5] = numbers.anchor, anchor + numbers.spread**2, anchor, anchor
        for at, name in enumerate(("good", "bad", "severity")):
            for part, kind in ((LASTS, name), (PASSES, f"{name}_now")):
                mean[2 + at, part] = getattr(preset, kind)
                cov[CROSS[at][at], part] = getattr(preset, f"{kind}_sd") ** 2
        return mean, cov

    def _paces(self, who: slice | NDArray[np.bool_] = ALL) -> None:
        self.pull[:, who], self.stay[:, who], self.grow[:, who] = pace.paces(self.step[who], self.numbers)

    def only(self, who: NDArray[np.bool_]) -> Self:
        """What is known of some of these people."""
        some = replace(self, people=int(who.sum()))
        for name, axis in ARRAYS.items():
            setattr(some, name, np.compress(who, getattr(self, name), axis=axis))
        some._paces()
        return some

    def put(self, who: NDArray[np.bool_], some: "Filters") -> None:
        """It goes back among the others."""
        for name, axis in ARRAYS.items():
            array = getattr(self, name)
            array[(*[ALL] * (axis % array.ndim), who)] = getattr(some, name)
        self._paces(who)

    def to_bytes(self) -> bytes:
        """All of it; `from_bytes` with the same arguments gives a bank that goes on identically."""
        return b"".join(np.ascontiguousarray(getattr(self, name)).tobytes() for name in ARRAYS)

    @classmethod
    def from_bytes(cls, data: bytes, **made: Any) -> Self:
        """What `to_bytes` wrote, made with the same arguments."""
        found, at = cls(**made), 0
        for name in ARRAYS:
            empty = getattr(found, name)
            setattr(found, name, np.frombuffer(data, float, empty.size, at).reshape(empty.shape).copy())
            at += empty.nbytes
        if at != len(data):
            raise ValueError("not a bank of so many people")
        found._paces()
        return found
