"""The bank of filters: against matrices written out in full, for one as for many, and on people it was made for."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reknit.engine import mixture
from reknit.engine.bank import Bank
from reknit.engine.numbers import BANK, FELT, LIFE, ROUNDS, Preset
from reknit.engine.pace import FILTERS, interval, paces

QUICK = settings(max_examples=12, deadline=None)
PRESETS = st.sampled_from([LIFE, ROUNDS])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("advance"), st.integers(1, 9), st.sampled_from([0.0, 0.05, 0.4])),
        st.tuples(st.just("good"), st.floats(0.25, 3.0), st.sampled_from([0.0, 0.4])),
        st.tuples(st.just("bad"), st.floats(0.1, 3.0), st.sampled_from([0.0, 0.4])),
        st.tuples(st.just("severity"), st.floats(0.1, 1.0), st.sampled_from([0.0, 0.4])),
        st.tuples(st.just("report"), st.sampled_from([0.1, 0.3, 0.5, 0.7, 0.9]), st.just(0.0)),
    ),
    max_size=30,
)
PACKED = [(r, c) for r in range(5) for c in range(r, 5)]


def take(bank: Bank, step: tuple[str, float, float]) -> None:
    what, size, harm = step
    if what == "advance":
        bank.advance(days=int(size), open_harm=harm)
    elif what == "report":
        bank.report(size)
    else:
        bank.happened(**{what: size}, open_harm=harm)


class Written:
    """One filter of the eight, its covariance written out as a matrix."""

    def __init__(self, at: int, preset: Preset) -> None:
        self.phi, self.q = FILTERS[at].phi, FILTERS[at].ratio * 0.1
        self.lasting, self.preset = at < 4, preset
        now = "" if self.lasting else "_now"
        self.z = np.array([0.7, 0.7, *(getattr(preset, name + now) for name in ("good", "bad", "severity"))])
        self.C = np.zeros((5, 5))
        self.C[:2, :2] = 0.22**2
        self.C[0, 0] += 0.1**2
        for k, name in enumerate(("good", "bad", "severity"), 2):
            self.C[k, k] = getattr(preset, f"{name}{now}_sd") ** 2
        self.x, self.S, self.nu = np.zeros(3), 1.0, 4.0

    def advance(self, days: int, harm: float, step: float) -> None:
        for _ in range(days):
            stay, gain, erosion = self.phi ** (1 / step), 0.0, np.exp(-0.08 / 30 * harm)
            if harm >= 0.1 and self.z[0] <= self.z[1]:
                stay = erosion
            else:
                kappa = -np.log(self.phi) / step if self.phi else np.inf
                share = 1.0 if not self.phi else kappa / (kappa + 0.08 / 30 * harm) if kappa else 0.0
                stay *= erosion
                gain = (1 - stay) * share
            F = np.eye(5)
            F[0, :2] = stay, gain
            grow = 1 / step if self.phi == 1 else (1 - self.phi ** (2 / step)) / (1 - self.phi**2)
            self.z, self.C = F @ self.z, F @ self.C @ F.T
            self.C[0, 0] += self.q**2 * grow
            self.x = self.x * 0.5 ** (1 / 7) if self.preset is LIFE else self.x

    def happened(self, what: str, size: float, harm: float, early: bool) -> None:
        theta, x = min(max(self.z[0], 0.0), 1.0), np.zeros(3)
        ceiling = min(1 - 0.6 * harm, self.z[1] + 0.1) if self.preset is LIFE else 1.0
        if what == "good":
            x[0] = 2 * max(ceiling - theta, 0.0) * np.exp(-1.5 * harm) * size
        elif what == "bad":
            x[1] = 2 * theta * size
        else:
            x[2] = 2 * theta * size
        if not self.lasting:
            self.x = self.x + x
        elif self.preset is LIFE or not early:
            F = np.eye(5)
            F[0, 2:] = x
            self.z, self.C = F @ self.z, F @ self.C @ F.T

    @property
    def h(self) -> np.ndarray:
        return np.array([1.0, 0.0, *self.x])

    @property
    def f(self) -> float:
        return float(np.clip(self.h @ self.z, 0, 1))

    def report(self, y: float) -> None:
        Q, e = self.h @ self.C @ self.h + 0.1**2, y - self.f
        gain = self.C @ self.h / Q
        self.z, self.C = self.z + gain * e, self.C - np.outer(gain, gain) * Q
        self.S, self.nu = np.clip((self.nu * self.S + e**2 / Q) / (self.nu + 1), 0.08, 8), min(self.nu + 1, 40)
        self.x = np.zeros(3)


@QUICK
@given(PRESETS, STEPS)
def test_it_is_the_filter_written_out(preset: Preset, steps: list[tuple[str, float, float]]) -> None:
    bank, written = Bank(preset=preset), [Written(at, preset) for at in range(8)]
    for what, size, harm in steps:
        for each in written:
            if what == "advance":
                each.advance(int(size), harm, float(bank.step[0]))
            elif what == "report":
                each.report(size)
            else:
                each.happened(what, size, harm, not bank.count[0])
        take(bank, (what, size, harm))
    for at, each in enumerate(written):
        assert bank.mean[:, at, 0] == pytest.approx(each.z, abs=1e-9)
        assert bank.cov[:, at, 0] == pytest.approx([each.C[pair] for pair in PACKED], abs=1e-9)
        assert bank.felt()[at, 0] == pytest.approx(each.f, abs=1e-9)
        assert (bank.scale[at, 0], bank.free[0]) == pytest.approx((each.S, each.nu))


@QUICK
@given(PRESETS, st.lists(STEPS, min_size=2, max_size=3))
def test_many_are_as_each_alone(preset: Preset, lives: list[list[tuple[str, float, float]]]) -> None:
    """Everyone's nights together; what happened and was reported, each their own."""
    together, alone, n = Bank(preset=preset, people=len(lives)), [Bank(preset=preset) for _ in lives], len(lives)
    for steps in zip(*lives, strict=False):
        said = np.full(n, np.nan)
        sizes = {what: np.zeros(n) for what in ("good", "bad", "severity")}
        for at, (what, size, _) in enumerate(steps):
            if what == "report":
                said[at] = size
            elif what in sizes:
                sizes[what][at] = size
        together.happened(**sizes, open_harm=0.2)
        together.report(said)
        together.advance(days=2, open_harm=0.2)
        for at, bank in enumerate(alone):
            bank.happened(**{what: size[at] for what, size in sizes.items()}, open_harm=0.2)
            if not np.isnan(said[at]):
                bank.report(said[at])
            bank.advance(days=2, open_harm=0.2)
    means = together.predict()
    for at, bank in enumerate(alone):
        assert [each[at] for each in means] == pytest.approx([each[0] for each in bank.predict()], abs=1e-6)
        assert together.cov[:, :, at] == pytest.approx(bank.cov[:, :, 0], abs=1e-9)


