"""docs/coach.md: the coach for words, and its figures from a run over the labelled sentences."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from reknit.practice.coach import CATEGORIES
from tests.practice.coach.figures import Figure, Marker, by_category, exact, left_alone, overall
from tests.practice.coach.labelled import (
    FIFTH,
    FOURTH,
    KEPT_FROM_US,
    SECOND,
    SEVENTH,
    SIXTH,
    STRANGERS,
    THIRD,
    Labelled,
    everything,
    strangers,
)
from tests.practice.coach.markers import by_coach, by_keywords, by_sentiment

HEAD = Path(__file__).parent / "coach_head.md"


@cache
def page() -> str:
    ours = everything()
    development, held_out = ([one for one in ours if one.held_out is side] for side in (False, True))
    return "\n".join(
        [
            HEAD.read_text(encoding="utf-8"),
            *_strangers(STRANGERS, "The first author, first half"),
            *_strangers(SECOND, "The first author, second half"),
            *_strangers(KEPT_FROM_US, "The second author"),
            *_strangers(THIRD, "The third author"),
            *_strangers(FOURTH, "The fourth author"),
            *_strangers(FIFTH, "The fifth author"),
            *_strangers(SEVENTH, "Three more authors, asked for what nobody has said before"),
            *_strangers(SIXTH, "The sixth author, from whom nothing is learnt"),
            "### Sentences by our own hand\n",
            _set(ours, held_out),
            *_categories(development, held_out),
            "\n### Beside plainer ways\n",
            "Marks of the right category in the right place, our own held-out half:\n",
            *_plain(held_out),
            "\nWhether a sentence is marked at all, our own held-out half:\n",
            *_sentences(development, held_out),
            "",
        ]
    )


def _strangers(name: str, title: str) -> list[str]:
    """One of the sets by someone who had not seen the rules; nothing where it is not here."""
    sentences = strangers(name)
    if not sentences:
        return []
    alone, of = left_alone(by_coach, sentences)
    same, met = exact(by_coach, sentences)
    figures = by_category(by_coach, sentences, CATEGORIES)
    rows = [*figures.items(), ("all", overall(by_coach, sentences, CATEGORIES))]
    return [
        f"### {title}\n",
        f"{len(sentences)} texts, {of} of them innocent; of these {alone} are left alone now. "
        f"Of {met} marks found {same} are the person's to the letter.\n",
        "| category | precision | recall | right of its marks | found of a person's |",
        "|---|---|---|---|---|",
        *(_counted(f"`{row}`" if row in figures else row, figure) for row, figure in rows),
        "\nBeside plainer ways, on the same set:\n",
        *_plain(sentences),
        "\nWhether a text is marked at all:\n",
        *_sentences(strangers(STRANGERS), sentences),
        "",
    ]


def _counted(name: str, one: Figure) -> str:
    places = f"{one.right} of {one.given} | {one.found} of {one.wanted}"
    return f"| {name} | {one.precision:.2f} | {one.recall:.2f} | {places} |"


def _set(ours: Sequence[Labelled], held_out: Sequence[Labelled]) -> str:
    innocent = sum(one.innocent for one in ours)
    marks = Counter(span.category for one in ours for span in one.spans).total()
    alone, of = left_alone(by_coach, held_out)
    return (
        f"{len(ours)} sentences and short texts in {len({one.voice for one in ours})} voices: {innocent} innocent, "
        f"{len(ours) - innocent} with {marks} marks. Held out: {len(held_out)}; "
        f"of its {of} innocent ones {alone} were left alone.\n"
    )


def _categories(development: Sequence[Labelled], held_out: Sequence[Labelled]) -> list[str]:
    rows = [
        "| category | precision | recall | marks | precision, development | recall, development |",
        "|---|---|---|---|---|---|",
    ]
    there, here = (by_category(by_coach, side, CATEGORIES) for side in (development, held_out))
    for name in CATEGORIES:
        rows.append(_row(f"`{name}`", here[name], there[name]))
    whole = [overall(by_coach, side, CATEGORIES) for side in (held_out, development)]
    return [*rows, _row("all", *whole)]


def _row(name: str, held_out: Figure, development: Figure) -> str:
    cells = [held_out.precision, held_out.recall, held_out.wanted, development.precision, development.recall]
    return f"| {name} | " + " | ".join(str(cell) if isinstance(cell, int) else f"{cell:.2f}" for cell in cells) + " |"


def _plain(held_out: Sequence[Labelled]) -> list[str]:
    ways: dict[str, Marker] = {"the coach": by_coach, "keyword lists": by_keywords}
    figures = {name: overall(way, held_out, CATEGORIES) for name, way in ways.items()}
    head = ["| way | precision | recall |", "|---|---|---|"]
    return head + [f"| {name} | {one.precision:.2f} | {one.recall:.2f} |" for name, one in figures.items()]


def _sentences(development: Sequence[Labelled], held_out: Sequence[Labelled]) -> list[str]:
    ways: dict[str, Callable[[str], object]] = {
        "the coach": by_coach,
        "keyword lists": by_keywords,
        "sentiment (VADER, at the tone that divides best what the rules were mended by)": by_sentiment(development),
        "every sentence": lambda _text: True,
    }
    rows = ["| way | precision | recall |", "|---|---|---|"]
    for name, way in ways.items():
        told = [(bool(way(one.text)), not one.innocent) for one in held_out]
        right = sum(said and so for said, so in told)
        rows.append(f"| {name} | {right / sum(s for s, _ in told):.2f} | {right / sum(so for _, so in told):.2f} |")
    return rows
