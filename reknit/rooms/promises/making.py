"""Making a promise: what one already carries is shown first, and a smaller one is offered where it may be too much."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from reknit.content import examples
from reknit.practice.promises import Smaller
from reknit.rooms.asking import perform
from reknit.rooms.promises import acts, linking, reads
from reknit.rooms.promises.forms import Make, Making, Quick
from reknit.spaces.access import Here, ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def make(request: ViewerRequest, space: UUID) -> HttpResponse:
    """The whole form, with examples for this kind of space beside it."""
    here = request.viewer.space(space)
    example = examples.promise(request.GET.get("like", ""))
    first = {**(example.initial if example else {}), **linking.initial(here, request.GET)}
    form = Make(request.POST or None, here=here, initial=first)
    if request.method == "POST" and form.is_valid():
        answered = _settle(request, here, form, form.arguments())
        if answered:
            return answered
    return _page(request, here, form)


@require_POST
def quick(request: ViewerRequest, space: UUID) -> HttpResponse:
    """The quick add of Today; what it cannot settle goes on in the whole form, with what was typed."""
    here = request.viewer.space(space)
    form = Quick(request.POST, here=here)
    if form.is_valid() and (answered := _settle(request, here, form, form.arguments())):
        return answered
    whole = Make(initial={name: form.data.get(name, "") for name in ("what", "day")}, here=here)
    whole.fault = next((faults[0] for faults in form.errors.values()), "")
    return _page(request, here, whole, faulty=True)


def _settle(request: ViewerRequest, here: Here, form: Making, arguments: dict[str, Any]) -> HttpResponse | None:
    """Make it, or first offer the smaller one, once; None where it goes back to be written anew."""
    choice = request.POST.get("choice", "")
    offer = reads.smaller(here, when=arguments["when"], sure=arguments.get("sure", 3))
    if choice == "change":
        return None
    if offer and choice not in {"smaller", "as_it_is"}:
        return _offered(request, here, offer, arguments)
    if offer and choice == "smaller":
        arguments = {**arguments, "when": offer.when}
    return perform(
        request,
        form,
        lambda once: acts.make_promise(here, **arguments, once=once),
        to=_after(here, arguments.get("breach", "")),
    )


def _after(here: Here, breach: str) -> Callable[[str], str]:
    """Where the promise is read, or the path it was made on."""
    if breach:
        return lambda _root: reverse("breach", args=[here.space_id, breach]) + "#change"
    return lambda root: reverse("promise", args=[here.space_id, root])


def _offered(request: ViewerRequest, here: Here, offer: Smaller, arguments: dict[str, Any]) -> HttpResponse:
    """The smaller one beside the one that was drafted; every field goes along."""
    typed = {name: request.POST.getlist(name) for name in request.POST if name != "csrfmiddlewaretoken"}
    whole = {"pattern": ["once"], "sure": ["3"], **typed}
    context = {
        "here": here,
        "offer": offer,
        "half": offer.when == arguments["when"],
        "fields": [(name, value) for name, values in whole.items() for value in values],
        "what": arguments["words"]["what"],
        "breach": arguments.get("breach", ""),
    }
    return render(request, "promises/smaller.html", context)


def _page(request: ViewerRequest, here: Here, form: Make, *, faulty: bool = False) -> HttpResponse:
    context = {
        "here": here,
        "form": form,
        "load": reads.load(here, here.today),
        "examples": examples.promises(here.kind),
        "fault": form.fault,
        "about": linking.about(here, form["breach"].value() or ""),
        "names": here.present,
        "later": here.expected,
    }
    return render(request, "promises/new.html", context, status=422 if form.errors or faulty else 200)
