"""A security key as a second step: made of software here, so that what it signs can be turned against the server."""

import html
import json
import re
from datetime import UTC, datetime, timedelta
from os import urandom

import pytest
from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from django.urls import NoReverseMatch, get_resolver, reverse
from fido2.cose import ES256
from fido2.utils import sha256, websafe_decode, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

from reknit.people.models import OpenKey
from tests.people.conftest import Browser

pytestmark = [pytest.mark.tables, pytest.mark.django_db]
NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
PRESENT = AuthenticatorData.FLAG.UP
HOME = "https://localhost"


class SoftKey:
    """One key pair that answers as a small thing in a USB port would."""

    def __init__(self) -> None:
        self.secret, self.id = ec.generate_private_key(ec.SECP256R1()), urandom(16)

    def creates(self, asked: dict, origin: str = HOME) -> dict:
        told = CollectedClientData.create(type="webauthn.create", challenge=asked["challenge"], origin=origin)
        known = AttestedCredentialData.create(
            b"\0" * 16, self.id, ES256.from_cryptography_key(self.secret.public_key())
        )
        data = AuthenticatorData.create(sha256(asked["rp"]["id"].encode()), PRESENT | 0x40, 0, known)
        made = AttestationObject.create("none", data, {})
        return self._answer(clientDataJSON=told, attestationObject=made)

    def gets(self, asked: dict, origin: str = HOME) -> dict:
        told = CollectedClientData.create(type="webauthn.get", challenge=asked["challenge"], origin=origin)
        data = AuthenticatorData.create(sha256(asked["rpId"].encode()), PRESENT, 0)
        signed = self.secret.sign(data + told.hash, ec.ECDSA(hashes.SHA256()))
        return self._answer(clientDataJSON=told, authenticatorData=data, signature=signed)

    def _answer(self, **response: bytes) -> dict:
        named = {name: websafe_encode(value) for name, value in response.items()}
        name = websafe_encode(self.id)
        return {"id": name, "rawId": name, "type": "public-key", "clientExtensionResults": {}, "response": named}


def asked(browser: Browser, path: str) -> dict:
    page = browser.get(path).content.decode()
    return json.loads(html.unescape(re.search(r'data-options="([^"]+)"', page)[1]))


def answer(browser: Browser, path: str, said: object):
    return browser.post(path, {"credential": json.dumps(said)})


def waits(another, **more: str) -> Browser:
    """A browser in which the password was right."""
    other = another(headers={"host": "localhost"})
    other.sign_in(**more)
    return other


@pytest.fixture
def key(browser: Browser, time_machine) -> SoftKey:
    """Anna's key, added through the page; ten minutes ago."""
    time_machine.move_to(NOW - timedelta(minutes=10), tick=False)
    browser.defaults["HTTP_HOST"] = "localhost"
    browser.sign_up()
    made = SoftKey()
    page = answer(browser, "/me/second/key", made.creates(asked(browser, "/me/second/key")))
    assert "Your spare codes" in page.content.decode()
    time_machine.move_to(NOW, tick=False)
    return made


def test_it_lets_its_owner_in_and_no_other_key_does(key: SoftKey, another) -> None:
    other = waits(another)
    stranger = SoftKey()
    stranger.id = key.id
    for wrong in (SoftKey(), stranger):
        assert answer(other, "/in/second", wrong.gets(asked(other, "/in/second"))).status_code == 200
    assert answer(other, "/in/second", key.gets(asked(other, "/in/second")))["Location"] == "/home"
    assert other.is_in()


def test_an_answer_is_good_in_one_session_only(key: SoftKey, another) -> None:
    first, second = waits(another), waits(another)
    said = key.gets(asked(first, "/in/second"))
    assert answer(second, "/in/second", said).status_code == 200
    assert answer(first, "/in/second", said).status_code == 302
    assert answer(waits(another), "/in/second", said).status_code == 200
    assert asked(waits(another), "/in/second")["challenge"] != asked(waits(another), "/in/second")["challenge"]


def test_an_answer_given_to_another_site_is_refused(key: SoftKey, another) -> None:
    """What makes a key worth more than a number: a false page gets nothing it could use here."""
    other = waits(another)
    for origin in ("https://localhost.evil.example", "https://evil.example", "http://evil.localhost.example"):
        assert answer(other, "/in/second", key.gets(asked(other, "/in/second"), origin)).status_code == 200
    assert not other.is_in()


def test_the_key_of_somebody_else_is_refused(key: SoftKey, another) -> None:
    toby = another(headers={"host": "localhost"})
    toby.sign_up("Toby")
    theirs = SoftKey()
    answer(toby, "/me/second/key", theirs.creates(asked(toby, "/me/second/key")))
    other = waits(another)
    assert answer(other, "/in/second", theirs.gets(asked(other, "/in/second"))).status_code == 200


def test_it_is_never_more_than_a_second_step(key: SoftKey, another) -> None:
    """Statement 45, and no way in by a key alone: no such address, and no key is asked for before a password."""
    for name in ("mfa_login_webauthn", "mfa_signup_webauthn", "mfa_trust", "mfa_reauthenticate"):
        with pytest.raises(NoReverseMatch):
            reverse(name)
    assert len(get_resolver().reverse_dict.getlist("mfa_authenticate")) == 1
    nobody = another(headers={"host": "localhost"})
    assert b"data-options" not in nobody.get("/in").content
    assert answer(nobody, "/in/second", key.gets({"challenge": "AAAA", "rpId": "localhost"}))["Location"] == "/in"
    assert Authenticator.objects.get(type="webauthn").wrap().is_passwordless is None


NONSENSE = ["", "null", "[]", "{}", "7", '"x"', "{", '{"id": 1}', '{"rawId": "ÄÖ", "response": {}}', "[" * 3000]


@pytest.mark.parametrize("said", NONSENSE)
def test_nonsense_is_answered_calmly(key: SoftKey, browser: Browser, another, time_machine, said: str) -> None:
    other = waits(another)
    assert other.post("/in/second", {"credential": said}).status_code == 200
    time_machine.move_to(NOW - timedelta(minutes=9), tick=False)
    assert browser.post("/me/second/key", {"credential": said}).status_code == 200
    assert Authenticator.objects.filter(type="webauthn").count() == 1


@pytest.mark.parametrize("part", ["clientDataJSON", "authenticatorData", "signature"])
def test_each_part_of_an_answer_counts(key: SoftKey, another, part: str) -> None:
    other = waits(another)
    said = key.gets(asked(other, "/in/second"))
    changed = bytearray(websafe_decode(said["response"][part]))
    changed[len(changed) // 2] ^= 1
    said["response"][part] = websafe_encode(bytes(changed))
    assert answer(other, "/in/second", said).status_code == 200
    assert not OpenKey.objects.filter(active=True, begun_at=NOW).exists()
