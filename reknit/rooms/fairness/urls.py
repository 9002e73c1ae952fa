from django.urls import path

from reknit.rooms.fairness import views

urlpatterns = [
    path("", views.load, name="fairness"),
    path("<uuid:said>", views.said, name="fairness_said"),
]
