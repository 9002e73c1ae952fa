"""Words for a passphrase: six of these, drawn by chance, are about 77 bits."""

from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "phrases.txt"
COUNT = 6


@cache
def words() -> tuple[str, ...]:
    return tuple(FILE.read_text(encoding="utf-8").split())


def is_offered(phrase: str) -> bool:
    """Whether this is six different words of the list, as the page that offers them writes them."""
    found = phrase.split()
    return len(set(found)) == len(found) == COUNT and set(found) <= set(words())
