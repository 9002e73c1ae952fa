"""The forms of the door: what is asked, and the sentence beside each answer that will not do."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.utils import perform_login
from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from reknit.people import keys, names, resets, throttle, zones
from reknit.people.models import OpenKey, Person
from reknit.web import fields
from reknit.web import forms as web

LONGEST = 256
NUL = _("A password can hold any character but the invisible one called NUL.")
SIGN_IN = "sign in"
TOO_MANY = _("There were many tries from here. Wait a minute, then try again. Nothing is locked.")
SPENT = _("This link does not open anything. It may have been used, or be older than half an hour. Ask for a new one.")
MAIL = _("For a link to set a new password, and for nothing else. Leave it empty if someone else reads your mail.")
TOO_LONG = _("A password can have 256 characters at most.")


class Password(fields.Password):
    """Any characters as they are typed, but not NUL. One that is too long is refused, never cut short."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=None, **kwargs)

    def clean(self, value: Any) -> str:
        typed = value or ""
        if "\0" in typed:
            raise forms.ValidationError(NUL)
        if len(typed) > LONGEST:
            raise forms.ValidationError(TOO_LONG)
        return str(super().clean(typed))


def device() -> forms.ChoiceField:
    shared = _("It closes with the browser, after half an hour without use, and after twelve hours.")
    alone = _("You stay signed in until you have not been here for thirty days.")
    return web.Choice(
        label=_("Who can open this device?"),
        initial=OpenKey.Device.SHARED,
        choices=[
            web.option("shared", _("Somebody else can, too"), hint=shared),
            web.option("alone", _("Only I use this device"), hint=alone),
        ],
    )


class SignIn(forms.Form):
    """A name and a password. A wrong pair is answered alike whether or not somebody has the name."""

    login = web.Line(label=_("Name"), max_length=names.LONGEST, autocomplete="username")
    password = Password(label=_("Password"))
    device = device()

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request: Any = request
        self.too_many = False

    def clean(self) -> dict[str, Any]:
        asked = self.cleaned_data
        if self.errors:
            return asked
        tried = {"what": SIGN_IN, "name": asked["login"], "now": self.request.now}
        if not throttle.may_try(self.request, **tried):
            self.too_many = True
            raise forms.ValidationError(TOO_MANY)
        adapter = get_adapter(self.request)
        self.person = adapter.authenticate(self.request, username=asked["login"], password=asked["password"])
        if self.person is None:
            raise forms.ValidationError(_("This name and this password do not belong together. Look at both again."))
        throttle.forgive(self.request, **tried)
        return asked

    def enter(self, request: HttpRequest, redirect_url: str | None) -> HttpResponse:
        return perform_login(request, self.person, redirect_url=redirect_url)


class SignUp(forms.Form):
    """A name and a password are enough."""

    username = web.Line(
        label=_("Name"),
        max_length=names.LONGEST,
        autocomplete="username",
        help_text=_("The others read it, and you sign in with it."),
    )
    password1 = Password(
        label=_("Password"),
        new=True,
        help_text=_("Twelve characters or more. A short sentence is easy to keep. Nobody else should know it."),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        widget=forms.EmailInput(attrs={"class": "input", "autocomplete": "email"}),
        help_text=MAIL,
    )
    device = device()
    zone = web.Zone()
    first = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)
    by_passkey = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not settings.MAIL:  # then there is nothing an address would be good for
            del self.fields["email"]

    def clean_username(self) -> str:
        name = names.shown(self.cleaned_data["username"])
        if not names.key(name):
            raise forms.ValidationError(_("A name needs a character that can be seen."))
        if len(names.key(name)) > names.LONGEST_KEY:
            raise forms.ValidationError(_("This name is too long."))
        if Person.objects.named(name):
            raise forms.ValidationError(TAKEN)
        return name

    def clean_zone(self) -> str:
        return zones.known(self.cleaned_data["zone"])

    def clean(self) -> dict[str, Any]:
        asked = self.cleaned_data
        person = Person(name=asked.get("username", ""), email=asked.get("email", ""))
        _check(self, "password1", person=person)
        return asked

    def try_save(self, request: HttpRequest) -> tuple[Person, None]:
        adapter = get_adapter(request)
        return adapter.save_user(request, adapter.new_user(request), self), None


class ChangePassword(forms.Form):
    old = Password(label=_("The password you have"))
    new = Password(label=_("The new one"), new=True, help_text=_("Twelve characters or more."))

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean(self) -> dict[str, Any]:
        _check(self, "new", person=self.person)
        return self.cleaned_data


class Again(forms.Form):
    """The password of whoever is signed in, asked once more."""

    password = Password(label=_("Password"))

    def __init__(self, *args: Any, user: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = user

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not get_adapter().reauthenticate(self.person, password):
            raise forms.ValidationError(WRONG)
        return password


class ByCode(forms.Form):
    """A name, its recovery code, and the password to be set with it."""

    name = web.Line(label=_("Name"), max_length=names.LONGEST, autocomplete="username")
    code = web.Secret(label=_("Your recovery code"), help_text=_("Spaces and lower case do not matter."))
    new = Password(label=_("A new password"), new=True, help_text=_("Twelve characters or more."))

    def clean_code(self) -> str:
        return keys.tidy_code(self.cleaned_data["code"], keys.RECOVERY)

    def clean(self) -> dict[str, Any]:
        _check(self, "new", person=Person(name=self.cleaned_data.get("name", "")))
        return self.cleaned_data


class Reset(forms.Form):
    """The token of a link, and the password to be set with it."""

    token = web.Secret(label=_("The code in your link"), linked=True, help_text=_("It is what stands behind the #."))
    new = Password(label=_("A new password"), new=True, help_text=_("Twelve characters or more."))
    zone = web.Zone()

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request: Any = request
        self.too_many = False

    def clean_token(self) -> str:
        return keys.tidy_code(self.cleaned_data["token"], keys.RECOVERY)

    def clean_zone(self) -> str:
        return zones.known(self.cleaned_data["zone"])

    def clean(self) -> dict[str, Any]:
        tried = {"what": "reset", "name": "", "now": self.request.now}
        if not throttle.may_try(self.request, **tried):
            self.too_many = True
            raise forms.ValidationError(TOO_MANY)
        person = resets.whose(self.cleaned_data.get("token", ""), now=self.request.now)
        if person is None:
            raise forms.ValidationError(SPENT)
        throttle.forgive(self.request, **tried)
        _check(self, "new", person=person)
        return self.cleaned_data


class ByMail(forms.Form):
    name = web.Line(label=_("Name"), max_length=names.LONGEST, autocomplete="username")


class Mail(forms.Form):
    """An address of one's own, or none."""

    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        widget=forms.EmailInput(attrs={"class": "input", "autocomplete": "email"}),
        help_text=MAIL,
    )


TAKEN = _("Somebody here already has this name. Take another, or add something to it.")
WRONG = _("This is not your password.")


def _check(form: forms.Form, field: str, *, person: Person) -> None:
    password = form.cleaned_data.get(field)
    if not password:
        return
    try:
        validate_password(password, person)
    except forms.ValidationError as fault:
        form.add_error(field, fault)
