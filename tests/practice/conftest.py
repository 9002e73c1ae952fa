"""These tests need no Django and no settings, so they know their own markers."""

import pytest
from hypothesis import settings

settings.register_profile("practice", deadline=None, max_examples=60)
settings.load_profile("practice")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "practice(*ids): proves these rows of the practice")
