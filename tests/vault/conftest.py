"""A private side for the cast, and small things to keep there."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from reknit.spaces.access import Viewer
from reknit.spaces.private import Private
from reknit.vault import acts
from tests.cast import NOON, Someone

PHRASE = "quiet water under a small bridge"


def unlocked(someone: Someone, now: datetime = NOON) -> Viewer:
    """This person with their private side open: begun now, or opened by the passphrase."""
    viewer = someone.viewer(now)
    try:
        return replace(viewer, private=acts.try_open(viewer, typed=PHRASE))
    except acts.NotBegun:
        return replace(viewer, private=acts.begin(viewer, phrase=PHRASE))


def later(viewer: Viewer, **much: float) -> Viewer:
    """The same person a while later, everything read anew."""
    private = viewer.private and Private(viewer.private.side, viewer.private.pair)
    return replace(viewer, now=viewer.now + timedelta(**much), private=private)


@pytest.fixture
def mine(anna: Someone) -> Viewer:
    """Anna, with her private side unlocked."""
    return unlocked(anna)
