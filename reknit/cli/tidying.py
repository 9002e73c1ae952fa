"""The house-keeping that needs no keys: it runs beside the server and can read nothing."""

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session

from reknit.ledger import erase
from reknit.ledger.models import Sent
from reknit.people import opened
from reknit.spaces.models import Invitation

KEPT = timedelta(days=7)
LAST_ZONE = timedelta(hours=12)


def tidy(now: datetime) -> str:
    """Erase words whose notice has passed; forget spent forms, ended sessions and old invitations."""
    erased = erase.fall_due((now - LAST_ZONE).date())  # a day that has begun everywhere
    Sent.objects.filter(at__lt=now - KEPT).delete()
    Invitation.objects.filter(expires_at__lte=now).delete()
    opened.sweep(now=now)
    Session.objects.filter(expire_date__lt=now).delete()
    erase.scrub()
    return f"{erased} texts erased."
