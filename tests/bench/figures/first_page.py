"""Kilobytes of the first page with everything it loads, as they go over the wire; and in how many requests."""

import http.client
import re
from html import unescape
from typing import Any

from tests.bench.ground import Ground, figure

MOST = 60.0
ASSET = re.compile(r'<(?:link|script|img)[^>]*?(?:href|src)="(/[^"]+)"')


def figures(ground: Ground) -> dict[str, Any]:
    page = _fetched(ground.server.port, "/")
    paths = dict.fromkeys(unescape(path) for path in ASSET.findall(page[0]))
    answers = [page, *(_fetched(ground.server.port, path) for path in paths)]
    headers, bodies = (sum(answer[part] for answer in answers) / 1000 for part in (1, 2))
    return {
        "kB with everything it loads": figure(headers + bodies, MOST),
        "kB of headers among them": figure(headers),
        "requests": figure(len(answers)),
    }


def _fetched(port: int, path: str) -> tuple[str, int, int]:
    """The text where it is one, the bytes of the headers and of the body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip, br"})
    answer = connection.getresponse()
    assert answer.status == 200, path
    body, headers = answer.read(), sum(len(name) + len(value) + 4 for name, value in answer.getheaders())
    connection.close()
    return "" if answer.headers.get("Content-Encoding") else body.decode(), headers, len(body)
