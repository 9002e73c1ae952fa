"""The product's settings, with a bare page beside the product's own to measure them against."""

from reknit.site.settings import *  # noqa: F403

ROOT_URLCONF = "tests.bench.urls"
