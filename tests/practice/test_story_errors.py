"""What cannot be read in a story is answered with its line and one sentence that says what would be right."""

import pytest

from reknit.practice.story import StoryError, parse

ABOVE = """\
title: A test
kind: friends
zone: Europe/London
people: Anna (opens), Toby, Sami
2026-03-01 Anna opens the space
2026-03-01 Anna invites Toby
2026-03-02 Toby joins
2026-03-05 Toby promises Anna [home] every weekday at 19:00: Home by seven.
"""
WHEN = (
    "When is it due? Write it like one of these: by 2026-03-06, every weekday, every other Friday at 19:00, "
    "every 3 weeks on Monday, monthly on the 31st, yearly on 24 December."
)


def refused(text: str | bytes) -> tuple[int, str]:
    with pytest.raises(StoryError) as caught:
        parse(text)
    assert str(caught.value) == f"Line {caught.value.line}: {caught.value.sentence}"
    return caught.value.line, caught.value.sentence


LINES = {
    "2026-03-20 Tobi says [home] kept": "Nobody here is called “Tobi”. The people are: Anna, Toby, Sami.",
    "2026-03-20 Anna invites Kim": "Nobody here is called “Kim”. The people are: Anna, Toby, Sami.",
    "2026-03-20 Toby says [hom] kept": "No promise above is called [hom]; there is: [home].",
    "2026-03-20 Anna ends [hom]": "No promise above is called [hom]; there is: [home].",
    "2026-02-30 Toby says [home] kept": "2026-02-30 is not a day in the calendar.",
    "2026-03-22 Toby says [home] kept": (
        "[home] is not due on 2026-03-22, but on 2026-03-20 and 2026-03-23: write that day after the label."
    ),
    "2026-03-20 Toby says [home] 2026-03-05 kept": (
        "[home] is not due on 2026-03-05, but on 2026-03-06: write that day after the label."
    ),
    "3026-03-20 Toby says [home] kept": "3026-03-20 is too far away: a story is told between 1990 and 2199.",
    "2026-03-20 24:30 Toby says [home] kept": "24:30 is not a time of day: write it like 07:05 or 19:30.",
    "2026-03-20 7:30 Toby says [home] kept": "7:30 is not a time of day: write it like 07:05 or 19:30.",
    "2026-03-04 Toby says [home] 2026-03-06 kept": "2026-03-04 comes before 2026-03-05, the day of the line above.",
    "20 March Toby says [home] kept": (
        "A line begins with a day written as 2026-03-09, and perhaps an hour written as 19:00."
    ),
    "2026-03-20": "Only a day stands here: after it comes who did what.",
    "Toby says [home] kept": (
        "“Toby says [home] kept” needs a day before it, or two spaces if it goes on with the words above."
    ),
    "2026-03-20 Toby": "After the name comes a verb, such as promises, says or answers; “” is none.",
    "2026-03-20 Toby sings": "After the name comes a verb, such as promises, says or answers; “sings” is none.",
    "2026-03-20 Toby says kept": "Which promise? Its label belongs here in square brackets, as in [home].",
    "2026-03-20 Toby says [home]": "Here one of these is missing: kept, late, missed.",
    "2026-03-20 Toby says [home] forgotten": "Here one of these is needed: kept, late, missed; not “forgotten”.",
    "2026-03-20 Toby says [home] kept well": "“well” cannot be understood here.",
    "2026-03-20 Toby says [home] kept:": "After the colon the words are missing.",
    "2026-03-20 Toby says [home] kept: Yes.\n  known:": "After the colon the words are missing.",
    "2026-03-20 Toby says [home] kept: Yes.\n  note: Bring soup.": (
        "“note:” does not belong to this line. If it is part of the words, begin with | before it."
    ),
    "2026-03-20 Toby says [home] kept\n  And more.": "These words follow a line without a colon: put one at its end.",
    "2026-03-20 Toby leaves: Goodbye.": "This line takes no words after a colon.",
    "2026-03-20 Toby explains [home]": "Words are missing: after a colon, write what happened.",
    "2026-03-20 Toby replies [home]": "Words are missing: after a colon, write the reply.",
    "2026-03-20 Anna answers [home] maybe": (
        "An answer is one of: yes; differently, it was late; it was late; not sure; rather not say."
    ),
    "2026-03-20 Anna answers [home] differently": (
        "Here one of these is missing: it was kept, it was late, it was missed."
    ),
    "2026-03-20 Anna answers yes on home": "Which promise? Its label belongs here in square brackets, as in [home].",
    "2026-03-20 Anna adds [home] fine": (
        "Here one of these is needed: it cost me, it hurt, is everything all right; not “fine”."
    ),
    "2026-03-20 09:00 Toby will be late [home] until later": (
        "After “until” comes the new time: 20:15, 2026-03-11 or 2026-03-11 18:00."
    ),
    "2026-03-20 Toby will be late [home] until 20:15": (
        "It was due at 2026-03-20 19:00: this line needs a day or an hour before that, as in 2026-03-09 16:30."
    ),
    "2026-03-20 Anna opens the space": "The space is already open.",
    "2026-03-20 Sami says [home] kept": "Sami has not joined yet: before this, write “Sami joins”.",
    "2026-03-20 Sami joins": "Nobody has invited Sami yet.",
    "2026-03-20 Toby joins": "Toby is already here.",
    "2026-03-20 Anna proposes Toby": "Toby is already here.",
    "2026-03-20 Anna agrees to Sami": "Nobody has proposed Sami yet.",
    "2026-03-20 Toby leaves\n2026-03-21 Toby says [home] 2026-03-20 kept": "Toby has left the space.",
    "2026-03-20 Toby asks to erase": (
        "Which words? The mark of their line belongs here in curly brackets, as in {tram}."
    ),
    "2026-03-20 Toby asks to erase {tram}": "No line of Toby above is marked {tram}.",
    "2026-03-20 Anna answers [home] yes {a}\n2026-03-20 Toby asks to erase {a}": "No line of Toby above is marked {a}.",
    "2026-03-20 Anna answers [home] yes {a}\n2026-03-20 Toby says [home] kept {a}": "{a} already marks another line.",
    "2026-03-20 Toby promises [x] by 2026-03-21: It.": (
        "To whom? Write a name, several names, or everyone, and then a label such as [home]."
    ),
    "2026-03-20 Toby promises Anna by 2026-03-21: It.": (
        "Nobody here is called “Anna by 2026-03-21”. The people are: Anna, Toby, Sami."
    ),
    "2026-03-20 Toby promises Toby [x] by 2026-03-21: It.": (
        "Toby cannot promise it to Toby: here a promise is to someone else."
    ),
    "2026-03-20 Toby promises Anna [home] by 2026-03-21: It.": (
        "[home] already stands on line 8: give this one another label."
    ),
    "2026-03-20 Toby promises Anna [x] by 2026-03-21": "Words are missing: after a colon, write what is promised.",
    "2026-03-20 Toby promises Anna [x] soon: It.": WHEN,
    "2026-03-20 Toby promises Anna [x] by 2026-03-19: It.": (
        "2026-03-19 lies before 2026-03-20, the day it is promised."
    ),
    "2026-03-20 Toby promises Anna [x] every Friday from 2026-03-21: It.": (
        "It does not fall on 2026-03-21; its first day is 2026-03-27."
    ),
    "2026-03-20 Toby promises Anna [x] every day, until 2026-03-20: It.": (
        "It would end before its first day, 2026-03-21."
    ),
    "2026-03-20 Toby promises Anna [x] every 0 days: It.": (
        "“every 0 days” cannot be: That rhythm is larger than a promise can hold."
    ),
    "2026-03-20 Toby promises Anna [x] monthly on the 32nd: It.": (
        "“monthly on the 32nd” cannot be: That rhythm is larger than a promise can hold."
    ),
    "2026-03-20 Toby promises Anna [x] yearly on 31 June: It.": "“yearly on 31 June” cannot be: No year has this day.",
    "2026-03-20 Toby promises Anna [x] by the rule FREQ=HOURLY: It.": (
        "“by the rule FREQ=HOURLY” cannot be: A promise can repeat by the day, the week, the month or the year."
    ),
    "2026-03-20 Toby promises Anna [x] every day, 2 times, until 2026-04-20: It.": (
        "“every day” cannot be: Choose a last day or a number of times, not both."
    ),
    "2026-03-20 Toby promises Anna [x] every day: It.\n  sure: 5": (
        "sure is a number: 1, I hope I can; 2, I think I can; 3, I mean to, and little could stop me; "
        "4, You can build on it."
    ),
    "2026-03-20 Toby promises Anna [x] every day: It.\n  matters: 2": "matters is one of: a little, as usual, a lot.",
    "2026-03-20 Toby promises Anna [x] every day: It.\n  facet: warmth": (
        "facet is one of: consistency, transparency, responsiveness, accountability, respect, vulnerability."
    ),
    "2026-03-20 Toby promises Anna [x] every day: It.\n  sure: 1\n  sure: 2": "“sure” stands here twice.",
    "2026-03-20 .. 2026-03-19 Toby [home]: kept": "This run ends on 2026-03-19, before it begins.",
    "2026-03-20 08:00 Toby [home]: kept": "A run has no hour of its own: leave out 08:00.",
    "2026-03-20 .. 2026-03-23 Anna [home]: 2 yes": (
        "A run is told by the one who promised; [home] is a promise of Toby."
    ),
    "2026-03-20 .. 2026-03-23 Toby [home]: 3 kept": "[home] is due 2 times in these days, but here stand 3 words.",
    "2026-03-20 Toby [home]: 2 kept": "[home] is due once in these days, but here stand 2 words.",
    "2026-03-20 .. 2030-03-20 Toby [home]: kept": ("[home] is due more often in these days, but here stand 1 words."),
    "2026-03-20 .. 2026-03-23 Toby [home]: kept keept": "“keept” is none of: kept, late, missed, -.",
    "2026-03-20 .. 2026-03-23 Toby [home]: 999 kept": "A run tells at most 400 days: begin another.",
    "2026-03-20 Toby [home]: kept\n  Anna: no": "“no” is none of: yes, unsure, rather-not, kept, late, missed, -.",
    "2026-03-20 Toby [home]: -\n  Anna: yes": (
        "On 2026-03-20 nothing is said that could be answered: write kept, late, missed or -."
    ),
    "2026-03-20 Toby [home]: kept\n  Anna: yes\n  Anna: yes": "There is already a row for Anna in this run.",
    "2026-03-20 Toby [home]: -\n  2026-03-20 Toby: Sorry.": "Toby says nothing about 2026-03-20 in this run.",
    "2026-03-20 Toby [home]: kept\n  2026-03-20 Kim: Hm.": (
        "Nobody here is called “Kim”. The people are: Anna, Toby, Sami."
    ),
    "2026-03-20 Toby says [home] kept: " + "a" * 20_001: "These words are 20001 characters long; 20,000 is the most.",
    "2026-03-20 Anna answers yes on "
    + "[home] " * 600: "This line is too long before its colon: share it out over two.",
}


