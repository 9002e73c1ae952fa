from django.apps import AppConfig


class Checkins(AppConfig):
    name = "reknit.rooms.checkins"
    label = "checkins"
