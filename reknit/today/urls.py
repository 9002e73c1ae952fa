from django.urls import path

from reknit.today import views

urlpatterns = [path("", views.today, name="today")]
