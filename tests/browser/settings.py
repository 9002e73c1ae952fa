"""The product's settings for the server of the browser tests, with keys that cost little and a clock of ours."""

from reknit.site.settings import *  # noqa: F403
from reknit.site.settings import DATA, MIDDLEWARE
from tests.browser import clock

KEY_COST = (1, 8192)
SILENCED_SYSTEM_CHECKS = ["reknit.E002"]  # which says what a guess must cost
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MIDDLEWARE = ["tests.browser.clock.Moved", *MIDDLEWARE]
clock.follow(DATA)
