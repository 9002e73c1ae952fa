"""A history told in a few words: `Telling().breach(0, .75)`, `.kept(2, 4, 6)`. Days are counted from the first of
2024."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import count

from reknit.engine import course, inputs
from reknit.engine.inputs import AnyInput, Part

BEGIN = date(2024, 1, 1)
WHOLE: frozenset[Part] = frozenset({"responsibility", "repair", "regret", "explanation", "change"})
KINDS = {
    "breach": inputs.Breach, "acknowledged": inputs.Acknowledged, "explained": inputs.Explained,
    "apology": inputs.Apology, "amends": inputs.Amends, "closed": inputs.Closed, "set_down": inputs.SetDown,
    "reopened": inputs.Reopened, "new_record": inputs.NewRecord, "outcome": inputs.Outcome, "crack": inputs.Crack,
    "boundary": inputs.Boundary, "moment": inputs.Moment, "check_in": inputs.CheckIn,
}  # fmt: skip


def on(day: int) -> date:
    return BEGIN + timedelta(day)


class Telling:
    """Collects inputs; what opens something returns its id."""

    def __init__(self) -> None:
        self.inputs: list[AnyInput] = []
        self._ids = count(1)

    def tell(self, what: str, day: int, **fields: object) -> str:
        name = str(fields.pop("id", f"{what}{next(self._ids):04d}"))
        self.inputs.append(KINDS[what](id=name, day=on(day), **fields))  # type: ignore[arg-type]
        return name

    def breach(self, day: int, severity: float, **fields: object) -> str:
        return self.tell("breach", day, severity=severity, **fields)

    def outcomes(self, shape: str, days: Iterable[int], weight: float = 1.0) -> None:
        for day in days:
            self.tell("outcome", day, shape=shape, weight=weight)

    def words(self, day: int, about: str, q: frozenset[Part] = WHOLE) -> None:
        self.tell("acknowledged", day, about=about, full=True)
        self.tell("apology", day, about=about, parts=q)

    def amends(self, day: int, about: str) -> None:
        self.tell("amends", day, about=about, confirmed=True)

    def course(self, until: int, start: float = 0.8) -> dict[int, course.Expected]:
        """The expected course by day."""
        found = course.course(self.inputs, on(until), start)
        return {(each.day - BEGIN).days: each for each in found}
