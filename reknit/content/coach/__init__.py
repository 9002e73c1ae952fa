"""What the coach for words knows of each language: one data file a language and the weights beside it, loaded once."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
LANGUAGES = tuple(sorted(file.stem for file in FOLDER.glob("*.toml")))


@cache
def data(code: str) -> Mapping[str, Any]:
    """The file of one of LANGUAGES, as `practice.coach.language` reads it."""
    if code not in LANGUAGES:
        raise LookupError(code)
    weights = {file.suffixes[1][1:]: file.read_text(encoding="utf-8") for file in FOLDER.glob(f"{code}.weights.*.txt")}
    return {**tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8")), "weights": weights}
