"""One's own pages: writing on one, and one entry with what is added to it later."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from reknit.content import prompts
from reknit.rooms import asking
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
    answered = asking.sent(
        request,
        form,
        lambda once: acts.write(viewer, kind, words=form.words(), chosen=form.chosen(), once=once),
        to=lambda _id: reverse("own", args=[slug]),
        done=KEPT,
    )
    return answered or asking.page(request, "own/page.html", form, asked=asked, **reads.page(viewer, kind))


@require_POST
def later(request: ViewerRequest) -> HttpResponse:
    """Not now: how one sees oneself is asked again in some weeks."""
    acts.put_aside(request.viewer)
    return redirect("home")


@require_http_methods(FORM)
def entry(request: ViewerRequest, slug: str, note: UUID) -> HttpResponse:
    """One entry, what was added, and the form for adding."""
    kind, viewer = kinds.of(slug), request.viewer
    one = reads.entry(viewer, kind, str(note))
    form = Page(request.POST or None, texts=kind.then.texts if kind.then else ())
    answered = asking.sent(
        request,
        form,
        lambda once: acts.follow(viewer, kind, note=str(note), words=form.words(), once=once),
        to=lambda _id: reverse("own_entry", args=[slug, note]),
        done=KEPT,
    )
    return answered or asking.page(request, "own/entry.html", form, kind=kind, one=one)
