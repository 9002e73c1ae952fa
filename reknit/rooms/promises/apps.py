from django.apps import AppConfig


class Promises(AppConfig):
    name = "reknit.rooms.promises"
    label = "promises"
