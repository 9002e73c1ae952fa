from django.urls import path

from reknit.picture import views

urlpatterns = [path("", views.picture, name="picture")]
