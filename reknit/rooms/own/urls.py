from django.urls import path

from reknit.rooms.own import views

urlpatterns = [
    path("<str:slug>/", views.page, name="own"),
    path("<str:slug>/<uuid:note>/", views.entry, name="own_entry"),
]
