from django.urls import path

from reknit.rooms.moments import views

urlpatterns = [
    path("", views.listing, name="moments"),
    path("new", views.note, name="moment_new"),
]
