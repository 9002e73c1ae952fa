"""What the forms of the small daily things share: who can see it, one tap away, and what can be left for later."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reknit.practice.wording import listed
from reknit.rooms.asking import Asking
from reknit.spaces.access import Here
from reknit.web import forms as web

ME, US = "me", "us"
PATTERNS = (
    ("once", gettext_lazy("Once")),
    ("daily", gettext_lazy("Every day")),
    ("weekdays", gettext_lazy("Every weekday")),
    ("weekly", gettext_lazy("Every week")),
    ("fortnightly", gettext_lazy("Every other week")),
    ("monthly", gettext_lazy("Every month")),
)


class Daily(Asking):
    """A form about one day, for a member where they stand. `alone_first` says that only oneself is the first choice."""

    shelf = web.Choice(label=gettext_lazy("Who can see this?"), choices=(), look="row")

    PLAIN: tuple[str, ...] = ()
    LATER: tuple[str, ...] = ()
    alone_first = False

    def __init__(self, *args: Any, here: Here, **kwargs: Any) -> None:
        self.here = here
        first = ME if here.alone or self.alone_first else US
        start = {"day": here.today, "shelf": first, "whose": _nearest(here), **(kwargs.pop("initial", None) or {})}
        super().__init__(*args, initial=start, **kwargs)
        self.offer("shelf", [(US, everyone(here)), (ME, _("Only me"))] if here.others else [(ME, _("Only me"))])

    def offer(self, name: str, choices: Any) -> None:
        """The choices of a field, as they are here."""
        self.fields[name].choices = list(choices)  # type: ignore[attr-defined]

    @property
    def only_me(self) -> bool:
        return bool(self.cleaned_data["shelf"] == ME)

    @property
    def done(self) -> str:
        """What is said when it is saved; nothing before it was sent."""
        return _("Saved. Only you can see it.") if self.is_valid() and self.only_me else _("Saved.")

    def plain(self) -> list[Any]:
        """What everyone meets."""
        return [self[name] for name in self.PLAIN if name in self.fields]

    def more(self) -> list[Any]:
        """What can be left alone."""
        return [self[name] for name in self.LATER if name in self.fields]

    def more_faulty(self) -> bool:
        return any(name in self.errors for name in self.LATER)


def everyone(here: Here) -> str:
    """Who reads what is shared here, now or on joining."""
    present = _("You and %(names)s") % {"names": listed(here.present)} if here.present else _("You")
    if not here.expected:
        return present
    later = _("%(names)s on joining") % {"names": listed(here.expected)}
    return _("%(now)s, %(later)s") % {"now": present, "later": later}


def _nearest(here: Here) -> str:
    """Who is meant first: someone who is here before someone who is expected."""
    return min(here.others, key=lambda seat: not seat.joined).id if here.others else ""
