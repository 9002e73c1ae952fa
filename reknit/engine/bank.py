"""Felt trust learned from reports: eight conjugate linear filters, weighted by how well each has predicted this person.

The step is linear and exact: what an event moves is frozen at the current mean. One code for one person and for many.
"""

from math import exp

import numpy as np

from reknit.engine import mixture, pace
from reknit.engine.filters import ALL, CROSS, LASTS, PASSES, ROWS, Array, Filters
from reknit.engine.mixture import Mixture
from reknit.engine.numbers import FELT, HARM
from reknit.engine.pace import FILTERS

Given = float | Array
TINY, BLOCK = 1e-300, 1024
WORDS_LEFT = 0.5 ** (1 / FELT.word_half_life)  # of what words lift, after a night
WORN = FELT.erode / 30


class Bank(Filters):
    """`Bank(preset=ROUNDS, people=3, hurt=False)`. Inputs are numbers, or arrays with one number a person."""

    def advance(self, days: int, open_harm: Given = 0.0) -> None:
        """So many nights with this much open harm H."""
        for _ in range(days):
            self.night(open_harm)

    def night(self, open_harm: Given = 0.0) -> None:
        """θ ← θ∞ + (θ − θ∞)·e^(−λ), λ = κ + eH, θ∞ = κμ/λ; erosion alone where harm is open and θ ≤ μ. The momentary
        part and words fade."""
        mean, cov = self.mean, self.cov
        stay, drawn = self._nightly(open_harm)
        mean[0] = stay * mean[0] + drawn * mean[1]
        level = stay * (stay * cov[0] + drawn * cov[1]) + self.grow
        cov[1:5] = stay * cov[1:5] + drawn * cov[5:9]
        cov[0] = level + drawn * cov[1]
        self.since += 1
        self.words *= WORDS_LEFT
        self.now *= self.fade

    @property
    def fade(self) -> float:
        """What a night leaves of the momentary part."""
        return float(0.5 ** (1 / self.preset.fade)) if self.preset.fade else 1.0

    def _nightly(self, open_harm: Given) -> tuple[Array, Array]:
        """e^(−λ), and how much of the anchor a night brings."""
        if isinstance(open_harm, float) and not open_harm:
            return self.stay, 1 - self.stay
        worn = self.worn(open_harm)
        stay = self.stay * worn
        drawn = (1 - stay) * (self.pull / (self.pull + WORN * open_harm + TINY))
        if isinstance(open_harm, float) and open_harm < HARM.open:
            return stay, drawn
        down = (np.asarray(open_harm) >= HARM.open) & (self.mean[0] <= self.mean[1])
        return np.where(down, worn, stay), np.where(down, 0.0, drawn)

    def worn(self, open_harm: Given) -> Given:
        """What a night's erosion leaves of the level: e^(−eH)."""
        if isinstance(open_harm, float):
            return exp(-WORN * open_harm)
        found: Given = np.exp(-WORN * open_harm)
        return found

    def happened(
        self, good: Given = 0.0, bad: Given = 0.0, severity: Given = 0.0, k: Given = 1.0, buf: Given = 1.0,
        open_harm: Given = 0.0, words: Given = 0.0,
    ) -> None:  # fmt: skip
        """What happened, the Σw already summed: x_good = 2·max(Ceil − θ, 0)·e^(−1.5H)·good, x_bad = 2·θ·k·buf·bad,
        x_sev = 2·θ·k·s, frozen at the current mean. `words`: what words lift, in felt trust, for a while."""
        theta = np.minimum(np.maximum(self.mean[0], 0.0), 1.0)
        if _any(good):
            room = np.maximum(self._ceiling(open_harm) - theta, 0.0)
            gate = exp(-FELT.gate * open_harm) if isinstance(open_harm, float) else np.exp(-FELT.gate * open_harm)
            self._move(0, 2 * room * (gate * good))
        if _any(bad):
            self._move(1, 2 * theta * (k * buf * bad))
        if _any(severity):
            self._move(2, 2 * theta * np.minimum(k * severity, FELT.breach_most / FELT.breach))
        self.words += words

    def _ceiling(self, harm: Given) -> Given:
        if not self.preset.ceiling:
            return 1.0
        found: Given = np.minimum(1 - FELT.ceiling * harm, self.mean[1] + FELT.headroom)
        return found

    def _move(self, at: int, x: Array) -> None:
        """Where events last, θ ← θ + x·k, exactly; where they pass, x adds to the momentary inputs."""
        self.now[at] += x[PASSES]
        lasting = x[LASTS] if self.preset.early else x[LASTS] * (self.count > 0)
        mean, cov = self.mean[:, LASTS], self.cov[:, LASTS]
        own = CROSS[at][at]
        cov[0] += lasting * (2 * cov[2 + at] + lasting * cov[own])
        cov[1] += lasting * cov[6 + at]
        cov[2:5] += lasting * cov[CROSS[at]]
        mean[0] += lasting * mean[2 + at]

    def grown(self, by: Given) -> None:
        """A repair held: the anchor rises by so much, to .97 at most."""
        self.mean[1] = np.maximum(self.mean[1], np.minimum(FELT.anchor_most, self.mean[1] + by))

    def hollow(self) -> None:
        """The same again: what earlier words lifted is gone."""
        self.words[:] = 0.0

    def felt(self, part: slice = ALL) -> Array:
        """f = θ + x′c and what words lift, within 0 and 1; (filters, people)."""
        found: Array = np.minimum(np.maximum(self.mean[0, :, part] + self.beside(part), 0.0), 1.0)
        return found

    def beside(self, part: slice = ALL) -> Array:
        """What is felt for the moment beside the level: x′c, and what words lift."""
        words = self.words[part]
        found = np.empty((len(FILTERS), len(words)))
        found[LASTS] = words
        found[PASSES] = (self.now[..., part] * self.mean[2:, PASSES, part]).sum(axis=0) + words
        return found

    def drawn(self) -> Array:
        """The mixture's mean, one a person."""
        found: Array = (self.weight * self.felt()).sum(axis=0)
        return found

    def mixture(self) -> Mixture:
        """What the next report may be: t_ν(f, Q·S + .03²), Q = H′CH + r², each with its weight."""
        _, q = self._gains(ALL)
        spread = np.sqrt(q * self.scale + self.numbers.floor**2)
        return Mixture(self.felt(), spread, self.weight.copy(), self.free.copy())

    def predict(self) -> tuple[Array, Array, Array]:
        """The next report: mean, and the middle 80 % of what it may be; one of each a person."""
        low, high = mixture.eighty(self.mixture())
        return self.drawn(), np.clip(low, 0.0, 1.0), np.clip(high, 0.0, 1.0)

    def swing(self) -> Array:
        """How much this person's reports go up and down by themselves: √S·r (F15, F16)."""
        found: Array = np.sqrt((self.weight * self.scale).sum(axis=0)) * self.numbers.noise
        return found

    def report(self, y: Given) -> None:
        """Reports from 0 to 1, one a person; not a number for whoever said nothing."""
        said = np.broadcast_to(np.asarray(y, dtype=float), (self.people,))
        here = ~np.isnan(said)
        if not here.all():
            some = self.only(here)
            some.report(said[here])
            return self.put(here, some)
        for start in range(0, self.people, BLOCK):
            part = slice(start, start + BLOCK)
            self._learn(part, said[part])
        self._intervals()

    def _learn(self, part: slice, y: Array) -> None:
        """One report of each of these people: which filter fits, then the Kalman update with gain CH/Q, then the
        swing."""
        numbers, (gains, q) = self.numbers, self._gains(part)
        scale, free, miss = self.scale[:, part], self.free[part], y - self.felt(part)
        density = mixture.density(miss, q * scale + numbers.floor**2, free)
        weight = self.weight[:, part] ** numbers.memory * (numbers.trust * density + (1 - numbers.trust))
        self.weight[:, part] = weight / weight.sum(axis=0)
        pull = gains / q
        self.mean[..., part] += pull * miss
        for row, packed in enumerate(ROWS):
            self.cov[packed, :, part] -= pull[row] * gains[row:]
        learned = (free * scale + miss * miss / q) / (free + 1)
        self.scale[:, part] = np.minimum(np.maximum(learned, numbers.scale_low), numbers.scale_high)
        self.free[part] = np.minimum(free + 1, numbers.freedom_most)
        self.now[..., part] = 0.0

    def _gains(self, part: slice) -> tuple[Array, Array]:
        """CH, (5, filters, people), and Q = H′CH + r², (filters, people)."""
        found = self.cov[:5, :, part].copy()
        now, cov = self.now[..., part], self.cov[:, PASSES, part]
        for at in range(3):
            found[0, PASSES] += cov[2 + at] * now[at]
            found[1, PASSES] += cov[6 + at] * now[at]
            found[2:, PASSES] += cov[CROSS[at]] * now[at]
        q = found[0] + self.numbers.noise**2
        q[PASSES] += (now * found[2:, PASSES]).sum(axis=0)
        return found, q

    def _intervals(self) -> None:
        """The step is the person's own reporting interval: the median of their last nine gaps, once they reported five
        times, else seven days."""
        again = self.count > 0
        self.gaps[again] = np.roll(self.gaps[again], 1, axis=1)
        self.gaps[again, 0] = self.since[again]
        self.count += 1
        self.since[:] = 0.0
        step = pace.interval(self.gaps, self.count, self.step, self.numbers)
        if (changed := step != self.step).any():
            self.step = step
            self._paces(changed)


def _any(given: Given) -> bool:
    return bool(given) if isinstance(given, int | float) else bool(np.any(given))
