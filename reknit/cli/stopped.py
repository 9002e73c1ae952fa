"""Why a command ended before it changed anything."""


class Stopped(Exception):
    """A sentence for whoever ran the command; with a code where it can be looked up in docs/settings.md."""

    def __init__(self, sentence: str, *, code: str = "") -> None:
        super().__init__(f"{code}: {sentence}" if code else sentence)
        self.code = code
