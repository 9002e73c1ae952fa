"""CPU of the pages one uses every day and of an answer, as ratios to the floor, after 1,000 events and after 20,000."""

from itertools import count
from typing import Any

from tests.bench.ground import Ground, figure
from tests.bench.life import Life

SHORT, LONG = 1_000, 20_000
TIMES_THE_FLOOR, TIMES_SHORT = 4.0, 1.3


def figures(ground: Ground) -> dict[str, Any]:
    short, long = (_of(ground, ground.life(events)) for events in (SHORT, LONG))
    return {
        name: {
            "to the floor": figure(short[name] / ground.page, TIMES_THE_FLOOR),
            f"to the floor at {LONG}": figure(long[name] / ground.page),
            f"{LONG} to {SHORT}": figure(long[name] / short[name], TIMES_SHORT),
        }
        for name in short
    }


def _of(ground: Ground, life: Life) -> dict[str, float]:
    visitor = ground.visitor(life)
    space = f"/s/{life.space}"
    pages = {"today": f"{space}/", "promise": f"{space}/promises/{life.promise}/", "picture": f"{space}/picture/"}
    costs = {name: ground.cost_of_page(visitor, path) for name, path in pages.items()}
    return {**costs, "answer": _answer(ground, life)}


def _answer(ground: Ground, life: Life) -> float:
    """An answer as its page sends it: the server's CPU for the POST alone."""
    visitor = ground.visitor(life)
    page = f"/s/{life.space}/promises/{life.promise}/on/{life.last_day}/"
    number = count()

    def answer() -> None:
        turn = next(number)
        fields["client_id"] = f"00000000-0000-4000-8000-{turn:012}"
        fields["seen"] = ("late", "missed")[turn % 2]
        said = visitor.post(f"{page}answer", {**fields, "answer": "differently", "said": "It was after eight."})
        assert said.status == 302, (said.status, said.page)

    fields = visitor.fields(visitor.get(page).page, action=f"{page}answer")
    return ground.cost_of(answer, times=10)
