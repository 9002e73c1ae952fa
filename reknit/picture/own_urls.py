from django.urls import path

from reknit.picture import views

urlpatterns = [path("", views.own, name="line_own"), path("<uuid:space>/", views.own, name="line_own_here")]
