"""What every test can ask for: the cast, their spaces, and a database of its own where rows outlive a transaction."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import settings

from tests import cast, databases
from tests.cast import Someone
from tests.databases import Own

Say = Callable[[str], None]
settings.register_profile("unhurried", deadline=None)  # what things cost is measured in the bench, not in a test
settings.load_profile("unhurried")


@pytest.fixture
def anna(db: None) -> Someone:
    return cast.person("Anna")


@pytest.fixture
def toby(db: None) -> Someone:
    return cast.person("Toby")


@pytest.fixture
def maya(db: None) -> Someone:
    return cast.person("Maya")


@pytest.fixture
def sam(db: None) -> Someone:
    return cast.person("Sam")


@pytest.fixture
def stranger(db: None) -> Someone:
    return cast.person("Stranger")


@pytest.fixture
def together(anna: Someone, toby: Someone) -> UUID:
    """Anna and Toby's space."""
    return cast.space_of(anna, toby)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: object) -> Iterator[databases.Template]:
    """A migrated, empty database to copy from: the history cannot be flushed."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        made = databases.make_template(tmp_path_factory.mktemp("template"))
    yield made
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        made.drop()


@pytest.fixture
def own(template: databases.Template, tmp_path: Path, django_db_blocker: object) -> Iterator[Own]:
    """A database of the test's own, for threads and crashes: `with elsewhere(own.connect()): …`."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        copy = template.copy(tmp_path)
        yield copy
        copy.drop()


@pytest.fixture
def say(capfd: pytest.CaptureFixture[str]) -> Say:
    """Prints a figure where whoever runs a long proof reads it."""

    def _say(text: str) -> None:
        with capfd.disabled():
            sys.stdout.write(f"\n{text}\n")

    return _say
