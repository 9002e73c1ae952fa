"""Anna keeps things to herself: into every field of just me, open and locked, and what she types in vain."""

import html
import re
from typing import TYPE_CHECKING

from django.http import HttpResponse

if TYPE_CHECKING:
    from tests.house.tour import Tour

FIELDS = {
    "First.phrase": ("passphrase",),
    "Unlock.phrase": ("wrong passphrase",),
    "Change.old": ("passphrase",),
    "Change.phrase": ("new passphrase",),
    "Anew.phrase": ("passphrase anew",),
    "Back.phrase": ("wrong old passphrase",),
    "Write.said": ("first note", "dropped note", "note anew"),
    "Find.q": ("looked for",),
    "Writing.said": ("own path",),
    "Copy.old": ("wrong passphrase for a copy",),
    "Copy.phrase": ("passphrase of the copy",),
}
NEVER_SHARED = {name for names in FIELDS.values() for name in names} | {"reworded note", "deleted note"}
CARRIED = re.compile(r'<textarea name="(kept-[^"]+)" hidden>\n(.*?)</textarea>', re.S)
TO = re.compile(r'name="to" value="([^"]+)"')


def keep(tour: "Tour") -> str:
    """All of it, up to where her private side is open and holds some notes; returns the recovery code she was shown."""
    anna = tour.anna
    asked = tour.send(anna, "/p/new", 422, said=tour.write("first note"), about="")
    first = {"phrase": tour.write("passphrase"), "idle": "10", "code": "make"}
    shown = tour.send(anna, "/p/set", 200, **first, **_carried(asked))
    _change_and_drop(tour)
    tour.send(anna, "/p/path/pain", said=tour.write("own path"))
    tour.send(anna, "/p/find", 200, q=tour.write("looked for"))
    known = {"old": tour.typed["passphrase"], "phrase": tour.write("new passphrase"), "why": "known"}
    tour.send(anna, "/p/more/change", **known)
    tour.send(anna, "/p/more/copy", 422, old=tour.write("wrong passphrase for a copy"), how="sealed")
    sealed = {"how": "sealed", "phrase": tour.write("passphrase of the copy")}
    tour.send(anna, "/p/more/copy", 200, old=tour.typed["new passphrase"], **sealed)
    tour.send(anna, "/p/more/anew", phrase=tour.write("passphrase anew"))
    tour.send(anna, "/p/new", said=tour.write("note anew"), about=tour.space)
    tour.send(anna, "/p/more/back", 422, phrase=tour.write("wrong old passphrase"))
    tour.send(anna, "/p/more/back", phrase=tour.typed["new passphrase"])
    return re.findall(r'class="code"[^>]*>([A-Z0-9 ]+)<', shown.content.decode())[0].replace(" ", "")


def _change_and_drop(tour: "Tour") -> None:
    anna = tour.anna
    tour.send(anna, "/p/new", said=tour.write("deleted note"), about="")
    notes = re.findall(r"/p/n/([0-9a-f-]{36})/", anna.get("/p/").content.decode())
    tour.send(anna, f"/p/n/{notes[0]}/gone")
    asked = tour.send(anna, f"/p/n/{notes[1]}/words", said=tour.write("reworded note"))
    assert asked["Location"].endswith(f"{notes[1]}/")
    tour.send(anna, "/p/close")
    tour.send(anna, "/p/new", said=tour.write("dropped note"), about="")
    tour.send(anna, "/p/open", 422, phrase=tour.write("wrong passphrase"))
    tour.send(anna, "/p/open", phrase=tour.typed["passphrase"])


def _carried(asked: HttpResponse) -> dict[str, str]:
    page = asked.content.decode()
    fields = {name: html.unescape(text) for name, text in CARRIED.findall(page)}
    return fields | {"to": TO.findall(page)[0]}
