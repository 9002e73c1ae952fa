"""Whether a passphrase of one's own is long enough, and not of the sort that is tried first.

Whoever has the disk can guess for as long as they like, so this asks for more than a sign-in does. It cannot know every
line of every song; the page offers six words drawn by chance instead.
"""

import re
from collections.abc import Iterable
from functools import cache

from django.contrib.auth.password_validation import CommonPasswordValidator

from reknit.vault.ways import plain

SHORTEST = 15
LEFT = 11
KINDS = 7
ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm")
ALIKE = str.maketrans("013457@$!", "oieastasi")


def is_short(phrase: str) -> bool:
    return len(plain(phrase)) < SHORTEST


def is_weak(phrase: str, known: Iterable[str] = ()) -> bool:
    """Whether little is left once names, common passwords, rows of keys and repetitions are taken out."""
    left = plain(phrase).casefold()
    for name in (*known, "reknit"):
        left = left.replace(name.casefold(), "") if len(name) > 2 else left
    left = "".join(part for part in re.split(r"[\s_.,;:-]+", left) if not _common(part))
    left = re.sub(r"(.+?)\1+", r"\1", left)
    left = _without_rows(left)
    return len(left) < LEFT or len(set(left)) < KINDS


def _common(part: str) -> bool:
    return len(part) > 4 and (part in _passwords() or part.translate(ALIKE) in _passwords())


def _without_rows(text: str) -> str:
    """Four or more that stand side by side, on a keyboard or in the alphabet, count as one."""
    for row in (*ROWS, *(row[::-1] for row in ROWS)):
        for length in range(len(row), 3, -1):
            for start in range(len(row) - length + 1):
                text = text.replace(row[start : start + length], row[start])
    return text


@cache
def _passwords() -> frozenset[str]:
    return frozenset(CommonPasswordValidator().passwords)
