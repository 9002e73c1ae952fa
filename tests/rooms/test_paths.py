"""A path of one's own is written on alone, from the first moment, and read by nobody else."""

import html
import re
from uuid import UUID

import pytest

from reknit.content import paths
from tests.cast import Someone

pytestmark = pytest.mark.tables
CARRIED = re.compile(r'<textarea name="(kept-[^"]+)" hidden>\n(.*?)</textarea>', re.S)
TO = re.compile(r'name="to" value="([^"]+)"')
SAID = "Nobody asked me how the nights are."


@pytest.mark.practice("K5", "K6", "K13", "K14", "N2")
def test_each_page_takes_words_and_gives_them_back(anna: Someone, toby: Someone, together: UUID) -> None:
    mine, theirs = anna.browser(), toby.browser()
    asked = mine.post("/p/path/pain", {"said": SAID}).content.decode()
    fields = {name: html.unescape(text) for name, text in CARRIED.findall(asked)}
    begun = {"phrase": "a quiet lamp in the hall", "idle": "10", "code": "none", "to": TO.findall(asked)[0]}
    assert mine.post("/p/set", {**begun, **fields}).status_code in (200, 302)
    assert SAID in mine.get("/p/path/pain").content.decode()
    for one in paths.pages():
        assert mine.post(f"/p/path/{one.id}", {"said": f"{one.title}, for me."}).status_code == 302
        page = mine.get(f"/p/path/{one.id}").content.decode()
        assert f"{one.title}, for me." in html.unescape(page)
    assert SAID not in theirs.get("/p/path/pain").content.decode()
    assert SAID not in theirs.get(f"/s/{together}/history/").content.decode()


@pytest.mark.practice("B2", "B9")
def test_what_happened_can_be_kept_and_said_later(anna: Someone, toby: Someone, together: UUID) -> None:
    mine, theirs, url = anna.browser(), toby.browser(), f"/s/{together}/history/open/"
    seat = toby.here(together).me
    asked = mine.post(f"{url}new", {"what": SAID, "other": seat, "choice": "keep"}).content.decode()
    fields = {name: html.unescape(text) for name, text in CARRIED.findall(asked)}
    begun = {"phrase": "a quiet lamp in the hall", "idle": "10", "code": "none", "to": TO.findall(asked)[0]}
    mine.post("/p/set", {**begun, **fields})
    assert "Kept to yourself" in mine.get(url).content.decode()
    assert SAID not in theirs.get(url).content.decode()
    note = re.findall(r'name="kept" hidden>\n([^<]+)<', mine.get(url).content.decode())[0]
    said = {"what": SAID, "other": seat, "kept": note}
    assert "Nothing is saved yet" in mine.post(f"{url}new", said).content.decode()
    assert mine.post(f"{url}new", {**said, "choice": "share"}).status_code == 302
    assert SAID in theirs.get(url).content.decode()
    assert "Kept to yourself" not in mine.get(url).content.decode()
