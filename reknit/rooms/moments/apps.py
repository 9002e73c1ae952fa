from django.apps import AppConfig


class Moments(AppConfig):
    name = "reknit.rooms.moments"
    label = "moments"
