"""Promises kept track of alone: to oneself, or, within a space, what someone there promised, as one saw it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from reknit.practice.choosing import PATTERNS
from reknit.rooms.alone import acts, reads
from reknit.rooms.alone.forms import Outcome, Promise
from reknit.rooms.alone.reads import Where
from reknit.rooms.asking import page, press, sent
from reknit.spaces.access import ViewerRequest

KEPT = _("Kept. Only you can read it.")


def _where(request: ViewerRequest, space: UUID | None) -> Where:
    return request.viewer.space(space) if space else request.viewer


def _url(space: UUID | None, name: str, *parts: object) -> str:
    return reverse(f"{name}_here", args=[space, *parts]) if space else reverse(name, args=parts)


@require_http_methods(["GET", "HEAD", "POST"])
def listing(request: ViewerRequest, space: UUID | None = None) -> HttpResponse:
    """What waits and what runs, and the form for another."""
    where = _where(request, space)
    form = Promise(request.POST or None, where=where, initial=_like(request))
    answered = sent(
        request,
        form,
        lambda once: acts.keep_promise(where, **form.arguments(), once=once),
        to=lambda _root: _url(space, "alone"),
        done=KEPT,
    )
    lists, action = reads.lists(where), _url(space, "alone")
    return answered or page(request, "alone/list.html", form, here=reads.here(where), lists=lists, action=action)


def _like(request: ViewerRequest) -> dict[str, str]:
    """A smaller one is offered in the address by its rhythm alone; what it is about is not in any address."""
    pattern = request.GET.get("every", "")
    return {"pattern": pattern} if pattern in PATTERNS else {}


@require_safe
def promise(request: ViewerRequest, promise: UUID, space: UUID | None = None) -> HttpResponse:
    """One of them, with each time it fell due."""
    where = _where(request, space)
    context = {
        "here": reads.here(where),
        "page": reads.promise(where, str(promise)),
        "end": _url(space, "alone_end", promise),
        "back": _url(space, "alone"),
    }
    return render(request, "alone/promise.html", context)


@require_POST
def say(request: ViewerRequest, promise: UUID, due: str, space: UUID | None = None) -> HttpResponse:
    """What came of it."""
    where, form = _where(request, space), Outcome(request.POST)
    outcome: Any = form.cleaned_data["outcome"] if form.is_valid() else ""
    return press(
        request,
        lambda once: acts.say(where, promise=str(promise), due=due, outcome=outcome, words={}, once=once),
        to=lambda _root: _url(space, "alone_promise", promise),
        done=KEPT,
    )


@require_POST
def end(request: ViewerRequest, promise: UUID, space: UUID | None = None) -> HttpResponse:
    """Let it go from here on."""
    where = _where(request, space)
    return press(
        request,
        lambda once: acts.end(where, promise=str(promise), once=once),
        to=lambda _root: _url(space, "alone_promise", promise),
        done=_("It ends here. Nothing is held against you."),
    )
