"""The pages on which what happened is named: one plain question first, then the form."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from reknit.practice.mending import check_since
from reknit.practice.refused import Refused
from reknit.rooms.asking import perform
from reknit.rooms.coaching import only_looks
from reknit.rooms.repair import acts, reads
from reknit.rooms.repair.forms import Naming
from reknit.rooms.stating import PARTS
from reknit.spaces.access import Here, ViewerRequest


@require_safe
def first(request: ViewerRequest, space: UUID) -> HttpResponse:
    """Before anything is written: whether there was fear or force in it. The answer is a link, and is kept nowhere."""
    here = request.viewer.space(space)
    return render(
        request, "repair/first.html", {"here": here, "mine": "mine" in request.GET, "query": request.GET.urlencode()}
    )


@require_safe
def other(request: ViewerRequest, space: UUID) -> HttpResponse:
    """Where there was: keep it to yourself, share it all the same, or leave it; and where there is help."""
    here = request.viewer.space(space)
    return render(
        request, "repair/other.html", {"here": here, "mine": "mine" in request.GET, "query": request.GET.urlencode()}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def name(request: ViewerRequest, space: UUID) -> HttpResponse:
    """Name it. `mine`: by the one who did it. `steps=no`: told, with no path to follow."""
    here = request.viewer.space(space)
    mine = "mine" in request.GET
    form = _form(request, here, mine=mine)
    typed = request.method == "POST" and not only_looks(request, form) and form.is_valid()
    does = DOES.get(request.POST.get("choice", ""), _preview) if typed else None
    answered = does(request, here, form) if does else None
    context = {"here": here, "form": form, "mine": mine, "names": here.present, "later": here.expected}
    return answered or render(request, "repair/new.html", context, status=422 if form.errors else 200)


def _shared(request: ViewerRequest, here: Here, form: Naming) -> HttpResponse | None:
    return perform(
        request,
        form,
        lambda once: acts.name_breach(
            here, facts=form.facts(), words=form.words(), kept=request.POST.get("kept", ""), once=once
        ),
        to=lambda root: reverse("breach", args=[here.space_id, root]),
        done=_("It is written down. Nothing has to follow from it today."),
    )


def _kept(request: ViewerRequest, here: Here, form: Naming) -> HttpResponse | None:
    """For oneself alone, open or locked."""
    return perform(
        request,
        form,
        lambda once: acts.keep_breach(here, facts=form.facts(), words=form.words(), once=once),
        to=lambda _id: reverse("happened", args=[here.space_id]),
        done=_("Kept. Only you can read it."),
    )


def _form(request: ViewerRequest, here: Here, *, mine: bool) -> Naming:
    kept = ("what", "pattern", "other", "steps", "after")
    first = {name: request.GET[name] for name in kept if name in request.GET}
    typed = request.POST if request.method == "POST" else None
    return Naming(typed, here=here, mine=mine, earlier=reads.earlier(here, mine=mine), initial=first)


def _preview(request: ViewerRequest, here: Here, form: Naming) -> HttpResponse | None:
    """As the others will read it, before it is shared; a day that is missing is asked for now, not afterwards."""
    try:
        check_since(form.facts().since, here.now)
    except Refused as refusal:
        form.refuse(refusal)
        return None
    own = {"csrfmiddlewaretoken", "choice", "client_id", "what", *PARTS}
    fields = [(name, value) for name in request.POST if name not in own for value in request.POST.getlist(name)]
    fields += [("what", form.cleaned_data["what"]), ("client_id", str(form.cleaned_data["client_id"]))]
    context = {
        "here": here,
        "what": form.cleaned_data["what"],
        "named": reads.named(here, form.facts()),
        "fields": fields,
        "mine": form.mine,
        "names": here.present,
        "later": here.expected,
    }
    return render(request, "repair/preview.html", context)


Does = Callable[[ViewerRequest, Here, Naming], HttpResponse | None]
DOES: dict[str, Does | None] = {"share": _shared, "change": None, "keep": _kept}
