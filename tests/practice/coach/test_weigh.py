"""The weights: how they are read and added up, where a mark by them stands, and what they are learnt from."""

from reknit.content import coach as languages
from reknit.practice import coach, coach_weigh
from tests.practice.coach import train
from tests.practice.coach.families import families, told
from tests.practice.coach.labelled import FOURTH, strangers
from tests.practice.coach.markers import by_coach, english

FEW = coach_weigh.read({"threats": "# a remark\n-100 0 50\ncar\t120\nyour car\t80\n~ing\t-30\n"})


def test_each_trace_counts_once_and_the_sum_begins_where_the_file_says() -> None:
    whole = coach_weigh.weigh(["your", "car", "your", "car"], False, {}, FEW)[0]
    assert whole.sums == {"threats": 100}
    assert coach_weigh.weigh(["singing"], False, {}, FEW)[0].sums == {"threats": -130}


def test_a_part_between_two_pauses_is_weighed_by_itself_as_well() -> None:
    words = ["singing", ",", "mind", "your", "car"]
    assert [one.sums["threats"] for one in coach_weigh.weigh(words, False, {}, FEW)] == [70, 100]
    assert coach_weigh.parts(["a", "b"]) == [(0, 2)]


def test_what_is_marked_is_the_clause_that_weighs_most() -> None:
    words = ["well", ",", "mind", "your", "car", "and", "go"]
    whole = coach_weigh.weigh(words, False, {}, FEW)[0]
    assert whole.place("threats", words, frozenset({"and"})) == (2, 5)
    assert coach_weigh.weigh([","], False, {}, FEW)[0].place("threats", [","], frozenset()) is None


def test_longer_traces_are_looked_for_only_where_one_begins() -> None:
    every = {trace[0] for trace in coach_weigh.traces(["mind", "your", "car"], True, {"car": ("@thing",)})}
    assert {"?", "^ mind your", "mind _ car", "your @thing", "@thing $"} <= every
    some = {trace[0] for trace in coach_weigh.traces(["mind", "your", "car"], False, {}, FEW.longer)}
    assert some == {"^", "mind", "your", "your car", "car", "$", "your _ $"}


def test_without_weights_only_phrases_are_marked() -> None:
    alone = train.language()
    assert coach.marks("You never listen.", alone)
    assert alone.weights.begin == {}


def test_the_weights_are_learnt_from_the_sentences_that_are_here() -> None:
    for text in languages.data("en")["weights"].values():
        assert text.startswith(train.REMARK + train.digest() + "\n"), "run the training again"
    assert set(english().weights.begin) == set(coach.CATEGORIES)
    assert all(len(weights) for weights in english().weights.traces.values())


def test_what_a_few_sentences_say_is_learnt() -> None:
    known = train.language()
    rows = list(train.family_rows(families()[:40] + families()[-40:], known))
    numbers = train.numbered(rows)
    weights, begin = train.learn(rows, "conditional", numbers)
    told_apart = [train.chance(row, numbers, weights, begin) > 0 for row in rows]
    assert told_apart == ["conditional" in row.right for row in rows]


def test_where_a_mark_is_worth_it() -> None:
    numbers = ((-1.0, True, False), (0.5, True, True), (1.0, False, False), (2.0, False, True))
    found = [train.Seen("x", sum_, phrase, firm=False, right=right) for sum_, phrase, right in numbers]
    low, high = train.least(found, [])
    assert 1.0 < high <= 2.0
    assert -1.0 < low <= 0.5
    assert [one.marked(low, high) for one in found] == [False, True, False, True]
    assert train.Seen("x", -2.0, phrase=True, firm=True, right=True).marked(low, high)
    assert not train.Seen("x", -4.0, phrase=True, firm=True, right=True).marked(low, high)


def test_a_line_is_told_in_several_ways() -> None:
    assert set(told("(a|b) c (d)?.")) == {"a c d.", "b c d.", "a c.", "b c."}
    assert len(families()) > 3000


def test_what_no_phrase_stands_for_is_marked_by_its_words() -> None:
    alone = train.language()
    more = [one for one in strangers(FOURTH) if one.spans and by_coach(one.text) and not coach.marks(one.text, alone)]
    assert len(more) >= 30
    said = {(row["why"], row["shape"]) for row in languages.data("en")["said"].values()}
    assert all((mark.why, mark.shape) in said for one in more for mark in coach.marks(one.text, english()))
