"""One breach in a line: what it is, between whom, where it stands."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from reknit.practice.breach import Breach
from reknit.practice.facts_repair import BreachNamed
from reknit.practice.wording import shortened
from reknit.spaces.access import Here


@dataclass(frozen=True)
class Row:
    """One breach in a list."""

    id: str
    what: str
    between: str
    url: str
    state: str


def between(here: Here, found: Breach | BreachNamed) -> str:
    """Who did it and whom it hurt, as this reader reads it."""
    if found.hurt == here.me:
        return _("%(doer)s did this; it hurt you") % {"doer": here.name(found.doer)}
    if found.doer == here.me:
        return _("You did this; it hurt %(hurt)s") % {"hurt": here.name(found.hurt)}
    return _("%(doer)s did this; it hurt %(hurt)s") % {"doer": here.name(found.doer), "hurt": here.name(found.hurt)}


def state(here: Here, found: Breach) -> str:
    """Where it stands, in a few words."""
    if found.closed:
        return _("Repaired") if found.closed.how == "repaired" else _("Set down")
    if not found.path:
        return _("Told, without steps")
    for name, reached in (
        (_("A change is seen"), found.changed),
        (_("Heard"), found.is_heard),
        (_("What it did has been told"), found.told),
        (_("Acknowledged"), found.acknowledged),
    ):
        if reached:
            return name
    return _("Named")


def row(here: Here, found: Breach) -> Row:
    what = (found.words or {}).get("what")
    return Row(
        id=found.id,
        what=shortened(what, 90) if what else _("Words that were erased"),
        between=between(here, found),
        url=reverse("breach", args=[here.space_id, found.id]),
        state=state(here, found),
    )
