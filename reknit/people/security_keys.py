"""Security keys as a second step (WebAuthn): what the browser is asked, and whether its answer is right.

What a key has to sign is derived from this server's secret and the session that asks, so it stands in no row, differs
at every sign-in, and is worth nothing in another session.
"""

import json
from typing import Any

from allauth.mfa.webauthn.internal import auth
from django.conf import settings
from django.core.exceptions import ValidationError

from reknit.people import factors, keys
from reknit.people.models import Person


def to_add(person: Person, *, session: str) -> str:
    """What the browser is asked when a key is to be added, as JSON."""
    return _json(_registration(person, session)[0])


def add(person: Person, *, answer: Any, session: str) -> bool:
    """Keep the key that gave this answer as a second step; False where it is not an answer to what was asked."""
    try:
        auth.parse_registration_response(answer)
        auth.get_server().register_complete(_registration(person, session)[1], answer)
    except (ValueError, TypeError, KeyError, AttributeError, ValidationError):
        return False
    factors.add_key(person, credential=answer)
    return True


def to_pass(person: Person, *, session: str) -> str:
    """What the browser is asked at sign-in, as JSON."""
    return _json(_authentication(person, session)[0])


def passes(person: Person, *, answer: Any, session: str) -> bool:
    """Whether one of this person's keys has signed what was asked in this session."""
    known = auth.get_credentials(person)
    if not known:
        return False
    try:
        auth.get_server().authenticate_complete(_authentication(person, session)[1], known, answer)
    except (ValueError, TypeError, KeyError, AttributeError, ValidationError):
        return False
    return True


def _registration(person: Person, session: str) -> tuple[Any, Any]:
    wanted = {"user": auth.build_user_payload(person), "credentials": auth.get_credentials(person)}
    preferred = {"resident_key_requirement": "discouraged", "user_verification": "discouraged"}
    return auth.get_server().register_begin(**wanted, **preferred, challenge=_challenge("add", session))


def _authentication(person: Person, session: str) -> tuple[Any, Any]:
    known, challenge = auth.get_credentials(person), _challenge("pass", session)
    return auth.get_server().authenticate_begin(known, user_verification="discouraged", challenge=challenge)


def _challenge(what: str, session: str) -> bytes:
    return keys.fingerprint(keys.mixed("challenge", settings.SECRET_KEY.encode()), keys.bound(what, session))


def _json(options: Any) -> str:
    return json.dumps(dict(options)["publicKey"])
