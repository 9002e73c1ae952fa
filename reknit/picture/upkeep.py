"""With a writing the picture is kept where it has fallen behind, so that looking at it reads only what came since."""

from contextlib import suppress
from datetime import date, timedelta

from django.db import DatabaseError
from django.http import Http404

from reknit.people import preferences
from reknit.picture import kept
from reknit.picture.keeping import Shelf
from reknit.picture.since import is_of_a_room
from reknit.practice.events import Event
from reknit.shelves import private
from reknit.spaces.access import Closed, Here, Viewer


def keep_up(viewer: Viewer) -> None:
    """Keep the picture of every space this request wrote in, or whose notes it opened or added to. What was written
    stands, whatever comes of this: they may have left, or hold another key by now."""
    with suppress(DatabaseError, Http404, Closed, *private.UNREADABLE):
        _keep_up_all(viewer)


def _keep_up_all(viewer: Viewer) -> None:
    for here, events in viewer.wrote:
        _keep_up(here, aside=False, doubt=any(_old(event, here.today) for event in events))
    for here in {one.space_id: one for one in [*(here for here, _ in viewer.wrote), *viewer.noted]}.values():
        if private.is_open(here):
            _keep_up(here, aside=True, doubt=True)


def _keep_up(here: Here, *, aside: bool, doubt: bool) -> None:
    hurt = preferences.of(here.viewer).start == "hurt"
    if Shelf(here, aside=aside, hurt=hurt).behind(doubt=doubt):
        Shelf(here.viewer.space(here.space_id), aside=aside, hurt=hurt).keep()


def _old(event: Event, today: date) -> bool:
    """Whether it may speak of what was taken in long ago."""
    said = getattr(event.facts, "due", "") or getattr(event.facts, "day", "")
    if said:
        return date.fromisoformat(said[:10]) <= today - timedelta(days=kept.BACK)
    return is_of_a_room(event)
