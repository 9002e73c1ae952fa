"""Small pieces of English that sentences are put together from: numbers, days, lists of names."""

from collections.abc import Callable, Sequence
from datetime import date

from reknit.practice.refused import Say
from reknit.practice.texts import balanced, plain

Names = Callable[[str], str]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NUMBERS = (
    Say("one"), Say("two"), Say("three"), Say("four"), Say("five"), Say("six"),
    Say("seven"), Say("eight"), Say("nine"), Say("ten"), Say("eleven"), Say("twelve"),
)  # fmt: skip
NUMBERS_FIRST = (
    Say("One"), Say("Two"), Say("Three"), Say("Four"), Say("Five"), Say("Six"),
    Say("Seven"), Say("Eight"), Say("Nine"), Say("Ten"), Say("Eleven"), Say("Twelve"),
)  # fmt: skip
ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}


def number(count: int, *, first: bool = False) -> Say | str:
    """One to twelve in words, others in figures; `first` where it begins a sentence."""
    words = NUMBERS_FIRST if first else NUMBERS
    return words[count - 1] if 1 <= count <= len(words) else str(count)


def nth(day: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    ending = "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def weekday(day: date) -> Say:
    return Say(WEEKDAYS[day.weekday()])


def calendar_day(day: date, today: date | None = None) -> Say:
    """`Friday 6 March`, with the year where it is not this one; without `today` the year stays out."""
    parts = {"weekday": weekday(day), "day": day.day, "month": Say(MONTHS[day.month - 1])}
    if today is None or today.year == day.year:
        return Say("%(weekday)s %(day)s %(month)s", **parts)
    return Say("%(weekday)s %(day)s %(month)s %(year)s", year=day.year, **parts)


def listed(parts: Sequence[object]) -> str:
    """`Anna`, `Anna and Ben`, `Anna, Ben and Cleo`."""
    texts = [str(part) for part in parts]
    return " and ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)


def joined(parts: Sequence[Say | str]) -> Say | str:
    """The same with its words left open for a reader's language."""
    if len(parts) == 1:
        return parts[0]
    if len(parts) == 2:
        return Say("%(one)s and %(other)s", one=parts[0], other=parts[1])
    return Say("%(one)s, %(rest)s", one=parts[0], rest=joined(parts[1:]))


def shortened(text: str, most: int = 60) -> str:
    """The text on one line, cut at a word and marked when it goes on."""
    line = " ".join(plain(text).split())
    if len(line) <= most:
        return line
    return balanced(line[: most + 1].rsplit(" ", 1)[0][:most]).rstrip(" ,.;:") + "…"


def quoted(text: str) -> str:
    """The short text in quotes, with its own direction, so that nothing in it reaches the sentence around it;
    without its full stop, for the sentence goes on."""
    short = shortened(text)
    return f"“\u2068{short if short.endswith('..') else short.removesuffix('.')}\u2069”"
