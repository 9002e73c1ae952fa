"""Just me: everything one has kept to oneself, one note, and what is done with it."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from reknit.people import throttle
from reknit.practice.refused import Refused
from reknit.rooms.asking import perform
from reknit.rooms.mine import acts, reads
from reknit.rooms.mine.carrying import Carried
from reknit.rooms.mine.forms import Find, Reword, Unlock, Write
from reknit.spaces.access import ViewerRequest
from reknit.web.saying import translated

FORM = ["GET", "HEAD", "POST"]
KEPT = gettext_lazy("Kept. Only you can read it.")
DROPPED = gettext_lazy("Kept, and locked. You will find it here when you open this.")


@require_safe
def mine(request: ViewerRequest) -> HttpResponse:
    """Everything kept, the newest first; or the way to it."""
    viewer = request.viewer
    if viewer.private is None:
        return _closed(request)
    noticed, changed = reads.noticed(viewer)
    context = {
        "page": reads.page(viewer, before=request.GET.get("older", "")),
        "noticed": noticed,
        "changed": changed,
        "write": Write(names=reads.names(viewer)),
        "find": Find(),
    }
    return render(request, "mine/mine.html", context)


def _closed(request: ViewerRequest) -> HttpResponse:
    if not reads.begun(request.viewer):
        return render(request, "mine/before.html")
    write = Write(names=reads.names(request.viewer))
    return render(request, "mine/open.html", {"form": Unlock(), "carried": Carried(reverse("mine")), "write": write})


@require_http_methods(FORM)
def write(request: ViewerRequest) -> HttpResponse:
    """A note, open or locked; where there is no passphrase yet, it is asked for and the text comes along."""
    form = Write(request.POST or None, names=reads.names(request.viewer))
    if form.is_valid():
        kept = partial(acts.write, request.viewer, said=form.answers()["said"], space=form.space())
        done = KEPT if request.viewer.private else DROPPED
        answered = perform(request, form, lambda once: kept(once=once), to=lambda _id: reverse("mine"), done=done)
        if answered:
            return answered
    return render(request, "mine/write.html", {"write": form}, status=422 if form.errors else 200)


@require_POST
def find(request: ViewerRequest) -> HttpResponse:
    """What one looks for is sent in the form, so that no address keeps it. Each look opens everything there is."""
    form = Find(request.POST)
    asked = form.cleaned_data["q"] if form.is_valid() else ""
    wait = bool(asked) and not throttle.may_do(request.viewer.pair, what="look", now=request.now)
    page = reads.find(request.viewer, asked) if asked and not wait else None
    found = {"find": form, "page": page, "asked": asked, "wait": wait}
    return render(request, "mine/found.html", found, status=422 if wait else 200)


@require_safe
def note(request: ViewerRequest, note: UUID) -> HttpResponse:
    return render(request, "mine/note.html", {"line": reads.one(request.viewer, str(note))})


@require_http_methods(FORM)
def reword(request: ViewerRequest, note: UUID) -> HttpResponse:
    """Other words in the place of those there were; nothing says afterwards that there were others."""
    line = reads.one(request.viewer, str(note))
    form = Reword(request.POST or None, texts=line.texts_by_name, labels=line.labels)
    if form.is_valid():
        try:
            acts.reword(request.viewer, str(note), form.cleaned_data)
            messages.success(request, _("Saved."))
            return redirect("mine_note", note=note)
        except Refused as refusal:
            form.add_error(None, translated(refusal.say))
    return render(request, "mine/reword.html", {"line": line, "form": form}, status=422 if form.errors else 200)


@require_http_methods(FORM)
def delete(request: ViewerRequest, note: UUID) -> HttpResponse:
    line = reads.one(request.viewer, str(note))
    if request.method != "POST":
        return render(request, "mine/delete.html", {"line": line})
    acts.delete(request.viewer, str(note))
    messages.success(request, _("It is gone."))
    return redirect("mine")


@require_POST
def understood(request: ViewerRequest) -> HttpResponse:
    acts.understood(request.viewer)
    return redirect("mine")
