from django.apps import AppConfig


class Repair(AppConfig):
    name = "reknit.rooms.repair"
    label = "repair"
