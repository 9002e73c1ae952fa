from django.urls import path

from reknit.rooms.history import views

urlpatterns = [path("", views.history, name="history")]
