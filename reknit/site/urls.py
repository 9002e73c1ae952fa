"""The map, room by room. What is open to the signed-out is marked so in its view, and listed by a test."""

from django.urls import include, path

from reknit.site import erasing, errors, front, health, stopping

urlpatterns = [
    path("", front.front, name="front"),
    path("health", health.health, name="health"),
    path("home", front.home, name="home"),
    path("look", front.look, name="look"),
    path("look/out", front.look_out, name="look_out"),
    path("me/stop", stopping.page, name="stop"),
    path("me/erase", erasing.page, name="account_erase"),
    path("", include("reknit.people.urls")),
    path("", include("reknit.rooms.belonging.urls")),
    path("p/", include("reknit.rooms.mine.urls")),
    path("p/path/", include("reknit.rooms.paths.urls")),
    path("", include("reknit.rooms.care.urls")),
    path("s/<uuid:space>/", include("reknit.today.urls")),
    path("s/<uuid:space>/promises/", include("reknit.rooms.promises.urls")),
    path("p/own/", include("reknit.rooms.own.urls")),
    path("p/line/", include("reknit.picture.own_urls")),
    path("p/back/", include("reknit.rooms.lookback.urls")),
    path("p/kept/", include("reknit.rooms.alone.urls")),
    path("p/aloud/", include("reknit.rooms.repair.own_urls")),
    path("s/<uuid:space>/small/", include("reknit.rooms.cracks.urls")),
    path("s/<uuid:space>/good/", include("reknit.rooms.moments.urls")),
    path("s/<uuid:space>/how/", include("reknit.rooms.checkins.urls")),
    path("s/<uuid:space>/load/", include("reknit.rooms.fairness.urls")),
    path("s/<uuid:space>/history/open/", include("reknit.rooms.repair.urls")),
    path("s/<uuid:space>/history/", include("reknit.rooms.history.urls")),
    path("s/<uuid:space>/picture/", include("reknit.picture.urls")),
]

handler400 = errors.bad_request
handler403 = errors.refused
handler404 = errors.not_found
handler500 = errors.failed
