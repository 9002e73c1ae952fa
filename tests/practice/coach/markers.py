"""What is measured: the coach, and plain ways to do without it, all in the same shape."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from reknit.content import coach as languages
from reknit.practice import coach
from tests.practice.coach.labelled import Labelled, Span


@cache
def english() -> coach.Language:
    return coach.language(languages.data("en"))


def by_coach(text: str) -> list[Span]:
    return [Span(mark.start, mark.end, mark.category) for mark in coach.marks(text, english())]


KEYWORDS = {
    "conditional": "if|may have",
    "excusing": "but|because you|didn't mean|no choice|in my defence",
    "blaming": "your fault|you made me|you started|because of you",
    "minimising": "just|only|not a big deal|overreacting|too sensitive|calm down|get over it",
    "passive": "mistakes were made|was done|were said|happened",
    "forgiveness": "forgive|move on|let it go|already apologised",
    "overpromising": "never again|anything|i promise|i swear",
    "always": "always|never|every time|everyone|nobody|constantly",
    "mindreading": "you think|you want|you wanted|you don't care|on purpose",
    "character": "selfish|liar|lazy|coward|stupid|crazy|narcissist",
    "contempt": "pathetic|disgust|idiot|grow up|whatever|worthless|loser",
    "threats": "or else|you'll regret|you'll be sorry|if you leave|i'll tell",
}
_KEYWORDS = {category: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for category, words in KEYWORDS.items()}


def by_keywords(text: str) -> list[Span]:
    """The words a first list would have, wherever they stand."""
    plain = text.replace("’", "'")
    return [Span(*found.span(), category) for category, sign in _KEYWORDS.items() for found in sign.finditer(plain)]


@cache
def _lexicon() -> SentimentIntensityAnalyzer:
    return SentimentIntensityAnalyzer()


def sentiment(text: str) -> float:
    """From -1, all bad, to 1, all good, by VADER's lexicon."""
    return float(_lexicon().polarity_scores(text)["compound"])


def by_sentiment(development: Sequence[Labelled]) -> Callable[[str], bool]:
    """Marks a whole sentence below the tone that divides these best: the kindest reading of the method."""
    told = [(sentiment(one.text), not one.innocent) for one in development]
    best = max({tone for tone, _ in told}, key=lambda most: _balance([(tone <= most, bad) for tone, bad in told]))
    return lambda text: sentiment(text) <= best


def _balance(pairs: list[tuple[bool, bool]]) -> float:
    """Twice the agreement over all that was said and all that is so (F1)."""
    return 2 * sum(said and so for said, so in pairs) / sum(said + so for said, so in pairs)
