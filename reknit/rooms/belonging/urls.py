from django.urls import path

from reknit.rooms.belonging import coming_back, going, inviting, taking, views

urlpatterns = [
    path("begin", views.begin, name="begin"),
    path("start", going.start, name="start"),
    path("j", inviting.enter, name="enter"),
    path("j/look", inviting.invitation, name="invitation"),
    path("s/<uuid:space>/go", views.go, name="space_go"),
    path("s/<uuid:space>/people/", views.people, name="people"),
    path("s/<uuid:space>/people/invite", inviting.invite, name="invite"),
    path("s/<uuid:space>/people/invite/end", inviting.withdraw, name="invite_end"),
    path("s/<uuid:space>/people/<uuid:seat>/name", views.rename, name="seat_name"),
    path("s/<uuid:space>/people/<uuid:seat>/end", views.drop, name="seat_end"),
    path("s/<uuid:space>/people/suggest", views.propose, name="suggest"),
    path("s/<uuid:space>/people/agree", views.agree, name="agree"),
    path("s/<uuid:space>/people/part", going.part, name="part"),
    path("s/<uuid:space>/closed", coming_back.closed, name="space_closed"),
    path("s/<uuid:space>/people/back", coming_back.let_in, name="let_in"),
    path("me/old", coming_back.old, name="old_password"),
    path("past", taking.past, name="spaces_past"),
    path("s/<uuid:space>/copy", taking.copy, name="copy"),
    path("s/<uuid:space>/words/<uuid:event>/end", taking.end_words, name="words_end"),
    path("s/<uuid:space>/words/<uuid:event>/keep", taking.keep_words, name="words_keep"),
]
