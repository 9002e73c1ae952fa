"""What a browser loads: one sheet and one script, put together from one file a component when collected."""

from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEETS = (
    "order", "reset", "tokens", "base", "layout", "header", "away", "few", "help", "contents", "menu", "footer",
    "button", "form", "choices", "quick", "scale", "own", "words", "coached", "letter", "promise", "path", "notice",
    "more", "stitch", "cloth", "felt", "cover", "rooms", "utilities", "print",
)  # fmt: skip
SCRIPTS = ("away", "once", "failed", "grow", "reveal", "copy", "zone", "invitation", "menu", "announce", "fresh")
BUNDLES = {
    "css/reknit.css": [f"css/{name}.css" for name in SHEETS],
    "js/reknit.js": ["django_htmx/htmx-2.min.js", *(f"js/{name}.js" for name in SCRIPTS)],
}
Collected = dict[str, tuple[Any, str]]


def together(bundle: str, collected: Collected) -> bytes:
    """The text of a bundle: its parts in their order, each closed before the next begins."""
    parts = []
    for name in BUNDLES[bundle]:
        storage, path = collected[name]
        with storage.open(path) as file:
            parts.append(file.read())
    return (b";\n" if bundle.endswith(".js") else b"\n").join(parts)


class Storage(CompressedManifestStaticFilesStorage):
    """Static files under a name with their hash, compressed; the parts of a bundle only as that bundle."""

    def post_process(self, paths: Collected, *, dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if dry_run:
            return
        for bundle in BUNDLES:
            text = together(bundle, paths)
            self.delete(bundle)
            self._save(bundle, ContentFile(text))
        parts = {part for parts in BUNDLES.values() for part in parts}
        kept = {name: where for name, where in paths.items() if name not in parts}
        yield from super().post_process(
            kept | {bundle: (self, bundle) for bundle in BUNDLES}, dry_run=dry_run, **options
        )
