from django.apps import AppConfig


class Site(AppConfig):
    name = "reknit.site"
    label = "site"

    def ready(self) -> None:
        from reknit.site import checks, standing  # noqa: F401  (registers them)
