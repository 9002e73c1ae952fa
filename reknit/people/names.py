"""Names: what is shown, and the key by which "Anna" and "anna" are one."""

import unicodedata

LONGEST = 60
LONGEST_KEY = 240
UNSEEN = {"Cc", "Cf", "Cs", "Co"}
# Persian, Indic scripts and emoji are not written right without these two.
JOINERS = "\u200c\u200d"


def shown(typed: str) -> str:
    """The name as it will be read: composed, without outer, doubled or invisible characters."""
    visible = "".join(c for c in typed if c.isspace() or c in JOINERS or unicodedata.category(c) not in UNSEEN)
    return unicodedata.normalize("NFC", " ".join(visible.split()))


def key(name: str) -> str:
    """Equal for two names that people would call the same."""
    bare = "".join(c for c in shown(name) if c not in JOINERS)
    folded = unicodedata.normalize("NFKC", bare).casefold()
    return unicodedata.normalize("NFKC", folded)
