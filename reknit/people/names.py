"""Names: what is shown, and the key by which "Anna" and "anna" are one."""

import unicodedata

LONGEST = 60
LONGEST_KEY = 240


def shown(typed: str) -> str:
    """The name as it will be read: composed, without outer, doubled or invisible characters."""
    visible = "".join(c for c in typed if c.isspace() or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co"})
    return unicodedata.normalize("NFC", " ".join(visible.split()))


def key(name: str) -> str:
    """Equal for two names that people would call the same."""
    folded = unicodedata.normalize("NFKC", shown(name)).casefold()
    return unicodedata.normalize("NFKC", folded)
