"""The pages about promises: the lists, one promise, one time it falls due, and what can be said there."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from reknit.rooms.asking import perform, press
from reknit.rooms.coaching import only_looks
from reknit.rooms.promises import acts, reads, telling
from reknit.rooms.promises.forms import Telling
from reknit.spaces.access import Here, ViewerRequest


@require_safe
def listing(request: ViewerRequest, space: UUID) -> HttpResponse:
    """Due, waiting for my word, waiting for theirs, running."""
    here = request.viewer.space(space)
    return render(request, "promises/list.html", {"here": here, "lists": reads.lists(here)})


@require_safe
def past(request: ViewerRequest, space: UUID) -> HttpResponse:
    """Promises that are over, the latest first, a page at a time."""
    here = request.viewer.space(space)
    before = request.GET.get("before", "")
    return render(request, "promises/past.html", {"here": here, "page": reads.past(here, before=before)})


@require_safe
def promise(request: ViewerRequest, space: UUID, promise: UUID) -> HttpResponse:
    """One promise with its thread, a page at a time."""
    here = request.viewer.space(space)
    page = reads.promise(here, str(promise), older=request.GET.get("older", ""))
    return render(request, "promises/promise.html", {"here": here, "page": page, "form": Telling()})


@require_safe
def occurrence(request: ViewerRequest, space: UUID, promise: UUID, due: str) -> HttpResponse:
    """One time it falls due: both voices, and what I can say."""
    here = request.viewer.space(space)
    return _occurrence(request, here, str(promise), due)


def _occurrence(
    request: ViewerRequest, here: Here, root: str, due: str, form: Any = None, verb: str = ""
) -> HttpResponse:
    page = reads.occurrence(here, root, due)
    chosen = "differently" if request.GET.get("how") == "differently" else ""
    forms = telling.forms(here, page, {verb: form} if form else {}, chosen)
    context = {"here": here, "page": page, "forms": forms}
    return render(request, "promises/occurrence.html", context, status=422 if form and form.errors else 200)


@require_POST
def tell(request: ViewerRequest, space: UUID, promise: UUID, due: str, verb: str) -> HttpResponse:
    """Say something about this one time. One tap or with words: the same act."""
    here = request.viewer.space(space)
    said, form = telling.of(verb), telling.form(verb, request.POST)
    if not only_looks(request, form) and form.is_valid():
        answered = perform(
            request,
            form,
            lambda once: said.act(here, form, promise=str(promise), due=due, once=once),
            to=_back(request, here, promise, due),
        )
        if answered:
            return answered
    return _occurrence(request, here, str(promise), due, form, verb)


def _back(request: ViewerRequest, here: Here, promise: UUID, due: str) -> Any:
    """Back to the list a button was pressed on, else to the occurrence."""
    back = request.POST.get("back", "")
    if request.resolver_match and request.resolver_match.kwargs.get("verb") == "move":
        return lambda _root: reverse("occurrence", args=[here.space_id, promise, due]) + "#move"
    if back == "promise":
        return lambda root: reverse("promise", args=[here.space_id, root])
    if back in {"today", "promises"}:
        return lambda _root: reverse(back, args=[here.space_id])
    return lambda _root: reverse("occurrence", args=[here.space_id, promise, due])


@require_POST
def not_now(request: ViewerRequest, space: UUID, promise: UUID, due: str) -> HttpResponse:
    """What happened is asked once; this says: not now. Only the one who says so knows."""
    here = request.viewer.space(space)
    reads.put_off(here, str(promise), due)
    return HttpResponseRedirect(reverse("today", args=[space]))


@require_POST
def answer_several(request: ViewerRequest, space: UUID) -> HttpResponse:
    """*Yes, that is how it was*, for everything that was ticked."""
    here = request.viewer.space(space)
    these = [item for item in (tuple(each.split("|")) for each in request.POST.getlist("these")) if _whole(item)]
    back = "today" if request.POST.get("back") == "today" else "promises"
    return press(
        request,
        lambda once: acts.answer_several(here, these=these, once=once),
        to=lambda _done: reverse(back, args=[space]),
    )


def _whole(item: tuple[str, ...]) -> bool:
    """A promise, a day, and perhaps one of the three words."""
    return len(item) == 2 or (len(item) == 3 and item[2] in {"kept", "late", "missed"})


@require_POST
def take_word(request: ViewerRequest, space: UUID, promise: UUID) -> HttpResponse:
    here = request.viewer.space(space)
    return press(
        request,
        lambda once: acts.take_word(here, promise=str(promise), once=once),
        to=lambda _root: reverse("promise", args=[space, promise]),
        done=_("You take their word on this one. You can take that back at any time."),
    )


@require_POST
def take_back(request: ViewerRequest, space: UUID, promise: UUID) -> HttpResponse:
    here = request.viewer.space(space)
    return press(
        request,
        lambda once: acts.take_back(here, promise=str(promise), once=once),
        to=lambda _root: reverse("promise", args=[space, promise]),
        done=_("From now on you answer for yourself again."),
    )


def _promise_page(space: UUID) -> Callable[[str], str]:
    return lambda root: reverse("promise", args=[space, root])


@require_POST
def end(request: ViewerRequest, space: UUID, promise: UUID) -> HttpResponse:
    """End it from here on, with a reason or without."""
    here = request.viewer.space(space)
    form = Telling(request.POST)
    if form.is_valid():
        words = {"why": form.words()["said"]} if form.words() else {}
        finish = partial(acts.end, here, promise=str(promise), words=words)
        if answered := perform(request, form, lambda once: finish(once=once), to=_promise_page(space)):
            return answered
    page = reads.promise(here, str(promise))
    return render(request, "promises/promise.html", {"here": here, "page": page, "form": form}, status=422)
