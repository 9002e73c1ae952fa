"""What the pages of this room share: a person's own preferences, and a seat that is there."""

from django.http import Http404

from reknit.people import preferences
from reknit.spaces.access import Here, Viewer

FORM = ["GET", "HEAD", "POST"]


def prefer(viewer: Viewer, **changed: str) -> None:
    preferences.change(viewer.person, pair=viewer.pair, **changed)


def one_of(here: Here, seat: str) -> str:
    """The seat, or not found."""
    if seat not in here.seats:
        raise Http404
    return seat
