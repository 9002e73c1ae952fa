from django.apps import AppConfig


class Own(AppConfig):
    name = "reknit.rooms.own"
    label = "own"
