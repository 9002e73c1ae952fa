"""Letters, sent one after another beside the pages: who asks for one waits for nothing, whether or not any is sent."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore

from django.core.mail import send_mail
from django.db import connections
from django.utils.translation import gettext as _

MOST = 200
log = logging.getLogger("reknit.letters")
_line = ThreadPoolExecutor(max_workers=1, thread_name_prefix="letters")
_room = BoundedSemaphore(MOST)


def later(write: Callable[[], None]) -> None:
    """Do this when the letters before it are done; where too many wait already, or it fails, it is not done at all."""
    if _room.acquire(blocking=False):
        _line.submit(_one, write)


def a_link(address: str, *, link: str) -> None:
    """The one letter there is. It names nobody, and says nothing of what is here."""
    text = _(
        "Somebody asked for a link to set a new password for an account with this address.\n\n"
        "%(link)s\n\n"
        "It works once, for half an hour. If it was not you, do nothing: then nothing changes."
    )
    send_mail(_("The link you asked for"), text % {"link": link}, None, [address])


def _one(write: Callable[[], None]) -> None:
    try:
        write()
    except Exception:
        log.exception("A letter was not sent.")
    finally:
        _room.release()
        connections.close_all()
