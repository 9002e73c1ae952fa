"""What can be read from a path and belongs to no step of it: time together, for the person hurt when they open it; and
what kinds of help there are outside, for each of the two. Nothing of it is kept, and nobody learns that it was read."""

from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reknit.content import beside as content
from reknit.content import examples, readings
from reknit.content.readings import Reading
from reknit.practice import path
from reknit.practice.breach import Breach
from reknit.rooms.repair import now, reads
from reknit.spaces.access import Here

EFFORTS = {
    "minutes": gettext_lazy("A few minutes"),
    "hours": gettext_lazy("An hour or two"),
    "half_day": gettext_lazy("Half a day"),
}
MONEY = {
    "none": gettext_lazy("costs nothing"),
    "little": gettext_lazy("costs a little"),
    "some": gettext_lazy("costs more"),
}
BRINGS = {
    "time": gettext_lazy("Time"),
    "thoughts": gettext_lazy("What goes on inside"),
    "appreciation": gettext_lazy("What you value"),
    "laughter": gettext_lazy("Laughing"),
}


@dataclass(frozen=True)
class Near:
    """Ideas for time together by how long they take, each with what it is for and costs. `like`: a promise of time."""

    breach: Breach
    reading: Reading
    ideas: dict[str, list[tuple[str, str]]]
    like: str


@dataclass(frozen=True)
class Outside:
    """Kinds of help for this reader. `alone`: only what is for one person is among them."""

    breach: Breach
    reading: Reading
    help: list[content.Help]
    alone: bool


def near(here: Here, root: str) -> Near:
    """Not found for anyone but the person hurt, and where it is not open."""
    found, _thread = reads.whole(here, root)
    if not now.near_open(here, found):
        raise Http404
    ideas: dict[str, list[tuple[str, str]]] = {}
    for one in content.ideas(here.kind):
        about = f"{BRINGS[one.brings]} · {MONEY[one.money]}"
        ideas.setdefault(str(EFFORTS[one.effort]), []).append((_(one.what), about))
    like = next(each.id for each in examples.promises(here.kind) if each.id.startswith("time-"))
    return Near(found, readings.reading("near", here.kind), ideas, like)


def outside(here: Here, root: str) -> Outside:
    """Not found for someone it is not between. Where there are no steps, or nobody to go with, for one person only."""
    found, _thread = reads.whole(here, root)
    role = path.role(found, here.me)
    if role is None:
        raise Http404
    alone = not found.path or bool(now.gone(here, found))
    reading = readings.reading(f"outside-{role}", here.kind)
    return Outside(found, reading, content.outside(here.kind, alone=alone), alone)
