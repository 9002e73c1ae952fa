"""How one's private side is set: when it locks, another passphrase, a code, one forgotten; and a copy to take along."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from reknit.people import throttle
from reknit.people.fresh import fresh_button
from reknit.rooms.mine import keys, reads
from reknit.rooms.mine.copying import File
from reknit.rooms.mine.forms import Anew, Back, Change, Copy, Idle
from reknit.rooms.mine.phrase import FORM, counted, offering, shown_words, tried
from reknit.spaces.access import ViewerRequest


@require_safe
def settings(request: ViewerRequest) -> HttpResponse:
    found = reads.settings(request.viewer)
    return render(request, "mine/settings.html", {"settings": found, "idle": Idle(initial={"idle": found.idle})})


@require_POST
def idle(request: ViewerRequest) -> HttpResponse:
    """It takes effect at once, here; elsewhere at the next unlock."""
    form = Idle(request.POST)
    if form.is_valid():
        keys.set_idle(request, int(form.cleaned_data["idle"]))
        messages.success(request, _("Saved."))
    return redirect("mine_settings")


@sensitive_post_parameters()
@require_http_methods(FORM)
def change(request: ViewerRequest) -> HttpResponse:
    """Another passphrase, or new keys as well where somebody may know it."""
    if request.method != "POST" and not reads.begun(request.viewer):
        return redirect("mine_begin")
    form = offering(Change, request)
    if form.is_valid():
        said = form.cleaned_data
        arguments = {"old": said["old"], "new": said["phrase"], "known": said["why"] == "known"}
        if viewer := counted(request, form, lambda: keys.change(request.viewer, **arguments)):
            response = redirect("mine")
            keys.stay_open(request, response, viewer)
            messages.success(request, _("It opens with the new passphrase only. Elsewhere it is locked."))
            return response
    return _form(request, "mine/change.html", form, words=shown_words(form))


@sensitive_post_parameters()
@require_http_methods(FORM)
def anew(request: ViewerRequest) -> HttpResponse:
    """The passphrase is forgotten: an empty side begins, the old one stays sealed for thirty days."""
    if not reads.begun(request.viewer):
        return redirect("mine_begin")
    form = offering(Anew, request)
    if form.is_valid():
        viewer = tried(form, lambda: keys.start_anew(request.viewer, phrase=form.cleaned_data["phrase"]))
        if viewer is not None:
            response = redirect("mine")
            keys.stay_open(request, response, viewer)
            return response
    return _form(request, "mine/anew.html", form, words=shown_words(form))


@sensitive_post_parameters()
@require_http_methods(FORM)
def back(request: ViewerRequest) -> HttpResponse:
    """The old passphrase has come back."""
    form = Back(request.POST or None)
    if form.is_valid():
        count = counted(request, form, lambda: keys.bring_back(request.viewer, typed=form.cleaned_data["phrase"]))
        if count is not None:
            said = ngettext("%(count)d entry is back.", "%(count)d entries are back.", count)
            messages.success(request, said % {"count": count})
            return redirect("mine")
    return _form(request, "mine/back.html", form, until=reads.kept_until(request.viewer))


@require_POST
@fresh_button("mine_settings")
def gone(request: ViewerRequest) -> HttpResponse:
    """Erase now what was put away."""
    keys.forget_former(request.viewer)
    messages.success(request, _("It is gone."))
    return redirect("mine_settings")


@require_POST
@fresh_button("mine_settings")
def code(request: ViewerRequest) -> HttpResponse:
    """A recovery code of this side's own, made or taken away."""
    if request.POST.get("do") == "remove":
        keys.remove_code(request.viewer)
        messages.success(request, _("The code no longer opens anything."))
        return redirect("mine_settings")
    return render(request, "mine/code.html", {"code": keys.make_code(request.viewer), "on": ""})


@sensitive_post_parameters()
@require_http_methods(FORM)
def take(request: ViewerRequest) -> HttpResponse:
    """A copy of everything here, sealed or readable; the passphrase is asked for again."""
    form = Copy(request.POST or None)
    if form.is_valid() and (file := _taken(request, form)):
        return _file(file)
    return _form(request, "mine/copy.html", form)


def _taken(request: ViewerRequest, form: Copy) -> File | None:
    """The copy; or None, with the reason on the form. One that is refused does not count as a copy."""
    pair, now = request.viewer.pair, request.now
    if not throttle.may_do(pair, what="copy", now=now):
        form.add_error(None, throttle.MANY_COPIES)
        return None
    said = form.cleaned_data
    file: File | None = counted(request, form, lambda: keys.copy(request.viewer, **said))
    if file is None:
        throttle.undo(pair, what="copy", now=now)
    return file


def _file(file: File) -> HttpResponse:
    """Handed out from memory: no file of it is ever on this server's disk."""
    response = HttpResponse(file.body, content_type=file.type)
    response.headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
    response.headers["Content-Security-Policy"] = "sandbox"
    return response


def _form(request: ViewerRequest, template: str, form: Any, **more: Any) -> HttpResponse:
    return render(request, template, {"form": form, **more}, status=422 if form.errors else 200)
