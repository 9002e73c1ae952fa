"""One's own pages: writing on one, and one entry with what is added to it later."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from reknit.content import prompts
from reknit.rooms.asking import perform
from reknit.rooms.own import acts, kinds, reads
from reknit.rooms.own.forms import Page
from reknit.spaces.access import ViewerRequest

FORM = ["GET", "HEAD", "POST"]
KEPT = _("Kept. Only you can read it.")


@require_http_methods(FORM)
def page(request: ViewerRequest, slug: str) -> HttpResponse:
    """What stands there and a form for more. Writing needs no passphrase once there is one; reading does."""
    kind, viewer = kinds.of(slug), request.viewer
    asked = prompts.prompt(request.GET.get("by", "") or request.POST.get("prompt", ""))
    form = Page(request.POST or None, texts=kind.texts, kind=kind, initial={"prompt": asked.id if asked else ""})
    if request.method == "POST" and form.is_valid():
        answered = perform(
            request,
            form,
            lambda once: acts.write(viewer, kind, words=form.words(), chosen=form.chosen(), once=once),
            to=lambda _id: reverse("own", args=[slug]),
            done=KEPT,
        )
        if answered:
            return answered
    context = {
        "kind": kind,
        "form": form,
        "asked": asked,
        "entries": reads.entries(viewer, kind) if request.method != "POST" or reads.is_open(viewer) else [],
        "questions": reads.questions(viewer) if slug == "book" else {},
    }
    return render(request, "own/page.html", context, status=422 if form.errors else 200)


@require_http_methods(FORM)
def entry(request: ViewerRequest, slug: str, note: UUID) -> HttpResponse:
    """One entry, what was added, and the form for adding."""
    kind, viewer = kinds.of(slug), request.viewer
    found = reads.entry(viewer, kind, str(note))
    form = Page(request.POST or None, texts=kind.then.texts if kind.then else ())
    if request.method == "POST" and form.is_valid():
        answered = perform(
            request,
            form,
            lambda once: acts.follow(viewer, kind, note=str(note), words=form.words(), once=once),
            to=lambda _id: reverse("own_entry", args=[slug, note]),
            done=KEPT,
        )
        if answered:
            return answered
    return render(
        request, "own/entry.html", {"kind": kind, "one": found, "form": form}, status=422 if form.errors else 200
    )
