"""Every text a person may read, with where it stands: from templates, code, stories and content."""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.house.tree import ROOT, Source, files, name_of

Text = tuple[str, str]

QUOTED = r"""(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')"""
TRANSLATED = re.compile(r"\{%\s*trans(?:late)?\s+" + QUOTED + r"|_\(" + QUOTED + r"\)")
BLOCKS = re.compile(r"\{%\s*blocktrans(?:late)?\b.*?%\}(.*?)\{%\s*endblocktrans(?:late)?\s*%\}", re.S)
COMMENTS = re.compile(r"\{%\s*comment\b.*?\{%\s*endcomment\s*%\}|\{#.*?#\}|<!--.*?-->", re.S)
INSIDE = re.compile(r"<(style|script)\b.*?</\1>|\{% block body %\}.*?\{% endblock %\}", re.S)
MADE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.S)
TAGS = re.compile(r"<[^>]*>")
HEARD = re.compile(r'\b(?:aria-label|title|alt|placeholder|label)="([^"]*)"')
# The product, and the fixed, neutral title of a page that is taken along.
NAMES = {"Reknit", "Copy"}
SAYING = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "Say", "Refused"}
# What holds no sentences but headers, SQL or patterns.
NOT_SAID = {"reknit.site.settings", "reknit.ledger.triggers", "reknit.site.env"}


def template(path: str, text: str) -> Iterator[Text]:
    """Translated strings, what stands in translated blocks, and what stands bare."""
    text = COMMENTS.sub("", text)
    yield from ((path, "".join(groups)) for groups in TRANSLATED.findall(text))
    yield from ((path, MADE.sub("…", block)) for block in BLOCKS.findall(text))
    yield from ((path, bare) for bare in untranslated(text))


def untranslated(text: str) -> list[str]:
    """Words of a template that no translation can reach."""
    text = INSIDE.sub("", COMMENTS.sub("", text))
    bare = MADE.sub(" ", BLOCKS.sub("", text))
    heard = " \n ".join(HEARD.findall(bare))
    lines = (line.strip() for line in f"{TAGS.sub(chr(10), bare)}\n{heard}".split("\n"))
    return [line for line in lines if re.search(r"[^\W\d_]{2,}", re.sub(r"&\w+;", "", line)) and line not in NAMES]


def code(source: Source) -> Iterator[Text]:
    """Sentences in code: whatever is handed to gettext, Say or Refused, and every other string with a space."""
    if source.module in NOT_SAID:
        return
    docs = {id(doc) for node in ast.walk(source.tree) if (doc := _doc(node))}
    said = {
        id(arg) for node in ast.walk(source.tree) if isinstance(node, ast.Call) and _says(node) for arg in node.args
    }
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in docs:
            continue
        if id(node) in said or re.search(r"\w \w", node.value):
            yield source.at(node), node.value


def _says(call: ast.Call) -> bool:
    return name_of(call.func).rpartition(".")[2] in SAYING


def _doc(node: ast.AST) -> ast.expr | None:
    """Any string standing by itself is for whoever reads the code."""
    return node.value if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) else None


def plain(paths: Iterable[Path]) -> Iterator[Text]:
    """Line by line."""
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            yield f"{path.name}:{number}", line


def on_screen(all_: Iterable[Source]) -> Iterator[Text]:
    """All of it."""
    for path in files(".html"):
        yield from template(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8"))
    for source in all_:
        yield from code(source)
    texts = files(".story", ".toml", ".md", ".txt")
    yield from plain(path for path in texts if path.parent.name != "coach")
    for path in sorted(path for path in files(".toml") if path.parent.name == "coach"):
        yield from of_coach(path.name, path.read_text(encoding="utf-8"))


def of_coach(name: str, text: str) -> Iterator[Text]:
    """What the coach for words says itself; the phrases it looks for and its weights are never shown."""
    data = tomllib.loads(text)
    yield from ((name, said) for said in data["names"].values())
    rows = [*data["rule"], *data.get("said", {}).values()]
    yield from ((name, said) for row in rows for said in (row["why"], row["shape"]))


def for_readers() -> Iterator[Text]:
    """What is said about the product beside it."""
    yield from plain([*files(".md", under="docs"), *sorted(ROOT.glob("*.md"))])
