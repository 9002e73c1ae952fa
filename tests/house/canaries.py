"""Texts no one else would write, and the search for them: in every form a text can take on its way to a disk."""

import base64
import gzip
import html
import io
import json
import re
import secrets
import urllib.parse
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping

DEEP = 3
MOST = 4 * 1024 * 1024
HEADER = 30


def canary(name: str) -> str:
    """A text that looks different in every encoding, with a core that survives all of them."""
    return f"Ünd <{name}> & 'q{secrets.token_hex(6)}z' über"


def core(text: str) -> str:
    """The part of a canary that no escaping changes; of any other text, the whole."""
    found = re.search(r"q[0-9a-f]{12}z", text)
    return found.group() if found else text


def _zip(body: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", body)
    return packed.getvalue()


ENCODINGS: dict[str, Callable[[bytes], bytes]] = {
    "plain": bytes,
    "utf-16": lambda b: b.decode("utf-8", "ignore").encode("utf-16-le"),
    "hex": lambda b: b.hex().encode(),
    "base64": base64.b64encode,
    "base64, one on": lambda b: base64.b64encode(b"\0" + b),
    "base64, two on": lambda b: base64.b64encode(b"\0\0" + b),
    "base64 for addresses": base64.urlsafe_b64encode,
    "quoted": lambda b: urllib.parse.quote(b).encode(),
    "quoted with plus": lambda b: urllib.parse.quote_plus(b).encode(),
    "escaped for html": lambda b: html.escape(b.decode("utf-8", "ignore")).encode(),
    "escaped for json": lambda b: json.dumps(b.decode("utf-8", "ignore"))[1:-1].encode(),
    "folded": lambda b: b.decode("utf-8", "ignore").casefold().encode(),
    "gzip": gzip.compress,
    "zlib": zlib.compress,
    "zlib in base64": lambda b: base64.urlsafe_b64encode(zlib.compress(b)),
    "zip": _zip,
}
PACKED = {"gzip", "zlib", "zlib in base64", "zip"}
SECRETLY = {"plain", "hex", "base64", "base64, one on", "base64, two on", "base64 for addresses"}


def forms(text: str | bytes) -> set[bytes]:
    """Every form of a text (or of raw bytes) that a search looks for, in lower case."""
    if isinstance(text, bytes):
        return {_inner(name, text).lower() for name in SECRETLY}
    parts = {text.encode(), core(text).encode()}
    return {_inner(name, part).lower() for part in parts for name in ENCODINGS.keys() - PACKED}


def _inner(name: str, part: bytes) -> bytes:
    """One encoding, without the characters at its ends that depend on what stands beside it."""
    made = ENCODINGS[name](part)
    return made[4 if " on" in name else 0 : -4] if name.startswith("base64") else made


def unpacked(blob: bytes, deep: int = DEEP) -> Iterator[bytes]:
    """The bytes themselves, and whatever is packed anywhere within them."""
    yield blob
    if deep:
        for inner in (*_members(blob), *_streams(blob)):
            yield from unpacked(inner, deep - 1)


def _members(blob: bytes) -> Iterator[bytes]:
    """What any zip file holds, each member from its own header on, wherever it lies."""
    for match in re.finditer(rb"PK\x03\x04", blob):
        header = blob[match.start() : match.start() + HEADER]
        body = match.start() + HEADER + sum(int.from_bytes(header[at : at + 2], "little") for at in (26, 28))
        if opened := _inflated(blob[body : body + MOST], -15):
            yield opened


def _streams(blob: bytes) -> Iterator[bytes]:
    for match in re.finditer(rb"\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]", blob):
        wbits = 31 if match.group()[0] == 0x1F else 15
        if opened := _inflated(blob[match.start() :], wbits):
            yield opened
    for match in re.finditer(rb"(?:eJ|eN|eA|eF|H4sI)[A-Za-z0-9_+/-]{12,}", blob):
        body = match.group().translate(bytes.maketrans(b"+/", b"-_"))
        packed = base64.urlsafe_b64decode(body[: len(body) // 4 * 4])
        if opened := _inflated(packed, 31 if packed[:2] == b"\x1f\x8b" else 15):
            yield opened


def _inflated(body: bytes, wbits: int) -> bytes:
    try:
        return zlib.decompressobj(wbits).decompress(body, MOST)
    except zlib.error:
        return b""


def hits(places: Mapping[str, bytes], wanted: Mapping[str, str | bytes]) -> list[str]:
    """Which of the wanted texts stand where, in whatever form."""
    looked_for = {name: forms(text) for name, text in wanted.items()}
    found = []
    for place, blob in places.items():
        layers = [layer.lower() for layer in unpacked(blob)]
        for name, ways in looked_for.items():
            if any(way in layer for layer in layers for way in ways):
                found.append(f"{name} in {place}")
    return found
