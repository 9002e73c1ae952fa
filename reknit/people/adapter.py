"""Where allauth asks us. A password is turned into a key once, here, and kept for the sign-in that follows."""

from base64 import b64decode, b64encode
from contextlib import suppress
from typing import Any, cast

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from reknit.people import acts, factors, keys, opened, slots
from reknit.people.models import Person

FALLEN = gettext_noop(
    "Your second step is gone: somebody with your password said three days ago that it was lost. If that was not you, "
    "change your password now and set up a new second step."
)


class Adapter(DefaultAccountAdapter):
    """Sign-up and sign-in that open a key as they go."""

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Person | None:
        """Whoever this name and password belong to, their pair held on the request.

        Every try costs one password hash and one derivation, whether or not anybody has the name, and a hash
        put in by hand opens nothing.
        """
        password = credentials["password"]
        found = cast(Person | None, super().authenticate(request, **credentials))
        pair = slots.try_password(Person.objects.named(credentials["username"]), password=password)
        if found is None or pair is None:
            return None
        acts.raise_cost(found, password=password, pair=pair)
        if factors.let_fall(found, now=timezone.now()):
            messages.warning(request, _(FALLEN))
        opened.hold(request, person=found, pair=pair)
        return found

    def login(self, request: HttpRequest, user: Person) -> None:
        """A new session, with nothing in it of any before."""
        request.session.flush()
        super().login(request, user)

    def save_user(self, request: HttpRequest, user: Person, form: Form, commit: bool = True) -> Person:
        """The account this form asks for, its pair held on the request; NameTaken or NotTheFirst."""
        asked = form.cleaned_data
        first = "" if settings.SIGNUP == "open" or invited(request) else asked["first"]
        person, pair = acts.create_person(
            asked["username"],
            password=asked["password1"],
            email=asked.get("email", ""),
            zone=asked["zone"],
            first=first,
            operator=settings.OPERATOR,  # it stands above the button that led here
            today=timezone.now().date(),
        )
        opened.hold(request, person=person, pair=pair)
        return person

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        if settings.SIGNUP != "invited":
            return bool(settings.SIGNUP == "open")
        token = request.POST.get("first") or request.GET.get("first", "")
        return invited(request) or acts.is_first(token)

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        return self.get_login_redirect_url(request)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return resolve_url("invitation" if invited(request) else settings.LOGIN_REDIRECT_URL)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The password, always: a second step alone proves less."""
        return [{"id": "reauthenticate", "url": resolve_url("account_reauthenticate")}]

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Nothing: the page someone arrives at says enough."""

    def is_ajax(self, request: HttpRequest) -> bool:
        """Never: these pages are pages, whatever a header says."""
        return False


class Secrets(DefaultMFAAdapter):
    """What makes a second step is sealed in its row, under a key of this server's own."""

    def encrypt(self, text: str) -> str:
        return b64encode(keys.seal(_key(settings.SECRET_KEY), text.encode(), "second step")).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The text, or CannotOpen; what was sealed under a former `SECRET_KEY` opens as long as that one is given."""
        try:
            sealed = b64decode(encrypted_text, validate=True)
        except ValueError as fault:
            raise keys.CannotOpen from fault
        for secret_key in [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]:
            with suppress(keys.CannotOpen):
                return keys.unseal(_key(secret_key), sealed, "second step").decode()
        raise keys.CannotOpen

    def get_totp_issuer(self) -> str:
        return "Reknit"

    def _get_site_name(self) -> str:
        return "Reknit"

    def _get_user_identifier(self, user: Person) -> str:
        return user.name


def _key(secret_key: str) -> bytes:
    return keys.mixed("second step", secret_key.encode())


def invited(request: HttpRequest) -> bool:
    """Whether this browser carries a valid invitation."""
    return bool(getattr(request, "invited", False))
