from django.urls import path

from reknit.rooms.own import views

urlpatterns = [
    path("", views.own, name="own"),
    path("<str:page>", views.page, name="own_page"),
]
