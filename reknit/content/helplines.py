"""Lines to call, by country: loaded once from `helplines.toml`, and checked as they are."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "helplines.toml"
FOR = ("everyone", "women", "men", "lgbtq", "own")
STATUS = ("verified", "reported")
SOURCES = ("operator", "government", "press")


@dataclass(frozen=True)
class Number:
    """A number as it is read, and as a telephone takes it."""

    shown: str

    @property
    def dialled(self) -> str:
        return re.sub(r"[^+\d]", "", self.shown)


@dataclass(frozen=True)
class Site:
    """A page of someone else's."""

    shown: str

    @property
    def url(self) -> str:
        return f"https://{self.shown}"


# Where every country is, kept by others.
ELSEWHERE = (Site("findahelpline.com"), Site("lila.help"))


@dataclass(frozen=True)
class Line:
    """One service, and what its row rests on. `on_bill` is yes, no or unknown."""

    country: str
    name: str
    to: str
    region: str
    numbers: tuple[Number, ...]
    text: str
    chat: bool
    hours: str
    languages: str
    free: bool
    on_bill: str
    notes: str
    site: Site | None
    source: str
    source_kind: str
    source_date: str
    noted_on: date
    checked_on: date | None
    checked_by: str
    status: str

    @property
    def source_host(self) -> str:
        return self.source.split("/")[2].removeprefix("www.")


@dataclass(frozen=True)
class Country:
    """What is dialled first, and who can be talked to."""

    code: str
    name: str
    emergency: tuple[Number, ...]
    more: str
    lines: tuple[Line, ...]


@cache
def countries() -> tuple[Country, ...]:
    """Every country of the file, by name; or ValueError where a row is not as it must be."""
    return read(tomllib.loads(FILE.read_text(encoding="utf-8")))


def read(file: dict[str, Any]) -> tuple[Country, ...]:
    lines = [_line(row, file["noted_on"]) for row in file["line"]]
    found = [_country(row, lines) for row in file["country"]]
    known = {country.code for country in found}
    if strays := [line.name for line in lines if line.country not in known]:
        raise ValueError(f"{strays} belong to no country")
    return tuple(sorted(found, key=lambda country: country.name))


def _country(row: dict[str, Any], lines: list[Line]) -> Country:
    mine = tuple(line for line in lines if line.country == row["code"])
    if not mine or not row["emergency"]:
        raise ValueError(f"{row['name']} has no line or no emergency number")
    return Country(row["code"], row["name"], _numbers(row["emergency"]), row.get("more", ""), mine)


def _line(row: dict[str, Any], noted_on: str) -> Line:
    status = row.get("status", "reported")
    line = Line(
        country=row["country"],
        name=row["name"],
        to=row["for"],
        region=row.get("region", ""),
        numbers=_numbers(row.get("number", [])),
        text=row.get("text", ""),
        chat=row.get("chat", False),
        hours=row.get("hours", ""),
        languages=row.get("languages", ""),
        free=row.get("free", False),
        on_bill=row.get("on_bill", "unknown"),
        notes=row.get("notes", ""),
        site=Site(row["site"]) if row.get("site") else None,
        source=row["source"],
        source_kind=row["source_kind"],
        source_date=row["source_date"],
        noted_on=date.fromisoformat(row.get("noted_on", noted_on)),
        checked_on=date.fromisoformat(row["checked_on"]) if "checked_on" in row else None,
        checked_by=row.get("checked_by", ""),
        status=status,
    )
    if fault := _fault(line):
        raise ValueError(f"{line.country}, {line.name}: {fault}")
    return line


def _fault(line: Line) -> str:
    """What is wrong with a row, or nothing."""
    if line.to not in FOR or line.status not in STATUS or line.source_kind not in SOURCES:
        return "names a kind that does not exist"
    if not line.source.startswith("https://"):
        return "has no source"
    if not line.numbers and not line.site:
        return "cannot be reached"
    checked = line.checked_on and line.checked_by and line.source_kind != "press"
    return "" if line.status == "reported" or checked else "is called verified, and nobody has checked it"


def _numbers(shown: list[str]) -> tuple[Number, ...]:
    return tuple(Number(text) for text in shown)
