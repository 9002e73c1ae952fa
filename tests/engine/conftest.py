"""These tests need no Django and no settings, so they know their own markers."""

import pytest


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "practice(*ids): proves these rows of the practice")
