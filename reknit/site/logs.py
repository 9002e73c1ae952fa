"""Log lines by allow-list: what happened, never to whom or about what."""

import json
import logging
from datetime import UTC, datetime


class Lines(logging.Formatter):
    """One JSON object a line: when, how grave, which part, the status, the word on the page, an exception's class."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, str | int] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds"),
            "level": record.levelname,
            "part": record.name,
        }
        if isinstance(status := getattr(record, "status_code", None), int):
            line["status"] = status
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
        if record.name.startswith("reknit"):
            line["said"] = str(record.msg)
            if word := getattr(record, "word", ""):
                line["word"] = word
        return json.dumps(line)
