from django.urls import path

from reknit.rooms.alone import views

urlpatterns = [
    path("", views.listing, name="alone"),
    path("<uuid:promise>/", views.promise, name="alone_promise"),
    path("<uuid:promise>/end", views.end, name="alone_end"),
    path("<uuid:promise>/on/<str:due>", views.say, name="alone_say"),
    path("with/<uuid:space>/", views.listing, name="alone_here"),
    path("with/<uuid:space>/<uuid:promise>/", views.promise, name="alone_promise_here"),
    path("with/<uuid:space>/<uuid:promise>/end", views.end, name="alone_end_here"),
    path("with/<uuid:space>/<uuid:promise>/on/<str:due>", views.say, name="alone_say_here"),
]
