"""The form of one's own path."""

from django.utils.translation import gettext_lazy as _

from reknit.rooms.asking import Asking
from reknit.web import forms as web


class Writing(Asking):
    """Something for oneself, under the questions of a page."""

    said = web.Words(label=_("For yourself"), rows=6)
