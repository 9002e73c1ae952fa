"""Why something cannot be done with a private side as it stands."""


class Locked(Exception):
    """This needs the private side unlocked."""


class NotBegun(Exception):
    """There is no private side yet: it begins with a passphrase."""


class AlreadyThere(Exception):
    """This form was saved before. `same` is False where the text differs from what was saved then."""

    def __init__(self, id_: str, *, same: bool) -> None:
        self.id = id_
        self.same = same
        super().__init__(id_)
