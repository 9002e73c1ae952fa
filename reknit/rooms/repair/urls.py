from django.urls import path

from reknit.rooms.repair import apologising, naming, receiving, views

urlpatterns = [
    path("", views.open_ones, name="happened"),
    path("first", naming.first, name="breach_first"),
    path("other", naming.other, name="breach_other"),
    path("new", naming.name, name="breach_new"),
    path("<uuid:breach>/", views.breach, name="breach"),
    path("<uuid:breach>/causes", views.causes, name="breach_causes"),
    path("<uuid:breach>/together", views.together, name="breach_together"),
    path("<uuid:breach>/ideas", views.ideas, name="breach_ideas"),
    path("<uuid:breach>/outside", views.outside, name="breach_outside"),
    path("<uuid:breach>/ready", views.ready, name="breach_ready"),
    path("<uuid:breach>/apologise", apologising.write, name="breach_apologise"),
    path("<uuid:breach>/apology/<uuid:apology>", receiving.read, name="breach_apology"),
    path("<uuid:breach>/<str:verb>", views.say, name="breach_say"),
]
