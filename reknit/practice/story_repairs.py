"""The acts of a story that are about a repair."""

from dataclasses import dataclass

from reknit.practice.facts_repair import Repair


@dataclass(frozen=True, slots=True)
class Repairs:
    """Something said on the path of the breach labelled `breach`. In `facts` people stand by name, and what is referred
    to by its mark or label; `words` are named texts."""

    breach: str
    facts: Repair
    words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Readies:
    """Ready to work on it together, or not: for themself alone. No event comes of it."""

    breach: str
    ready: bool
