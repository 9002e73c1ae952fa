from django.apps import AppConfig


class Care(AppConfig):
    name = "reknit.rooms.care"
    label = "care"
