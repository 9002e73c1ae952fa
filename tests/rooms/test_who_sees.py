"""What stands beside a button while the other has not come yet, and pages that would have nobody to name."""

import re

import pytest

from tests.cast import Someone

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
WHO = re.compile(r'<p class="who">(.*?)</p>', re.DOTALL)


def test_what_is_kept_to_oneself_is_not_said_to_be_seen_on_joining(anna: Someone) -> None:
    """The private button and the shared one stand on the same page; only the shared one names who comes later."""
    browser = anna.browser()
    begun = browser.post("/begin", {"start": "hurt", "kind": "couple", "names": "Paul", "zone": "Europe/Berlin"})
    page = browser.get(f"{begun['Location']}history/open/new").content.decode()
    keep, share = (re.sub(r"<[^>]+>", "", beside) for beside in WHO.findall(page))
    assert keep == "Who can see this: only you"
    assert "Paul will see it after joining." in share


def test_forgiving_offers_no_empty_form_where_there_is_nobody_to_tell(anna: Someone) -> None:
    page = anna.browser().get("/p/own/peace/tell").content.decode()
    assert "there is nobody to tell here" in page
    assert 'name="said"' not in page


def test_why_one_came_is_asked_once(anna: Someone) -> None:
    assert anna.browser().get("/start").content.decode().count("What brings you here?") == 1
