from django.urls import path

from reknit.people import by_mail, coming_back, operator, second, steps, views

urlpatterns = [
    path("up", views.SignUp.as_view(), name="account_signup"),
    path("in", views.SignIn.as_view(), name="account_login"),
    path("in/closed", views.inactive, name="account_inactive"),
    path("in/code", coming_back.by_code, name="account_by_code"),
    path("in/new", coming_back.reset, name="account_reset"),
    path("in/mail", by_mail.ask, name="account_by_mail"),
    path("in/second", second.second, name="mfa_authenticate"),
    path("in/second/lost", second.lost, name="account_second_lost"),
    path("out", views.sign_out, name="account_logout"),
    path("me", views.account, name="account"),
    path("me/again", views.Again.as_view(), name="account_reauthenticate"),
    path("me/password", views.change_password, name="account_change_password"),
    path("me/code", coming_back.code, name="account_code"),
    path("me/code/no", coming_back.no_code, name="account_no_code"),
    path("me/second", steps.steps, name="account_steps"),
    path("me/second/app", steps.new_app, name="account_new_app"),
    path("me/second/key", steps.new_key, name="account_new_key"),
    path("me/second/keep", steps.keep, name="account_second_keep"),
    path("me/mail", by_mail.address, name="account_mail"),
    path("me/devices/end", views.end_others, name="account_end_others"),
    path("me/devices/end/one", views.end_one, name="account_end_one"),
    path("me/server", operator.operator, name="operator"),
    path("me/zone", views.zone, name="account_zone"),
    path("me/fewer", views.fewer, name="account_fewer"),
]
