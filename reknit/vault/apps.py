from django.apps import AppConfig


class Vault(AppConfig):
    name = "reknit.vault"
    label = "vault"
