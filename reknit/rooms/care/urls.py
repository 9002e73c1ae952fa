from django.urls import path

from reknit.rooms.care import views

urlpatterns = [
    path("x", views.away, name="away"),
    path("help", views.get_help, name="help"),
    path("me/away", views.away_told, name="away_told"),
    path("me/first", views.questions, name="questions"),
]
