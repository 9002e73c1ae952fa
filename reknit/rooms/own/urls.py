from django.urls import path

from reknit.rooms.own import peace, views

urlpatterns = [
    path("peace/tell", peace.tell, name="peace_tell"),
    path("worth/later", views.later, name="worth_later"),
    path("<str:slug>/", views.page, name="own"),
    path("<str:slug>/<uuid:note>/", views.entry, name="own_entry"),
]
