from django.apps import AppConfig


class Picture(AppConfig):
    name = "reknit.picture"
    label = "picture"
