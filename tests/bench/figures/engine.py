"""The engine: an update, a life of 20,000 events, a picture from its snapshot, many people's reports at once; and the
record on series from any folder, beside its rivals under the same protocol."""

import csv
import os
import random
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import numpy as np

from reknit.engine import snapshot
from reknit.engine.bank import Bank
from reknit.engine.direction import Fold
from reknit.engine.inputs import FACETS, AnyInput, Boundary, CheckIn, Crack, Moment, Outcome
from reknit.engine.numbers import ROUNDS
from reknit.engine.picture import look
from tests.bench import rivals
from tests.bench.ground import Ground, cost, figure

EVENTS, DAYS, PEOPLE, CORES = 20_000, 3650, 100_000, 2
BEGIN = date(2016, 1, 1)


def figures(ground: Ground) -> dict[str, Any]:
    life = lived()
    fold = Fold.begin(life)
    fold.take(life, BEGIN + timedelta(DAYS))
    data = snapshot.save(fold)
    bank = Bank()
    return {
        "milliseconds of a report": figure(1000 * cost(lambda: bank.report(0.7), times=200), 0.2),
        "milliseconds of an event": figure(1000 * cost(lambda: bank.happened(good=1.0), times=200), 0.2),
        "milliseconds of a night": figure(1000 * cost(lambda: bank.night(0.05), times=200), 0.2),
        f"seconds of {EVENTS} events in ten years, from nothing": figure(cost(lambda: _whole(life)), 0.5),
        "bytes of its snapshot": figure(len(data), 10_000),
        "a reading from its snapshot, to the floor": figure(cost(lambda: look(snapshot.restore(data))) / ground.python),
        "seconds of a million reports, on two cores": figure(_many(), 1.0),
        "record": _series(),
    }


def _whole(life: list[AnyInput]) -> None:
    fold = Fold.begin(life)
    fold.take(life, BEGIN + timedelta(DAYS))


def _many() -> float:
    """Seconds a million reports take, of 100,000 people's banks at once, ranges not asked: CPU of both threads,
    halved, so that what else the machine does is left out."""
    halves = [Bank(preset=ROUNDS, people=PEOPLE // CORES) for _ in range(CORES)]
    said = np.random.default_rng(1).choice([0.1, 0.3, 0.5, 0.7, 0.9], (12, PEOPLE // CORES))
    for bank in halves:
        for y in said[:6]:
            bank.report(y)
            bank.advance(days=1)
    rounds = []
    with ThreadPoolExecutor(CORES) as pool:
        for y in said[6:]:
            before = time.process_time()
            list(pool.map(lambda bank, y=y: bank.report(y), halves))
            rounds.append((time.process_time() - before) / CORES * 1_000_000 / PEOPLE)
    return min(rounds)


def lived() -> list[AnyInput]:
    """Ten years of a couple, five and a half events a day, a check-in a week."""
    dice, found = random.Random(1), list[AnyInput]()
    while len(found) < EVENTS:
        name = str(UUID(int=dice.getrandbits(128)))
        day, what = BEGIN + timedelta(len(found) * DAYS // EVENTS), dice.random()
        facet = dice.choice(("", *FACETS))
        if what < 0.68:
            found.append(Outcome(id=name, day=day, shape="kept", facet=facet))
        elif what < 0.74:
            found.append(Outcome(id=name, day=day, shape=dice.choice(("late", "missed"))))
        elif what < 0.76:
            found.append(Crack(id=name, day=day, kind=dice.choice(("late", "mocked")), facet=facet))
        elif what < 0.95:
            found.append(Moment(id=name, day=day))
        elif what < 0.97:
            found.append(Boundary(id=name, day=day, honoured=dice.random() < 0.9))
        else:
            found.append(CheckIn(id=name, day=day, trusting=dice.choice((3, 4, 5))))
    return found


def _series() -> dict[str, Any] | str:
    """Log-loss and Brier of each predictor on each series of the folder RECORD names: csv with person, game, period,
    kept."""
    folder = os.environ.get("RECORD", "")
    if not folder:
        return "skipped: no folder of series was named (make bench RECORD=folder)"
    return {path.name: rivals.compared(_people(path)) for path in sorted(Path(folder).glob("*.csv"))}


def _people(path: Path) -> list[list[int]]:
    """Each person's outcomes in their order."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = sorted(
            (int(row["person"]), int(row["game"]), int(row["period"]), int(row["kept"])) for row in csv.DictReader(file)
        )
    people: dict[int, list[int]] = {}
    for person, _, _, kept in rows:
        people.setdefault(person, []).append(kept)
    return list(people.values())
