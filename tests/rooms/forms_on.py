"""A form as it stands on a page, sent with some of it changed, as a browser without script sends it."""

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
