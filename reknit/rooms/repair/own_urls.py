from django.urls import path

from reknit.rooms.repair import aloud

urlpatterns = [path("<uuid:note>", aloud.look, name="breach_aloud")]
