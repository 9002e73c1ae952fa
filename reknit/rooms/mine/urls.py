from django.urls import path

from reknit.rooms.mine import phrase, settings, views

urlpatterns = [
    path("", views.mine, name="mine"),
    path("new", views.write, name="mine_write"),
    path("find", views.find, name="mine_find"),
    path("seen", views.understood, name="mine_understood"),
    path("set", phrase.begin, name="mine_begin"),
    path("open", phrase.open_, name="mine_open"),
    path("close", phrase.lock, name="mine_lock"),
    path("more", settings.settings, name="mine_settings"),
    path("more/idle", settings.idle, name="mine_idle"),
    path("more/change", settings.change, name="mine_change"),
    path("more/code", settings.code, name="mine_code"),
    path("more/copy", settings.take, name="mine_copy"),
    path("more/anew", settings.anew, name="mine_anew"),
    path("more/back", settings.back, name="mine_back"),
    path("more/gone", settings.gone, name="mine_gone"),
    path("n/<uuid:note>/", views.note, name="mine_note"),
    path("n/<uuid:note>/words", views.reword, name="mine_reword"),
    path("n/<uuid:note>/gone", views.delete, name="mine_delete"),
]
