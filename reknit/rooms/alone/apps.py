from django.apps import AppConfig


class Alone(AppConfig):
    name = "reknit.rooms.alone"
    label = "alone"
