"""The clock stands at the cast's noon here too."""

from tests.spaces.conftest import noon

__all__ = ["noon"]
