from django.urls import path

from reknit.rooms.checkins import views

urlpatterns = [
    path("", views.how, name="checkin"),
    path("day", views.choose_day, name="checkin_day"),
]
