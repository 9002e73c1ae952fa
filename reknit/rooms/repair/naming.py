"""The pages on which what happened is named: one plain question first, then the form."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from reknit.rooms.asking import perform
from reknit.rooms.repair import acts, reads
from reknit.rooms.repair.forms import Naming
from reknit.spaces.access import Here, ViewerRequest


@require_safe
def first(request: ViewerRequest, space: UUID) -> HttpResponse:
    """Before anything is written: whether there was fear or force in it. The answer is a link, and is kept nowhere."""
    here = request.viewer.space(space)
    return render(request, "repair/first.html", {"here": here, "mine": "mine" in request.GET})


@require_safe
def other(request: ViewerRequest, space: UUID) -> HttpResponse:
    """Where there was: keep it to yourself, share it all the same, or leave it; and where there is help."""
    here = request.viewer.space(space)
    return render(request, "repair/other.html", {"here": here, "mine": "mine" in request.GET})


@require_http_methods(["GET", "HEAD", "POST"])
def name(request: ViewerRequest, space: UUID) -> HttpResponse:
    """Name it. `mine`: by the one who did it. `steps=no`: told, with no path to follow."""
    here = request.viewer.space(space)
    mine = "mine" in request.GET
    form = _form(request, here, mine=mine)
    if request.method == "POST" and form.is_valid() and request.POST.get("choice") != "change":
        if request.POST.get("choice") != "share":
            return _preview(request, here, form)
        answered = perform(
            request,
            form,
            lambda once: acts.name_breach(here, facts=form.facts(), words=form.words(), once=once),
            to=lambda root: reverse("breach", args=[space, root]),
            done=_("It is written down. Nothing has to follow from it today."),
        )
        if answered:
            return answered
    context = {"here": here, "form": form, "mine": mine, "names": here.present, "later": here.expected}
    return render(request, "repair/new.html", context, status=422 if form.errors else 200)


def _form(request: ViewerRequest, here: Here, *, mine: bool) -> Naming:
    first = {name: request.GET[name] for name in ("what", "pattern", "other", "steps", "after") if name in request.GET}
    return Naming(request.POST or None, here=here, mine=mine, earlier=reads.earlier(here, mine=mine), initial=first)


def _preview(request: ViewerRequest, here: Here, form: Naming) -> HttpResponse:
    """As the others will read it, before it is shared."""
    own = {"csrfmiddlewaretoken", "choice"}
    fields = [(name, value) for name in request.POST if name not in own for value in request.POST.getlist(name)]
    context = {
        "here": here,
        "what": form.cleaned_data["what"],
        "fields": fields,
        "mine": form.mine,
        "names": here.present,
        "later": here.expected,
    }
    return render(request, "repair/preview.html", context)
