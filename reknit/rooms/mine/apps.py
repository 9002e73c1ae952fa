from django.apps import AppConfig


class Mine(AppConfig):
    name = "reknit.rooms.mine"
    label = "mine"
