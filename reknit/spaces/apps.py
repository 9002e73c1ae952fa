from django.apps import AppConfig


class Spaces(AppConfig):
    name = "reknit.spaces"
    label = "spaces"
