from django.apps import AppConfig


class People(AppConfig):
    name = "reknit.people"
    label = "people"
