from django.apps import AppConfig


class Fairness(AppConfig):
    name = "reknit.rooms.fairness"
    label = "fairness"
