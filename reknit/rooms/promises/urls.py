from django.urls import path

from reknit.rooms.promises import making, views

urlpatterns = [
    path("", views.listing, name="promises"),
    path("past", views.past, name="promises_past"),
    path("new", making.make, name="promise_new"),
    path("quick", making.quick, name="promise_quick"),
    path("yes", views.answer_several, name="promises_yes"),
    path("<uuid:promise>/", views.promise, name="promise"),
    path("<uuid:promise>/take", views.take_word, name="promise_take"),
    path("<uuid:promise>/take/back", views.take_back, name="promise_take_back"),
    path("<uuid:promise>/end", views.end, name="promise_end"),
    path("<uuid:promise>/on/<str:due>/", views.occurrence, name="occurrence"),
    path("<uuid:promise>/on/<str:due>/later", views.not_now, name="occurrence_later"),
    path("<uuid:promise>/on/<str:due>/<str:verb>", views.tell, name="occurrence_tell"),
]
