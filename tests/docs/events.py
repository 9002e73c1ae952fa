"""docs/events.md: every kind of event, from the vocabulary itself."""

import inspect
from datetime import datetime
from typing import Any, Literal, get_args, get_origin

import msgspec

from reknit.practice import events, facts_private
from reknit.practice.facts_repair import Since

HEAD = """# Events

Everything people say and do toward each other here is an event in their space's history. This page is made from
`reknit/practice/events.py` by `make docs`; a test fails when the two differ.

An event has **facts** (the small, typed fields below) and **words** (named texts in the writer's own voice, at most
20,000 characters each). Both are sealed, in an envelope each, so that words can be erased alone. Members are named by
their seat in the space, never by name. A kind, once released, is read for ever: a changed shape gets a new tag.
"""
PRIVATE = """# Private by their kind

These are notes of one person's private side (`reknit/practice/facts_private.py`). No history can hold them.
"""
PLAIN: dict[Any, str] = {str: "text", int: "whole number", float: "number", bool: "yes or no", datetime: "a time, UTC"}


def page() -> str:
    kinds = "\n".join(_kind(kind) for kind in get_args(events.AnyFacts))
    private = "\n".join(_kind(kind) for kind in get_args(facts_private.Private))
    around = f"## Around every event\n\n{_struct(events.Event)}\n## When\n\n{_struct(events.When)}"
    return f"{HEAD}\n{kinds}\n{PRIVATE}\n{private}\n{around}\n## Since\n\n{_struct(Since)}"


def _kind(kind: type[msgspec.Struct]) -> str:
    return f"## {kind.__struct_config__.tag}\n\n{_struct(kind)}"


def _struct(struct: type[msgspec.Struct]) -> str:
    fields = msgspec.structs.fields(struct)
    rows = "".join(f"| `{field.name}` | {_type(field.type)} | {_default(field)} |\n" for field in fields)
    table = f"\n| field | holds | default |\n|---|---|---|\n{rows}" if rows else ""
    return f"{inspect.getdoc(struct)}\n{table}"


def _type(kind: Any) -> str:
    if kind in PLAIN:
        return PLAIN[kind]
    arguments = get_args(kind)
    if get_origin(kind) is Literal:
        return "one of " + ", ".join(f"`{choice}`" if choice else "nothing" for choice in arguments)
    if get_origin(kind) is tuple:
        return f"a list of {_type(arguments[0])}"
    if get_origin(kind) is dict:
        return "named texts"
    if kind is events.When:
        return "[when](#when)"
    if kind is Since:
        return "[since](#since)"
    if arguments:
        known = [part for part in arguments if part is not type(None)]
        named = "any of the kinds above" if kind == events.Anything else " or ".join(map(_type, known))
        return named.replace(" or one of nothing", ", nothing")
    return str(getattr(kind, "__name__", kind))


def _default(field: msgspec.structs.FieldInfo) -> str:
    if field.required:
        return "must be given"
    return f"`{field.default}`" if field.default not in ("", None) else "nothing"
