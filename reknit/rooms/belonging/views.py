"""The pages about who is here: the first run, asking someone in, accepting, going."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from reknit.rooms.asking import perform, press
from reknit.rooms.belonging import acts, reads
from reknit.rooms.belonging.forms import Begin, Propose, Rename
from reknit.rooms.belonging.standing import FORM, one_of, prefer
from reknit.shelves.writing import Once
from reknit.spaces.access import Viewer, ViewerRequest


@require_http_methods(FORM)
def begin(request: ViewerRequest) -> HttpResponse:
    """The first run, and every further space."""
    form = Begin(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answered = perform(request, form, lambda once: _begin(request.viewer, form, once), to=_today, done="")
        if answered:
            return answered
    first = not request.viewer.spaces()
    return render(request, "belonging/begin.html", {"form": form, "first": first}, status=422 if form.errors else 200)


def _begin(viewer: Viewer, form: Begin, once: Once) -> UUID:
    said = form.answers()
    here = acts.open_space(viewer, kind=said["kind"], names=said["names"], once=once)
    prefer(viewer, start=said["start"], zone=said["zone"] or viewer.zone, last_space=str(here.space_id))
    return here.space_id


def _today(space: str) -> str:
    return reverse("today", args=[space])


@require_POST
def go(request: ViewerRequest, space: UUID) -> HttpResponse:
    """Into this space; the next sign-in opens it."""
    here = request.viewer.space(space)
    prefer(request.viewer, last_space=str(here.space_id))
    return redirect("today", space=space)


@require_safe
def people(request: ViewerRequest, space: UUID) -> HttpResponse:
    """Who is here, who is expected, and the ways in and out."""
    here = request.viewer.space(space)
    return render(
        request, "belonging/people.html", {"here": here, "belonging": reads.belonging(here), "propose": Propose()}
    )


@require_http_methods(FORM)
def rename(request: ViewerRequest, space: UUID, seat: UUID) -> HttpResponse:
    """Another name for someone who is not here yet."""
    here = request.viewer.space(space)
    known = here.seats[one_of(here, str(seat))]
    form = Rename(request.POST or None, initial={"name": known.name})
    if request.method == "POST" and form.is_valid():
        rename = partial(acts.rename_seat, here, seat=known.id, name=form.answers()["name"])
        if answered := perform(request, form, lambda _once: rename(), to=lambda _id: _people(space)):
            return answered
    context = {"here": here, "form": form, "seat": known}
    return render(request, "belonging/name.html", context, status=422 if form.errors else 200)


@require_POST
def drop(request: ViewerRequest, space: UUID, seat: UUID) -> HttpResponse:
    """Expect someone no longer."""
    here = request.viewer.space(space)
    return press(request, lambda _once: acts.drop_seat(here, seat=str(seat)), to=lambda _id: _people(space))


@require_POST
def propose(request: ViewerRequest, space: UUID) -> HttpResponse:
    here = request.viewer.space(space)
    form = Propose(request.POST)
    if form.is_valid():
        answered = perform(
            request,
            form,
            lambda once: acts.propose(here, name=form.answers()["name"], once=once),
            to=lambda _id: _people(space),
        )
        if answered:
            return answered
    context = {"here": here, "belonging": reads.belonging(here), "propose": form}
    return render(request, "belonging/people.html", context, status=422)


@require_POST
def agree(request: ViewerRequest, space: UUID) -> HttpResponse:
    here = request.viewer.space(space)
    proposal = request.POST.get("proposal", "")
    return press(request, lambda once: acts.agree(here, proposal=proposal, once=once), to=lambda _id: _people(space))


def _people(space: UUID) -> str:
    return reverse("people", args=[space])
