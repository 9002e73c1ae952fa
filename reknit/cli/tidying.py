"""The house-keeping that needs no keys: it runs beside the server and can read nothing."""

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.db import connection

from reknit.cli import upgrade
from reknit.ledger import erase
from reknit.ledger.models import Sent
from reknit.people import opened, resets, throttle
from reknit.spaces import disk
from reknit.spaces.models import Invitation
from reknit.vault import acts as vault
from reknit.vault import unlocked

KEPT = timedelta(days=7)
LAST_ZONE = timedelta(hours=12)


def tidy(now: datetime) -> str:
    """Erase words whose notice has passed; forget spent forms, ended sessions, old invitations and old backups."""
    erased = erase.fall_due((now - LAST_ZONE).date())  # a day that has begun everywhere
    Sent.objects.filter(at__lt=now - KEPT).delete()
    Invitation.objects.filter(expires_at__lte=now).delete()
    opened.sweep(now=now)
    throttle.sweep(now=now)
    resets.sweep(now=now)
    unlocked.sweep(now=now)
    vault.sweep(now=now)
    Session.objects.filter(expire_date__lt=now).delete()
    upgrade.forget_old(now)
    _optimize()
    disk.scrub()
    return f"{erased} texts erased."


def _optimize() -> None:
    """Let SQLite look at how its indexes are used; PostgreSQL does so by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA optimize")
