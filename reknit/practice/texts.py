"""What people write: tidied on the way in, never cut."""

from collections.abc import Mapping

from reknit.practice.events import Words
from reknit.practice.refused import Refused

LONGEST = 20_000


def tidy(given: Mapping[str, str | None]) -> Words:
    """The texts that say anything, with the white space around them and stray line ends gone."""
    texts = {name: _plain(text or "") for name, text in given.items()}
    return {name: text for name, text in texts.items() if text}


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()


def check(words: Mapping[str, str | None], *, needed: Mapping[str, str] | None = None) -> Words:
    """The tidied texts, or Refused where one is too long or a needed one is missing (`needed`: name -> sentence)."""
    texts = tidy(words)
    for name, sentence in (needed or {}).items():
        if name not in texts:
            raise Refused(sentence, field=name)
    for name, text in texts.items():
        if len(text) > LONGEST:
            raise Refused(
                "This is longer than one entry can hold (%(most)s characters). You can share it out over two.",
                field=name, most=f"{LONGEST:,}",
            )  # fmt: skip
    return texts