@QUICK
@given(PRESETS, STEPS, STEPS)
def test_bytes_go_on_identically(
    preset: Preset, before: list[tuple[str, float, float]], after: list[tuple[str, float, float]]
) -> None:
    bank = Bank(preset=preset)
    for step in before:
        take(bank, step)
    again = Bank.from_bytes(bank.to_bytes(), preset=preset)
    for step in after:
        take(bank, step)
        take(again, step)
    assert again.to_bytes() == bank.to_bytes()


def test_bytes_of_others_are_refused() -> None:
    with pytest.raises(ValueError, match="people"):
        Bank.from_bytes(Bank(people=2).to_bytes())


def test_thirty_days_are_thirty_nights() -> None:
    one, other = Bank(), Bank()
    for bank in (one, other):
        bank.happened(severity=0.75)
        bank.report(0.3)
    one.advance(days=30, open_harm=0.2)
    for _ in range(30):
        other.advance(days=1, open_harm=0.2)
    assert one.to_bytes() == other.to_bytes()


def test_words_lift_for_a_while_and_hollow_ones_are_gone() -> None:
    bank = Bank()
    before = bank.drawn()[0]
    bank.happened(words=FELT.word)
    assert bank.drawn()[0] == pytest.approx(before + FELT.word)
    bank.advance(days=14)
    assert bank.words[0] == pytest.approx(FELT.word / 2)
    bank.hollow()
    assert bank.drawn()[0] == pytest.approx(before, abs=1e-3)


def test_the_step_is_the_persons_own() -> None:
    bank = Bank()
    for gap in (3, 5, 4, 4):
        bank.report(0.7)
        bank.advance(days=gap)
        assert bank.step[0] == 7
    bank.report(0.7)
    assert bank.step[0] == 4
    assert bank.stay[2, 0] == pytest.approx(0.9 ** (1 / 4))


@given(st.lists(st.integers(1, 60), min_size=4, max_size=9))
@QUICK
def test_it_is_the_median_of_the_gaps(gaps: list[int]) -> None:
    padded = np.array([[*gaps, *[np.inf] * (9 - len(gaps))]], float)
    found = interval(padded, np.array([len(gaps) + 1.0]), np.array([7.0]), BANK)
    assert found[0] == np.clip(np.median(gaps), 1, 30)


def test_a_night_of_each_pace() -> None:
    pull, stay, grow = (each[:, 0] for each in paces(np.array([7.0]), BANK))
    assert stay[:3] == pytest.approx([1, 1, 0.9 ** (1 / 7)])
    assert (stay[7], pull[0]) == (0, 0)
    assert grow[0] == pytest.approx(0.03**2 / 7)
    assert grow[7] == pytest.approx(0.03**2)
    assert sum(0.9 ** (2 * k / 7) for k in range(7)) * grow[2] == pytest.approx(0.05**2)


