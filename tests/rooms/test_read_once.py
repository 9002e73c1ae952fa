"""What a page needs it reads once, and the next request reads it anew."""

from unittest import mock
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reknit.people import keys, preferences
from tests.cast import NOON, Someone

pytestmark = pytest.mark.tables
MOST = 14


def test_today_opens_each_envelope_once(anna: Someone, together: UUID) -> None:
    opened, unseal = [], keys.unseal

    def note(key: bytes, envelope: bytes, *place: str | int) -> bytes:
        opened.append(place)
        return unseal(key, envelope, *place)

    browser = anna.browser()
    with mock.patch.object(keys, "unseal", note), CaptureQueriesContext(connection) as asked:
        assert browser.get(f"/s/{together}/").status_code == 200
    assert [place[0] for place in opened].count("preferences") == 1
    assert len(opened) == len(set(opened))
    assert len(asked) <= MOST


def test_what_was_set_meanwhile_is_read_by_the_next_request(anna: Someone, together: UUID) -> None:
    viewer = anna.viewer()
    assert preferences.of(viewer).fewer is False
    preferences.change(anna.person, anna.pair, fewer=True)
    assert preferences.of(viewer).fewer is False, "one request sees one state"
    assert preferences.of(anna.viewer()).fewer is True


def test_the_frame_shows_the_space_as_the_page_read_it(anna: Someone, together: UUID) -> None:
    viewer = anna.viewer(NOON)
    here = viewer.space(together)
    assert viewer.spaces_read() == [here]
    assert viewer.spaces_read()[0] is here
    assert viewer.spaces()[0] is not here
