from django.apps import AppConfig


class Cracks(AppConfig):
    name = "reknit.rooms.cracks"
    label = "cracks"
