"""People who write to a server without pause, keep what it acknowledged, and send again what it did not."""

import http.client
import threading
import time
from collections.abc import Callable
from itertools import count
from uuid import uuid4

from tests.served.visitor import Answer, Fields, Visitor

Form = tuple[str, Fields, str]
GONE = (http.client.HTTPException, OSError)


class Writer(threading.Thread):
    """One person. `act(n)` gives the form of the n-th act: its address, its fields and the words it leaves."""

    def __init__(self, visitor: Visitor, act: Callable[[int], Form]) -> None:
        super().__init__(daemon=True)
        self.acked: list[str] = []
        self.again = 0
        self.wrong: list[str] = []
        self._visitor, self._act = visitor, act
        self._enough = threading.Event()

    def run(self) -> None:
        for n in count():
            if self._enough.is_set():
                return
            path, fields, mark = self._act(n)
            answer = self._until_answered(path, {**fields, "client_id": str(uuid4())})
            if answer.status == 302:
                self.acked.append(mark)
            else:
                self.wrong.append(f"{path}: {answer.status} {answer.page[:2000]}")

    def finish(self) -> None:
        """Finish what was begun; the server must be there."""
        self._enough.set()
        self.join(timeout=60)
        assert not self.is_alive()

    def _until_answered(self, path: str, fields: Fields) -> Answer:
        """The same form, sent again for as long as nobody answers: as a person does who sees an error."""
        while True:
            try:
                return self._visitor.post(path, fields)
            except GONE:
                self.again += 1
                self._visitor.close()
                time.sleep(0.05)
