from django.apps import AppConfig


class Ledger(AppConfig):
    name = "reknit.ledger"
    label = "ledger"

    def ready(self) -> None:
        from reknit.ledger import checks  # noqa: F401  (registers them)
