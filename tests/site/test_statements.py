"""Statements of the security page about accounts that no other test holds: what there is no way to do."""

import argparse
import re

import pytest
from allauth.account import app_settings as account
from allauth.mfa import app_settings as mfa
from django import forms as django_forms
from django.apps import apps
from django.conf import settings
from django.urls import get_resolver

from reknit.cli.__main__ import _parser
from tests.docs.test_docs import settings_read
from tests.house import routes, world


def commands() -> set[str]:
    """Every command and sub-command there is for whoever runs the server."""
    found: set[str] = set()
    waiting = [("", _parser())]
    while waiting:
        before, parser = waiting.pop()
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                waiting += [(f"{before} {name}".strip(), one) for name, one in action.choices.items()]
                found |= {f"{before} {name}".strip() for name in action.choices}
            elif action.choices:
                found |= {f"{before} {choice}" for choice in action.choices}
    return found


def test_whoever_runs_the_server_can_turn_no_second_step_off() -> None:
    """Statement 36: no setting and no command; it is there for everyone."""
    said = {name for name in settings_read() if re.search("MFA|TOTP|WEBAUTHN|SECOND|FACTOR", name)}
    assert said == set()
    assert not [name for name in commands() if re.search("second|factor|mfa|step", name)]
    assert set(mfa.SUPPORTED_TYPES) == {"totp", "webauthn", "recovery_codes"}


def test_whoever_runs_the_server_can_set_or_see_no_password() -> None:
    """Statement 43: they can give out a link, and that is all they can do to a person."""
    assert {name for name in commands() if name.startswith("person")} == {"person", "person reset"}
    assert not [name for name in commands() if re.search("password|shell|admin|user", name)]
    assert "django.contrib.admin" not in settings.INSTALLED_APPS


def test_no_browser_is_trusted_and_no_letter_signs_anybody_in() -> None:
    """Statements 38, 45: settings that must stay as they are."""
    assert not mfa.TRUST_ENABLED
    assert not mfa.PASSKEY_LOGIN_ENABLED
    assert not mfa.PASSKEY_SIGNUP_ENABLED
    assert mfa.TOTP_TOLERANCE == 0
    assert mfa.RECOVERY_CODE_DIGITS == 12
    assert account.SESSION_REMEMBER is False
    assert not account.LOGIN_BY_CODE_ENABLED
    assert account.LOGIN_TIMEOUT == 300


def test_there_are_no_hints_and_no_secret_questions() -> None:
    """Statement 41: neither a column nor a field for one."""
    columns = {field.name for model in apps.get_app_config("people").get_models() for field in model._meta.get_fields()}
    asked = {name for form in _forms(django_forms.Form) for name in form.base_fields if "people" in form.__module__}
    assert {"password", "email"} <= columns
    assert {"password", "code", "token"} <= asked
    assert not [name for name in columns | asked if re.search("hint|question|answer|maiden|born|pet", name)]


def _forms(kind: type) -> list[type]:
    return [found for below in kind.__subclasses__() for found in (below, *_forms(below))]


def test_every_way_in_is_listed() -> None:
    """Statement 37: whatever can begin a session stands in one table, with why it is open to the signed-out."""
    get_resolver()
    begin = {"account_signup", "account_login", "mfa_authenticate", "look"}
    set_a_password = {"account_by_code", "account_reset", "account_by_mail"}
    open_ = {one.name for one in routes.addresses() if one.open}
    assert open_ == routes.OPEN.keys()
    accounts = {name for name in open_ if name.startswith(("account", "mfa", "look"))}
    assert begin | set_a_password < accounts
    assert accounts - begin - set_a_password == {
        "account_second_lost",
        "account_inactive",
        "account_logout",
        "look_out",
    }


@pytest.mark.tables
@pytest.mark.django_db
def test_the_way_out_is_on_every_page() -> None:
    """Statement 49: signing out, wherever one is."""
    with world.two_days_later():
        built = world.build()
        browser, looked = built.roles["a"].browser(world.NOW), 0
        for address in routes.addresses():
            for row in routes.rows(address.name):
                if row.get is None or row.get.get("a") != 200:
                    continue
                page = browser.get(routes.url(address, built.ids, row))
                # The page of support lines is the same for everyone, and does not say who looks at it.
                if "text/html" in page["Content-Type"] and address.name != "help":
                    assert b'action="/out"' in page.content, address.name
                    looked += 1
    assert looked > 25


GRAVE = ["/me/second", "/me/second/app", "/me/second/key", "/me/code", "/me/mail"]


@pytest.mark.tables
@pytest.mark.django_db
def test_the_password_is_asked_once_more_before_what_is_grave(client, settings, time_machine) -> None:
    """Statement 50: for the second step, the recovery code and the address; the others ask for it in their own form."""
    from datetime import timedelta

    from django.utils import timezone

    settings.MAIL = True
    client.post("/up", {"username": "Anna", "password1": "a short sentence to keep", "device": "alone"})
    assert [client.get(path).status_code for path in GRAVE] == [200] * len(GRAVE)
    time_machine.move_to(timezone.now() + timedelta(minutes=5, seconds=1))
    for path in GRAVE:
        for asked in (client.get(path), client.post(path, {"do": "make", "factor": "1"})):
            assert asked["Location"].startswith("/me/again?next="), path
    assert 'name="old"' in client.get("/me/password").content.decode()
