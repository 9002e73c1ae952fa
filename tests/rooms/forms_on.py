"""A form as it stands on a page, sent with some of it changed, as a browser without script sends it; and the page."""

import re

from django.http import HttpResponse
from django.test import Client

INPUT = re.compile(r"<input([^>]*)>")
AT = re.compile(r'([a-z_]+)(?:="([^"]*)")?')


def standing(page: str, action: str) -> dict[str, str]:
    """What the form with this address holds before anyone touches it."""
    form = page.split(f'action="{action}"', 1)[1].split("</form>")[0]
    found = {}
    for inside in INPUT.findall(form):
        given = dict(AT.findall(inside))
        if given.get("type") in ("radio", "checkbox") and "checked" not in given:
            continue
        if "name" in given:
            found[given["name"]] = given.get("value", "")
    return found


def send(client: Client, at: str, action: str, **typed: object) -> HttpResponse:
    """Look at a page and send one of its forms."""
    page = client.get(at).content.decode()
    return client.post(action, {**standing(page, action), **typed})


def text(client: Client, url: str) -> str:
    """What stands on the page itself, without what is made anew for each answer and what was just said of saving."""
    page = client.get(url).content.decode().partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r'name="(csrfmiddlewaretoken|client_id)" value="[^"]*"', "", page))