@pytest.mark.parametrize("lines", LINES, ids=lambda lines: lines[:70])
def test_lines(lines: str) -> None:
    line, sentence = refused(ABOVE + lines)
    assert sentence == LINES[lines]
    assert line in (9, 10, 11)


HEADERS = {
    ("kind: couple", "kind: pair"): (2, "kind is one of: couple, family, friends, colleagues, team."),
    ("kind: friends", "kind: couple"): (4, "A space of the kind couple has two people."),
    ("Toby, Sami", "Toby"): (None, ""),
    ("title: A test\n", ""): (4, "Above the first day the line “title: …” is missing."),
    ("title: A test", "title:"): (1, "After “title:” write its words, not more than a line."),
    ("title: A test", "title: A test\ntitle: B"): (2, "“title:” stands here twice."),
    ("title: A test", "Once upon a time"): (
        1,
        "“Once upon a time” is neither title, kind, zone or people, nor a line with a day.",
    ),
    ("title: A test", "  title: A test"): (1, "This line is indented, but no dated line stands above it."),
    ("Europe/London", "London"): (3, "“London” is no time zone: write one such as Europe/London."),
    ("Sami", "Sami (Cairo)"): (4, "“Cairo” is no time zone: write one such as Europe/London."),
    ("Anna (opens)", "Anna"): (4, "Exactly one of the people opens the space: write (opens) after that name."),
    ("Sami", "Toby"): (4, "Two people have the same name: tell them apart, as in Anna B and Anna K."),
    ("Toby, Sami", "Toby and Sami"): (
        4,
        "“Toby and Sami” cannot be a name here: write names with commas, as in Anna (opens), Toby.",
    ),
    ("2026-03-01 Anna opens", "2026-03-01 Toby opens"): (
        5,
        "The people line says that Anna opens the space.",
    ),
    ("2026-03-01 Anna opens the space\n", ""): (
        5,
        "The space is not open yet: before this, write “Anna opens the space”.",
    ),
    ("2026-03-05 Toby promises", "2026-03-05 .. 2026-03-09 Toby promises"): (
        8,
        "Which promise? Its label belongs here in square brackets, as in [home].",
    ),
}


@pytest.mark.parametrize("change", HEADERS, ids=str)
def test_header(change: tuple[str, str]) -> None:
    old, new = change
    text = ABOVE.replace(old, new) if old in ABOVE else ABOVE.replace("kind: friends", new)
    line, sentence = HEADERS[change]
    if line is None:
        parse(text)
    else:
        assert refused(text) == (line, sentence)


def test_a_promise_is_used_only_after_it_is_made() -> None:
    above = ABOVE.replace("2026-03-05 Toby promises", "2026-03-05 21:00 Toby promises")
    late = "2026-03-05 20:30 Anna takes the word on [home]"
    assert refused(above + late) == (9, "[home] is promised only later, on line 8.")


def test_bytes_that_are_no_text() -> None:
    assert refused(b"title: A\nkind: \xff") == (
        2,
        "This line is not plain text in UTF-8: save the file again as UTF-8.",
    )


def test_the_line_named_is_the_line_below_that_is_wrong() -> None:
    run = "2026-03-20 Toby [home]: kept\n  # quiet\n  Anna: no"
    assert refused(ABOVE + run)[0] == 11
