from django.apps import AppConfig


class Paths(AppConfig):
    name = "reknit.rooms.paths"
    label = "paths"
