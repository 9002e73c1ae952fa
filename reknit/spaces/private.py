"""Someone's private side, as far as a viewer carries it along; what is in it is for the vault to say."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from reknit.people import keys


@dataclass(frozen=True, repr=False)
class Private:
    """The keys of someone's private side, opened for this request. `kept` holds what was read of it already."""

    side: UUID
    pair: keys.Pair
    kept: dict[str, Any] = field(default_factory=dict, compare=False)
