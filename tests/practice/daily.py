"""One line of a story, and what it means, for every daily kind."""

from reknit.practice import story_daily_acts as acts

KINDS = {
    "crack-noted": (
        "2026-03-20 Anna notes a crack with Toby on 2026-03-19 {late}: You came at nine.\n"
        "  act: late\n  facet: consistency\n  message: not_counted\n  reminded: My father's chair.",
        acts.NotesCrack(
            "Toby", "You came at nine.", "2026-03-19", "late", "consistency", "not_counted", "My father's chair."
        ),
    ),
    "crack-explained": (
        "2026-03-20 Toby explains the crack {late}: The tram.",
        acts.ExplainsCrack("late", "The tram."),
    ),
    "explanation-answered": (
        "2026-03-21 Anna finds that {late} helped a little: Thank you.",
        acts.FindsHelped("late", "a_little", "Thank you."),
    ),
    "crack-answered": (
        "2026-03-21 Toby answers the crack {late} I didn't know",
        acts.AnswersCrack("late", "did_not_know"),
    ),
    "crack-set-down": ("2026-03-22 Anna lets go of {late}", acts.LetsGo("late")),
    "pattern-told": (
        "2026-03-22 Anna tells the pattern to Toby: You come late when it was about us.\n"
        "  one: The film.\n  did: I stopped waiting.\n  help: A call before six.\n  act: late",
        acts.TellsPattern(
            "Toby",
            "You come late when it was about us.",
            "The film.",
            did="I stopped waiting.",
            help="A call before six.",
            act="late",
        ),
    ),
    "moment-noted": (
        "2026-03-22 Anna thanks Toby on 2026-03-21: You kept the soup warm.\n  builder: inner_world",
        acts.NotesGood("You kept the soup warm.", "Toby", "2026-03-21", "inner_world", thanks=True),
    ),
    "checked-in": (
        "2026-03-22 Anna checks in about Toby safe 3, trusting 2, energy 4: Tired.\n  feelings: hope, doubt",
        acts.ChecksIn("Toby", safe=3, trusting=2, energy=4, feelings=("hope", "doubt"), said="Tired."),
    ),
    "fairness-said": (
        "2026-03-22 Anna finds the load partly fair: I plan, and nobody sees it.\n  parts: planning, housework",
        acts.SaysFair("partly", ("planning", "housework"), "I plan, and nobody sees it."),
    ),
    "forgiveness-told": (
        "2026-03-22 Anna forgives Toby: I wish you no harm.",
        acts.Forgives("Toby", "I wish you no harm."),
    ),
}
SAID_OTHERWISE = [
    ("2026-03-20 Toby says first: I forgot your mother.", acts.NotesCrack("Toby", "I forgot your mother.")),
    ("2026-03-20 Anna notes something good: Sun on the stairs.", acts.NotesGood("Sun on the stairs.")),
    (
        "2026-03-20 Anna notes something good about Toby: He called.",
        acts.NotesGood("He called.", "Toby"),
    ),
    ("2026-03-20 Anna finds the load hard to say", acts.SaysFair("unsure")),
    ("2026-03-20 Anna checks in safe 3", acts.ChecksIn(safe=3)),
    ("2026-03-20 Anna checks in: A grey day.", acts.ChecksIn(said="A grey day.")),
]
