"""Those who are there at the same time: each looks, reads, answers, and pauses in between as people do."""

import http.client
import random
import threading
import time
from dataclasses import dataclass, field
from itertools import count
from statistics import quantiles
from uuid import uuid4

from tests.bench.life import Life
from tests.served.visitor import Answer, Visitor

WORDS = "I was there at eight, and I am sorry about the hour."


@dataclass
class Seen:
    """Seconds of every page and of every write; and what should not be."""

    pages: list[float] = field(default_factory=list)
    writes: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def summary(self) -> dict[str, object]:
        return {"pages": _milliseconds(self.pages), "writes": _milliseconds(self.writes), "wrong": self.wrong[:20]}


def _milliseconds(seconds: list[float]) -> dict[str, float]:
    cuts = quantiles(seconds, n=100, method="inclusive")
    named = {"p50": cuts[49], "p95": cuts[94], "p99": cuts[98], "longest": max(seconds)}
    return {"count": len(seconds), **{name: round(1000 * value, 1) for name, value in named.items()}}


class Person(threading.Thread):
    """One of the two of a space."""

    def __init__(
        self, life: Life, port: int, *, maker: bool, seen: Seen, pause: float, until: float, seed: int
    ) -> None:
        super().__init__(daemon=True)
        who = life.maker if maker else life.receiver
        self._visitor, self._maker = Visitor.like(who.browser(), port, patience=60), maker
        self._space, self._life = f"/s/{life.space}", life
        self._seen, self._pause, self._until = seen, pause, until
        self._dice = random.Random(seed)

    def run(self) -> None:
        promise = f"{self._space}/promises/{self._life.promise}"
        pages = [f"{self._space}/", f"{promise}/", f"{self._space}/picture/", f"{self._space}/promises/"]
        self._wait()
        for n in count():
            for page in pages:
                self._timed(self._seen.pages, lambda page=page: self._visitor.get(page), 200)
            self._timed(self._seen.writes, lambda n=n: self._write(f"{promise}/on/{self._life.last_day}/", n), 302)
            if time.monotonic() > self._until:
                return

    def _write(self, page: str, n: int) -> Answer:
        words = {"said": f"{WORDS} {n}", "client_id": str(uuid4())}
        if self._maker:
            return self._visitor.post(f"{page}say", {"outcome": ("kept", "late")[n % 2], **words})
        return self._visitor.post(f"{page}answer", {"answer": "differently", "seen": "missed", **words})

    def _timed(self, times, ask, wanted: int) -> None:  # type: ignore[no-untyped-def]
        began = time.monotonic()
        try:
            answer = ask()
            if answer.status != wanted or "locked" in answer.page:
                self._seen.wrong.append(f"{answer.status} {answer.location}")
        except (http.client.HTTPException, OSError) as fault:
            self._seen.wrong.append(repr(fault))
            self._visitor.close()
        times.append(time.monotonic() - began)
        self._wait()

    def _wait(self) -> None:
        time.sleep(self._dice.uniform(0.5, 1.5) * self._pause)
