from django.apps import AppConfig


class History(AppConfig):
    name = "reknit.rooms.history"
    label = "history"
