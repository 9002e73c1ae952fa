"""The product's settings for the server of the browser tests, with keys that cost little and a clock of ours."""

from reknit.site.settings import *  # noqa: F403
from reknit.site.settings import ACCOUNT_RATE_LIMITS, DATA, MIDDLEWARE
from tests.browser import clock

KEY_COST = (1, 8192)
# What a guess must cost, and that away is elsewhere: here it is this server by its other name.
SILENCED_SYSTEM_CHECKS = ["reknit.E002", "reknit.E009"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MIDDLEWARE = ["tests.browser.clock.Moved", *MIDDLEWARE]
# Everyone of every test signs up from one address, in what this clock calls one minute.
ACCOUNT_RATE_LIMITS = {**ACCOUNT_RATE_LIMITS, "signup": None}
clock.follow(DATA)
