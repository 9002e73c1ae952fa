from django.apps import AppConfig


class Today(AppConfig):
    name = "reknit.today"
    label = "today"
