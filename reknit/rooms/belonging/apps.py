from django.apps import AppConfig


class Belonging(AppConfig):
    name = "reknit.rooms.belonging"
    label = "belonging"
