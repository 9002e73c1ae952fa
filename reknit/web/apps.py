from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "reknit.web"
    label = "web"
