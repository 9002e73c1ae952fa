from django.urls import path

from reknit.rooms.cracks import views

urlpatterns = [
    path("new", views.note, name="crack_new"),
    path("told/<uuid:told>/", views.told, name="pattern"),
    path("<uuid:crack>/", views.crack, name="crack"),
    path("<uuid:crack>/later", views.not_now, name="crack_later"),
    path("<uuid:crack>/<str:verb>", views.tell, name="crack_tell"),
]
