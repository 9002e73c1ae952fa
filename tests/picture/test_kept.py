"""What is kept between two visits gives the picture that a look at the whole history would give, to the last digit."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reknit.engine.direction import Fold
from reknit.engine.picture import look
from reknit.engine.slights import Forgotten
from reknit.picture.gather import Direction, History
from reknit.picture.kept import Anew, Following, Kept
from reknit.picture.since import follow
from reknit.practice.events import Event
from tests.picture.living import Life
from tests.picture.told import ANNA, TOBY

WAY, BACKWARD = Direction(ANNA, TOBY, "UTC"), Direction(TOBY, ANNA, "UTC")
LIVES = st.builds(Life, st.integers(0, 100_000), st.sampled_from([1, 6, 60]))
STEPS = st.lists(st.integers(1, 25), min_size=3, max_size=8)


def whole(life: Life, way: Direction) -> Following:
    found = Following(Kept())
    found.begin(History(life.told).by_thread(way))
    return found


def gone_on(life: Life, kept: Kept, events: list[Event], way: Direction) -> tuple[Following, Fold] | None:
    try:
        found = Following(kept)
        follow(found, life.since(events), way)
        return found, found.fold(life.today)
    except (Anew, Forgotten):
        return None


@settings(max_examples=20, deadline=None)
@given(LIVES, STEPS, st.sampled_from([WAY, BACKWARD]))
def test_gone_on_from_what_was_kept_it_is_as_from_the_beginning(life: Life, steps: list[int], way: Direction) -> None:
    life.live(60)
    kept, unread = whole(life, way).keep(life.today), list[Event]()
    for days in steps:
        unread += life.live(days)
        fresh = whole(life, way)
        found = gone_on(life, kept, unread, way)
        if found:
            following, state = found
            assert look(state) == look(fresh.fold(life.today))
            assert sorted(following.reports(life.today)) == sorted(fresh.reports(life.today))
            assert following.first == fresh.first
        if life.dice.random() < 0.6 or not found:
            kept, unread = (found[0] if found else fresh).keep(life.today), []


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 100_000), STEPS)
def test_what_speaks_of_the_last_days_is_always_gone_on_from(seed: int, steps: list[int]) -> None:
    life = Life(seed, 3, large=False)
    life.live(90)
    kept, unread = whole(life, WAY).keep(life.today), list[Event]()
    for days in steps:
        unread += life.live(days)
        found = gone_on(life, kept, unread, WAY)
        assert found
        kept, unread = found[0].keep(life.today), []
