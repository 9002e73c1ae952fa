from django.urls import path

from reknit.rooms.paths import views

urlpatterns = [
    path("", views.paths, name="paths"),
    path("<str:page>", views.page, name="path_page"),
]