@given(st.integers(4, 40), st.floats(-6, 6))
@QUICK
def test_the_share_below_is_the_density_summed(free: int, t: float) -> None:
    free_ = np.array([float(free)])
    mix = mixture.Mixture(np.zeros((1, 1)), np.ones((1, 1)), np.ones((1, 1)), free_)
    x = np.linspace(-60, t, 60_001)
    summed = np.trapezoid(mixture.density(x, np.ones_like(x), np.full_like(x, free)), x)
    assert mixture.below(mix, np.array([t]))[0] == pytest.approx(summed, abs=2e-5)


def test_the_middle_eighty_of_known_distributions() -> None:
    """The tenths of t with 4, 10 and 40 degrees of freedom, from any table."""
    for free, tenth in ((4.0, 1.53321), (10.0, 1.37218), (40.0, 1.30308)):
        mix = mixture.Mixture(np.full((1, 1), 0.5), np.full((1, 1), 0.1), np.ones((1, 1)), np.array([free]))
        low, high = mixture.eighty(mix)
        assert (low[0], high[0]) == pytest.approx((0.5 - tenth / 10, 0.5 + tenth / 10), abs=1e-5)


@QUICK
@given(st.integers(0, 1000))
def test_the_middle_eighty_of_a_mixture(seed: int) -> None:
    dice = np.random.default_rng(seed)
    mix = mixture.Mixture(
        dice.random((8, 3)), dice.uniform(0.08, 0.4, (8, 3)), dice.dirichlet(np.ones(8), 3).T, np.full(3, 6.0)
    )
    low, high = mixture.eighty(mix)
    assert mixture.below(mix, low) == pytest.approx([0.1] * 3, abs=1e-3)
    assert mixture.below(mix, high) == pytest.approx([0.9] * 3, abs=1e-3)


def people(count: int, rounds: int) -> tuple[np.ndarray, np.ndarray]:
    """People as the bank believes them to be: who wander or return, whom events move a little or much; their events
    (rounds, people) and reports on five positions."""
    dice = np.random.default_rng(11)
    anchor = np.clip(dice.normal(0.65, 0.18, count), 0.1, 0.95)
    phi, wander = dice.choice([1.0, 0.9, 0.6], count), dice.uniform(0.02, 0.08, count)
    gain, loss, swing = dice.uniform(0.02, 0.1, count), dice.uniform(0.05, 0.25, count), dice.uniform(0.06, 0.14, count)
    theta, kept, said = anchor.copy(), dice.random((rounds, count)) < 0.7, np.empty((rounds, count))
    for at in range(rounds):
        theta = anchor + phi * (theta - anchor) + dice.normal(0, wander)
        theta += np.where(kept[at], gain * (1 - theta), -loss * theta)
        theta = np.clip(theta, 0.02, 0.98)
        said[at] = np.clip(np.floor((theta + dice.normal(0, swing)) * 5), 0, 4) * 0.2 + 0.1
    return kept, said


def test_it_foresees_the_people_it_was_made_for() -> None:
    """A check of sanity, not a claim: on people of its own kind it is nearer than any rule of thumb, and its ranges
    hold what they should."""
    kept, said = people(120, 40)
    bank = Bank(preset=ROUNDS, people=120)
    errors: dict[str, list[np.ndarray]] = {"bank": [], "last": [], "mean": [], "smoothed": []}
    inside, smoothed = [], said[0].copy()
    for at, y in enumerate(said):
        bank.happened(good=kept[at].astype(float), bad=(~kept[at]).astype(float))
        if at >= 3:
            mean, low, high = bank.predict()
            inside.append((low - 1e-9 <= y) & (y <= high + 1e-9))
            guesses = {"bank": mean, "last": said[at - 1], "mean": said[:at].mean(axis=0), "smoothed": smoothed}
            for name, guess in guesses.items():
                errors[name].append((guess - y) ** 2)
        smoothed = smoothed + 0.3 * (y - smoothed)
        bank.report(y)
        bank.advance(days=1)
    rmse = {name: float(np.sqrt(np.mean(each))) for name, each in errors.items()}
    assert rmse["bank"] < min(rmse["last"], rmse["mean"], rmse["smoothed"]), rmse
    assert 0.75 <= np.mean(inside) <= 0.9


def test_ranges_worked_out_together_are_those_worked_out_alone() -> None:
    """A tenth lies below and a tenth above, whoever else is asked for in the same call."""
    dice = np.random.default_rng(3)
    parts, people = 8, 120
    centre, spread = dice.uniform(-0.2, 1.2, (parts, people)), dice.uniform(0.03, 0.9, (parts, people))
    weight, free = dice.dirichlet(np.full(parts, 0.3), people).T, dice.integers(4, 41, people).astype(float)
    low, high = mixture.eighty(mixture.Mixture(centre, spread, weight, free))
    every = mixture.Mixture(centre, spread, weight, free)
    assert np.allclose(mixture.below(every, low), 0.1, atol=1e-10)
    assert np.allclose(mixture.below(every, high), 0.9, atol=1e-10)
    for at in range(0, people, 7):
        one = slice(at, at + 1)
        alone = mixture.eighty(mixture.Mixture(centre[:, one], spread[:, one], weight[:, one], free[one]))
        assert np.allclose(alone, (low[one], high[one]), atol=1e-9)
