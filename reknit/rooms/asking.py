"""How every room takes a form: once, beside its refusals, and without losing what was typed."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import rfc8785
from django import forms
from django.contrib import messages
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from reknit.practice.refused import Refused
from reknit.shelves.writing import AlreadySaved, CameFirst, Once
from reknit.web import forms as web
from reknit.web.saying import translated

OWN = {"csrfmiddlewaretoken", "client_id", "seen_line"}
NOT_SAVED = _("We could not save this. Your text is still here; send it again in a moment.")
CAME_FIRST = _("While you were writing, something was added here. Read it above; your words are still below.")


class Asking(web.Form):
    """A form that can be sent twice and does its work once. `seen_line` is the last line its page showed."""

    seen_line = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def answers(self) -> dict[str, Any]:
        """What was answered, without the form's own fields."""
        return {name: value for name, value in self.cleaned_data.items() if name not in OWN}

    def show_again(self, **changed: str) -> None:
        """Send the form back with what was typed, and these hidden fields anew."""
        self.data = {**{name: self.data.get(name) for name in self.data}, **changed}


def once(request: HttpRequest, to: Callable[[str], str]) -> Once:
    """The token of the form that was sent; `to` says where the thread it makes is read."""
    return Once(
        client_id=_uuid(request.POST.get("client_id", "")),
        body=_body(request),
        url=to,
        seen=request.POST.get("seen_line", ""),
    )


def perform(
    request: HttpRequest, form: Asking, act: Callable[[Once], Any], *, to: Callable[[str], str], done: Any = _("Saved.")
) -> HttpResponse | None:
    """Do it and go on to `to(thread)`; or None, with the reason on the form, which then still holds what was typed."""
    try:
        result = act(once(request, to))
    except Refused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, translated(refusal.say))
    except AlreadySaved as saved:
        messages.success(
            request, _("This is saved.") if saved.same else _("This was already saved; here is what we have.")
        )
        return HttpResponseRedirect(saved.url)
    except CameFirst as came:
        form.add_error(None, str(CAME_FIRST))
        form.show_again(seen_line=came.events[-1].id)
    except DatabaseError:
        form.add_error(None, str(NOT_SAVED))
    else:
        if done:
            messages.success(request, done)
        return HttpResponseRedirect(to(str(result)))
    return None


def sent(
    request: HttpRequest, form: Asking, act: Callable[[Once], Any], *, to: Callable[[str], str], done: Any = _("Saved.")
) -> HttpResponse | None:
    """The same where the form was sent and can be read; else None."""
    return perform(request, form, act, to=to, done=done) if request.method == "POST" and form.is_valid() else None


def page(request: HttpRequest, template: str, form: Any, **context: Any) -> HttpResponse:
    """A page with a form on it, which says so in its status where something is amiss with it."""
    return render(request, template, {"form": form, **context}, status=422 if form and form.errors else 200)


def press(
    request: HttpRequest, act: Callable[[Once], Any], *, to: Callable[[str], str], done: Any = _("Saved.")
) -> HttpResponse:
    """A single button: do it and go on; where it may not be done, say so there."""
    try:
        result = act(once(request, to))
    except Refused as refusal:
        messages.warning(request, translated(refusal.say))
        return HttpResponseRedirect(to(""))
    except AlreadySaved as saved:
        return HttpResponseRedirect(saved.url)
    except CameFirst:
        messages.warning(request, _("Something was added here while you were reading. Look again before you go on."))
        return HttpResponseRedirect(to(""))
    except DatabaseError:
        messages.warning(request, _("We could not save this. Nothing was changed; try again in a moment."))
        return HttpResponseRedirect(to(""))
    if done:
        messages.success(request, done)
    return HttpResponseRedirect(to(str(result)))


def _body(request: HttpRequest) -> bytes:
    said = {name: list(request.POST.getlist(name)) for name in request.POST if name not in OWN}
    return rfc8785.dumps({"to": request.path, "said": said})


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return uuid4()
