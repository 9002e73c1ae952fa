"""Words typed into a form that came too late or could not be saved: carried in the forms themselves, stored nowhere."""

from django.http import QueryDict

CARRIED = "kept-"
# A password or a code is typed again rather than carried.
SECRET = ("pass", "phrase", "code", "csrf", "token")
SECRET_NAMES = {"old", "new", "offered"}

Field = tuple[str, str]


def typed(post: QueryDict) -> list[Field]:
    """What the sign-in form carries on of a form that came too late."""
    return [(CARRIED + name, text) for name, text in again(post)]


def again(post: QueryDict) -> list[Field]:
    """What a form is sent again with, where saving it failed: all but what is secret, under its own names."""
    return [(name, text) for name, text in _fields(post) if not _is_secret(name.lower())]


def carried(post: QueryDict) -> list[Field]:
    """What a sign-in form brought along, under the names it brought it with."""
    return [(name, text) for name, text in _fields(post) if name.startswith(CARRIED)]


def restored(post: QueryDict) -> list[Field]:
    """What a sign-in form brought along, under the names of the form it was typed into."""
    return [(name.removeprefix(CARRIED), text) for name, text in carried(post)]


def readable(fields: list[Field]) -> list[str]:
    """The texts among the fields that a person typed and would know again."""
    return [text for _, text in fields if " " in text.strip()]


def _is_secret(name: str) -> bool:
    return name in SECRET_NAMES or any(part in name for part in SECRET)


def _fields(post: QueryDict) -> list[Field]:
    return [(name, str(text)) for name, texts in post.lists() for text in texts]
