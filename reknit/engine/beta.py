"""The Beta distribution: the share below a value, and the value below which a share lies."""

from math import exp, lgamma, log, log1p

_TINY = 1e-300


def share(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b), to about 1e-14 (Lentz's continued fraction)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def point(p: float, a: float, b: float) -> float:
    """The x with I_x(a, b) = p, to about 1e-12: Newton's steps from the mean, kept within halving bounds."""
    low, high, x = 0.0, 1.0, a / (a + b)
    scale = lgamma(a + b) - lgamma(a) - lgamma(b)
    for _ in range(60):
        miss = share(x, a, b) - p
        low, high = (x, high) if miss < 0 else (low, x)
        slope = exp(scale + (a - 1) * log(x) + (b - 1) * log1p(-x))
        step = x - miss / slope if slope > _TINY else low
        step = step if low < step < high else (low + high) / 2
        if abs(step - x) < 1e-13 or not low < step < high:
            break
        x = step
    return x


def _fraction(x: float, a: float, b: float) -> float:
    d = 1 / _away(1 - (a + b) * x / (a + 1))
    c, found = 1.0, d
    for m in range(1, 300):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d, c = 1 / _away(1 + term * d), _away(1 + term / c)
            found *= d * c
        if abs(d * c - 1) < 1e-15:
            break
    return found


def _away(x: float) -> float:
    """Kept away from zero."""
    return x if abs(x) > _TINY else _TINY
