"""What a private side remembers of the histories its owner shares: heads, and where they did not fit."""

from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import UUID

from django.db import transaction

from reknit.spaces.access import Viewer
from reknit.vault import index
from reknit.vault.holding import held, opened, writing
from reknit.vault.index import Head


def heads(viewer: Viewer) -> dict[UUID, Head]:
    return {UUID(bytes=space): head for space, head in index.of(opened(viewer))[1].heads.items()}


def changed(viewer: Viewer) -> dict[UUID, str]:
    return {UUID(bytes=space): how for space, how in index.of(opened(viewer))[1].changed.items()}


def keep(viewer: Viewer, *, heads: Mapping[UUID, Head], changed: Mapping[UUID, str]) -> None:
    """Remember these heads, and these as changed; a space that is in neither is forgotten."""
    with transaction.atomic(), writing(opened(viewer), held(viewer)) as known:
        told = {UUID(bytes=space): how for space, how in known.changed.items()} | dict(changed)
        before = {UUID(bytes=space): head for space, head in known.heads.items()}
        kept = {space: head for space, head in before.items() if space in told} | dict(heads)
        known.heads = {space.bytes: head for space, head in kept.items()}
        known.changed = {space.bytes: how for space, how in told.items()}


def forget(viewer: Viewer) -> None:
    """Take the histories that were told as changed for what they are now, at the next look."""
    with transaction.atomic(), writing(opened(viewer), held(viewer)) as known:
        for space in known.changed:
            known.heads.pop(space, None)
        known.changed = {}


def aside(viewer: Viewer) -> tuple[datetime | None, datetime | None]:
    """When the question that comes seldom was put aside, and when the oldest note was written."""
    known = index.of(opened(viewer))[1]
    return (datetime.fromtimestamp(known.aside / 1000, UTC) if known.aside else None), known.first()


def put_aside(viewer: Viewer) -> None:
    with transaction.atomic(), writing(opened(viewer), held(viewer)) as known:
        known.aside = int(viewer.now.timestamp() * 1000)


def idle(viewer: Viewer) -> int:
    """After how many minutes without use it locks; 0: not before signing out."""
    return index.of(opened(viewer))[1].idle


def set_idle(viewer: Viewer, minutes: int) -> None:
    with transaction.atomic(), writing(opened(viewer), held(viewer)) as known:
        known.idle = minutes
