"""The product's settings with a cheap key derivation and files of their own."""

import os
import tempfile

_data = tempfile.mkdtemp(prefix="reknit-test-")
os.makedirs(f"{_data}/static")
os.environ.setdefault("REKNIT_DATA", _data)
os.environ.setdefault("OPERATOR", "Ada Host")
os.environ.setdefault("SIGNUP", "open")
os.environ.setdefault("EXAMPLE", "on")

from reknit.site.settings import *  # noqa: E402, F403

KEY_COST = (1, 8192)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ACCOUNT_RATE_LIMITS = {**ACCOUNT_RATE_LIMITS, "signup": None}  # noqa: F405
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
