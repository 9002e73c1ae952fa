from django.apps import AppConfig


class Lookback(AppConfig):
    name = "reknit.rooms.lookback"
    label = "lookback"
