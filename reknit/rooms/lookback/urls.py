from django.urls import path

from reknit.rooms.lookback import saying, views

urlpatterns = [
    path("<uuid:space>/small", views.small, name="back_small"),
    path("<uuid:space>/good", views.good, name="back_good"),
    path("<uuid:space>/through", views.through, name="back_through"),
    path("<uuid:space>/how", views.how, name="back_how"),
    path("<uuid:space>/told", saying.pattern, name="back_told"),
    path("say/<uuid:note>/", saying.say, name="back_say"),
]
