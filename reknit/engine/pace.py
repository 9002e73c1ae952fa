"""How fast the eight filters move: by their own kind, and by how often a person reports."""

import numpy as np
from numpy.typing import NDArray

from reknit.engine.numbers import LASTING, MOMENTARY, Bank

Array = NDArray[np.float64]
FILTERS = [*LASTING.values(), *MOMENTARY.values()]
_PHI = np.array([[each.phi] for each in FILTERS])
_WANDER = np.array([[each.ratio] for each in FILTERS])
_PULL = np.array([[-np.log(each.phi) if each.phi else 1e9] for each in FILTERS])  # at φ = 0 all of it at once


def paces(step: Array, numbers: Bank) -> tuple[Array, Array, Array]:
    """κ = −ln φ/step; e^−κ; and by how much the variance grows in a night: q²(1 − φ^(2/step))/(1 − φ²), at φ = 1
    q²/step. (filters, people), for steps in days."""
    still = _PHI == 1
    pull = _PULL / step
    stay = np.exp(-pull)
    share = np.where(still, 1 / step, (1 - stay**2) / np.where(still, 1.0, 1 - _PHI**2))
    return pull, stay, (_WANDER * numbers.noise) ** 2 * share


def interval(gaps: Array, count: Array, step: Array, numbers: Bank) -> Array:
    """The step of people who reported `count` times: the median of their latest gaps (people, gaps; infinite where
    there is none yet), within 1 and 30 days; before five reports it stays as it is."""
    often = count >= numbers.step_reports
    if not often.any():
        return step
    known = np.minimum(count - 1, gaps.shape[1]).astype(int)
    ranked, rows = np.sort(gaps, axis=1), np.arange(len(gaps))
    middle = (ranked[rows, np.maximum(known - 1, 0) // 2] + ranked[rows, known // 2]) / 2
    return np.where(often, np.clip(middle, numbers.step_least, numbers.step_most), step)
