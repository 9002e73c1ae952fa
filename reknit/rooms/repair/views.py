"""The pages about what happened: what is open, one breach with its path, and what can be said there."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from reknit.rooms.asking import perform
from reknit.rooms.before import questions_first
from reknit.rooms.coaching import only_looks
from reknit.rooms.repair import acts, alone, beside, choosing, reads, understanding
from reknit.rooms.repair.forms import Readying
from reknit.rooms.repair.telling import OnPath
from reknit.spaces.access import Here, ViewerRequest


@require_safe
def open_ones(request: ViewerRequest, space: UUID) -> HttpResponse:
    """What is open, and the ways to begin."""
    here = request.viewer.space(space)
    return render(request, "repair/open.html", {"here": here, "rows": reads.open_ones(here), "kept": alone.kept(here)})


@require_safe
def breach(request: ViewerRequest, space: UUID, breach: UUID) -> HttpResponse:
    """One breach: two accounts, the path, and what its reader can say now."""
    here = request.viewer.space(space)
    context = {"here": here, "page": reads.breach(here, str(breach)), "asked": "since" in request.GET}
    return render(request, "repair/breach.html", context)


@require_safe
def causes(request: ViewerRequest, space: UUID, breach: UUID) -> HttpResponse:
    """What may lie behind it, and what could change it."""
    here = request.viewer.space(space)
    return _shown(request, "repair/causes.html", here, understanding.page(here, str(breach)))


@require_safe
def together(request: ViewerRequest, space: UUID, breach: UUID) -> HttpResponse:
    """A talk, step by step, for both of them; nothing of it is kept."""
    here = request.viewer.space(space)
    return _shown(request, "repair/together.html", here, understanding.talk(here, str(breach)))


@require_safe
def ideas(request: ViewerRequest, space: UUID, breach: UUID) -> HttpResponse:
    """Time together, for the person hurt, if and when they open it."""
    here = request.viewer.space(space)
    return _shown(request, "repair/ideas.html", here, beside.near(here, str(breach)))


@require_safe
def outside(request: ViewerRequest, space: UUID, breach: UUID) -> HttpResponse:
    """What kinds of help there are outside. No questions come before it: whoever is afraid reads it, too."""
    here = request.viewer.space(space)
    return render(request, "repair/outside.html", {"here": here, "page": beside.outside(here, str(breach))})


@questions_first
def _shown(
    request: ViewerRequest, template: str, here: Here, page: understanding.Page | understanding.Talk | beside.Near
) -> HttpResponse:
    """Once it is known to be there for them: who may not see it learns nothing by a question."""
    return render(request, template, {"here": here, "page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def ready(request: ViewerRequest, space: UUID, breach: UUID) -> HttpResponse:
    """Whether I want to work on this and can: an answer for myself alone."""
    here = request.viewer.space(space)
    return _ready(request, here, alone.readiness(here, str(breach)))


@questions_first
def _ready(request: ViewerRequest, here: Here, asked: alone.Readiness) -> HttpResponse:
    typed = request.POST if request.method == "POST" else None
    form = Readying(typed, initial={"willing": asked.answer.willing, "able": asked.answer.able})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        acts.make_ready(here, breach=asked.breach.id, willing=said["willing"], able=said["able"])
        return HttpResponseRedirect(reverse("breach", args=[here.space_id, asked.breach.id]))
    context = {"here": here, "page": asked, "form": form}
    return render(request, "repair/ready.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def say(request: ViewerRequest, space: UUID, breach: UUID, verb: str) -> HttpResponse:
    """One thing that can be said, on a page of its own with what to read beside it."""
    here = request.viewer.space(space)
    return _say(request, here, choosing.page(here, str(breach), verb))


@questions_first
def _say(request: ViewerRequest, here: Here, page: choosing.Page) -> HttpResponse:
    form = _form(request, page)
    sent = request.method == "POST" and not only_looks(request, form) and form.is_valid()
    answered = _sent(request, here, page, form) if sent else None
    if answered:
        return answered
    alone = not here.present and not here.expected
    context = {"here": here, "page": page, "form": form, "names": here.present, "later": here.expected, "alone": alone}
    return render(request, "repair/say.html", context, status=422 if form.errors else 200)


def _sent(request: ViewerRequest, here: Here, page: choosing.Page, form: OnPath) -> HttpResponse | None:
    root = page.breach.id
    return perform(
        request,
        form,
        lambda once: acts.say(here, breach=root, facts=form.facts(), words=form.words(), once=once),
        to=lambda _root: reverse("breach", args=[here.space_id, root]) + f"#{page.place}",
    )


def _form(request: ViewerRequest, page: choosing.Page) -> OnPath:
    which = request.GET.get("which") or (page.which[0][0] if len(page.which) == 1 else "")
    first = {"seen_line": page.latest, "which": which}
    typed = request.POST if request.method == "POST" else None
    form = OnPath(typed, verb=page.verb, which=page.which, doer=page.doer, initial=first)
    form.beside(page.title)
    return form
