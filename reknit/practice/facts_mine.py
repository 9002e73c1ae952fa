"""What someone writes for themselves alone: these kinds are never shared as they are."""

from reknit.practice.facts import Facts


class NoteWritten(Facts, frozen=True, tag="note-written"):
    """Something written for oneself. `prompt` names the question it answers, if it answers one. Words: `said`."""

    prompt: str = ""


Mine = NoteWritten
