"""A weighted mixture of Student's t distributions: how likely a value is, the share below it, where a share lies.

The degrees of freedom are whole numbers up to forty, so the share below a value has a finite form.
"""

from dataclasses import dataclass
from math import lgamma, log, pi

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
MOST = 40
_FREE = np.arange(1, MOST + 1)
_HEIGHT = np.array([0.0, *(lgamma((v + 1) / 2) - lgamma(v / 2) - log(v * pi) / 2 for v in map(float, _FREE))])
_NARROW, _WIDE = 1.2815, 1.5333  # a tenth lies beyond: of the normal distribution, and of t with ν = 4
_STEPS, _NEAR = 60, 1e-12  # once so near it stays, whoever is worked out beside it


@dataclass(frozen=True)
class Mixture:
    """`centre`, `spread` and `weight` are (parts, people), `free` is (people)."""

    centre: Array
    spread: Array
    weight: Array
    free: Array


def density(miss: Array, variance: Array, free: Array) -> Array:
    """t_ν at a distance from its centre; `variance` is its squared scale."""
    log_density = _HEIGHT[free.astype(int)] - (free + 1) / 2 * np.log1p(miss * miss / (free * variance))
    found: Array = np.exp(log_density) / np.sqrt(variance)
    return found


def below(mix: Mixture, value: Array) -> Array:
    """The share of the mixture below a value, one a person; `value` may have axes before people."""
    t = (np.asarray(value)[..., None, :] - mix.centre) / mix.spread
    found: Array = (mix.weight * _below(t, mix.free)).sum(axis=-2)
    return found


def eighty(mix: Mixture) -> tuple[Array, Array]:
    """The values between which the middle 80 % lie, one a person each, for ν of 4 or more: Newton's steps while they
    halve, within halving bounds. A tenth lies below a value that is a tenth's of some parts or less, and of some or
    more."""
    wanted, side = np.array([[0.1], [0.9]]), np.array([[[-1.0]], [[1.0]]])
    ends = np.stack([mix.centre + side * _NARROW * mix.spread, mix.centre + side * _WIDE * mix.spread])
    low, high = ends.min(axis=(0, 2)), ends.max(axis=(0, 2))
    x, moved = (mix.weight * ends.mean(axis=0)).sum(axis=1), high - low
    for _ in range(_STEPS):
        miss = below(mix, x) - wanted
        near = np.abs(miss) < _NEAR
        if near.all():
            break
        low, high = np.where(miss < 0, x, low), np.where(miss < 0, high, x)
        slope = (mix.weight * density(x[:, None, :] - mix.centre, mix.spread**2, mix.free)).sum(axis=1)
        step = x - miss / np.maximum(slope, 1e-12)
        good = (step > low) & (step < high) & (np.abs(step - x) < moved / 2)
        step = np.where(good, step, (low + high) / 2)
        moved, x = np.abs(step - x), np.where(near, x, step)
    return x[0], x[1]


def _below(t: Array, free: Array) -> Array:
    """The t distribution for whole ν: a finite sum in cos²φ with tan φ = t/√ν (Abramowitz & Stegun 26.7.3, 26.7.4)."""
    angle = np.arctan(t / np.sqrt(free))
    sine, cosine, odd = np.sin(angle), np.cos(angle), free % 2 == 1
    terms = _SUMS[free.astype(int)]
    powers = np.broadcast_to((cosine * cosine)[..., None], (*t.shape, terms.shape[-1])).copy()
    powers[..., 0] = np.where(odd, cosine, 1.0)
    total = (np.cumprod(powers, axis=-1) * terms).sum(axis=-1)
    area = np.where(odd, 2 / pi * (angle + sine * total), sine * total)
    found: Array = 0.5 + area / 2
    return found


def _sums() -> Array:
    """The coefficients of that sum for each ν: 1, 1/2, 1·3/2·4 … for even, 1, 2/3, 2·4/3·5 … for odd ones."""
    found = np.zeros((MOST + 1, MOST // 2))
    for free in range(2, MOST + 1):
        odd = free % 2
        found[free, 0] = 1.0
        for k in range(1, (free - odd) // 2):
            found[free, k] = found[free, k - 1] * (2 * k - 1 + odd) / (2 * k + odd)
    return found


_SUMS = _sums()
