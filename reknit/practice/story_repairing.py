"""The lines of a story about a repair: how each is read, and how it is written."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, get_args, get_type_hints

import msgspec

from reknit.practice.facts import Facet
from reknit.practice.facts_repair import BreachNamed, Learned, Since, Size
from reknit.practice.story_acts import Act
from reknit.practice.story_entries import day_in
from reknit.practice.story_head import DAY, TIME, Head
from reknit.practice.story_mending import SHAPES, Part, Shape
from reknit.practice.story_repairs import Readies, Repairs

Written = tuple[str, dict[str, str]]
_WITH = {"deceit": "deceit", "choice": "chosen", "no steps": "path"}


def choices(kind: type, field: str) -> dict[str, str]:
    """What a field of a kind may hold, as it is written: `not yet` for `not_yet`."""
    found = [each for each in _flat(get_type_hints(kind)[field]) if isinstance(each, str) and each]
    return {each.replace("_", " "): each for each in found}


def _flat(hint: Any) -> list[Any]:
    return [each for part in get_args(hint) for each in (_flat(part) or [part])]


def _read(shape: Shape, head: Head) -> Repairs:
    facts: dict[str, Any] = {part.field: head.mark() for part in shape.parts if part.how == "ref"}
    label = head.label()
    for part in shape.parts:
        if part.how != "ref":
            facts |= _read_part(shape.kind, part, head)
    words = tuple((name, text) for name in shape.words if (text := head.said("" if name == shape.words[0] else name)))
    return Repairs(label, shape.kind(**facts), words)


def _read_part(kind: type, part: Part, head: Head) -> dict[str, Any]:
    if part.how == "choice":
        needed = next(field for field in msgspec.structs.fields(kind) if field.name == part.field).required
        found = (head.must_choose if needed else head.choice)(choices(kind, part.field))
        return {part.field: found} if found else {}
    if part.how == "several":
        return {part.field: _several(choices(kind, part.field), head)}
    if part.how == "flag":
        return {part.field: True} if head.take(part.field) else {}
    if part.how == "promise":
        head.take("to")
        return {part.field: head.label()}
    return {part.field: time} if (time := _day(head, hour=part.how == "time")) else {}


def _several(known: Mapping[str, str], head: Head) -> tuple[str, ...]:
    found: list[str] = []
    while one := head.choice(known):
        found.append(one)
        if not head.take(","):
            break
    return tuple(found)


def _day(head: Head, *, hour: bool) -> str:
    """The day after *on*, perhaps with an hour, as a key; or nothing."""
    found = head.take(f"on {DAY}" + (f"(?: {TIME})?" if hour else ""))
    if not found:
        return ""
    day_in(found[0][3:13], head.number)
    return found[0][3:].replace(" ", "T")


def _named(head: Head) -> Repairs:
    label = head.label()
    doer, hurt = (head.must_choose({f"{word} {name}": name for name in head.scene.people}) for word in ("by", "to"))
    what = head.must_say("what happened")
    facts = BreachNamed(
        doer=doer,
        hurt=hurt,
        since=_since(head),
        facets=_listed(head, "about", {facet: facet for facet in get_args(Facet)}),
        size=next(iter(_listed(head, "size", choices_of(Size))), ""),
        learned=next(iter(_listed(head, "learned", choices_of(Learned))), ""),
        pattern=head.said("pattern"),
        repeats=head.said("repeats"),
        after=head.said("after"),
        **_flags(head),
    )
    return Repairs(label, facts, (("what", what),))


def choices_of(hint: Any) -> dict[str, str]:
    return {each.replace("_", " "): each for each in get_args(hint)}


def _flags(head: Head) -> dict[str, bool]:
    found = _listed(head, "with", _WITH)
    return {name: name != "path" for name in found}


def _listed(head: Head, name: str, known: Mapping[str, Any]) -> tuple[Any, ...]:
    """The known words that a named text lists. Raises StoryError for another."""
    found = [piece.strip() for piece in head.said(name).split(",") if piece.strip()]
    for piece in found:
        if piece not in known:
            raise head.wrong("Here one of these is needed: %(all)s; not “%(rest)s”.", all=", ".join(known), rest=piece)
    return tuple(known[piece] for piece in found)


def _since(head: Head) -> Since:
    text = head.said("since").strip()
    days = [day_in(word, head.number).isoformat() for word in text.split() if word[:1].isdigit()]
    if text.startswith("still"):
        return Since("going_on", *days[:1])
    return Since(("unknown", "day", "span")[min(len(days), 2)], *days[:2])


def _write(shape: Shape, act: Repairs) -> Written:
    before = [f"{{{getattr(act.facts, part.field)}}}" for part in shape.parts if part.how == "ref"]
    after = [_written_part(part, getattr(act.facts, part.field)) for part in shape.parts if part.how != "ref"]
    words = {("" if name == shape.words[0] else name): text for name, text in act.words}
    return " ".join(filter(None, (shape.verb, *before, f"[{act.breach}]", *after))), words


def _written_part(part: Part, value: Any) -> str:
    if not value:
        return ""
    if part.how == "several":
        return ", ".join(each.replace("_", " ") for each in value)
    if part.how in ("day", "time"):
        return "on " + value.replace("T", " ")
    return {"flag": part.field, "promise": f"to [{value}]"}.get(part.how, str(value).replace("_", " "))


def _written_name(act: Repairs) -> Written:
    facts = act.facts
    assert isinstance(facts, BreachNamed)
    with_ = [word for word, field in _WITH.items() if getattr(facts, field) != (field == "path")]
    since = " to ".join(filter(None, (facts.since.day, facts.since.until)))
    below = {
        "since": f"still {since}".strip() if facts.since.how == "going_on" else since,
        "about": ", ".join(facts.facets),
        "size": facts.size,
        "learned": facts.learned.replace("_", " "),
        "with": ", ".join(with_),
        "pattern": facts.pattern,
        "repeats": facts.repeats,
        "after": facts.after,
    }
    return f"names [{act.breach}] by {facts.doer} to {facts.hurt}", {"": dict(act.words).get("what", ""), **below}


def _written(act: Repairs) -> Written:
    if isinstance(act.facts, BreachNamed):
        return _written_name(act)
    return _write(_BY_KIND[type(act.facts)], act)


def _readies(head: Head, *, ready: bool) -> Readies:
    return Readies(head.label(), ready)


_BY_KIND = {shape.kind: shape for shape in SHAPES}
READ: dict[str, Callable[[Head], Act]] = {
    "names": _named,
    "is ready for": partial(_readies, ready=True),
    "is not ready for": partial(_readies, ready=False),
    **{shape.verb: partial(_read, shape) for shape in SHAPES},
}
WRITE: dict[type, Callable[[Any], Written]] = {
    Repairs: _written,
    Readies: lambda act: (f"{'is ready for' if act.ready else 'is not ready for'} [{act.breach}]", {}),
}
